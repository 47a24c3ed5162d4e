import { z } from 'zod';
import { commandMessageSchema } from './command.ts';
import { feedMessageSchema } from './feed.ts';
import { pingSchema } from './hello.ts';
import { frameSchema, joinedSchema, joinSchema, notShownSchema } from './meeting.ts';
import { liveSchema } from './live.ts';
import { pullSchema } from './pull.ts';

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
  ...feedMessageSchema.options,
  joinedSchema,
  frameSchema,
  notShownSchema,
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;
