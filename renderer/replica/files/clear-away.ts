import {
  combineLatest,
  debounceTime,
  map,
  of,
  startWith,
  switchMap,
  type BehaviorSubject,
  type Observable,
} from 'rxjs';
import type { Document } from '#core/protocol/documents.ts';
import { toFileIds } from '#core/protocol/files.ts';
import type { Documents } from '../database.ts';
import type { OpenDrafts } from '../drafts.ts';
import type { Outbox } from '../outbox.ts';
import type { Progress } from '../replication.ts';
import type { OpenFiles } from './files.ts';
import type { Shelf } from './shelf.ts';

/** Changes come in bursts; files are looked at once they pause for so many milliseconds. */
const PAUSE = 200;

/**
 * Removes files whose document is no longer readable here or no longer names them (D9), marked as kept or not. Only while
 * the replica is known to be complete: a replica that is being filled lacks documents for other reasons.
 */
export const clearAway = (options: {
  readonly files: OpenFiles;
  readonly documents$: Observable<Documents>;
  readonly progress$: BehaviorSubject<Progress>;
  readonly outbox: Pick<Outbox, 'pending$'>;
  readonly drafts: Pick<OpenDrafts, 'all$'>;
}): { stop(): void } => {
  const { files, documents$, progress$, outbox, drafts } = options;

  const clear = async (shelf: Shelf, found: ReadonlyMap<string, Document>): Promise<void> => {
    for (const { id, documentId } of shelf.all()) {
      if (files.isNeeded(id) || !progress$.value.inSync) continue;
      const document = found.get(documentId);
      if (document !== undefined && toFileIds(document).includes(id)) continue;
      await shelf.drop(id);
    }
  };

  const watching = combineLatest([
    documents$,
    files.changed$.pipe(startWith(undefined)),
    outbox.pending$,
    drafts.all$,
    progress$,
  ])
    .pipe(
      debounceTime(PAUSE),
      switchMap(async ([documents, , , , { inSync }]) => ({
        documents,
        shelf: inSync ? await files.shelf().catch(() => undefined) : undefined,
      })),
      switchMap(({ documents, shelf }) => {
        const ids = [...new Set(shelf?.all().map((entry) => entry.documentId))];
        if (shelf === undefined || ids.length === 0) return of(undefined);
        return documents
          .findByIds(ids)
          .$.pipe(
            map((found) => ({ shelf, found: new Map([...found].map(([id, row]) => [id, row._data])) })),
          );
      }),
    )
    .subscribe((seen) => {
      // What could not be removed now is removed at the next change, or the next start.
      if (seen !== undefined) void clear(seen.shelf, seen.found).catch(() => undefined);
    });
  return { stop: () => watching.unsubscribe() };
};
