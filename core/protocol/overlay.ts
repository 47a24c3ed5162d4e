import {
  paintAcknowledge,
  paintAnnounce,
  paintAsk,
  paintEdit,
  paintRemind,
  paintRespond,
  paintWithdraw,
  type AnnouncementHints,
} from '../announcements/paint.ts';
import {
  paintCreateGroup,
  paintRemoveMember,
  paintRenameGroup,
  paintSetGroupDevices,
  paintSetMember,
  type GroupHints,
} from '../groups/paint.ts';
import {
  paintAddItem,
  paintCancel,
  paintEditConference,
  paintEditItem,
  paintInvite,
  paintOrder,
  paintPlan,
  paintSettle,
  paintSubmit,
  paintWithdrawMotion,
  type MeetingHints,
} from '../meetings/paint.ts';
import { paintSetResolution } from '../meetings/resolution-paint.ts';
import type { RefusalKind } from '../access/refusal.ts';
import type { Id } from '../kernel/id.ts';
import { toPaintedIds, toTargetId, type OutboxCommand } from './commands.ts';
import type { Document, DocumentKind, DocumentOf } from './documents.ts';

/** What the screen knew when a command was written; sealed beside it in the outbox. */
export type Hints = AnnouncementHints & GroupHints & MeetingHints;

/**
 * Where a command stands (D1): `waiting` may be edited or withdrawn, `sent` is locked, `stored` waits for its revision
 * to arrive in the replica, `conflict` and `refused` stand on "Nicht gespeichert".
 */
export type Delivery =
  | { readonly state: 'waiting' }
  | { readonly state: 'sent' }
  | { readonly state: 'stored'; readonly rev: number | undefined; readonly at: number }
  | { readonly state: 'conflict' | 'refused'; readonly reason: RefusalKind; readonly at: number };

/** A command in the outbox. `order` ascends in the order of writing. */
export interface Pending {
  readonly command: OutboxCommand;
  readonly hints: Hints;
  readonly order: number;
  readonly delivery: Delivery;
}

/** A document as the screen shows it: `pending` tells that something about it still waits. */
export type Painted<Kind extends DocumentKind> = DocumentOf<Kind> & { readonly pending?: Delivery['state'] };

type Paint = Document & { readonly pending?: Delivery['state'] };

/** Whether answer and revision are both there, so that the replica shows by itself what the command did. */
export const hasLanded = (pending: Pending, stored: Document | undefined): boolean =>
  pending.delivery.state === 'stored' &&
  (pending.delivery.rev === undefined || (stored?.rev ?? 0) >= pending.delivery.rev);

/** The commands whose effect still has to be painted; refused ones are not. */
export const toOpen = (
  pending: readonly Pending[],
  stored: ReadonlyMap<string, Document>,
): readonly Pending[] =>
  pending.filter(
    (entry) =>
      entry.delivery.state !== 'refused' &&
      entry.delivery.state !== 'conflict' &&
      !hasLanded(entry, stored.get(toTargetId(entry.command, entry.hints.me.id))),
  );

/** The document after one waiting command; undefined where there is nothing to show. */
export const paintOne = (before: Document | undefined, entry: Pending): Document | undefined => {
  const { command, hints } = entry;
  switch (command.name) {
    case 'announce':
      return paintAnnounce(only(before, 'announcement'), command.args, hints);
    case 'edit-announcement':
      return paintEdit(only(before, 'announcement'), command.args, hints);
    case 'withdraw-announcement':
      return paintWithdraw(only(before, 'announcement'), hints);
    case 'acknowledge':
      return paintAcknowledge(only(before, 'receipt'), command.args, hints);
    case 'respond':
      return paintRespond(only(before, 'receipt'), command.args, hints);
    case 'ask-sender':
      return paintAsk(only(before, 'thread'), command.args, hints);
    case 'remind':
      return paintRemind(only(before, 'status'), hints);
    case 'create-group':
      return paintCreateGroup(only(before, 'group'), command.args, hints);
    case 'rename-group':
      return paintRenameGroup(only(before, 'group'), command.args, hints);
    case 'set-member':
      return paintSetMember(only(before, 'group'), command.args, hints);
    case 'remove-member':
      return paintRemoveMember(only(before, 'group'), command.args, hints);
    // A list counts once the server has planned it.
    case 'import-staff':
      return before;
    case 'set-group-devices':
      return paintSetGroupDevices(only(before, 'group'), command.args, hints);
    case 'plan-conference':
      return paintPlan(only(before, 'conference'), command.args, hints);
    case 'edit-conference':
      return paintEditConference(only(before, 'conference'), command.args, hints);
    case 'cancel-conference':
      return paintCancel(only(before, 'conference'));
    case 'invite':
      return paintInvite(only(before, 'conference'));
    case 'add-item':
      return paintAddItem(only(before, 'agenda-item'), command.args, hints);
    case 'edit-item':
      return paintEditItem(only(before, 'agenda-item'), command.args, hints);
    case 'remove-item':
      return undefined;
    case 'order-items':
      return paintOrder(only(before, 'agenda-item'), command.args.itemIds);
    case 'submit-motion':
      return paintSubmit(only(before, 'motion'), command.args, hints);
    case 'withdraw-motion':
      return paintWithdrawMotion(only(before, 'motion'));
    case 'settle-motion':
      return paintSettle(only(before, 'motion'), command.args);
    case 'set-resolution':
      return paintSetResolution(only(before, 'resolution'), command.args, hints);
  }
};

/**
 * The replica's documents of one kind with the waiting commands painted over, newest first. `stored` holds the documents
 * the commands aim at, also those outside the window of `documents`. Never written into the replica.
 */
export const paintPending = <Kind extends DocumentKind>(
  kind: Kind,
  documents: readonly DocumentOf<Kind>[],
  pending: readonly Pending[],
  stored: ReadonlyMap<string, Document>,
  limit = Number.POSITIVE_INFINITY,
): readonly Painted<Kind>[] => {
  const byTarget = new Map<Id, Pending[]>();
  for (const entry of toOpen(pending, stored)) {
    for (const id of toPaintedIds(entry.command, entry.hints.me.id)) {
      byTarget.set(id, [...(byTarget.get(id) ?? []), entry]);
    }
  }
  const isShown = (document: Paint | undefined): document is Painted<Kind> => document?.kind === kind;
  const paint = (before: Document | undefined, entries: readonly Pending[]): Paint | undefined => {
    const after = entries.reduce<Document | undefined>(paintOne, before);
    const state = entries.at(-1)?.delivery.state;
    return after === undefined || after === before || state === undefined
      ? after
      : { ...after, pending: state };
  };
  const seen = new Set<string>();
  const painted: (Paint | undefined)[] = documents.map((document) => {
    seen.add(document.id);
    const entries = byTarget.get(document.id);
    return entries === undefined ? document : paint(document, entries);
  });
  for (const [id, entries] of byTarget) {
    if (!seen.has(id)) painted.push(paint(stored.get(id), entries));
  }
  const shown = painted.filter(isShown);
  if (byTarget.size > 0) shown.sort((left, right) => left.inv - right.inv || (left.id < right.id ? -1 : 1));
  return shown.slice(0, limit);
};

const only = <Kind extends DocumentKind>(
  document: Document | undefined,
  kind: Kind,
): DocumentOf<Kind> | undefined => (isKind(document, kind) ? document : undefined);

const isKind = <Kind extends DocumentKind>(
  document: Document | undefined,
  kind: Kind,
): document is DocumentOf<Kind> => document?.kind === kind;
