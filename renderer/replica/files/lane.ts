import type { Observable } from 'rxjs';
import type { Id } from '#core/kernel/id.ts';
import type { Cancel, Timers } from '../environment.ts';

/** What became of an attempt: it is through, it goes on later, or it waits until somebody asks for it again. */
export type Attempt = 'through' | 'again' | 'over';

/** Files on their way in one direction, one after the other: a slow line brings one whole sooner than ten halves. */
export interface Lane {
  want(id: Id): void;
  /** Whether it is on its way or waits for its turn. */
  has(id: Id): boolean;
  /** Takes it out, also in the middle. */
  stop(id: Id): void;
  close(): void;
}

const RETRY_FIRST = 2_000;
const RETRY_LONGEST = 60_000;

export const createLane = (options: {
  readonly run: (id: Id, signal: AbortSignal) => Promise<Attempt>;
  readonly isOnline$: Observable<boolean>;
  readonly timers: Timers;
}): Lane => {
  const queue: Id[] = [];
  let running: { readonly id: Id; readonly controller: AbortController } | undefined;
  let isOnline = false;
  let isResting = false;
  let closed = false;
  let failures = 0;
  let cancelRest: Cancel = () => undefined;

  const remove = (id: Id): void => {
    const index = queue.indexOf(id);
    if (index !== -1) queue.splice(index, 1);
  };
  const rest = (): void => {
    failures += 1;
    isResting = true;
    cancelRest = options.timers.after(Math.min(RETRY_FIRST * 2 ** (failures - 1), RETRY_LONGEST), () => {
      isResting = false;
      void pump();
    });
  };
  const pump = async (): Promise<void> => {
    const [id] = queue;
    if (closed || !isOnline || isResting || running !== undefined || id === undefined) return;
    const controller = new AbortController();
    running = { id, controller };
    // What cannot be read or written here is no reason to hold up the others.
    const attempt = await options.run(id, controller.signal).catch((): Attempt => 'over');
    running = undefined;
    if (attempt !== 'again') {
      remove(id);
      failures = 0;
    } else if (!controller.signal.aborted) rest();
    void pump();
  };
  const listening = options.isOnline$.subscribe((next) => {
    isOnline = next;
    if (!next) return;
    cancelRest();
    isResting = false;
    failures = 0;
    void pump();
  });

  return {
    want: (id) => {
      if (!queue.includes(id)) queue.push(id);
      void pump();
    },
    has: (id) => queue.includes(id),
    stop: (id) => {
      remove(id);
      if (running?.id === id) running.controller.abort();
    },
    close: () => {
      closed = true;
      listening.unsubscribe();
      cancelRest();
      running?.controller.abort();
    },
  };
};
