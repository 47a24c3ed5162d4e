import { createChance, type Chance } from './chance.ts';
import { machineSteps } from './machine-steps.ts';
import { networkSteps } from './network-steps.ts';
import { peopleSteps } from './people-steps.ts';
import { rivalSteps } from './rival-steps.ts';
import type { World } from './world.ts';

/** Something that happens; tells in a few words what did, or undefined where nothing could. */
export type Step = (world: World, chance: Chance) => Promise<string | undefined>;

const steps: Readonly<Record<StepName, Step>> = {
  ...peopleSteps,
  ...rivalSteps,
  ...networkSteps,
  ...machineSteps,
};
export type StepName =
  keyof typeof peopleSteps | keyof typeof rivalSteps | keyof typeof networkSteps | keyof typeof machineSteps;

/** The names of all steps. */
export const stepNames = [
  ...(Object.keys(peopleSteps) as (keyof typeof peopleSteps)[]),
  ...(Object.keys(rivalSteps) as (keyof typeof rivalSteps)[]),
  ...(Object.keys(networkSteps) as (keyof typeof networkSteps)[]),
  ...(Object.keys(machineSteps) as (keyof typeof machineSteps)[]),
];

/** How often each step comes, in relation to the others. */
const WEIGHTS: Readonly<Record<StepName, number>> = {
  announce: 12,
  edit: 12,
  'edit-together': 4,
  withdraw: 3,
  acknowledge: 16,
  respond: 20,
  ask: 8,
  remind: 5,
  'add-member': 5,
  'remove-member': 5,
  'rename-group': 2,
  'create-group': 1,
  'set-devices': 4,
  revise: 5,
  'take-back': 4,
  dismiss: 3,
  deliver: 20,
  burst: 8,
  flow: 16,
  'repeat-frame': 3,
  cut: 4,
  'lose-answer': 4,
  flicker: 6,
  sever: 2,
  'go-offline': 5,
  'go-online': 7,
  wait: 10,
  stall: 2,
  sleep: 1,
  'set-clock': 2,
  'crash-server': 3,
  'start-server': 6,
  'back-up': 3,
  restore: 1,
  'roll-back': 1,
  reload: 5,
  'switch-on': 6,
  'fill-disk': 2,
  'make-room': 5,
  revoke: 1,
  'sign-in': 6,
};

/** One step of a plan. It draws from a chance of its own, so that others can be left out without changing it. */
export interface PlannedStep {
  readonly name: StepName;
  readonly seed: number;
}

/** How many steps a seed takes. */
const LENGTH = 70;

/** The steps of a seed. */
export const createPlan = (seed: number): readonly PlannedStep[] => {
  const chance = createChance(seed ^ 0x5ca1ab1e);
  return Array.from({ length: LENGTH }, () => ({ name: chance.weighted(WEIGHTS), seed: chance.seed() }));
};

/** Lets one step happen. */
export const takeStep = async (world: World, { name, seed }: PlannedStep): Promise<void> => {
  world.note(`${name}`);
  const what = await steps[name](world, createChance(seed));
  await world.engine.settle();
  world.note(` = ${what ?? 'nothing to do'}`);
  if (what !== undefined) world.count(`step ${name}`);
};
