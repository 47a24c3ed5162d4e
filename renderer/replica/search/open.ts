import { Subject } from 'rxjs';
import type { SearchHit } from '../contract.ts';
import { isFindable, isSearchable } from './entry.ts';
import { createFeeder } from './feeder.ts';
import { toHit } from './hit.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { Found } from './search-index.ts';
import type { OpenSearch, Search, SearchOptions } from './search.ts';

/** One tab's line to the index. */
export interface IndexLine {
  post(message: ToWorker): void;
  listen(listener: (message: FromWorker) => void): void;
  close(): void;
}

/** More is asked of the index than is shown: some of it the replica may no longer hold. */
const SPARE = 20;

/** The list goes first: the index is opened so many milliseconds after the replica, or when somebody searches. */
const OPEN_AFTER = 1_000;

/** Opens the search of a profile over the line that `openLine` opens. */
export const openSearch = (options: SearchOptions, openLine: () => IndexLine): Search => {
  const { documents$, prefix, key, environment } = options;
  const finds = new Map<number, (found: readonly Found[]) => void>();
  const checks = new Map<number, (isComplete: boolean) => void>();
  const changed$ = new Subject<void>();
  let lastId = 0;
  let closed = false;
  let opened: IndexLine | undefined;

  const line = (): IndexLine => {
    cancelOpening();
    opened ??= begin(openLine());
    return opened;
  };
  const feeder = createFeeder({
    documents$,
    timers: environment.timers,
    send: (message) => line().post(message),
    changed: () => changed$.next(),
    check: (counts) => {
      const id = ++lastId;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      checks.set(id, resolve);
      line().post({ type: 'check', id, counts });
      return promise;
    },
  });
  const begin = (index: IndexLine): IndexLine => {
    index.listen((message) => {
      switch (message.type) {
        case 'opened':
          if (!closed) feeder.begin(message.progress);
          return;
        case 'checked':
          checks.get(message.id)?.(message.isComplete);
          checks.delete(message.id);
          return;
        case 'found':
          finds.get(message.id)?.(message.found);
          finds.delete(message.id);
          return;
      }
    });
    index.post({ type: 'open', prefix, key, generation: documents$.value.database.name });
    return index;
  };
  const cancelOpening = environment.timers.after(OPEN_AFTER, () => void line());

  const ask = (query: string, limit: number): Promise<readonly Found[]> => {
    const id = ++lastId;
    const { promise, resolve } = Promise.withResolvers<readonly Found[]>();
    finds.set(id, resolve);
    line().post({ type: 'find', id, query, limit });
    return promise;
  };

  /** Only what the replica still holds is a hit (D10). */
  const toHits = async (found: readonly Found[]): Promise<readonly SearchHit[]> => {
    const held = await documents$.value.findByIds(found.map(({ id }) => id)).exec();
    return found.flatMap(({ id, terms }) => {
      const document = held.get(id)?._data;
      return document !== undefined && isSearchable(document) && isFindable(document)
        ? [toHit(document, terms)]
        : [];
    });
  };

  return {
    find: async (query, limit) => {
      if (query.trim() === '' || closed) return [];
      await feeder.catchUp();
      if (closed) return [];
      const found = await ask(query, limit + SPARE);
      const hits: SearchHit[] = [];
      for (let start = 0; start < found.length && hits.length < limit; start += limit) {
        hits.push(...(await toHits(found.slice(start, start + limit))));
      }
      return hits.slice(0, limit);
    },
    changed$,
    close: () => {
      closed = true;
      changed$.complete();
      cancelOpening();
      feeder.stop();
      opened?.post({ type: 'forget' });
      opened?.close();
      finds.forEach((resolve) => resolve([]));
      return Promise.resolve();
    },
  };
};

/** The search in a worker: one for all tabs where the engine can share workers, else one for each. */
export const openWorkerSearch: OpenSearch = (options) => openSearch(options, openWorkerLine);

const openWorkerLine = (): IndexLine => {
  if (typeof SharedWorker === 'undefined') return openOwnLine();
  try {
    return openSharedLine();
  } catch {
    // An origin to which the engine denies shared workers, as it may do with a scheme of one's own.
    return openOwnLine();
  }
};

const openOwnLine = (): IndexLine => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'umlauf-search',
  });
  return {
    post: (message) => worker.postMessage(message),
    listen: (listener) =>
      worker.addEventListener('message', (event: MessageEvent<FromWorker>) => listener(event.data)),
    close: () => worker.terminate(),
  };
};

const openSharedLine = (): IndexLine => {
  const { port } = new SharedWorker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'umlauf-search',
  });
  return {
    post: (message) => port.postMessage(message),
    listen: (listener) => {
      port.addEventListener('message', (event: MessageEvent<FromWorker>) => listener(event.data));
      port.start();
    },
    close: () => port.close(),
  };
};
