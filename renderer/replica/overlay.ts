import { combineLatest, distinctUntilChanged, map, of, shareReplay, switchMap, type Observable } from 'rxjs';
import type { RxDocument } from 'rxdb/plugins/core';
import type { Id } from '#core/kernel/id.ts';
import { toPaintedIds, toTargetId } from '#core/protocol/commands.ts';
import type { Document, DocumentKind } from '#core/protocol/documents.ts';
import { paintPending, type Delivery, type Painted, type Pending } from '#core/protocol/overlay.ts';
import type { Documents } from './database.ts';

/** Reads the replica with the waiting commands painted over it. */
export interface Overlay {
  list<Kind extends DocumentKind>(kind: Kind, limit: number): Observable<readonly Painted<Kind>[]>;
  all<Kind extends DocumentKind>(kind: Kind): Observable<readonly Painted<Kind>[]>;
  one<Kind extends DocumentKind>(kind: Kind, id: Id): Observable<Painted<Kind> | undefined>;
}

/**
 * So many more documents than asked for are read, so that waiting withdrawals leave no gap at the end. Each is unsealed
 * before the first list is painted.
 */
const SPARE = 10;

/**
 * Combines replica and outbox; nothing optimistic is ever written into the replica (D1). `documents$` changes when a reset
 * swaps the database.
 */
export const createOverlay = (
  documents$: Observable<Documents>,
  pending$: Observable<readonly Pending[]>,
): Overlay => {
  const targets$ = pending$.pipe(
    map((pending) => [...new Set(pending.flatMap(toConcernedIds))]),
    distinctUntilChanged((left, right) => left.join() === right.join()),
  );
  /** What the waiting commands aim at, also where it lies outside the window of a list. */
  const stored$ = combineLatest([documents$, targets$]).pipe(
    switchMap(([documents, ids]) =>
      ids.length === 0
        ? of(new Map<string, Document>())
        : documents
            .findByIds(ids)
            .$.pipe(map((found) => new Map([...found].map(([id, row]) => [id, row._data])))),
    ),
    shareReplay({ bufferSize: 1, refCount: true }),
  );

  const paint = <Kind extends DocumentKind>(
    kind: Kind,
    rows$: Observable<readonly Painted<Kind>[]>,
    limit?: number,
  ): Observable<readonly Painted<Kind>[]> =>
    combineLatest([rows$, stored$, pending$]).pipe(
      map(([rows, stored, pending]) => {
        if (pending.length === 0) return limit === undefined ? rows : rows.slice(0, limit);
        const agreed = agree(kind, rows, stored);
        return paintPending(kind, agreed.rows, pending, agreed.stored, limit);
      }),
      shareReplay({ bufferSize: 1, refCount: true }),
    );

  const read = <Kind extends DocumentKind>(
    kind: Kind,
    limit?: number,
  ): Observable<readonly Painted<Kind>[]> =>
    documents$.pipe(
      switchMap(
        (documents) =>
          documents.find({
            selector: { kind: { $eq: kind } },
            sort: [{ kind: 'asc' }, { inv: 'asc' }],
            ...(limit === undefined ? {} : { limit: limit + SPARE }),
          }).$,
      ),
      map((rows) => rows.map(toData).filter((row) => isOfKind(row, kind))),
    );

  return {
    list: (kind, limit) => paint(kind, read(kind, limit), limit),
    all: (kind) => paint(kind, read(kind)),
    one: (kind, id) => {
      const rows$ = documents$.pipe(
        switchMap((documents) => documents.findOne(id).$),
        map((row) => (row === null ? [] : [toData(row)].filter((data) => isOfKind(data, kind)))),
      );
      return paint(kind, rows$).pipe(
        map((painted) => painted.find((document) => document.id === id)),
        distinctUntilChanged(),
      );
    },
  };
};

/**
 * Both queries tell of one write, one after the other. Between the two the newer revision counts everywhere: a command
 * painted over its own result, or an old text without it, would be a flicker.
 */
const agree = <Kind extends DocumentKind>(
  kind: Kind,
  rows: readonly Painted<Kind>[],
  stored: ReadonlyMap<string, Document>,
): { rows: readonly Painted<Kind>[]; stored: ReadonlyMap<string, Document> } => {
  const both = new Map(stored);
  const newest = rows.map((row) => {
    const other = stored.get(row.id);
    if (other !== undefined && isOfKind(other, kind) && other.rev > row.rev) return other;
    both.set(row.id, row);
    return row;
  });
  return { rows: newest, stored: both };
};

/** What decides whether a command has landed, and what it is painted over. */
const toConcernedIds = ({ command, hints }: Pending): readonly Id[] => [
  toTargetId(command, hints.me.id),
  ...toPaintedIds(command, hints.me.id),
];

/** The stored data itself: the same object for as long as the revision is the same. */
const toData = (row: RxDocument<Document>): Document => row._data;

type Paint = Document & { readonly pending?: Delivery['state'] };

const isOfKind = <Kind extends DocumentKind>(document: Paint, kind: Kind): document is Painted<Kind> =>
  document.kind === kind;
