import { Observable } from 'rxjs';
import type { Clock, Random } from '#core/kernel/clock.ts';

/** Takes an arrangement back. */
export type Cancel = () => void;

/** The port through which waiting enters, so that tests and the simulation turn the clock by hand. */
export interface Timers {
  /** Runs `run` once after so many milliseconds. */
  after(milliseconds: number, run: () => void): Cancel;
}

/** A line between the tabs of one browser. Whoever posts does not hear it. */
export interface Channel {
  post(message: unknown): void;
  readonly messages$: Observable<unknown>;
  close(): void;
}

/** The Web Locks of the browser, as far as they are used here. */
export type Locks = Pick<LockManager, 'request'>;

/** Everything the client data side takes from its surroundings. */
export interface Environment {
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
  openChannel(name: string): Channel;
  /** Undefined where there is only one tab. */
  readonly locks: Locks | undefined;
}

/** The environment of a browser tab. */
export const createBrowserEnvironment = (): Environment => ({
  clock: { now: () => Date.now() },
  random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  timers: browserTimers,
  indexedDB: globalThis.indexedDB,
  IDBKeyRange: globalThis.IDBKeyRange,
  openChannel: openBroadcastChannel,
  locks: navigator.locks,
});

/** Timers of the engine. */
export const browserTimers: Timers = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

const openBroadcastChannel = (name: string): Channel => {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    messages$: new Observable((subscriber) => {
      const listen = (event: MessageEvent<unknown>): void => subscriber.next(event.data);
      channel.addEventListener('message', listen);
      return () => channel.removeEventListener('message', listen);
    }),
    close: () => channel.close(),
  };
};

/** A line nobody else is on: for a single tab and for tests. */
export const openSilentChannel = (): Channel => ({
  post: () => undefined,
  messages$: new Observable(() => undefined),
  close: () => undefined,
});
