import { hostname, networkInterfaces } from 'node:os';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { RefusalKind } from '#core/access/refusal.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import {
  setUpBeginRequestSchema,
  setUpFinishRequestSchema,
  setUpKeyRequestSchema,
  type setUpBeginResponseSchema,
  type setUpKeyResponseSchema,
} from '#core/protocol/messages/set-up.ts';
import type { refusedResponseSchema } from '#core/protocol/messages/sign-in.ts';
import { toStatus } from '../http/refusals.ts';
import { findHosts } from './hosts.ts';
import type { SetUp } from './set-up.ts';
import { isAtServer } from './visitor.ts';

type Refused = z.infer<typeof refusedResponseSchema>;

/** The requests of the assistant. Once there is a school they answer like a place that does not exist. */
export const registerSetUp = (app: FastifyInstance, setUp: SetUp): void => {
  const refuse = (reply: FastifyReply, refusal: RefusalKind | Refused): FastifyReply => {
    const body: Refused = typeof refusal === 'string' ? { reason: refusal } : refusal;
    return reply.code(toStatus(body.reason)).send(body);
  };
  const admit = (request: FastifyRequest, code: string | undefined): Refused | undefined => {
    const { headers, raw } = request;
    const { remoteAddress } = request.socket;
    return setUp.admit(isAtServer({ remoteAddress, headers, httpVersion: raw.httpVersion }), code);
  };

  app.post('/api/setup/begin', async (request, reply) => {
    if (!(await setUp.isOpen())) return refuse(reply, 'not-found');
    const parsed = setUpBeginRequestSchema.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'invalid');
    const refusal = admit(request, parsed.data.code);
    if (refusal !== undefined) return refuse(reply, refusal);
    const response: z.infer<typeof setUpBeginResponseSchema> = {
      hosts: [...findHosts(hostname(), networkInterfaces())],
      port: request.socket.localPort ?? 0,
    };
    return response;
  });

  app.post('/api/setup/recovery-key', async (request, reply) => {
    if (!(await setUp.isOpen())) return refuse(reply, 'not-found');
    const parsed = setUpKeyRequestSchema.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'invalid');
    const refusal = admit(request, parsed.data.code);
    if (refusal !== undefined) return refuse(reply, refusal);
    const response: z.infer<typeof setUpKeyResponseSchema> = setUp.createRecoveryKey();
    return response;
  });

  app.post('/api/setup/finish', { bodyLimit: LIMITS.setUpBytes }, async (request, reply) => {
    const parsed = setUpFinishRequestSchema.safeParse(request.body);
    if (!(await setUp.isOpen())) {
      // Who repeats the request that founded the school names its id, which nobody else knows: that stands for the code.
      const repeated = parsed.success ? await setUp.repeat(parsed.data) : undefined;
      if (repeated === undefined) return refuse(reply, 'not-found');
      return repeated.ok ? repeated.value : refuse(reply, repeated.refusal);
    }
    // Before the schema says anything: whoever is not admitted learns nothing.
    const refusal = admit(request, toCode(request.body));
    if (refusal !== undefined) return refuse(reply, refusal);
    if (!parsed.success) return refuse(reply, 'invalid');
    const result = await setUp.finish(parsed.data);
    return result.ok ? result.value : refuse(reply, result.refusal);
  });
};

const toCode = (body: unknown): string | undefined => {
  const parsed = setUpBeginRequestSchema.safeParse(body);
  return parsed.success ? parsed.data.code : undefined;
};
