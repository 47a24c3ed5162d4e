import { z } from 'zod';
import { answerSchema } from './command.ts';
import { errorSchema, helloSchema, pongSchema } from './hello.ts';
import { changeSchema, resyncSchema } from './live.ts';
import { pageSchema } from './pull.ts';

/**
 * What the server says to a replica. Apart from the frames of a conference, so that a client loads their schemas only with a
 * conference on its screen.
 */
export const feedMessageSchema = z.discriminatedUnion('op', [
  helloSchema,
  pageSchema,
  changeSchema,
  resyncSchema,
  answerSchema,
  pongSchema,
  errorSchema,
]);
export type FeedMessage = z.infer<typeof feedMessageSchema>;
