import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { RefusalKind } from '../access/refusal.ts';
import { toGroupName, type Group } from '../groups/group.ts';
import { toInverseTime, type Instant } from '../kernel/clock.ts';
import type { PersonName } from '../kernel/document.ts';
import type { FileReference } from '../kernel/file.ts';
import { createRichText } from '../kernel/rich-text.ts';
import { accept, refuse, type Result } from '../kernel/result.ts';
import {
  HISTORY_CHARACTERS_MAX,
  HISTORY_MAX,
  type Announcement,
  type Receipt,
  type Thread,
  type Version,
} from './announcement.ts';
import type { acknowledge, announce, askSender, editAnnouncement, respond } from './commands.ts';
import { isAnswerTo, type Form } from './form.ts';
import { toReceiptId, toThreadId } from './ids.ts';
import { mayAnnounceTo, mayEdit, mayMarkUrgent, mayRead } from './policy.ts';

type Args<Definition extends { args: z.ZodType }> = z.infer<Definition['args']>;

/** A client's clock may be ahead of the server's by so much before "later" is taken literally, in milliseconds. */
const SCHEDULE_TOLERANCE = 60_000;

/** The announcement that `announce` makes. */
export const publish = (
  args: Args<typeof announce>,
  author: PersonName,
  actor: Actor,
  context: {
    readonly now: Instant;
    readonly groups: readonly Group[];
    readonly settings: { readonly teachersReachAllStaff: boolean };
  },
): Result<Announcement, RefusalKind> => {
  const groups = args.groupIds.map((id) => context.groups.find((group) => group.id === id));
  const known = groups.filter((group) => group !== undefined);
  if (known.length < groups.length) return refuse('not-found');
  if (!known.every((group) => mayAnnounceTo(actor, group, context.settings))) return refuse('forbidden');
  if (args.urgent && !mayMarkUrgent(actor)) return refuse('forbidden');
  const wished = args.publishAt ?? context.now;
  const scheduled = wished > context.now + SCHEDULE_TOLERANCE;
  const publishAt = scheduled ? wished : context.now;
  if (args.expiresAt !== undefined && args.expiresAt <= publishAt) return refuse('invalid');
  return accept({
    id: args.id,
    kind: 'announcement',
    rev: 0,
    inv: toInverseTime(publishAt),
    title: args.title,
    body: args.body,
    author,
    groups: known.map(toGroupName),
    pinned: args.pinned,
    urgent: args.urgent,
    state: scheduled ? 'scheduled' : 'published',
    publishAt,
    ...(args.expiresAt === undefined ? {} : { expiresAt: args.expiresAt }),
    content: 1,
    ...(args.acknowledgement === undefined
      ? {}
      : { acknowledgement: { content: 1, ...args.acknowledgement } }),
    ...(args.form === undefined ? {} : { form: args.form }),
    ...toAttachments(args.attachments),
    history: [],
  });
};

const toAttachments = (files: readonly FileReference[] | undefined): Pick<Announcement, 'attachments'> =>
  files === undefined || files.length === 0 ? {} : { attachments: [...files] };

/** The announcement with another text; the earlier one moves into the history (D8). */
export const edit = (
  announcement: Announcement,
  args: Args<typeof editAnnouncement>,
  editor: PersonName,
  actor: Actor,
  now: Instant,
): Result<Announcement, RefusalKind> => {
  if (!mayEdit(actor, announcement)) return refuse('forbidden');
  if (announcement.state === 'withdrawn') return refuse('withdrawn');
  const content = announcement.content + 1;
  const earlier = {
    title: announcement.title,
    body: announcement.body,
    ...toAttachments(announcement.attachments),
    content: announcement.content,
    by: announcement.lastEdit?.by ?? announcement.author,
    at: announcement.lastEdit?.at ?? announcement.publishAt,
  };
  const { attachments: before, ...rest } = announcement;
  return accept({
    ...rest,
    ...toAttachments(args.attachments ?? before),
    title: args.title,
    body: args.body,
    pinned: args.pinned,
    content,
    ...(announcement.acknowledgement === undefined || !args.essential
      ? {}
      : { acknowledgement: { ...announcement.acknowledgement, content } }),
    lastEdit: { by: editor, at: now, essential: args.essential },
    history: toKept([earlier, ...announcement.history]),
  });
};

/** The newest of the versions that may be kept. */
const toKept = (versions: readonly Version[]): Version[] => {
  let characters = 0;
  const tooMany = versions.findIndex((version, index) => {
    characters += JSON.stringify(version).length;
    return index >= HISTORY_MAX || characters > HISTORY_CHARACTERS_MAX;
  });
  return versions.slice(0, tooMany === -1 ? versions.length : tooMany);
};

/** The announcement without its text: that it existed stays visible, what it said does not (D8). */
export const withdraw = (announcement: Announcement, actor: Actor): Result<Announcement, RefusalKind> => {
  if (!mayEdit(actor, announcement)) return refuse('forbidden');
  return accept(toWithdrawn(announcement));
};

/** What is left of an announcement that was withdrawn: no text, no history, nothing that is wanted. */
export const toWithdrawn = (announcement: Announcement): Announcement => {
  const { form: _form, acknowledgement: _acknowledgement, attachments: _attachments, ...rest } = announcement;
  return {
    ...rest,
    body: createRichText(''),
    state: 'withdrawn',
    pinned: false,
    urgent: false,
    history: [],
  };
};

/** The receipt after its person has acknowledged a content. Acknowledging an older content does not take back a newer. */
export const confirm = (
  receipt: Receipt,
  args: Args<typeof acknowledge>,
  now: Instant,
): Result<Receipt, RefusalKind> => {
  if (receipt.asked === undefined) return refuse('not-found');
  if (args.content > receipt.asked.content) return refuse('invalid');
  const isNewer = args.content > (receipt.acknowledged?.content ?? 0);
  return accept(isNewer ? { ...receipt, acknowledged: { content: args.content, at: now } } : receipt);
};

/** Whether the receipt wants something: the acknowledgement of the present content or an answer. */
export const isWaiting = (receipt: Receipt): boolean =>
  !receipt.closed && (lacksAcknowledgement(receipt) || lacksResponse(receipt));

/** Whether the asked content was not acknowledged yet. */
export const lacksAcknowledgement = (receipt: Receipt): boolean =>
  !receipt.closed &&
  receipt.asked !== undefined &&
  (receipt.acknowledged === undefined || receipt.acknowledged.content < receipt.asked.content);

/** Whether an answer was asked and not given yet. */
export const lacksResponse = (receipt: Receipt): boolean =>
  !receipt.closed && receipt.responseAsked !== undefined && receipt.response === undefined;

/** The receipt a person has for an announcement at publishing, or by answering as somebody who joined later. */
export const createReceipt = (
  announcement: Announcement,
  personId: PersonName['id'],
  asked: { readonly acknowledgement: boolean; readonly response: boolean },
): Receipt => ({
  id: toReceiptId(announcement.id, personId),
  kind: 'receipt',
  rev: 0,
  inv: announcement.inv,
  announcementId: announcement.id,
  title: announcement.title,
  author: announcement.author,
  groups: announcement.groups,
  urgent: announcement.urgent,
  ...(asked.acknowledgement && announcement.acknowledgement !== undefined
    ? { asked: announcement.acknowledgement }
    : {}),
  ...(asked.response && announcement.form !== undefined
    ? {
        responseAsked:
          announcement.form.deadline === undefined ? {} : { deadline: announcement.form.deadline },
      }
    : {}),
  closed: false,
});

/**
 * The receipt after its person has answered. `deadline` is the instant at which the form closes; `taken` holds how many
 * others hold each place.
 */
export const answer = (
  receipt: Receipt,
  form: Form,
  args: Args<typeof respond>,
  context: {
    readonly now: Instant;
    readonly deadline: Instant | undefined;
    readonly taken: readonly number[];
  },
): Result<Receipt, RefusalKind> => {
  if (!isAnswerTo(form, args.answer)) return refuse('invalid');
  if (context.deadline !== undefined && context.now > context.deadline) return refuse('too-late');
  const isFull = args.answer.some((choice) => {
    const places = form.options[choice]?.places;
    return places !== undefined && (context.taken[choice] ?? 0) >= places;
  });
  if (isFull) return refuse('full');
  return accept({ ...receipt, response: { answer: args.answer, at: context.now } });
};

/** The thread after one more message; `thread` is undefined for the first question. */
export const ask = (
  thread: Thread | undefined,
  announcement: Announcement,
  args: Args<typeof askSender>,
  names: { readonly asker: PersonName },
  actor: Actor,
  now: Instant,
): Result<Thread, RefusalKind> => {
  const isAuthor = actor.personId === announcement.author.id;
  const isAsker = actor.personId === args.askerId;
  if (isAuthor === isAsker) return refuse('forbidden');
  if (isAuthor && thread === undefined) return refuse('not-found');
  if (thread === undefined && !mayRead(actor, announcement)) return refuse('not-found');
  const message = { by: actor.personId, text: args.text, at: now };
  const base: Thread = thread ?? {
    id: toThreadId(announcement.id, args.askerId),
    kind: 'thread',
    rev: 0,
    inv: toInverseTime(now),
    announcementId: announcement.id,
    title: announcement.title,
    asker: names.asker,
    author: announcement.author,
    messages: [],
  };
  if (base.messages.length >= 200) return refuse('full');
  return accept({ ...base, inv: toInverseTime(now), messages: [...base.messages, message] });
};

/** Whether the last word of the thread is the other person's. */
export const awaitsReply = (thread: Thread, personId: PersonName['id']): boolean => {
  const last = thread.messages.at(-1);
  return last !== undefined && last.by !== personId;
};

/** Everybody who is asked at publishing: the members of the addressed groups without the author and guests (D6). */
export const toAskedPersons = (
  announcement: Announcement,
  groups: readonly Group[],
): readonly PersonName[] => {
  const asked = new Map<string, PersonName>();
  for (const group of groups) {
    if (!announcement.groups.some((addressed) => addressed.id === group.id)) continue;
    for (const member of group.members) {
      if (member.function !== 'guest' && member.person.id !== announcement.author.id)
        asked.set(member.person.id, member.person);
    }
  }
  return [...asked.values()].sort(
    (left, right) =>
      left.lastName.localeCompare(right.lastName, 'de') ||
      left.firstName.localeCompare(right.firstName, 'de'),
  );
};

/** Whether the announcement belongs under "Abgelaufen". */
export const isExpired = (announcement: Announcement, now: Instant): boolean =>
  announcement.expiresAt !== undefined && announcement.expiresAt <= now;
