import type { z } from 'zod';
import type { RefusalKind } from '#core/access/refusal.ts';
import { refuse, type Result } from '#core/kernel/result.ts';
import type { Ask } from './api.ts';
import type { Session } from './session.ts';

/** One request in the name of whoever is signed in: its answer by this schema, or why there is none. */
export type AuthorisedRequest = <Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  init?: { readonly method?: string; readonly body?: object },
) => Promise<Result<z.infer<Schema>, RefusalKind | 'unreachable'>>;

/** Requests with the token of a session. */
export const createAuthorisedRequest =
  (ask: Ask, token: Session['token']): AuthorisedRequest =>
  async (schema, path, init = {}) => {
    const known = await token();
    if (known === undefined) return refuse('unauthenticated');
    const answer = await ask(schema, path, { ...init, token: known });
    return answer.ok ? answer : refuse(answer.refusal.reason);
  };
