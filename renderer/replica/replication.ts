import type { WithDeleted } from 'rxdb/plugins/core';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { BehaviorSubject, map, merge, Subject, type Observable } from 'rxjs';
import type { Document } from '#core/protocol/documents.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import type { Checkpoint } from '#core/protocol/messages/pull.ts';
import { isAlreadyHere, type Documents } from './database.ts';
import type { Cancel, Timers } from './environment.ts';
import { spareLookups } from './first-fill.ts';
import type { FeedItem, Link } from './link.ts';
import { isQuotaError } from './local-store.ts';
import type { Page } from './requests.ts';

/** How far a replica is. */
export interface Progress {
  /** Everything the server had for us lies on this device, and the line is up. */
  readonly inSync: boolean;
  /** Present until every bucket was pulled down to its first document: how many have arrived in this run. */
  readonly filling: { readonly documents: number; readonly oldestInv: number } | undefined;
  /** The last write failed for want of space; tried again by itself. */
  readonly isDiskFull?: boolean;
}

export interface Replication {
  readonly progress$: BehaviorSubject<Progress>;
  /** Emits when the server says that this replica must be filled anew (D3); then nothing more is pulled. */
  readonly reset$: Observable<Checkpoint | undefined>;
  /** Emits with every page: the server is the one this replica stands on. */
  readonly accepted$: Observable<void>;
  /** Asks the server whether anything is missing; `progress$` is in sync again when that is answered and stored. */
  resync(): void;
  /** The checkpoint of the last page. */
  checkpoint(): Checkpoint;
  stop(): Promise<void>;
}

/** A page should take about so long, in milliseconds: on a slow line what somebody else writes must not wait behind a long one. */
const PAGE_TIME = 1_000;
const RESTART_FIRST = 500;
const RESTART_LONGEST = 30_000;

/** Pulls the feed into the collection, newest first, and follows it live. Never pushes (D1). */
export const startReplication = (options: {
  readonly documents: Documents;
  readonly link: Pick<Link, 'pull' | 'feed$' | 'status$'>;
  readonly timers: Timers;
}): Replication => {
  const { documents, link, timers } = options;
  const progress$ = new BehaviorSubject<Progress>({ inSync: false, filling: undefined });
  const reset$ = new Subject<Checkpoint | undefined>();
  const accepted$ = new Subject<void>();
  const again$ = new Subject<FeedItem>();
  let state: RxReplicationState<Document, Checkpoint> | undefined;
  let stopped = false;
  let pageSize: number = LIMITS.pageMin;
  let received = 0;
  let failures = 0;
  let last: Checkpoint = {};
  /** The last rows of the last page and of the one before, as far as they are still to be waited for. */
  let lastRow: WithDeleted<Document> | undefined;
  let rowBefore: WithDeleted<Document> | undefined;
  /** Counts starts: what belongs to an earlier one waits for nothing. */
  let run = 0;
  /** Counts what makes an earlier "in sync" void: a lost line, a RESYNC. */
  let voided = 0;
  let cancelRestart: Cancel = () => undefined;

  const sparing = spareLookups(documents);

  const setProgress = (change: Partial<Progress>): void => progress$.next({ ...progress$.value, ...change });

  /**
   * T5: RxDB pulls faster than it writes and would merge the pages into one long write. While one page is written the
   * next one is fetched, but no further: this waits until the last row of the page before the last is stored. Idleness
   * alone comes too early, since RxDB reads between receiving and writing.
   */
  const isStored = async (mine: number): Promise<void> => {
    for (;;) {
      const awaited = rowBefore;
      if (awaited === undefined || mine !== run || stopped) return;
      const [here] = await documents.storageInstance.findDocumentsById([awaited.id], true);
      // A stub that lies here came after it: then it has been written as well.
      if (here !== undefined && (here._deleted || isAlreadyHere(awaited, here))) return;
      await documents.database.requestIdlePromise();
    }
  };

  const pull = async (
    checkpoint: Checkpoint | undefined,
  ): Promise<{ documents: WithDeleted<Document>[]; checkpoint: Checkpoint }> => {
    const mine = run;
    await sparing;
    await isStored(mine);
    const round = voided;
    if (mine !== run || stopped) return never();
    const { page, took } = await link.pull(checkpoint, pageSize);
    if (mine !== run || stopped) return never();
    if (page.reset === true) {
      reset$.next(checkpoint);
      return never();
    }
    accepted$.next();
    pageSize = toPageSize(page.documents.length, took);
    const rows = toRows(page.documents);
    // Never a stub: RxDB writes none of a document that this replica never had.
    [rowBefore, lastRow] = [lastRow, rows.findLast((row) => !row._deleted)];
    last = { ...checkpoint, ...page.checkpoint };
    const isLast = page.documents.length < LIMITS.pageMin;
    report(rows, isFilled(last) || isLast);
    if (isLast) void settle(round);
    return { documents: rows, checkpoint: page.checkpoint };
  };

  const report = (rows: readonly WithDeleted<Document>[], filled: boolean): void => {
    received = filled ? 0 : received + rows.length;
    const oldestInv = rows.reduce((oldest, row) => Math.max(oldest, row.inv), 0);
    if (!filled) setProgress({ filling: { documents: received, oldestInv } });
  };

  const settle = async (round: number): Promise<void> => {
    await state?.awaitInSync();
    failures = 0;
    (await sparing)();
    if (round === voided && !stopped) setProgress({ inSync: true, filling: undefined, isDiskFull: false });
  };

  const start = (): void => {
    const mine = replicateRxCollection<Document, Checkpoint>({
      collection: documents,
      replicationIdentifier: 'feed',
      live: true,
      waitForLeadership: false,
      // T4: the default would start the replication in a follower as soon as its tab is shown.
      toggleOnDocumentVisible: false,
      pull: {
        batchSize: LIMITS.pageMin,
        handler: pull,
        stream$: merge(link.feed$, again$).pipe(map(toItem)),
      },
    });
    state = mine;
    // T3: a failed write does not stop RxDB; the next page would store a checkpoint past the hole. The handler never
    // rejects, so every error is one of the storage: stop at once and go on from the stored checkpoint.
    mine.error$.subscribe((error) => {
      if (isQuotaError(error)) setProgress({ isDiskFull: true });
      if (state === mine) void restart(mine);
    });
  };

  const restart = async (failed: RxReplicationState<Document, Checkpoint>): Promise<void> => {
    state = undefined;
    run += 1;
    lastRow = rowBefore = undefined;
    voided += 1;
    setProgress({ inSync: false });
    await failed.cancel();
    if (stopped) return;
    failures += 1;
    cancelRestart = timers.after(Math.min(RESTART_FIRST * 2 ** failures, RESTART_LONGEST), start);
  };

  const doubt = (): void => {
    voided += 1;
    if (progress$.value.inSync) setProgress({ inSync: false });
  };
  const doubts = [
    link.status$.subscribe((status) => {
      if (status.connection !== 'online') doubt();
    }),
    link.feed$.subscribe((item) => {
      if (item === 'RESYNC') doubt();
      // A change may replace the row that is waited for.
      else lastRow = rowBefore = undefined;
    }),
  ];
  start();

  return {
    progress$,
    reset$,
    accepted$,
    checkpoint: () => last,
    resync: () => {
      doubt();
      // T2b: twice, because one queued behind an event is dropped.
      again$.next('RESYNC');
      again$.next('RESYNC');
    },
    stop: async () => {
      stopped = true;
      cancelRestart();
      doubts.forEach((subscription) => subscription.unsubscribe());
      await state?.cancel();
    },
  };
};

/** RxDB takes an answer that never comes for a slow one, and lets itself be cancelled meanwhile. */
const never = (): Promise<never> => new Promise(() => undefined);

/** Whether every bucket was pulled down to its first document: its lower edge is 1, or 0 where it was left. */
export const isFilled = (checkpoint: Checkpoint): boolean =>
  Object.entries(checkpoint).every(
    ([name, value]) => !name.endsWith('~') || typeof value !== 'number' || value <= 1,
  );

/** The next page by the pace of the last one: 50 to 500 documents. */
export const toPageSize = (count: number, took: number): number =>
  count === 0
    ? LIMITS.pageMax
    : Math.max(LIMITS.pageMin, Math.min(LIMITS.pageMax, Math.round((count / Math.max(took, 1)) * PAGE_TIME)));

const toItem = (item: FeedItem): 'RESYNC' | { documents: WithDeleted<Document>[]; checkpoint: Checkpoint } =>
  item === 'RESYNC' ? item : { documents: toRows(item.documents), checkpoint: item.checkpoint };

/** Rows as RxDB wants them. What lacks the indexed fields would be stored but never found: it is left out. */
export const toRows = (documents: Page['documents']): WithDeleted<Document>[] =>
  documents.filter(isRow).map((row) => (row._deleted === true ? { ...row } : { ...row, _deleted: false }));

const isRow = (row: Page['documents'][number]): row is WithDeleted<Document> & Page['documents'][number] =>
  typeof row['inv'] === 'number' && typeof row['rev'] === 'number' && row.id.length <= 26;
