import { formOptionSchema, type Form } from '#core/announcements/form.ts';
import { announce, editAnnouncement } from '#core/announcements/commands.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import {
  isEmptyText,
  RICH_TEXT_MAX_CHARACTERS,
  richTextSchema,
  type RichText,
} from '#core/kernel/rich-text.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import { lineSchema } from '#core/kernel/text.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { toOptionLabel } from '#renderer/i18n/answers.ts';
import { composerTexts as texts } from '#renderer/i18n/composer.ts';
import { number } from '#renderer/i18n/format.ts';
import { toInstant } from '#renderer/i18n/zone.ts';
import { hasPassed, toDeadline, toDeadlineInstant } from '../deadline.ts';
import { toWords, type EditorDocument, type LetterOptions } from './draft.ts';

/** Where something is wrong; options of a form by their index. */
export type FaultPlace =
  | 'groups'
  | 'title'
  | 'text'
  | 'publish'
  | 'expiry'
  | 'acknowledgement'
  | 'question'
  | 'deadline'
  | 'other'
  | `option-${number}`
  | `places-${number}`;

/** What is wrong, in sentences for the fields. */
export type Faults = Partial<Readonly<Record<FaultPlace, string>>>;

type Checked<Args> = Result<Args, Faults>;

/** The arguments of `announce`, or what keeps the letter from being sent. */
export const toAnnounceArgs = (
  id: Id,
  options: LetterOptions,
  body: EditorDocument,
  now: Instant,
): Checked<CommandArgs<'announce'>> => {
  const publishAt = isSet(options.publish) ? toMoment(options.publish) : undefined;
  const faults: Faults = {
    ...checkGroups(options),
    ...checkTitle(options),
    ...checkText(body),
    ...checkPublish(options, now),
    ...checkExpiry(options, publishAt ?? now),
    ...checkDeadlines(options, publishAt ?? now),
    ...checkForm(options),
  };
  if (hasFaults(faults)) return refuse(faults);
  const parsed = announce.args.safeParse({
    id,
    title: options.title,
    body: toRichText(body),
    groupIds: options.groupIds,
    pinned: options.pinned,
    urgent: options.urgent,
    publishAt,
    expiresAt: options.expiry.on ? toMoment(withEvening(options.expiry)) : undefined,
    acknowledgement: options.acknowledgement.on
      ? { deadline: toDeadline(options.acknowledgement.date, options.acknowledgement.time) }
      : undefined,
    form: options.form.on ? toForm(options.form) : undefined,
    ...(options.attachments.length > 0 ? { attachments: options.attachments } : {}),
  });
  return parsed.success ? accept(parsed.data) : refuse({ other: texts.faultUnknown() });
};

/** The arguments of `edit-announcement`, or what keeps the change from being saved. */
export const toEditArgs = (
  id: Id,
  options: LetterOptions,
  body: EditorDocument,
): Checked<CommandArgs<'edit-announcement'>> => {
  const faults: Faults = { ...checkTitle(options), ...checkText(body) };
  if (hasFaults(faults)) return refuse(faults);
  const { title, pinned, essential, attachments } = options;
  const text = toRichText(body);
  const parsed = editAnnouncement.args.safeParse({ id, title, body: text, pinned, essential, attachments });
  return parsed.success ? accept(parsed.data) : refuse({ other: texts.faultUnknown() });
};

/**
 * The text as it may be stored: everything the schema does not name is gone, and so are empty lines at the end, which
 * the editor adds to have a place for the cursor.
 */
export const toRichText = (body: EditorDocument): RichText | undefined => {
  const last = body.content.findLastIndex((node) => !isEmptyParagraph(node));
  const content = body.content.slice(0, Math.max(last, 0) + 1);
  const parsed = richTextSchema.safeParse({ ...body, content });
  return parsed.success ? parsed.data : undefined;
};

const isEmptyParagraph = (node: unknown): boolean =>
  typeof node === 'object' &&
  node !== null &&
  'type' in node &&
  node.type === 'paragraph' &&
  (!('content' in node) || (Array.isArray(node.content) && node.content.length === 0));

const hasFaults = (faults: Faults): boolean => Object.keys(faults).length > 0;

const checkGroups = ({ groupIds }: LetterOptions): Faults => {
  if (groupIds.length === 0) return { groups: texts.faultNoGroup() };
  return groupIds.length > 50 ? { groups: texts.faultManyGroups() } : {};
};

const checkTitle = ({ title }: LetterOptions): Faults => {
  if (title.trim() === '') return { title: texts.faultNoTitle() };
  if (title.trim().length > 200) return { title: texts.faultLongTitle() };
  return lineSchema(200).safeParse(title).success ? {} : { title: texts.faultBadSigns() };
};

const checkText = (body: EditorDocument): Faults => {
  const text = toRichText(body);
  if (text !== undefined) return isEmptyText(text) ? { text: texts.faultNoText() } : {};
  const { length } = toWords(body);
  if (length > RICH_TEXT_MAX_CHARACTERS) return { text: texts.faultLongText(number(length)) };
  return { text: toDepth(body) > MAX_DEPTH ? texts.faultDeepText() : texts.faultText() };
};

/** As in core's rich text: document, three lists with their entries, paragraph, text. */
const MAX_DEPTH = 8;

const toDepth = (node: unknown): number =>
  typeof node === 'object' && node !== null && 'content' in node && Array.isArray(node.content)
    ? 1 + Math.max(0, ...node.content.map(toDepth))
    : 0;

type When = LetterOptions['publish'];

const isSet = (when: When): boolean => when.on && when.date !== '' && when.time !== '';

const toMoment = (when: When): Instant => toInstant({ date: when.date, time: when.time });

/** An expiry without a time means the end of that day. */
const withEvening = (when: When): When => (when.time === '' ? { ...when, time: '23:59' } : when);

const checkPublish = ({ publish }: LetterOptions, now: Instant): Faults => {
  if (!publish.on) return {};
  if (publish.date === '') return { publish: texts.faultNoDate() };
  if (publish.time === '') return { publish: texts.faultNoTime() };
  return toMoment(publish) <= now ? { publish: texts.faultPast() } : {};
};

const checkExpiry = ({ expiry, publish }: LetterOptions, from: Instant): Faults => {
  if (!expiry.on) return {};
  if (expiry.date === '') return { expiry: texts.faultNoDate() };
  if (toMoment(withEvening(expiry)) > from) return {};
  return { expiry: publish.on ? texts.faultBeforePublish() : texts.faultPast() };
};

const checkDeadlines = ({ acknowledgement, form, publish }: LetterOptions, from: Instant): Faults => {
  const tooEarly = publish.on ? texts.faultBeforePublish() : texts.faultPast();
  const isBad = (when: { readonly on: boolean; readonly date: string; readonly time: string }): boolean => {
    const deadline = when.on ? toDeadline(when.date, when.time) : undefined;
    return deadline !== undefined && (hasPassed(deadline, from) || toDeadlineInstant(deadline) === undefined);
  };
  return {
    ...(isBad(acknowledgement) ? { acknowledgement: tooEarly } : {}),
    ...(isBad(form) ? { deadline: tooEarly } : {}),
  };
};

const checkForm = ({ form }: LetterOptions): Faults => {
  if (!form.on) return {};
  const faults: Partial<Record<FaultPlace, string>> = {};
  if (form.question.trim() === '') faults.question = texts.faultNoQuestion();
  else if (form.question.trim().length > 200) faults.question = texts.faultLongLine(200);
  else if (!lineSchema(200).safeParse(form.question).success) faults.question = texts.faultBadSigns();
  if (form.type === 'yes-no') return faults;
  for (const [index, option] of form.options.entries()) {
    const { length } = option.label.trim();
    if (length === 0) {
      faults[`option-${index}`] = form.type === 'dates' ? texts.faultNoDateOption() : texts.faultNoOption();
    } else if (length > 120) faults[`option-${index}`] = texts.faultLongLine(120);
    else if (!lineSchema(120).safeParse(option.label).success)
      faults[`option-${index}`] = texts.faultBadSigns();
    if (form.type === 'sign-up' && !isPlaces(option.places)) faults[`places-${index}`] = texts.faultPlaces();
  }
  if (form.options.length < 2) {
    faults['option-0'] = form.type === 'dates' ? texts.faultFewDates() : texts.faultFewOptions();
  }
  return faults;
};

const isPlaces = (places: string): boolean =>
  places.trim() === '' || formOptionSchema.shape.places.safeParse(Number(places)).success;

const YES_NO = [0, 1] as const;

const toForm = (form: LetterOptions['form']): Form => ({
  type: form.type,
  question: form.question,
  options:
    form.type === 'yes-no'
      ? YES_NO.map((index) => ({ label: toOptionLabel({ type: 'yes-no', options: [] }, index) }))
      : form.options.map(({ label, places }) => ({
          label,
          ...(form.type === 'sign-up' && places.trim() !== '' ? { places: Number(places) } : {}),
        })),
  deadline: toDeadline(form.date, form.time),
});
