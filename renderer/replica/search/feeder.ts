import { getChangedDocumentsSinceQuery, prepareQuery, type RxDocumentData } from 'rxdb/plugins/core';
import { switchMap, type BehaviorSubject, type Subscription } from 'rxjs';
import type { Document } from '#core/protocol/documents.ts';
import type { Documents } from '../database.ts';
import type { Cancel, Timers } from '../environment.ts';
import { isFindable, isSearchable, SEARCHABLE, toIndexEntry } from './entry.ts';
import type { Progress, ToWorker } from './messages.ts';

/** Documents read at once; between two batches the screen has its turn. */
const BATCH = 100;
/** After a write the index follows within so long; a first sync is left alone while it writes without a pause. */
const AFTER = 400;
const AT_MOST = 5_000;
/** So long a search waits for what was just written, in milliseconds: an answer in time counts for more. */
const BEFORE_SEARCH = 300;
/**
 * RxDB's times of writing come from one clock but from several tabs: so much is read again, in milliseconds. Not more:
 * in a first sync thousands of documents are written in a few seconds, and every start would unseal them anew.
 */
const OVERLAP = 1_000;

/** Follows the replica and tells the index what has changed. */
export interface Feeder {
  /** Begins where the index says it stands. */
  begin(progress: Progress): void;
  /** Tells now what was written and not told yet; resolves when that is done, or soon while a lot is written. */
  catchUp(): Promise<void>;
  stop(): void;
}

export const createFeeder = (ports: {
  readonly documents$: BehaviorSubject<Documents>;
  readonly timers: Timers;
  send(message: ToWorker): void;
  /** Something new was told, or something taken out. */
  changed(): void;
  /** Whether the index knows as many documents as the replica holds. */
  check(counts: Extract<ToWorker, { type: 'check' }>['counts']): Promise<boolean>;
}): Feeder => {
  const { documents$, timers, send, changed } = ports;
  let progress: Progress = { generation: '', upTo: 0 };
  let following: Subscription | undefined;
  let working: Promise<void> | undefined;
  let wanted = false;
  let stopped = false;
  let waitingSince = 0;
  let wroteAt = Number.NEGATIVE_INFINITY;
  let cancel: Cancel = () => undefined;

  const toGeneration = (documents: Documents): string => documents.database.name;

  const beginAnew = (documents: Documents, isIncomplete: boolean): void => {
    progress = { generation: toGeneration(documents), upTo: 0 };
    send({ type: 'clear', generation: progress.generation, isIncomplete });
  };

  const follow = (): Promise<void> => {
    wanted = true;
    working ??= work().finally(() => {
      working = undefined;
    });
    return working;
  };

  const work = async (): Promise<void> => {
    try {
      while (wanted && !stopped) {
        wanted = false;
        waitingSince = 0;
        await tellWritten(documents$.value);
      }
    } catch (error) {
      // A database that was closed in the middle of it (lock, reset) has nothing more to tell.
      if (!stopped && !documents$.value.closed) throw error;
    }
  };

  const tellWritten = async (documents: Documents): Promise<void> => {
    if (toGeneration(documents) !== progress.generation) beginAnew(documents, false);
    let from = Math.max(0, progress.upTo - OVERLAP);
    let id = '';
    for (;;) {
      const rows = await readWritten(documents, from, id);
      if (stopped || documents !== documents$.value) return;
      const last = rows.at(-1);
      if (last === undefined) return;
      from = last._meta.lwt;
      id = last.id;
      const hasNews = from > progress.upTo;
      progress = { generation: progress.generation, upTo: Math.max(progress.upTo, from) };
      send(toFeed(rows, progress));
      if (hasNews) changed();
      if (rows.length < BATCH) return;
      await documents.database.requestIdlePromise();
      await quiet();
    }
  };

  /** Whoever writes goes first: a first sync would take half as long again with the index reading along. */
  const quiet = async (): Promise<void> => {
    const since = performance.now();
    while (!stopped && performance.now() - wroteAt < AFTER && performance.now() - since < AT_MOST) {
      await new Promise<void>((resolve) => void timers.after(AFTER, resolve));
    }
  };

  const verify = async (documents: Documents): Promise<void> => {
    await follow();
    const counts = await Promise.all(
      SEARCHABLE.map(async (kind) => [kind, await documents.count({ selector: { kind } }).exec()] as const),
    );
    if (stopped || documents !== documents$.value || (await ports.check(counts))) return;
    beginAnew(documents, true);
    await follow();
  };

  const soon = (): void => {
    const now = performance.now();
    wroteAt = now;
    if (waitingSince === 0) waitingSince = now;
    cancel();
    cancel = timers.after(now - waitingSince > AT_MOST ? 0 : AFTER, () => void follow());
  };

  return {
    begin: (known) => {
      progress = known;
      following = documents$.pipe(switchMap((documents) => documents.eventBulks$)).subscribe((bulk) => {
        const removed = bulk.events.flatMap((event) =>
          event.operation === 'DELETE' ? [event.documentId] : [],
        );
        // What may no longer be read is not found from this moment on (D10).
        if (removed.length > 0) {
          send({ type: 'feed', progress, entries: [], removed });
          changed();
        }
        soon();
      });
      following.add(documents$.subscribe((documents) => void verify(documents)));
    },
    catchUp: async () => {
      if (working === undefined && waitingSince === 0) return;
      cancel();
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const cancelLate = timers.after(BEFORE_SEARCH, resolve);
      await Promise.race([follow(), late]);
      cancelLate();
    },
    stop: () => {
      stopped = true;
      cancel();
      following?.unsubscribe();
    },
  };
};

const toFeed = (rows: readonly RxDocumentData<Document>[], progress: Progress): ToWorker => ({
  type: 'feed',
  progress,
  entries: rows.flatMap((row) =>
    !row._deleted && isSearchable(row) ? [{ entry: toIndexEntry(row), isFindable: isFindable(row) }] : [],
  ),
  removed: rows.flatMap((row) => (row._deleted ? [row.id] : [])),
});

/** What was written after (time, id), stubs included, in the order of writing: every RxDB storage has an index of it. */
const readWritten = async (
  documents: Documents,
  lwt: number,
  id: string,
): Promise<readonly RxDocumentData<Document>[]> => {
  const { storageInstance } = documents;
  const query = getChangedDocumentsSinceQuery<Document, { readonly lwt: number; readonly id: string }>(
    storageInstance,
    BATCH,
    { lwt, id },
  );
  return (await storageInstance.query(prepareQuery(storageInstance.schema, query))).documents;
};
