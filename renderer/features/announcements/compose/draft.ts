import { z } from 'zod';
import type { Announcement } from '#core/announcements/announcement.ts';
import { formTypeSchema, type Form } from '#core/announcements/form.ts';
import { fileReferencesSchema } from '#core/kernel/file.ts';
import { idSchema, type Id } from '#core/kernel/id.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { toWallTime } from '#renderer/i18n/zone.ts';
import type { Draft } from '#renderer/replica/contract.ts';
import { toParts } from '../deadline.ts';

/** A text as the editor holds it; what may leave is decided when it is sent. */
const editorDocumentSchema = z.object({ type: z.literal('doc'), content: z.array(z.unknown()) });
export type EditorDocument = z.infer<typeof editorDocumentSchema>;

/** A moment as fields hold it; `on` tells whether it is wanted at all. */
const whenSchema = z.object({ on: z.boolean(), date: z.string(), time: z.string() });

const optionSchema = z.object({ label: z.string(), places: z.string() });

/** Everything around the text as it was typed; nothing is checked here, so that nothing typed is ever lost. */
const optionsSchema = z.object({
  title: z.string(),
  groupIds: z.array(idSchema),
  /** Drafts of an older program have none. */
  attachments: fileReferencesSchema.default([]),
  pinned: z.boolean(),
  urgent: z.boolean(),
  /** An edit that asks everybody to acknowledge again. */
  essential: z.boolean(),
  publish: whenSchema,
  expiry: whenSchema,
  acknowledgement: whenSchema,
  form: z.object({
    on: z.boolean(),
    type: formTypeSchema,
    question: z.string(),
    options: z.array(optionSchema),
    date: z.string(),
    time: z.string(),
  }),
});
export type LetterOptions = z.infer<typeof optionsSchema>;

/** What the text becomes when it is sent. */
const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new'), announcementId: idSchema }),
  /** A command that still waits in the outbox is written anew. */
  z.object({ kind: z.literal('waiting'), announcementId: idSchema, mid: idSchema, edits: z.boolean() }),
  z.object({ kind: z.literal('edit'), announcementId: idSchema, baseRev: z.int() }),
  /** As `edit`; the command in conflict goes once the merged text is in the outbox. */
  z.object({ kind: z.literal('merge'), announcementId: idSchema, baseRev: z.int(), mid: idSchema }),
]);
export type Target = z.infer<typeof targetSchema>;

const contentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('announcement'),
    target: targetSchema,
    options: optionsSchema,
    body: editorDocumentSchema,
  }),
  z.object({
    kind: z.literal('question'),
    announcementId: idSchema,
    askerId: idSchema,
    title: z.string(),
    text: z.string(),
  }),
]);

/** What a draft holds, by its `kind`. */
export type DraftContent = z.infer<typeof contentSchema>;
export type LetterDraft = Extract<DraftContent, { kind: 'announcement' }>;
export type QuestionDraft = Extract<DraftContent, { kind: 'question' }>;

/** The content of a stored draft; undefined for one that an older program wrote in a shape no longer known. */
export const toContent = (draft: Draft | undefined): DraftContent | undefined => {
  if (draft === undefined) return undefined;
  const parsed = contentSchema.safeParse(draft.content);
  return parsed.success ? parsed.data : undefined;
};

export const EMPTY_DOCUMENT: EditorDocument = { type: 'doc', content: [{ type: 'paragraph' }] };

const NOT_SET = { on: false, date: '', time: '' } as const;

/** An empty letter. */
export const createOptions = (): LetterOptions => ({
  title: '',
  groupIds: [],
  attachments: [],
  pinned: false,
  urgent: false,
  essential: false,
  publish: { ...NOT_SET },
  expiry: { ...NOT_SET },
  acknowledgement: { ...NOT_SET },
  form: {
    ...NOT_SET,
    type: 'yes-no',
    question: '',
    options: [
      { label: '', places: '' },
      { label: '', places: '' },
    ],
  },
});

/** The options of a stored announcement that is about to be changed; only title, pin and attachments can be. */
export const toEditOptions = (
  announcement: Pick<Announcement, 'title' | 'groups' | 'pinned' | 'attachments'>,
): LetterOptions => ({
  ...createOptions(),
  title: announcement.title,
  groupIds: announcement.groups.map((group) => group.id),
  pinned: announcement.pinned,
  attachments: announcement.attachments ?? [],
});

/** The options behind a change of it that was already written. */
export const toChangedOptions = (
  announcement: Parameters<typeof toEditOptions>[0],
  { title, pinned, essential, attachments = announcement.attachments }: CommandArgs<'edit-announcement'>,
): LetterOptions => ({ ...toEditOptions({ ...announcement, title, pinned, attachments }), essential });

/** The options behind a waiting `announce`. */
export const toAnnounceOptions = (args: CommandArgs<'announce'>): LetterOptions => ({
  ...createOptions(),
  title: args.title,
  groupIds: args.groupIds,
  attachments: args.attachments ?? [],
  pinned: args.pinned,
  urgent: args.urgent,
  publish: args.publishAt === undefined ? { ...NOT_SET } : { on: true, ...toWallTime(args.publishAt) },
  expiry: args.expiresAt === undefined ? { ...NOT_SET } : { on: true, ...toWallTime(args.expiresAt) },
  acknowledgement:
    args.acknowledgement === undefined
      ? { ...NOT_SET }
      : { on: true, ...toParts(args.acknowledgement.deadline ?? '') },
  ...(args.form === undefined ? {} : { form: toFormOptions(args.form) }),
});

const toFormOptions = (form: Form): LetterOptions['form'] => ({
  on: true,
  type: form.type,
  question: form.question,
  options:
    form.type === 'yes-no'
      ? createOptions().form.options
      : form.options.map(({ label, places }) => ({
          label,
          places: places === undefined ? '' : String(places),
        })),
  ...toParts(form.deadline ?? ''),
});

/** The words of an editor's document, for previews and to know whether anything was written. */
export const toWords = (node: unknown): string => {
  if (typeof node !== 'object' || node === null) return '';
  if ('text' in node && typeof node.text === 'string') return node.text;
  if (!('content' in node) || !Array.isArray(node.content)) return '';
  return node.content
    .map(toWords)
    .filter((words) => words !== '')
    .join(' ');
};

/** Whether nothing worth keeping was typed. */
export const isBlank = (options: LetterOptions, body: EditorDocument): boolean =>
  options.title.trim() === '' &&
  options.attachments.length === 0 &&
  toWords(body).trim() === '' &&
  options.form.question.trim() === '' &&
  options.form.options.every((option) => option.label.trim() === '');

/** The id under which the draft of a target lies: one per announcement that is changed, one per conflict. */
export const toDraftId = (target: Target, newId: Id): Id => {
  switch (target.kind) {
    case 'new':
      return newId;
    case 'waiting':
    case 'edit':
      return target.announcementId;
    case 'merge':
      return target.mid;
  }
};
