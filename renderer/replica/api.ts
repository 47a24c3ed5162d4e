import { z } from 'zod';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Result } from '#core/kernel/result.ts';
import { accept, refuse } from '#core/kernel/result.ts';
import {
  challengeResponseSchema,
  deviceCodeResponseSchema,
  codeResponseSchema,
  proofResponseSchema,
  redeemResponseSchema,
  refusedResponseSchema,
  schoolResponseSchema,
  signInResponseSchema,
  ticketResponseSchema,
  type challengeRequestSchema,
  type codeRequestSchema,
  type proofRequestSchema,
  type redeemRequestSchema,
  type signInRequestSchema,
} from '#core/protocol/messages/sign-in.ts';

/** Why a request brought nothing. */
export interface Refused {
  readonly reason: RefusalKind | 'unreachable';
  readonly remaining?: number | undefined;
  readonly until?: number | undefined;
}

type Answer<Schema extends z.ZodType> = Promise<Result<z.infer<Schema>, Refused>>;
type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** The few requests beside the sync socket. */
export interface Api {
  school(): Answer<typeof schoolResponseSchema>;
  challenge(who: z.input<typeof challengeRequestSchema>): Answer<typeof challengeResponseSchema>;
  signIn(request: z.input<typeof signInRequestSchema>): Answer<typeof signInResponseSchema>;
  code(request: z.input<typeof codeRequestSchema>): Answer<typeof codeResponseSchema>;
  proof(request: z.input<typeof proofRequestSchema>): Answer<typeof proofResponseSchema>;
  redeem(request: z.input<typeof redeemRequestSchema>): Answer<typeof redeemResponseSchema>;
  ticket(token: string): Answer<typeof ticketResponseSchema>;
  /** A code for signing in on a further device. */
  deviceCode(token: string): Answer<typeof deviceCodeResponseSchema>;
  signOut(token: string): Answer<typeof nothing>;
}

/** A server that has not answered for so long is not there, in milliseconds. */
const WITHIN = 10_000;
const nothing = z.looseObject({});
const UNREACHABLE: Refused = { reason: 'unreachable' };

/** The URL of a place at the server, whose address may end in a path (`https://schule.de/umlauf/`). */
export const toServerUrl = (baseUrl: string, path: string): URL =>
  new URL(path.replace(/^\//, ''), baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);

/** One request: its answer by this schema, or why there is none. */
export type Ask = <Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  init?: { readonly method?: string; readonly body?: object; readonly token?: string },
) => Answer<Schema>;

/** Asks the server at this address. Whatever goes wrong is a value, never an exception. */
export const createAsk =
  (baseUrl: string, fetch: Fetch): Ask =>
  async (schema, path, init = {}) => {
    try {
      const response = await fetch(toServerUrl(baseUrl, path).href, {
        method: init.method ?? 'POST',
        headers: {
          ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(init.token === undefined ? {} : { authorization: `Bearer ${init.token}` }),
        },
        ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.timeout(WITHIN),
      });
      const body: unknown = await response.json();
      if (!response.ok) {
        // Anything but a refusal of ours comes from something between us and the server.
        const refused = refusedResponseSchema.safeParse(body);
        return refuse(refused.success ? refused.data : UNREACHABLE);
      }
      const parsed = schema.safeParse(body);
      return parsed.success ? accept(parsed.data) : refuse(UNREACHABLE);
    } catch {
      return refuse(UNREACHABLE);
    }
  };

/** The few requests beside the sync socket. */
export const createApi = (baseUrl: string, fetch: Fetch): Api => {
  const ask = createAsk(baseUrl, fetch);
  return {
    school: () => ask(schoolResponseSchema, '/api/school', { method: 'GET' }),
    challenge: (who) => ask(challengeResponseSchema, '/api/challenge', { body: who }),
    signIn: (request) => ask(signInResponseSchema, '/api/sign-in', { body: request }),
    code: (request) => ask(codeResponseSchema, '/api/code', { body: request }),
    proof: (request) => ask(proofResponseSchema, '/api/proof', { body: request }),
    redeem: (request) => ask(redeemResponseSchema, '/api/redeem', { body: request }),
    ticket: (token) => ask(ticketResponseSchema, '/api/ticket', { token }),
    deviceCode: (token) => ask(deviceCodeResponseSchema, '/api/device-code', { token }),
    signOut: (token) => ask(nothing, '/api/sign-out', { token }),
  };
};
