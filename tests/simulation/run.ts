import { createHash } from 'node:crypto';
import type { Bug } from './bugs.ts';
import { freeDisk } from './machine-steps.ts';
import { checkHealed, checkStep, isCaughtUp } from './invariants.ts';
import { createPlan, takeStep, type PlannedStep } from './steps.ts';
import { createWorld, type Violation, type World } from './world.ts';

/** What became of a seed. */
export interface Outcome {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly trace: readonly string[];
  /** The trace as one hash: the same seed has the same. */
  readonly hash: string;
  readonly counts: ReadonlyMap<string, number>;
}

/** A round of healing, in milliseconds of the world's time. */
const ROUND = 5_000;
/** A dead line is noticed after half a minute, a failed attempt is repeated after a quarter: this is ample. */
const ROUNDS_MIN = 7;
const ROUNDS_MAX = 60;

/** Lets the world of a seed happen: its plan step by step, then healing. Stops at the first violation. */
export const runSeed = async (
  seed: number,
  { plan = createPlan(seed), bug }: { readonly plan?: readonly PlannedStep[]; readonly bug?: Bug } = {},
): Promise<Outcome> => {
  const world = await createWorld(seed, bug);
  const onRejection = (reason: unknown): void =>
    world.blame('0', `a promise was rejected and nobody listened: ${String(reason)}`);
  process.on('unhandledRejection', onRejection);
  try {
    for (const device of world.devices) await world.start(device);
    // Where there is a past, its pages come while people already write.
    if (!world.hasPast) await world.flow();
    for (const step of plan) {
      await takeStep(world, step);
      await bug?.afterStep?.(world);
      checkStep(world);
      if (world.violations.length > 0) break;
    }
    if (world.violations.length === 0) await heal(world);
    if (world.violations.length === 0) checkHealed(world);
  } catch (error) {
    world.blame('0', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  await world.close().catch((error: unknown) => world.blame('0', String(error)));
  process.off('unhandledRejection', onRejection);
  bug?.remove?.();
  const { violations, trace, counts } = world;
  return { seed, violations, trace, counts, hash: toHash(trace) };
};

/** Everything works again: power, network, sessions. Then time passes until nobody waits for anything. */
const heal = async (world: World): Promise<void> => {
  world.note('heal');
  if (world.server.running === undefined) await world.engine.until(world.server.start());
  for (const device of world.devices) {
    device.isConnected = true;
    freeDisk(world, device);
    await world.start(device);
  }
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    for (const device of world.devices) {
      device.token ??= await world.engine.until(world.server.signIn(device));
      device.online$.next();
    }
    await world.live(ROUND);
    if (round >= ROUNDS_MIN && world.devices.every((device) => isHealed(world, device))) return;
  }
};

const isHealed = (world: World, device: World['devices'][number]): boolean =>
  isCaughtUp(world, device) &&
  (device.running?.pending ?? []).every(
    ({ delivery }) => delivery.state === 'refused' || delivery.state === 'conflict',
  );

const toHash = (trace: readonly string[]): string =>
  createHash('sha256').update(trace.join('\n')).digest('hex').slice(0, 16);
