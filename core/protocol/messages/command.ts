import { z } from 'zod';
import { REFUSAL_KINDS } from '../../access/refusal.ts';
import { idSchema } from '../../kernel/id.ts';

/** Client to server: a command; its arguments are validated by `commandSchema` behind the door, so that a bad one is answered. */
export const commandMessageSchema = z.object({
  op: z.literal('command'),
  id: z.int().min(1),
  command: z.looseObject({ mid: idSchema, name: z.string().max(60) }),
});

/** What became of a command. A repeat gets the first answer. */
export const commandAnswerSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('stored'),
    /** The revision of the target document; absent if its sender cannot read it (any more). */
    rev: z.int().min(1).optional(),
  }),
  z.object({ status: z.literal('conflict'), rev: z.int().min(1) }),
  z.object({ status: z.literal('refused'), reason: z.enum(REFUSAL_KINDS) }),
]);
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;

/** Server to client: status, revision, reason; never a document (D1). */
export const answerSchema = z.object({
  op: z.literal('answer'),
  id: z.int(),
  mid: idSchema,
  answer: commandAnswerSchema,
});
