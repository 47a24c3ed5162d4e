import { BehaviorSubject, type Observable } from 'rxjs';
import type { Draft, Drafts } from './contract.ts';
import type { OpenRow, SealedTable } from './local-store.ts';

/** Drafts, and the end of listening to the other tabs. */
export interface OpenDrafts extends Drafts {
  close(): void;
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
  const listening = line.changed$.subscribe(() => void reload());
  await reload();

  return {
    all$,
    put: async (draft) => {
      for (;;) {
        const [row] = await table.get([draft.id]);
        if (await table.write([{ id: draft.id, before: row?.version, done: 0, value: draft }])) break;
      }
      await reload();
      line.announce();
    },
    remove: async (id) => {
      await table.remove(id);
      await reload();
      line.announce();
    },
    close: () => listening.unsubscribe(),
  };
};

/** What was sealed here is what `put` wrote: nobody else has the key. */
const toDraft = (row: OpenRow): Draft => row.value as Draft;
