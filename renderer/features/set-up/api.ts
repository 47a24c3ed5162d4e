import type { z } from 'zod';
import {
  setUpBeginResponseSchema,
  setUpFinishResponseSchema,
  type setUpFinishRequestSchema,
} from '#core/protocol/messages/set-up.ts';
import type { Result } from '#core/kernel/result.ts';
import { createAsk, type Refused } from '#renderer/replica/api.ts';

type Begun = z.infer<typeof setUpBeginResponseSchema>;
type Finished = z.infer<typeof setUpFinishResponseSchema>;

/** The requests of the assistant. */
export interface SetUpApi {
  begin(code: string | undefined): Promise<Result<Begun, Refused>>;
  finish(request: z.input<typeof setUpFinishRequestSchema>): Promise<Result<Finished, Refused>>;
}

/** Talks to the server at this address. */
export const createSetUpApi = (baseUrl: string): SetUpApi => {
  const ask = createAsk(baseUrl, (input, init) => fetch(input, init));
  return {
    begin: (code) =>
      ask(setUpBeginResponseSchema, '/api/setup/begin', { body: code === undefined ? {} : { code } }),
    finish: (request) => ask(setUpFinishResponseSchema, '/api/setup/finish', { body: request }),
  };
};
