import { z } from 'zod';
import { meetingPartsSchema, rollViewSchema } from '../../meetings/view.ts';
import { REFUSAL_KINDS } from '../../access/refusal.ts';
import { rollEntrySchema } from '../../meetings/outcome.ts';
import { idSchema } from '../../kernel/id.ts';

/**
 * Client to server: show me this conference from now on. Asked again after a gap in the numbers. `as`: a window that everybody
 * looks at gets the audience `wall`, whoever has opened it.
 */
export const joinSchema = z.object({
  op: z.literal('join'),
  id: z.int().min(1),
  conferenceId: idSchema,
  as: z.literal('wall').optional(),
});

/** Server to client: the whole conference as this reader may see it, and what concerns the reader alone. */
export const joinedSchema = z.object({
  op: z.literal('joined'),
  id: z.int(),
  conferenceId: idSchema,
  /** Counts the frames of one audience; a frame that is not the next one means that something was missed: join again. */
  seq: z.int().min(0),
  now: z.int(),
  parts: meetingPartsSchema,
  roll: rollViewSchema,
  /** Of the running vote: whether this person's ballot is in, and whether they support the demand for secrecy. */
  you: z.object({ voted: z.boolean(), supports: z.boolean(), mayLead: z.boolean() }),
});

/** Server to client: what has changed since the last frame. A roll entry that is null is gone. */
export const frameSchema = z.object({
  op: z.literal('frame'),
  conferenceId: idSchema,
  seq: z.int().min(1),
  parts: meetingPartsSchema.partial(),
  roll: z.record(z.string(), rollEntrySchema.nullable()).optional(),
});

/** Server to client: the conference is not (or not any more) shown to this reader. */
export const notShownSchema = z.object({
  op: z.literal('not-shown'),
  conferenceId: idSchema,
  reason: z.enum(REFUSAL_KINDS),
});
