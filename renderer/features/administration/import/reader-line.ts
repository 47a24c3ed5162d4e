import type { FromReader, ToReader } from './messages.ts';

/** The line to whatever reads lists. */
export interface ReaderLine {
  /** Rejects when the reader broke. */
  ask(message: ToReader): Promise<FromReader>;
  close(): void;
}

/** Reads in a worker of one's own, made for one page and ended with it. */
export const openReaderLine = (): ReaderLine => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'umlauf-import',
  });
  const waiting = new Map<number, PromiseWithResolvers<FromReader>>();
  let last = 0;
  worker.addEventListener('message', (event: MessageEvent<{ id: number; answer: FromReader }>) => {
    waiting.get(event.data.id)?.resolve(event.data.answer);
    waiting.delete(event.data.id);
  });
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error('the list could not be read'));
    waiting.clear();
  });
  return {
    ask: (message) => {
      const answer = Promise.withResolvers<FromReader>();
      last += 1;
      waiting.set(last, answer);
      worker.postMessage({ id: last, message });
      return answer.promise;
    },
    close: () => worker.terminate(),
  };
};
