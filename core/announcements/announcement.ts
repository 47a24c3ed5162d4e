import { z } from 'zod';
import { documentBaseShape, groupNameSchema, personNameSchema } from '../kernel/document.ts';
import { fileReferencesSchema } from '../kernel/file.ts';
import { idSchema } from '../kernel/id.ts';
import { richTextSchema } from '../kernel/rich-text.ts';
import { deadlineSchema, formSchema } from './form.ts';

const instant = z.int().min(0);

/** What an author writes and may change later. */
const contentShape = {
  title: z.string().min(1).max(200),
  body: richTextSchema,
  /** Absent where there are none. */
  attachments: fileReferencesSchema.optional(),
};

/** An earlier version, kept inside the document so that access and deletion are one (D8). */
export const versionSchema = z.object({
  ...contentShape,
  /** The number of the content this version had. */
  content: z.int().min(1),
  by: personNameSchema,
  at: instant,
});
export type Version = z.infer<typeof versionSchema>;

/** At most so many earlier versions are kept (D8). */
export const HISTORY_MAX = 20;
/** And no more than are this long together as JSON, or a few long texts edited often would make pages nobody can load. */
export const HISTORY_CHARACTERS_MAX = 500_000;

/** An announcement: written by one person for one or more groups. Its `inv` is the inverse time of its release. */
export const announcementSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('announcement'),
  ...contentShape,
  author: personNameSchema,
  groups: z.array(groupNameSchema).min(1).max(50),
  pinned: z.boolean(),
  urgent: z.boolean(),
  /** `scheduled` announcements are placed with their author only until the server releases them (D11). */
  state: z.enum(['scheduled', 'published', 'withdrawn']),
  publishAt: instant,
  expiresAt: instant.optional(),
  /** Counts contents: 1 as first written, one more with each edit. */
  content: z.int().min(1),
  /** Present if the author asks for an acknowledgement; `content` is the content to acknowledge (D6). */
  acknowledgement: z.object({ content: z.int().min(1), deadline: deadlineSchema.optional() }).optional(),
  form: formSchema.optional(),
  lastEdit: z.object({ by: personNameSchema, at: instant, essential: z.boolean() }).optional(),
  history: z.array(versionSchema).max(HISTORY_MAX),
});
export type Announcement = z.infer<typeof announcementSchema>;

/**
 * What an announcement wants from one person and what the person did about it; lies in the person's own bucket alone
 * (D6). Made by the server for everybody who is asked, and by a response of somebody who joined later.
 */
export const receiptSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('receipt'),
  /** `combineIds(announcementId, personId)` is this document's id. */
  announcementId: idSchema,
  title: z.string(),
  author: personNameSchema,
  groups: z.array(groupNameSchema),
  urgent: z.boolean(),
  /** The content to acknowledge; absent if no acknowledgement is asked of this person. */
  asked: z.object({ content: z.int().min(1), deadline: deadlineSchema.optional() }).optional(),
  acknowledged: z.object({ content: z.int().min(1), at: instant }).optional(),
  /** Whether a response is asked of this person. */
  responseAsked: z.object({ deadline: deadlineSchema.optional() }).optional(),
  response: z.object({ answer: z.array(z.int()), at: instant }).optional(),
  remindedAt: instant.optional(),
  /** The announcement was withdrawn or has expired: nothing is wanted any more. */
  closed: z.boolean(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** Who has not yet acknowledged, for the author alone; no times, never summed up per person (D6, R14). */
export const statusSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('status'),
  announcementId: idSchema,
  asked: z.int().min(0),
  missing: z.array(personNameSchema),
  /** When the last reminder went out or, in quiet hours, will go out. */
  reminder: z.object({ at: instant, state: z.enum(['planned', 'sent']) }).optional(),
});
export type Status = z.infer<typeof statusSchema>;

/** The responses, for the author; of sign-up lists also for the groups (D6). */
export const totalsSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('totals'),
  announcementId: idSchema,
  asked: z.int().min(0),
  answered: z.int().min(0),
  options: z.array(z.object({ names: z.array(personNameSchema) })),
  /** Who has chosen none of the options. Empty for sign-up lists: the groups read those, and a refusal is not theirs. */
  none: z.array(personNameSchema),
});
export type Totals = z.infer<typeof totalsSchema>;

/** A private question to the sender and its answers: a thread of two. */
export const threadSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('thread'),
  announcementId: idSchema,
  title: z.string(),
  asker: personNameSchema,
  author: personNameSchema,
  messages: z.array(z.object({ by: idSchema, text: z.string(), at: instant })).max(200),
});
export type Thread = z.infer<typeof threadSchema>;
