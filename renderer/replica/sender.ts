import { toRetryRule, type RefusalKind } from '#core/access/refusal.ts';
import type { Id } from '#core/kernel/id.ts';
import { isPlanning, toTargetId, type OutboxCommand, type PlanningCommand } from '#core/protocol/commands.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import type { Delivery, Pending } from '#core/protocol/overlay.ts';
import { BehaviorSubject } from 'rxjs';
import type { Obstacle } from './contract.ts';
import type { Cancel, Environment } from './environment.ts';
import type { Link } from './link.ts';
import type { UploadGate } from './files/files.ts';
import { DiskFullError } from './local-store.ts';
import type { Outbox } from './outbox.ts';

/** So many commands may be unanswered at once. */
const IN_FLIGHT = 8;
const RETRY_FIRST = 2_000;
const RETRY_LONGEST = 60_000;

/** A command on its way, and the documents it touches. */
interface Flight {
  readonly touched: readonly string[];
}

/** Sends what waits; runs in one tab only. */
export interface Sender {
  /** Why nothing goes out although the server is there; undefined if it does. */
  readonly obstacle$: BehaviorSubject<Obstacle | undefined>;
  /** Offers again what the server had stored before it was restored from a backup; true when it has answered all of it. */
  offerAgain(): Promise<boolean>;
  stop(): void;
}

export const startSender = (
  outbox: Outbox,
  link: Pick<Link, 'command' | 'forget' | 'status$'>,
  environment: Pick<Environment, 'clock' | 'timers'>,
  uploads: UploadGate,
  /** Nothing goes out while this is false: a restored server must first be given back what the rest builds on. */
  ready$: BehaviorSubject<boolean> = new BehaviorSubject(true),
): Sender => {
  const obstacle$ = new BehaviorSubject<Obstacle | undefined>(undefined);
  const inFlight = new Map<Id, Flight>();
  let stopped = false;
  let paused = false;
  let failures = 0;
  let cancelRetry: Cancel = () => undefined;

  const pump = (): void => {
    if (stopped || paused || !ready$.value || link.status$.value.connection !== 'online') return;
    const blocked = new Set([...inFlight.values()].flatMap(({ touched }) => touched));
    for (const entry of outbox.pending$.value) {
      if (inFlight.size >= IN_FLIGHT) return;
      const { mid } = entry.command;
      const touched = toTouched(entry);
      const isFree = !inFlight.has(mid) && isToSend(entry) && !touched.some((id) => blocked.has(id));
      const gate = isFree ? uploads.check(entry.command) : 'waiting';
      // Whatever comes later and touches the same waits for its turn, in the order of writing.
      if (isToSend(entry)) touched.forEach((id) => blocked.add(id));
      if (gate === 'waiting') continue;
      const flight: Flight = { touched };
      inFlight.set(mid, flight);
      const work = gate === 'ready' ? deliver(mid, flight) : giveUp(entry, gate);
      void work.finally(() => {
        if (inFlight.get(mid) === flight) inFlight.delete(mid);
        pump();
      });
    }
  };

  /** What it attaches cannot be uploaded: its author decides. */
  const giveUp = async (entry: Pending, reason: RefusalKind): Promise<void> => {
    try {
      await record(entry, { status: 'refused', reason });
    } catch (error) {
      pause(error instanceof DiskFullError ? 'disk-full' : undefined);
    }
  };

  /**
   * The server that answers next may be another one, restored from a backup, which is first offered what it lost (BAK10).
   * So what was not answered is called back with the line it went out on, and goes out anew in its turn.
   */
  const callBack = (): void => {
    for (const mid of inFlight.keys()) link.forget(mid);
    inFlight.clear();
  };

  /** The last mark that is being written: what was written first goes out first, whichever is sealed faster. */
  let marked: Promise<void> = Promise.resolve();
  const mark = (mid: Id): Promise<void> => {
    const marking = marked.then(() =>
      outbox.change([mid], (entry) => (isToSend(entry) ? { ...entry, delivery: { state: 'sent' } } : entry)),
    );
    marked = marking.catch(() => undefined);
    return marking;
  };

  const deliver = async (mid: Id, flight: Flight): Promise<void> => {
    try {
      await mark(mid);
      const entry = outbox.pending$.value.find((candidate) => candidate.command.mid === mid);
      // Another tab may have taken it back in the meantime.
      if (stopped || entry?.delivery.state !== 'sent') return;
      // The line was lost in the meantime.
      if (inFlight.get(mid) !== flight) return;
      const answer = await link.command(entry.command);
      if (!stopped) await record(entry, answer);
    } catch (error) {
      // The state could not be written: the same command goes out again, which harms nobody.
      pause(error instanceof DiskFullError ? 'disk-full' : undefined);
    }
  };

  const record = async (sent: Pending, answer: CommandAnswer): Promise<void> => {
    const { mid } = sent.command;
    const at = environment.clock.now();
    if (answer.status !== 'refused' || toRetryRule(answer.reason) === 'never') resume();
    if (answer.status === 'stored') {
      const { rev } = answer;
      const later = rev === undefined ? [] : toLater(sent, outbox.pending$.value);
      await outbox.change([mid, ...later], (entry) =>
        entry.command.mid === mid
          ? { ...entry, delivery: { state: 'stored', rev, at } }
          : { ...entry, command: rebase(entry.command, rev) },
      );
      return;
    }
    if (answer.status === 'conflict') {
      await outbox.change([mid], (entry) => ({
        ...entry,
        delivery: { state: 'conflict', reason: 'conflict', at },
      }));
      return;
    }
    const { reason } = answer;
    if (toRetryRule(reason) === 'never') {
      const state = reason === 'conflict' ? 'conflict' : 'refused';
      await outbox.change([mid], (entry) => ({ ...entry, delivery: { state, reason, at } }));
      return;
    }
    await outbox.change([mid], (entry) => ({ ...entry, delivery: { state: 'waiting' } }));
    pause(reason);
  };

  /** Nothing goes out for a while; the order is kept. */
  const pause = (reason: Obstacle | undefined): void => {
    // Of those that were under way together only the first one counts.
    if (!paused) failures += 1;
    paused = true;
    obstacle$.next(reason);
    cancelRetry();
    cancelRetry = environment.timers.after(Math.min(RETRY_FIRST * 2 ** (failures - 1), RETRY_LONGEST), () => {
      paused = false;
      pump();
      // Taken back meanwhile: nothing is in the way of nothing.
      if (!outbox.pending$.value.some(isToSend)) resume();
    });
  };
  const resume = (): void => {
    failures = 0;
    if (obstacle$.value !== undefined) obstacle$.next(undefined);
  };

  const subscriptions = [
    outbox.pending$.subscribe(pump),
    uploads.changed$.subscribe(pump),
    ready$.subscribe(pump),
    link.status$.subscribe((status) => {
      if (status.connection !== 'online') {
        callBack();
        return;
      }
      // A new connection may follow a new sign-in or a new program: what was in the way may be gone.
      cancelRetry();
      paused = false;
      pump();
    }),
  ];

  return {
    obstacle$,
    offerAgain: async () => {
      // Also what was stored and has not been seen in the replica: it never will be by itself.
      const unseen = outbox.pending$.value.filter(({ delivery }) => delivery.state === 'stored');
      const stored = [...(await outbox.finished()), ...unseen].sort(
        (left, right) => left.order - right.order,
      );
      // What they attach may be lost with them.
      uploads.distrust();
      for (const { command } of stored) {
        if (stopped) return false;
        const gate = uploads.check(command);
        if (gate !== 'ready') {
          // Its files go first; it waits for them like any other, in its old place, and holds up nobody else.
          const at = environment.clock.now();
          await outbox.reopen(
            command.mid,
            gate === 'waiting' ? { state: 'waiting' } : { state: 'refused', reason: gate, at },
          );
          continue;
        }
        const answer = await link.command(command);
        const delivery = toUnstored(answer, environment.clock.now());
        if (delivery !== undefined && !stopped) await outbox.reopen(command.mid, delivery);
      }
      return !stopped;
    },
    stop: () => {
      stopped = true;
      cancelRetry();
      subscriptions.forEach((subscription) => subscription.unsubscribe());
    },
  };
};

/** Where a command stands that a restored server did not take again; undefined if it did. */
const toUnstored = (answer: CommandAnswer, at: number): Delivery | undefined => {
  switch (answer.status) {
    case 'stored':
      return undefined;
    case 'conflict':
      return { state: 'conflict', reason: 'conflict', at };
    case 'refused':
      return toRetryRule(answer.reason) === 'never'
        ? { state: 'refused', reason: answer.reason, at }
        : { state: 'waiting' };
  }
};

/** `sent` ones too: after a reload nobody knows whether they arrived, and a repeat is harmless. */
const isToSend = ({ delivery }: Pending): boolean =>
  delivery.state === 'waiting' || delivery.state === 'sent';

/** The documents a command needs or changes: an announcement to a group written offline must not overtake that group. */
const toTouched = ({ command, hints }: Pending): readonly string[] => {
  const target = toTargetId(command, hints.me.id);
  // An item must not overtake the conference it belongs to, nor an invitation the items before it.
  if (isPlanning(command)) return toPlanningTouched(command, hints, target);
  switch (command.name) {
    case 'announce':
      return [target, ...command.args.groupIds];
    case 'acknowledge':
    case 'respond':
    case 'ask-sender':
    case 'remind':
      return [target, command.args.announcementId];
    case 'edit-announcement':
    case 'withdraw-announcement':
    case 'create-group':
    case 'rename-group':
    case 'set-member':
    case 'remove-member':
    case 'import-staff':
    case 'set-group-devices':
    case 'set-resolution':
      return [target];
  }
};

const toPlanningTouched = (
  command: PlanningCommand,
  { conference }: Pending['hints'],
  target: Id,
): readonly string[] => {
  const about = conference === undefined ? [] : [conference.id];
  if (command.name === 'plan-conference') return [target, command.args.groupId];
  if (command.name === 'submit-motion') return [target, command.args.conferenceId];
  if (command.name === 'add-item') {
    const { conferenceId, motionId = target } = command.args;
    return [target, conferenceId, motionId];
  }
  return [target, ...about];
};

/** What was written after this one for the same document, on what the screen showed: this one's result. */
const toLater = (sent: Pending, pending: readonly Pending[]): readonly Id[] =>
  pending
    .filter(
      (entry) =>
        entry.order > sent.order &&
        entry.delivery.state === 'waiting' &&
        toTargetId(entry.command, entry.hints.me.id) === toTargetId(sent.command, sent.hints.me.id),
    )
    .map((entry) => entry.command.mid);

const rebase = (command: OutboxCommand, rev: number | undefined): OutboxCommand =>
  rev === undefined || command.baseRev === undefined || command.baseRev >= rev
    ? command
    : { ...command, baseRev: rev };
