import { z } from 'zod';
import { answerSchema, commandMessageSchema } from './command.ts';
import { errorSchema, helloSchema, pingSchema, pongSchema } from './hello.ts';
import { frameSchema, joinedSchema, joinSchema, notShownSchema } from './meeting.ts';
import { changeSchema, liveSchema, resyncSchema } from './live.ts';
import { pageSchema, pullSchema } from './pull.ts';

/** Everything a client may send on the sync socket. */
export const clientMessageSchema = z.discriminatedUnion('op', [
  pullSchema,
  liveSchema,
  commandMessageSchema,
  pingSchema,
  joinSchema,
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

/** Everything the server may send on the sync socket. */
export const serverMessageSchema = z.discriminatedUnion('op', [
  helloSchema,
  pageSchema,
  changeSchema,
  resyncSchema,
  answerSchema,
  pongSchema,
  errorSchema,
  joinedSchema,
  frameSchema,
  notShownSchema,
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;
