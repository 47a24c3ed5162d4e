import { z } from 'zod';
import { answerSchema } from '#core/protocol/messages/command.ts';
import { errorSchema, helloSchema, pongSchema } from '#core/protocol/messages/hello.ts';
import { frameSchema, joinedSchema, notShownSchema } from '#core/protocol/messages/meeting.ts';

/**
 * What the server says on the line of a conference; a union of its own, since only a tab that shows one loads these schemas.
 * A projector is nobody, so its hello names no person.
 */
export const liveMessageSchema = z.discriminatedUnion('op', [
  helloSchema.partial({ personId: true, role: true }),
  pongSchema,
  errorSchema,
  answerSchema,
  joinedSchema,
  frameSchema,
  notShownSchema,
]);
export type LiveMessage = z.infer<typeof liveMessageSchema>;
export type Joined = z.infer<typeof joinedSchema>;
export type Frame = z.infer<typeof frameSchema>;
