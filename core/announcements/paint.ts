import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { RefusalKind } from '../access/refusal.ts';
import type { Group } from '../groups/group.ts';
import type { Instant } from '../kernel/clock.ts';
import type { PersonName } from '../kernel/document.ts';
import type { Result } from '../kernel/result.ts';
import type { Announcement, Receipt, Status, Thread } from './announcement.ts';
import type { acknowledge, announce, askSender, editAnnouncement, respond } from './commands.ts';
import { ask, answer, confirm, createReceipt, edit, publish, withdraw } from './rules.ts';

type Args<Definition extends { args: z.ZodType }> = z.infer<Definition['args']>;

/** What the screen knew when the command was written; painting needs no further look at the replica. */
export interface AnnouncementHints {
  readonly me: PersonName;
  readonly actor: Actor;
  readonly at: Instant;
  readonly groups?: readonly Group[] | undefined;
  readonly announcement?: Announcement | undefined;
}

/** What the rule makes of the document, or the document as it was where the server will refuse. */
const orUnchanged = <Document>(
  outcome: Result<Document, RefusalKind>,
  before: Document | undefined,
): Document | undefined => (outcome.ok ? outcome.value : before);

/** The server's clock is known only so exactly, in milliseconds. */
const SLACK = 1_000;

/** The change may arrive before its answer: painted over its own result it would be there twice. */
const isOwn = (by: string, at: Instant, hints: AnnouncementHints): boolean =>
  by === hints.me.id && at >= hints.at - SLACK;

const isEdited = (
  { title, pinned, body, attachments, lastEdit }: Announcement,
  args: Args<typeof editAnnouncement>,
  hints: AnnouncementHints,
): boolean =>
  lastEdit !== undefined &&
  isOwn(lastEdit.by.id, lastEdit.at, hints) &&
  title === args.title &&
  pinned === args.pinned &&
  JSON.stringify(body) === JSON.stringify(args.body) &&
  (args.attachments === undefined || JSON.stringify(attachments ?? []) === JSON.stringify(args.attachments));

const isAsked = (
  thread: Thread | undefined,
  args: Args<typeof askSender>,
  hints: AnnouncementHints,
): boolean =>
  thread?.messages.some(({ by, text, at }) => text === args.text && isOwn(by, at, hints)) ?? false;

export const paintAnnounce = (
  before: Announcement | undefined,
  args: Args<typeof announce>,
  hints: AnnouncementHints,
): Announcement | undefined =>
  before ??
  orUnchanged(
    publish(args, hints.me, hints.actor, {
      now: hints.at,
      groups: hints.groups ?? [],
      settings: { teachersReachAllStaff: true },
    }),
    before,
  );

export const paintEdit = (
  before: Announcement | undefined,
  args: Args<typeof editAnnouncement>,
  hints: AnnouncementHints,
): Announcement | undefined =>
  before === undefined || isEdited(before, args, hints)
    ? before
    : orUnchanged(edit(before, args, hints.me, hints.actor, hints.at), before);

export const paintWithdraw = (
  before: Announcement | undefined,
  hints: AnnouncementHints,
): Announcement | undefined =>
  before === undefined ? undefined : orUnchanged(withdraw(before, hints.actor), before);

export const paintAcknowledge = (
  before: Receipt | undefined,
  args: Args<typeof acknowledge>,
  hints: AnnouncementHints,
): Receipt | undefined =>
  before === undefined ? undefined : orUnchanged(confirm(before, args, hints.at), before);

export const paintRespond = (
  before: Receipt | undefined,
  args: Args<typeof respond>,
  hints: AnnouncementHints,
): Receipt | undefined => {
  const { announcement } = hints;
  if (announcement?.form === undefined) return before;
  const receipt =
    before ?? createReceipt(announcement, hints.me.id, { acknowledgement: false, response: false });
  return orUnchanged(
    answer(receipt, announcement.form, args, { now: hints.at, deadline: undefined, taken: [] }),
    before,
  );
};

export const paintAsk = (
  before: Thread | undefined,
  args: Args<typeof askSender>,
  hints: AnnouncementHints,
): Thread | undefined =>
  hints.announcement === undefined || isAsked(before, args, hints)
    ? before
    : orUnchanged(ask(before, hints.announcement, args, { asker: hints.me }, hints.actor, hints.at), before);

export const paintRemind = (before: Status | undefined, hints: AnnouncementHints): Status | undefined =>
  before === undefined ? undefined : { ...before, reminder: { at: hints.at, state: 'planned' } };
