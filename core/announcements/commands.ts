import { z } from 'zod';
import { defineCommand } from '../kernel/command.ts';
import { fileReferencesSchema } from '../kernel/file.ts';
import { idSchema } from '../kernel/id.ts';
import { isEmptyText, richTextSchema } from '../kernel/rich-text.ts';
import { lineSchema, plainTextSchema } from '../kernel/text.ts';
import { answerSchema, deadlineSchema, formSchema } from './form.ts';

const title = lineSchema(200);
const body = richTextSchema.refine((text) => !isEmptyText(text));
const instant = z.int().min(0).max(9_999_999_999_999);

/** Publishes an announcement, at once or at `publishAt`. */
export const announce = defineCommand({
  name: 'announce',
  args: z.object({
    id: idSchema,
    title,
    body,
    groupIds: z
      .array(idSchema)
      .min(1)
      .max(50)
      .refine((ids) => new Set(ids).size === ids.length),
    pinned: z.boolean(),
    urgent: z.boolean(),
    publishAt: instant.optional(),
    expiresAt: instant.optional(),
    acknowledgement: z.object({ deadline: deadlineSchema.optional() }).optional(),
    form: formSchema.optional(),
    /** Uploaded before the command is sent (D1). */
    attachments: fileReferencesSchema.optional(),
  }),
  offline: true,
});

/** Changes title, text and attachments; an essential edit asks everybody again (D6). Needs `baseRev`. */
export const editAnnouncement = defineCommand({
  name: 'edit-announcement',
  args: z.object({
    id: idSchema,
    title,
    body,
    pinned: z.boolean(),
    essential: z.boolean(),
    /** All attachments there are from now on; left out, they stay as they are. */
    attachments: fileReferencesSchema.optional(),
  }),
  offline: true,
});

/** Withdraws an announcement: its text and its history are emptied (D8). */
export const withdrawAnnouncement = defineCommand({
  name: 'withdraw-announcement',
  args: z.object({ id: idSchema }),
  offline: true,
});

/** Acknowledges the content a person has read. */
export const acknowledge = defineCommand({
  name: 'acknowledge',
  args: z.object({ announcementId: idSchema, content: z.int().min(1) }),
  offline: true,
});

/** Answers the response form; a later answer replaces the earlier one until the deadline. */
export const respond = defineCommand({
  name: 'respond',
  args: z.object({ announcementId: idSchema, answer: answerSchema }),
  offline: true,
});

/** Writes into the thread of two: the first message of a reader opens it, the author answers by `askerId`. */
export const askSender = defineCommand({
  name: 'ask-sender',
  args: z.object({ announcementId: idSchema, askerId: idSchema, text: plainTextSchema(4_000) }),
  offline: true,
});

/** Reminds everybody who is missing; in quiet hours the reminder goes out when they end (R14, R16). */
export const remind = defineCommand({
  name: 'remind',
  args: z.object({ announcementId: idSchema }),
  offline: true,
});

export const announcementCommands = [
  announce,
  editAnnouncement,
  withdrawAnnouncement,
  acknowledge,
  respond,
  askSender,
  remind,
] as const;
