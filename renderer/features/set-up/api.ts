import type { z } from 'zod';
import {
  setUpBeginResponseSchema,
  setUpFinishResponseSchema,
  setUpKeyResponseSchema,
  type PrintedKey,
  type setUpFinishRequestSchema,
} from '#core/protocol/messages/set-up.ts';
import type { Result } from '#core/kernel/result.ts';
import { createAsk, type Refused } from '#renderer/replica/api.ts';

type Begun = z.infer<typeof setUpBeginResponseSchema>;
type Finished = z.infer<typeof setUpFinishResponseSchema>;

/** The requests of the assistant. */
export interface SetUpApi {
  begin(code: string | undefined): Promise<Result<Begun, Refused>>;
  /** A new key for backups; asked once, since each answer is another key. */
  recoveryKey(code: string | undefined): Promise<Result<PrintedKey, Refused>>;
  finish(request: z.input<typeof setUpFinishRequestSchema>): Promise<Result<Finished, Refused>>;
}

const toBody = (code: string | undefined): object => (code === undefined ? {} : { code });

/** Talks to the server at this address. */
export const createSetUpApi = (baseUrl: string): SetUpApi => {
  const ask = createAsk(baseUrl, (input, init) => fetch(input, init));
  return {
    begin: (code) => ask(setUpBeginResponseSchema, '/api/setup/begin', { body: toBody(code) }),
    recoveryKey: (code) => ask(setUpKeyResponseSchema, '/api/setup/recovery-key', { body: toBody(code) }),
    finish: (request) => ask(setUpFinishResponseSchema, '/api/setup/finish', { body: request }),
  };
};
