import type { Chance } from './chance.ts';
import type { Line } from './network.ts';
import type { Step } from './steps.ts';

/** What befalls the network, and how time passes. */

/** Milliseconds. */
export const HOUR = 3_600_000;

/** Whether something is under way on a line. */
export const isBusy = (line: Line): boolean => line.waiting('up') > 0 || line.waiting('down') > 0;

/** Some frames arrive, each when the one before was dealt with or in the middle of that; the rest stays under way. */
const deliver: Step = async (world, chance) => {
  const wanted = 1 + chance.below(16);
  const isHasty = chance.percent(60);
  let delivered = 0;
  while (delivered < wanted) {
    const line = chance.maybe(world.lines.filter(isBusy));
    if (line === undefined) break;
    const isUp = line.waiting('down') === 0 || (line.waiting('up') > 0 && chance.percent(50));
    line.deliver(isUp ? 'up' : 'down');
    delivered += 1;
    if (isHasty) await world.engine.stir(chance.below(12));
    else await world.engine.settle();
  }
  return delivered === 0 ? undefined : `${delivered} frames arrive`;
};

/** Frames of several devices reach the server at one instant and share its commits. */
const burst: Step = async (world, chance) => {
  const lines = world.lines.filter((line) => line.waiting('up') > 0);
  for (const line of lines) {
    for (let count = chance.below(3); count >= 0; count -= 1) line.deliver('up');
  }
  await world.engine.settle();
  return lines.length === 0 ? undefined : `frames of ${lines.length} devices reach the server at once`;
};

const flow: Step = async (world) => {
  await world.flow();
  return 'everything arrives';
};

/** A frame reaches the server twice: a client that repeats itself, or somebody who does so in its name. */
const repeatFrame: Step = async (world, chance) => {
  const line = chance.maybe(world.lines.filter((candidate) => candidate.waiting('up') > 0));
  line?.deliverTwice();
  await world.engine.settle();
  return line && `${line.device} is heard twice`;
};

/** Cuts a line; of what is under way some still arrives. */
export const cutLine = (chance: Chance, line: Line): void =>
  line.cut({ up: chance.below(line.waiting('up') + 1), down: chance.below(line.waiting('down') + 1) });

const cut: Step = async (world, chance) => {
  const line = chance.maybe(world.lines);
  if (line === undefined) return undefined;
  cutLine(chance, line);
  await world.engine.settle();
  return `the line of ${line.device} is cut`;
};

/** The worst moment: the server has committed, and its answer is lost. */
const loseAnswer: Step = async (world, chance) => {
  const line = chance.maybe(world.lines.filter((candidate) => candidate.waiting('up') > 0));
  if (line === undefined) return undefined;
  line.deliver('up');
  await world.engine.settle();
  line.cut({ up: 0, down: 0 });
  await world.engine.settle();
  return `the line of ${line.device} is cut between commit and answer`;
};

/** The network is gone for a moment and back before the device has dealt with what it had just received. */
const flicker: Step = async (world, chance) => {
  const line = chance.maybe(world.lines.filter((candidate) => candidate.waiting('down') > 0));
  const device = world.devices.find(({ name }) => name === line?.device);
  if (line === undefined || device === undefined) return undefined;
  line.cut({ up: 0, down: 1 + chance.below(line.waiting('down')) });
  device.online$.next();
  for (let turns = 0; turns < 4; turns += 1) {
    await world.engine.stir(chance.below(3));
    for (const next of world.lines) if (next.device === device.name && isBusy(next)) next.deliver('down');
  }
  await world.engine.settle();
  return `the line of ${device.name} flickers`;
};

/** A cable without a light: both sides believe in the line until they wait for a word in vain. */
const sever: Step = async (world, chance) => {
  const line = chance.maybe(world.lines.filter((candidate) => !candidate.isSevered));
  line?.sever();
  return line && `the line of ${line.device} goes dead`;
};

const goOffline: Step = async (world, chance) => {
  const device = chance.maybe(world.devices.filter((candidate) => candidate.isConnected));
  if (device === undefined) return undefined;
  device.isConnected = false;
  for (const line of [...world.lines]) if (line.device === device.name) cutLine(chance, line);
  await world.engine.settle();
  return `${device.name} goes offline`;
};

const goOnline: Step = async (world, chance) => {
  const device = chance.maybe(world.devices.filter((candidate) => !candidate.isConnected));
  if (device === undefined) return undefined;
  device.isConnected = true;
  device.online$.next();
  await world.engine.settle();
  return `${device.name} comes online`;
};

const wait: Step = async (world, chance) => {
  const seconds = 1 + chance.below(10);
  await world.live(seconds * 1_000);
  return `${seconds} seconds pass`;
};

/** Time passes while nothing moves on any line. */
const stall: Step = async (world, chance) => {
  const seconds = 1 + chance.below(30);
  await world.engine.advance(seconds * 1_000);
  return `${seconds} seconds pass on a jammed network`;
};

const sleep: Step = async (world, chance) => {
  const hours = 1 + chance.below(16);
  await world.engine.sleep(hours * HOUR);
  return `${hours} hours pass in standby`;
};

/** Everything that befalls the network, by the name under which plans hold it. */
export const networkSteps = {
  deliver,
  burst,
  flow,
  'repeat-frame': repeatFrame,
  cut,
  'lose-answer': loseAnswer,
  flicker,
  sever,
  'go-offline': goOffline,
  'go-online': goOnline,
  wait,
  stall,
  sleep,
} satisfies Record<string, Step>;
