import { BehaviorSubject, concatMap, type Observable } from 'rxjs';
import type { Clock } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { OutboxCommand } from '#core/protocol/commands.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import type { Delivery, Hints, Pending } from '#core/protocol/overlay.ts';
import type { Altered, Kept, Submitted } from './contract.ts';
import { unlessFull, type OpenRow, type RowChange, type SealedTable } from './local-store.ts';

/** Stored commands are kept for so long, so that a restored server can be given back what it lost (D1), in milliseconds. */
export const KEEP_STORED = 30 * 24 * 60 * 60 * 1_000;

/** The commands of this device that have not landed. Durable before it is shown; shared by all tabs. */
export interface Outbox {
  /** In the order of writing. */
  readonly pending$: BehaviorSubject<readonly Pending[]>;
  submit(command: OutboxCommand, hints: Hints): Promise<Submitted>;
  revise(mid: Id, args: OutboxCommand['args']): Promise<Altered>;
  takeBack(mid: Id): Promise<Altered>;
  dismiss(mid: Id): Promise<Kept>;
  /**
   * Writes new states at once, all or none; `mid` that are gone are left out. `change` may run again when another tab was
   * faster. Throws `DiskFullError`.
   */
  change(mids: readonly Id[], change: (entry: Pending) => Pending): Promise<void>;
  /** Takes what has landed out of the list; it stays sealed for 30 days. */
  finish(mids: readonly Id[]): Promise<void>;
  /** What has landed in the last 30 days, in the order of writing. */
  finished(): Promise<readonly Pending[]>;
  /** Takes what had landed into the list again: a restored server did not take it a second time. */
  reopen(mid: Id, delivery: Delivery): Promise<void>;
  close(): void;
}

/** The line to the other tabs: says which commands were changed. */
export interface OutboxLine {
  readonly changed$: Observable<readonly string[]>;
  announce(mids: readonly string[]): void;
}

/** Opens the outbox and loads what has not landed. */
export const openOutbox = async (table: SealedTable, clock: Clock, line: OutboxLine): Promise<Outbox> => {
  const versions = new Map<string, number>();
  const pending$ = new BehaviorSubject<readonly Pending[]>([]);

  const show = (mids: readonly string[], rows: readonly OpenRow[]): void => {
    // What was read before a write of this tab and arrives after it is older than what is shown.
    const isStale = (row: OpenRow): boolean => row.version < (versions.get(row.id) ?? 0);
    const stale = new Set(rows.filter(isStale).map((row) => row.id));
    const replaced = new Set(mids.filter((mid) => !stale.has(mid)));
    const open = rows.filter((row) => row.done === 0 && !stale.has(row.id));
    replaced.forEach((mid) => versions.delete(mid));
    open.forEach((row) => versions.set(row.id, row.version));
    const kept = pending$.value.filter((entry) => !replaced.has(entry.command.mid));
    pending$.next([...kept, ...open.map(toPending)].sort(byOrder));
  };
  const reload = async (mids: readonly string[]): Promise<void> => show(mids, await table.get(mids));

  let closed = false;
  /** What is under way when the profile is locked is done again after the next start. */
  const unlessClosed = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      if (!closed) throw error;
    }
  };

  // One after the other: what was read first must not be shown last.
  const listening = line.changed$.pipe(concatMap((mids) => unlessClosed(reload(mids)))).subscribe();

  /** Writes the changes, shows them, tells the other tabs; false if another tab was faster, whose state is shown then. */
  const write = async (changes: readonly RowChange[]): Promise<boolean> => {
    const mids = changes.map((change) => change.id);
    if (!(await table.write(changes))) {
      await reload(mids);
      return false;
    }
    show(
      mids,
      changes.map(({ id, before, done, value }) => ({ id, version: (before ?? 0) + 1, done, value })),
    );
    line.announce(mids);
    return true;
  };

  const find = (mid: string): Pending | undefined =>
    pending$.value.find((entry) => entry.command.mid === mid);
  const toChange = (entry: Pending, done = 0): RowChange => ({
    id: entry.command.mid,
    before: versions.get(entry.command.mid),
    done,
    value: entry,
  });

  const takeOut = async (mid: Id, isAllowed: (entry: Pending) => boolean): Promise<boolean> => {
    for (let entry = find(mid); entry !== undefined && isAllowed(entry); entry = find(mid)) {
      // Only as it is shown: the tab that sends may have taken it up. Nothing is written, so a full disk hinders nobody.
      const isGone = await table.removeIf(mid, versions.get(mid) ?? 0);
      if (!isGone) {
        await reload([mid]);
        continue;
      }
      show([mid], []);
      line.announce([mid]);
      return true;
    }
    return false;
  };

  const changeAll = async (mids: readonly Id[], change: (entry: Pending) => Pending): Promise<void> => {
    for (;;) {
      const entries = mids.map(find).filter((entry) => entry !== undefined);
      const changes = entries.map((entry) => toChange(change(entry)));
      if (changes.length === 0 || (await write(changes))) return;
    }
  };
  const finishAll = async (mids: readonly Id[]): Promise<void> => {
    const entries = mids.map(find).filter((entry) => entry !== undefined);
    if (entries.length > 0) await write(entries.map((entry) => toChange(entry, clock.now())));
  };

  const reopenOne = async (mid: Id, delivery: Delivery): Promise<void> => {
    for (;;) {
      const [row] = await table.get([mid]);
      if (row === undefined) return;
      const value: Pending = { ...toPending(row), delivery };
      if (!(await table.write([{ id: mid, before: row.version, done: 0, value }]))) continue;
      await reload([mid]);
      line.announce([mid]);
      return;
    }
  };

  show([], await table.open());
  await table.forget(clock.now() - KEEP_STORED);

  return {
    pending$,
    submit: async (command, hints) => {
      if (pending$.value.length >= LIMITS.outbox) return { ok: false, reason: 'outbox-full' };
      const last = pending$.value.at(-1)?.order ?? 0;
      const order = Math.max(last + 1, clock.now());
      const entry: Pending = { command, hints, order, delivery: { state: 'waiting' } };
      const kept = await unlessFull(() => write([toChange(entry)]));
      return kept.ok ? { ok: true, mid: command.mid } : kept;
    },
    revise: (mid, args) =>
      toAltered(async () => {
        for (let entry = find(mid); entry?.delivery.state === 'waiting'; entry = find(mid)) {
          // The caller hands in the arguments of this command; the schema at the server's door has the last word.
          const command = { ...entry.command, args } as OutboxCommand;
          if (await write([toChange({ ...entry, command })])) return true;
        }
        return false;
      }),
    takeBack: (mid) => toAltered(() => takeOut(mid, (entry) => entry.delivery.state === 'waiting')),
    dismiss: (mid) =>
      unlessFull(async () => {
        await takeOut(mid, ({ delivery }) => delivery.state === 'conflict' || delivery.state === 'refused');
      }),
    change: (mids, change) => unlessClosed(changeAll(mids, change)),
    finish: (mids) => unlessClosed(finishAll(mids)),
    finished: async () => {
      const rows = await table.doneSince(clock.now() - KEEP_STORED);
      return rows.map(toPending).sort(byOrder);
    },
    reopen: (mid, delivery) => unlessClosed(reopenOne(mid, delivery)),
    close: () => {
      closed = true;
      listening.unsubscribe();
    },
  };
};

const toAltered = async (alter: () => Promise<boolean>): Promise<Altered> => {
  let isAltered = false;
  const kept = await unlessFull(async () => {
    isAltered = await alter();
  });
  return kept.ok && !isAltered ? { ok: false, reason: 'sent' } : kept;
};

/** What was sealed here is what `Outbox` wrote: nobody else has the key. */
const toPending = (row: OpenRow): Pending => row.value as Pending;

const byOrder = (left: Pending, right: Pending): number =>
  left.order - right.order || (left.command.mid < right.command.mid ? -1 : 1);
