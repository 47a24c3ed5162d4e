import type { Cancel, Timers } from '../environment.ts';
import type { FromWorker, Progress, ToWorker } from './messages.ts';
import { SearchIndex } from './search-index.ts';
import type { Snapshots } from './snapshot.ts';

/** An index that has changed is written after so long without another change, in milliseconds. */
const SAVE_AFTER = 5_000;

/** Everything the worker does, without being one: tests call it directly. */
export interface Librarian {
  receive(message: ToWorker, answer: (message: FromWorker) => void): Promise<void>;
}

interface Library {
  readonly prefix: string;
  readonly snapshots: Snapshots;
  index: SearchIndex;
  progress: Progress;
}

/** Keeps one profile's index for all tabs. */
export const createLibrarian = (ports: {
  readonly timers: Timers;
  openSnapshots(prefix: string, key: CryptoKey): Snapshots;
}): Librarian => {
  let library: Promise<Library> | undefined;
  let openPrefix: string | undefined;
  let cancelSave: Cancel = () => undefined;

  const open = async ({ prefix, key, generation }: Extract<ToWorker, { type: 'open' }>): Promise<Library> => {
    const snapshots = ports.openSnapshots(prefix, key);
    const stored = await snapshots.load();
    return stored === undefined
      ? { prefix, snapshots, index: new SearchIndex(), progress: { generation, upTo: 0 } }
      : { prefix, snapshots, ...stored };
  };

  const saveLater = (opened: Library): void => {
    cancelSave();
    cancelSave = ports.timers.after(SAVE_AFTER, () => {
      // A full disk keeps the index from being stored, not from being used.
      void opened.snapshots.save(opened.index, opened.progress).catch(() => undefined);
    });
  };

  const feed = async (opened: Library, message: Extract<ToWorker, { type: 'feed' }>): Promise<void> => {
    const { generation, upTo } = message.progress;
    // A tab that has not swapped yet tells of a replica that is no longer the one.
    if (generation !== opened.progress.generation) return;
    // Every start feeds some of what is known already; only what is new to the index is worth another snapshot.
    const news = message.entries.filter(({ entry, isFindable }) => opened.index.add(entry, isFindable));
    const gone = message.removed.filter((id) => opened.index.remove(id));
    // Several tabs feed the same; none of them may turn the progress back.
    const isFurther = upTo > opened.progress.upTo;
    if (isFurther) opened.progress = message.progress;
    if (isFurther || news.length > 0 || gone.length > 0) saveLater(opened);
    // What may no longer be read must not stay on disk until the next snapshot.
    if (gone.length > 0 || news.some((item) => !item.isFindable)) await opened.snapshots.drop();
  };

  const forget = async (): Promise<void> => {
    cancelSave();
    const closing = library;
    library = undefined;
    openPrefix = undefined;
    (await closing)?.snapshots.close();
  };

  return {
    receive: async (message, answer) => {
      if (message.type === 'forget') return forget();
      if (message.type === 'open') {
        // Several tabs may open it in the same moment: the first one does.
        if (openPrefix !== message.prefix) {
          await forget();
          openPrefix = message.prefix;
          library ??= open(message);
        }
        const opened = await library;
        if (opened !== undefined) answer({ type: 'opened', progress: opened.progress });
        return;
      }
      const opened = await library;
      if (opened === undefined) return;
      switch (message.type) {
        case 'feed':
          return feed(opened, message);
        case 'check': {
          const isComplete = message.counts.every(([kind, count]) => opened.index.count(kind) === count);
          answer({ type: 'checked', id: message.id, isComplete });
          return;
        }
        case 'clear':
          if (!message.isIncomplete && message.generation === opened.progress.generation) return;
          opened.index = new SearchIndex();
          opened.progress = { generation: message.generation, upTo: 0 };
          // What the new replica lacks was left or withdrawn: it must not stay in the old snapshot.
          return opened.snapshots.drop();
        case 'find':
          answer({ type: 'found', id: message.id, found: opened.index.find(message.query, message.limit) });
          return;
      }
    },
  };
};
