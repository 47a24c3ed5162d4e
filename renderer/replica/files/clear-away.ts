import {
  combineLatest,
  debounceTime,
  EMPTY,
  startWith,
  switchMap,
  type BehaviorSubject,
  type Observable,
} from 'rxjs';
import type { Id } from '#core/kernel/id.ts';
import type { Document } from '#core/protocol/documents.ts';
import { toFileIds } from '#core/protocol/files.ts';
import type { Documents } from '../database.ts';
import type { OpenDrafts } from '../drafts.ts';
import type { Outbox } from '../outbox.ts';
import type { Progress } from '../replication.ts';
import type { Shelf } from './shelf.ts';

/** Changes come in bursts; files are looked at once they pause for so many milliseconds. */
const PAUSE = 200;

/** What tells whether a file may still be here. */
export interface ClearSources {
  readonly documents$: Observable<Documents>;
  readonly progress$: BehaviorSubject<Progress>;
  readonly outbox: Pick<Outbox, 'pending$'>;
  readonly drafts: Pick<OpenDrafts, 'all$'>;
}

/**
 * Removes files whose document is no longer readable here or no longer names them (D9), marked as kept or not. Only while
 * the replica is known to be complete: a replica that is being filled lacks documents for other reasons.
 */
export const clearAway = (
  options: ClearSources & {
    readonly shelf: Shelf;
    /** Whether it still has to be uploaded, or belongs to something that was not sent yet. */
    readonly isNeeded: (id: Id) => boolean;
    readonly changed$: Observable<unknown>;
  },
): { stop(): void } => {
  const { shelf, isNeeded, changed$, documents$, progress$, outbox, drafts } = options;

  const clear = async (found: ReadonlyMap<string, Document>): Promise<void> => {
    for (const { id, documentId } of shelf.all()) {
      if (isNeeded(id) || !progress$.value.inSync) continue;
      const document = found.get(documentId);
      if (document !== undefined && toFileIds(document).includes(id)) continue;
      await shelf.drop(id);
    }
  };

  const watching = combineLatest([
    documents$,
    progress$,
    changed$.pipe(startWith(undefined)),
    outbox.pending$,
    drafts.all$,
  ])
    .pipe(
      debounceTime(PAUSE),
      switchMap(([documents, { inSync }]) => {
        const ids = [...new Set(shelf.all().map((entry) => entry.documentId))];
        return !inSync || ids.length === 0 ? EMPTY : documents.findByIds(ids).$;
      }),
    )
    .subscribe((found) => {
      const documents = new Map([...found].map(([id, row]) => [id, row._data]));
      // What could not be removed now is removed at the next change, or the next start.
      void clear(documents).catch(() => undefined);
    });
  return { stop: () => watching.unsubscribe() };
};
