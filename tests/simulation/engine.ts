import { AsyncLocalStorage } from 'node:async_hooks';
import type { Instant } from '#core/kernel/clock.ts';
import type { Timers } from '#renderer/replica/environment.ts';
import { installQuota } from './disk.ts';
import { installCrypto } from './engine-crypto.ts';

/** A program that runs in the simulated world and can be killed: from then on nothing of it happens any more. */
export interface Program {
  readonly name: string;
  isAlive: boolean;
  /** Nothing more can be written where it runs. */
  isDiskFull?: boolean;
}

/**
 * The JavaScript engine as the simulation needs it: time stands still until it is moved, every task is counted, and
 * WebCrypto answers on the spot. So the world knows when everything has come to rest, and the same seed takes the same
 * way twice. It takes the place of the real one from its creation until `uninstall`.
 */
export interface Engine {
  /** The world's time in UTC milliseconds; only `advance` and `sleep` move it. */
  now(): Instant;
  /** Runs something as part of a program: whatever it starts dies with it. */
  as<Result>(program: Program, work: () => Result): Result;
  /** Timers of a program. */
  timers(program: Program): Timers;
  /** Waits until nothing is left to do at this instant. */
  settle(): Promise<void>;
  /** Lets only so many turns of the event loop pass: afterwards everything is in the middle of something. */
  stir(turns: number): Promise<void>;
  /** Works until the promise has settled. Throws if everything comes to rest before that. */
  until<Result>(work: Promise<Result>): Promise<Result>;
  /** Moves time on, running every timer at its time. */
  advance(milliseconds: number): Promise<void>;
  /** Moves time on at once, as a machine that was asleep: what fell due meanwhile runs late. */
  sleep(milliseconds: number): Promise<void>;
  uninstall(): void;
}

interface Timer {
  readonly due: Instant;
  readonly order: number;
  readonly program: Program | undefined;
  readonly run: () => void;
}

/** Timers of libraries up to this length only want another turn of the event loop, in milliseconds. */
const SOON = 20;
/** A hundred turns is much; more than this without rest mean that something runs in circles. */
const TURNS_MAX = 5_000;
/** Work outside the world (loading a module) is waited for: first some turns, then so many real milliseconds. */
const TURNS_BEFORE_PATIENCE = 200;
const PATIENCE = 10_000;

/** Puts the engine into place; `start` is the instant at which the world begins. */
export const installEngine = (start: Instant): Engine => {
  const real = {
    setImmediate: globalThis.setImmediate,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
  };
  const running = new AsyncLocalStorage<Program | undefined>();
  const timers = new Map<object, Timer>();
  let now = start;
  let order = 0;
  let tasks = 0;

  const isAlive = (program: Program | undefined): boolean => program?.isAlive ?? true;
  const add = (due: Instant, program: Program | undefined, run: () => void): object => {
    const handle = { unref: () => handle, ref: () => handle, hasRef: () => false };
    timers.set(handle, { due, order: (order += 1), program, run });
    return handle;
  };
  const turn = (): Promise<void> => new Promise((resolve) => real.setImmediate(resolve));

  const takeDue = (until: Instant): Timer | undefined => {
    let first: [object, Timer] | undefined;
    for (const entry of timers) {
      const [, timer] = entry;
      if (timer.due > until) continue;
      if (
        first === undefined ||
        timer.due < first[1].due ||
        (timer.due === first[1].due && timer.order < first[1].order)
      )
        first = entry;
    }
    if (first !== undefined) timers.delete(first[0]);
    return first?.[1];
  };
  const fire = ({ program, run }: Timer): void => {
    if (isAlive(program)) running.run(program, run);
  };

  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < TURNS_MAX; turns += 1) {
      await turn();
      if (tasks > 0 || crypto.inFlight() > 0) continue;
      const timer = takeDue(now);
      if (timer === undefined) return;
      fire(timer);
    }
    throw new Error('the world never comes to rest');
  };

  const crypto = installCrypto();
  const quota = installQuota(() => running.getStore()?.isDiskFull === true);
  Object.assign(globalThis, {
    setImmediate: (run: (...args: unknown[]) => void, ...args: unknown[]) => {
      const program = running.getStore();
      tasks += 1;
      return real.setImmediate(() => {
        tasks -= 1;
        if (isAlive(program)) run(...args);
      });
    },
    setTimeout: (run: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) => {
      const program = running.getStore();
      // Who is no program of the world (the test runner) keeps real time.
      if (program === undefined) return real.setTimeout(run, delay, ...args);
      return add(now + (delay <= SOON ? 0 : delay), program, () => run(...args));
    },
    clearTimeout: (handle: NodeJS.Timeout | object | undefined) => {
      if (handle !== undefined && !timers.delete(handle)) real.clearTimeout(handle as NodeJS.Timeout);
    },
  });

  return {
    now: () => now,
    as: (program, work) => running.run(program, work),
    timers: (program) => ({
      after: (milliseconds, run) => {
        // Whole milliseconds, as every clock tells them.
        const handle = add(now + Math.max(1, Math.ceil(milliseconds)), program, run);
        return () => timers.delete(handle);
      },
    }),
    settle,
    stir: async (turns) => {
      for (let count = 0; count < turns; count += 1) {
        await turn();
        const timer = tasks > 0 ? undefined : takeDue(now);
        if (timer !== undefined) fire(timer);
      }
    },
    until: async (work) => {
      let hasSettled = false;
      const mark = (): void => {
        hasSettled = true;
      };
      work.then(mark, mark);
      for (let turns = 0; !hasSettled && turns < TURNS_BEFORE_PATIENCE; turns += 1) await settle();
      for (let waited = 0; !hasSettled && waited < PATIENCE; waited += 1) {
        await new Promise((resolve) => real.setTimeout(resolve, 1));
        await settle();
      }
      if (!hasSettled) throw new Error('everything is at rest, but something is still awaited');
      return work;
    },
    advance: async (milliseconds) => {
      const target = now + milliseconds;
      await settle();
      for (let timer = takeDue(target); timer !== undefined; timer = takeDue(target)) {
        now = Math.max(now, timer.due);
        fire(timer);
        await settle();
      }
      now = target;
    },
    sleep: async (milliseconds) => {
      await settle();
      now += milliseconds;
      await settle();
    },
    uninstall: () => {
      Object.assign(globalThis, real);
      crypto.uninstall();
      quota.uninstall();
      timers.clear();
    },
  };
};
