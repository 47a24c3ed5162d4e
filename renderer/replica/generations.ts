import { BehaviorSubject, filter, firstValueFrom, Subject } from 'rxjs';
import { z } from 'zod';
import { toInverseTime } from '#core/kernel/clock.ts';
import { createId } from '#core/kernel/id.ts';
import type { Checkpoint } from '#core/protocol/messages/pull.ts';
import {
  findGenerations,
  openDatabase,
  wipeDatabases,
  type AnyStorage,
  type Documents,
  type OpenDatabase,
} from './database.ts';
import type { Cancel, Environment } from './environment.ts';
import type { Link } from './link.ts';
import { isQuotaError, type LocalStore } from './local-store.ts';
import { startReplication, type Progress, type Replication } from './replication.ts';
import type { Tabs } from './tabs.ts';

/**
 * The databases of a replica, one after the other (D3): a reset fills the next one while the present one serves the
 * screen, swaps, and deletes the old one.
 */
export interface Generations {
  readonly documents$: BehaviorSubject<Documents>;
  readonly progress$: BehaviorSubject<Progress>;
  /** Emits after a reset because of another epoch: the server was restored from a backup. Again with each lead until `offered`. */
  readonly restored$: Subject<void>;
  /**
   * Whether waiting commands may go out: the server that is connected is the one this replica stands on. A restored one
   * is first offered what it lost, or it would refuse what was written about it.
   */
  readonly ready$: BehaviorSubject<boolean>;
  /** The restored server was offered again what it had lost. */
  offered(): Promise<void>;
  /** This tab leads: it pulls. */
  lead(link: Link): void;
  /** Asks the server whether anything is missing, and waits until that is answered and stored. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

export interface GenerationsOptions {
  /** What the names of all databases of the profile start with. */
  readonly prefix: string;
  readonly storage: AnyStorage;
  readonly key: CryptoKey;
  readonly multiInstance: boolean;
  readonly environment: Environment;
  readonly local: LocalStore;
  readonly tabs: Tabs;
  /** A reset starts within so many milliseconds: after a restore the whole school resets at once. */
  readonly resetSpread: number;
}

/**
 * What documents look like on disk. Raise it when this program reads a document otherwise than the last one: the replica
 * is then filled anew (two seconds for 10,000 documents) instead of migrated.
 */
const SHAPE = 1;
const recordSchema = z.object({
  shape: z.int(),
  current: z.string(),
  next: z.string().optional(),
  /** Where the replica stood before the reset that `next` is filled for. */
  before: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** The server was restored from a backup and has not been offered everything again. */
  isRestored: z.boolean().optional(),
});
type Generation = z.infer<typeof recordSchema>;
const RECORD = 'generation';

/** A fill that takes longer than this is shown as soon as the newest 30 days are there, in milliseconds. */
const PATIENCE = 5_000;
/** A reset that failed is tried again after so long, in milliseconds. */
const AGAIN_AFTER = 30_000;
const RECENT = 30 * 24 * 60 * 60 * 1_000;

export const openGenerations = async (options: GenerationsOptions): Promise<Generations> => {
  const { environment, local, tabs, prefix } = options;
  const open = (name: string): Promise<OpenDatabase> => openDatabase({ ...options, name });
  const createName = (): string => `${prefix}-g-${createId(environment.random)}`;
  const load = async (): Promise<Generation | undefined> => {
    const [row] = await local.state.get([RECORD]);
    return row === undefined ? undefined : recordSchema.parse(row.value);
  };
  const save = async (value: Generation): Promise<void> => {
    for (;;) {
      const [row] = await local.state.get([RECORD]);
      if (await local.state.write([{ id: RECORD, before: row?.version, done: 0, value }])) return;
    }
  };

  /** Opens the database; one that cannot be opened is given up, since everything in it can be pulled anew. */
  const openCurrent = async (known: Generation | undefined): Promise<OpenDatabase> => {
    try {
      if (known !== undefined) return await open(known.current);
    } catch (error) {
      // On a full disk another database would not open either, and this one can still be read one day.
      if (isQuotaError(error)) throw error;
    }
    record = { ...known, shape: SHAPE, current: createName() };
    await save(record);
    return open(record.current);
  };

  const known = await load();
  let record: Generation = known ?? { shape: SHAPE, current: '' };
  let present = await openCurrent(known);
  let upcoming: OpenDatabase | undefined;
  let replication: Replication | undefined;
  let link: Link | undefined;
  let closed = false;
  let cancelSpread: Cancel = () => undefined;
  const documents$ = new BehaviorSubject(present.documents);
  const progress$ = new BehaviorSubject<Progress>({ inSync: false, filling: undefined });
  const restored$ = new Subject<void>();
  const ready$ = new BehaviorSubject(false);
  /** Waiting commands go out unless something is to be offered first. */
  const makeReady = (): void => {
    if (!ready$.value && record.isRestored !== true) ready$.next(true);
  };

  const show = async (database: OpenDatabase): Promise<void> => {
    const old = present;
    present = database;
    documents$.next(database.documents);
    await old.leave();
  };

  const pullInto = (database: OpenDatabase, line: Link): Replication => {
    const started = startReplication({
      documents: database.documents,
      link: line,
      timers: environment.timers,
    });
    replication = started;
    started.progress$.subscribe((progress) => {
      if (replication === started) progress$.next(progress);
    });
    started.reset$.subscribe((checkpoint) => {
      if (replication === started) arrangeReset(line, checkpoint);
    });
    started.accepted$.subscribe(() => {
      if (database === present) makeReady();
    });
    return started;
  };

  const arrangeReset = (line: Link, before: Checkpoint | undefined): void => {
    progress$.next({ inSync: false, filling: { documents: 0, oldestInv: 0 } });
    const share = (environment.random.bytes(1)[0] ?? 0) / 256;
    cancelSpread();
    cancelSpread = environment.timers.after(share * options.resetSpread, () =>
      attempt(() => reset(line, before)),
    );
  };

  /** What fails (a full disk) is tried again later; the present database goes on serving the screen. */
  const attempt = (step: () => Promise<void>): void => {
    step().catch(() => {
      // A replica that cannot be filled keeps back nothing that was written here.
      ready$.next(true);
      if (!closed) cancelSpread = environment.timers.after(AGAIN_AFTER, () => attempt(step));
    });
  };

  const reset = async (line: Link, before: Checkpoint | undefined): Promise<void> => {
    await replication?.stop();
    // A next database that the server does not accept either is given up for another one.
    const refused = upcoming;
    upcoming = undefined;
    await refused?.leave();
    if (closed) return;
    const next = createName();
    record = { ...record, next, before: before ?? record.before };
    await save(record);
    await fill(line, next);
  };

  const fill = async (line: Link, name: string): Promise<void> => {
    const next = await open(name);
    if (closed) {
      await next.leave();
      return;
    }
    upcoming = next;
    const started = pullInto(next, line);
    await isUsable(started);
    if (closed || upcoming !== next) return;
    upcoming = undefined;
    const { before, isRestored = false } = record;
    const isOther = before !== undefined && isOtherEpoch(before, started.checkpoint());
    record = { shape: SHAPE, current: name, isRestored: isRestored || isOther };
    await save(record);
    await show(next);
    tabs.tell({ type: 'swap', name });
    if (isOther) restored$.next();
    else makeReady();
    await sweep();
  };

  /** Deletes databases of earlier resets, also those that a crash has left behind. */
  const sweep = async (): Promise<void> => {
    const kept = [record.current, record.next, present.name];
    for (const name of await findGenerations(`${prefix}-g-`, environment)) {
      if (!kept.includes(name) && !closed) await wipeDatabases(name, environment);
    }
  };

  const takeLead = async (line: Link): Promise<void> => {
    record = (await load()) ?? record;
    // The tab that led before may have closed between the swap and telling of it.
    if (record.current !== present.name) await show(await open(record.current));
    if (closed) return;
    if (record.isRestored === true) restored$.next();
    const { next } = record;
    if (next !== undefined) attempt(() => fill(line, next));
    else if (record.shape !== SHAPE) attempt(() => reset(line, undefined));
    else {
      pullInto(present, line);
      await sweep();
    }
  };

  /** Waits until the next database may be shown: complete, or after some patience the newest 30 days. */
  const isUsable = (started: Replication): Promise<Progress> => {
    const since = environment.clock.now();
    return firstValueFrom(
      started.progress$.pipe(
        filter(({ inSync, filling }) => {
          const now = environment.clock.now();
          const isRecent = (filling?.oldestInv ?? 0) > toInverseTime(now - RECENT);
          return inSync || (isRecent && now - since > PATIENCE);
        }),
      ),
    );
  };

  const following = tabs.on('swap').subscribe(({ name }) => {
    if (closed || link !== undefined || name === present.name) return;
    void open(name).then((database) => (closed ? database.leave() : show(database)));
  });

  return {
    documents$,
    progress$,
    restored$,
    ready$,
    offered: async () => {
      record = { ...record, isRestored: false };
      if (!closed) await save(record);
      makeReady();
    },
    lead: (line) => {
      link = line;
      following.add(
        line.status$.subscribe(({ connection }) => {
          if (connection !== 'online' && ready$.value) ready$.next(false);
        }),
      );
      attempt(() => takeLead(line));
    },
    catchUp: async () => {
      replication?.resync();
      await firstValueFrom(progress$.pipe(filter((progress) => progress.inSync)));
    },
    close: async () => {
      closed = true;
      cancelSpread();
      following.unsubscribe();
      await replication?.stop();
      await upcoming?.leave();
      await present.leave();
    },
  };
};

const isOtherEpoch = (before: Checkpoint, after: Checkpoint): boolean => {
  const epochs = toEpochs(before);
  return [...toEpochs(after)].some((epoch) => !epochs.has(epoch));
};

const toEpochs = (checkpoint: Checkpoint): ReadonlySet<string> =>
  new Set(
    Object.values(checkpoint).flatMap((value) =>
      typeof value === 'string' && value !== '' ? [value.split('.')[0] ?? ''] : [],
    ),
  );
