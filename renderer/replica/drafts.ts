import { BehaviorSubject, type Observable } from 'rxjs';
import type { Draft, Drafts } from './contract.ts';
import { unlessFull, type OpenRow, type SealedTable } from './local-store.ts';

/** Drafts, and the end of listening to the other tabs. */
export interface OpenDrafts extends Drafts {
  /** Waits for what is being written: locking in the middle of a sentence loses nothing of it. */
  close(): Promise<void>;
}

/** Opens the drafts of a profile; `changed$` emits when another tab has written one. */
export const openDrafts = async (
  table: SealedTable,
  line: { readonly changed$: Observable<unknown>; announce(): void },
): Promise<OpenDrafts> => {
  const all$ = new BehaviorSubject<readonly Draft[]>([]);
  const reload = async (): Promise<void> => {
    const rows = await table.open();
    all$.next(rows.map(toDraft).sort((left, right) => right.at - left.at));
  };
  /** One after the other: a draft that is removed does not come back by a write that began before. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const listening = line.changed$.subscribe(() => void inTurn(reload));
  await reload();

  return {
    all$,
    put: (draft) =>
      unlessFull(() =>
        inTurn(async () => {
          for (;;) {
            const [row] = await table.get([draft.id]);
            if (await table.write([{ id: draft.id, before: row?.version, done: 0, value: draft }])) break;
          }
          await reload();
          line.announce();
        }),
      ),
    remove: (id) =>
      inTurn(async () => {
        await table.remove(id);
        await reload();
        line.announce();
      }),
    close: async () => {
      listening.unsubscribe();
      await last;
    },
  };
};

/** What was sealed here is what `put` wrote: nobody else has the key. */
const toDraft = (row: OpenRow): Draft => row.value as Draft;
