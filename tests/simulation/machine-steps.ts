import type { AfterRestoreArgs } from '#server/commands/restore.job.ts';
import type { Chance } from './chance.ts';
import type { Device } from './device.ts';
import { cutLine, HOUR, isBusy } from './network-steps.ts';
import type { Step } from './steps.ts';
import type { World } from './world.ts';

/** What befalls the machines: the server, the devices, their clocks and disks, the sessions between them. */

const setClock: Step = async (world, chance) => {
  const device = chance.pick(world.devices);
  device.skew = chance.pick([-HOUR, 0, HOUR]);
  return `the clock of ${device.name} is ${device.skew / HOUR} hours off`;
};

/** The process dies. What it had sent may still arrive; what it had not read is gone. */
const killServer = async (world: World, chance: Chance): Promise<void> => {
  const { lines } = world;
  await world.server.crash();
  for (const line of [...lines]) line.cut({ up: 0, down: chance.below(line.waiting('down') + 1) });
  await world.engine.settle();
};

const startServer = async (world: World): Promise<void> => {
  await world.engine.until(world.server.start());
  await world.engine.settle();
};

const crashServer: Step = async (world, chance) => {
  if (world.server.running === undefined) return undefined;
  if (chance.percent(50)) {
    for (const line of world.lines.filter((candidate) => candidate.waiting('up') > 0)) line.deliver('up');
    await world.engine.settle();
  }
  await killServer(world, chance);
  if (chance.percent(40)) return 'the server is killed and stays down';
  await startServer(world);
  return 'the server is killed and starts again';
};

const bringServerUp: Step = async (world) => {
  if (world.server.running !== undefined) return undefined;
  await startServer(world);
  return 'the server starts';
};

const backUp: Step = async (world) => {
  if (world.server.running === undefined) return undefined;
  world.server.backUp();
  return 'a backup is made';
};

/** An administrator brings an older backup back, as it is to be done: with another epoch and without sessions. */
const restore: Step = async (world, chance) => {
  await killServer(world, chance);
  const backup = world.server.restore(false);
  if (backup === undefined) {
    await startServer(world);
    return 'there is no backup to restore';
  }
  await startServer(world);
  const { running } = world.server;
  if (running === undefined) return undefined;
  const args: AfterRestoreArgs = { ...backup, now: world.engine.now() };
  await world.engine.until(running.store.write('after-restore', args));
  world.memory.forget(running.observer.look());
  return 'the server is restored from its backup';
};

/** The disk of a virtual machine is set back behind everybody's back: only the tags can tell (D4). */
const rollBack: Step = async (world, chance) => {
  await killServer(world, chance);
  const isBack = world.server.restore(true) !== undefined;
  await startServer(world);
  const { running } = world.server;
  if (running === undefined || !isBack) return 'there is no snapshot to go back to';
  world.memory.forget(running.observer.look());
  return 'the server is set back silently';
};

const reload: Step = async (world, chance) => {
  const device = chance.maybe(world.devices.filter(({ running }) => running !== undefined));
  if (device?.running === undefined) return undefined;
  const isKilled = chance.percent(60);
  const { running } = device;
  device.running = undefined;
  freeDisk(world, device);
  if (isKilled) {
    // In the middle of something, as far as there is something.
    const line = world.lines.find((candidate) => candidate.device === device.name && isBusy(candidate));
    line?.deliver(line.waiting('down') > 0 ? 'down' : 'up');
    await world.engine.stir(chance.below(30));
    await running.kill();
  } else await running.close();
  for (const line of [...world.lines]) if (line.device === device.name) cutLine(chance, line);
  await world.engine.settle();
  const how = isKilled ? 'is killed' : 'is closed';
  if (chance.percent(30)) return `${device.name} ${how} and stays off`;
  await world.start(device);
  return `${device.name} ${how} and starts again`;
};

const switchOn: Step = async (world, chance) => {
  const device = chance.maybe(world.devices.filter(({ running }) => running === undefined));
  if (device === undefined) return undefined;
  await world.start(device);
  return `${device.name} is switched on`;
};

/** As long as a program may wait before it tries again to write, in milliseconds. */
const AFTERMATH = 70_000;

const fillDisk: Step = async (world, chance) => {
  const device = chance.maybe(
    world.devices.filter(({ running, isDiskFull }) => !isDiskFull && running !== undefined),
  );
  if (device?.running === undefined) return undefined;
  device.isDiskFull = true;
  device.running.program.isDiskFull = true;
  return `the disk of ${device.name} is full`;
};

/** There is room again on the disk of a device. */
export const freeDisk = (world: World, device: Device): void => {
  if (!device.isDiskFull) return;
  device.isDiskFull = false;
  device.troubledUntil = world.engine.now() + AFTERMATH;
  if (device.running !== undefined) device.running.program.isDiskFull = false;
};

const makeRoom: Step = async (world, chance) => {
  const device = chance.maybe(world.devices.filter(({ isDiskFull }) => isDiskFull));
  if (device === undefined) return undefined;
  freeDisk(world, device);
  return `there is room on the disk of ${device.name}`;
};

const revoke: Step = async (world, chance) => {
  if (world.server.running === undefined) return undefined;
  const device = chance.pick(world.devices);
  await world.engine.until(world.server.endSessions(device.personId));
  await world.engine.settle();
  return `the sessions of ${device.shortCode} end`;
};

const signIn: Step = async (world, chance) => {
  const device = chance.maybe(world.devices.filter(({ token }) => token === undefined));
  if (device === undefined || world.server.running === undefined) return undefined;
  device.token = await world.engine.until(world.server.signIn(device));
  device.online$.next();
  await world.engine.settle();
  return `${device.name} signs in again`;
};

/** Everything that befalls machines, by the name under which plans hold it. */
export const machineSteps = {
  'set-clock': setClock,
  'crash-server': crashServer,
  'start-server': bringServerUp,
  'back-up': backUp,
  restore,
  'roll-back': rollBack,
  reload,
  'switch-on': switchOn,
  'fill-disk': fillDisk,
  'make-room': makeRoom,
  revoke,
  'sign-in': signIn,
} satisfies Record<string, Step>;
