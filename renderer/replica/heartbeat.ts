import { LIMITS } from '#core/protocol/limits.ts';
import type { Cancel, Timers } from './environment.ts';

/** Pings go out in this distance, in milliseconds. */
const EVERY = LIMITS.silence / 3;
/** A line on which nothing was heard for so long after a ping is dead, in milliseconds. */
const DEAD_AFTER = 10_000;

export interface Heartbeat {
  start(): void;
  /** Something was heard. */
  heard(): void;
  stop(): void;
}

/** Notices a dead line: after a cut network TCP itself says nothing for minutes. */
export const createHeartbeat = (
  ports: { readonly timers: Timers },
  line: { ping(): void; dead(): void },
): Heartbeat => {
  let cancelPing: Cancel = () => undefined;
  let cancelDead: Cancel = () => undefined;

  const arrange = (): void => {
    cancelPing = ports.timers.after(EVERY, () => {
      line.ping();
      cancelDead();
      cancelDead = ports.timers.after(DEAD_AFTER, line.dead);
      arrange();
    });
  };
  const stop = (): void => {
    cancelPing();
    cancelDead();
  };
  return {
    start: () => {
      stop();
      arrange();
    },
    heard: () => cancelDead(),
    stop,
  };
};
