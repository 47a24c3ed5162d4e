import { toReceiptId } from '#core/announcements/ids.ts';
import { officialBucket, personBucket } from '#core/access/bucket.ts';
import type { Document } from '#core/protocol/documents.ts';
import type { Pending } from '#core/protocol/overlay.ts';
import type { Device } from './device.ts';
import { toClearTexts } from './disk-scan.ts';
import { toEffectFaults } from './effects.ts';
import type { Committed, KnownPerson } from './observer.ts';
import { toReadable, type Reader } from './rights.ts';
import type { World } from './world.ts';

/**
 * What must hold after every step, by its number in `docs/architecture.md`, "What must always hold". Each function
 * tells faults; an empty list means that it holds.
 */
type Invariant = (world: World, committed: Committed) => readonly string[];

/** (1) What was answered is still there, with the same answer, whatever has crashed since. */
const answersAreKept: Invariant = ({ memory }, { log }) => {
  const kept = new Map(log.map(({ mid, answer }) => [mid, JSON.stringify(answer)]));
  return [...memory.answers]
    .filter(([mid, answer]) => answer.status !== 'refused' && kept.get(mid) !== JSON.stringify(answer))
    .map(([mid, answer]) => `command ${mid} was answered "${answer.status}" and is gone`);
};

/** (2) Every stored command has had its effect once: not less, not twice. */
const effectsAreSingle: Invariant = ({ ledger }, committed) =>
  toEffectFaults(committed, ledger).filter((fault) => !fault.startsWith('PLACES'));

/** (5) The places of a list are never exceeded. */
const placesAreKept: Invariant = ({ ledger }, committed) =>
  toEffectFaults(committed, ledger).filter((fault) => fault.startsWith('PLACES'));

/** (3) A replica that has caught up holds everything its reader may read, and nothing older. */
const replicasAreEqual: Invariant = (world, committed) =>
  forEachCaughtUp(world, committed, (device, held, readable) =>
    readable
      .filter((document) => !isSame(held.get(document.id), document))
      .map(
        ({ kind, id, rev }) => `${device.name} holds ${kind} ${id} at ${held.get(id)?.rev} instead of ${rev}`,
      ),
  );

/** (4) It has dropped what its reader may no longer read. */
const replicasForget: Invariant = (world, committed) =>
  forEachCaughtUp(world, committed, (device, held, readable) => {
    const ids = new Set<string>(readable.map(({ id }) => id));
    return [...held.values()]
      .filter(({ id }) => !ids.has(id))
      .map(({ kind, id }) => `${device.name} still holds ${kind} ${id}`);
  });

/** (4) What lies in somebody's buckets is what they may read. */
const placementsAreRight: Invariant = ({ memory }, committed) =>
  [...committed.persons.values()].flatMap(toReaders).flatMap((reader) => {
    const readable = toReadable(reader, { ...committed, released: memory.released });
    const placed = toPlaced(reader, committed);
    const missing = readable.filter(({ id }) => !placed.has(id));
    const surplus = [...placed].filter((id) => !readable.some((document) => document.id === id));
    return [
      ...missing.map(
        ({ kind, id }) => `${reader.shortCode} may read ${kind} ${id}, which lies in no bucket of theirs`,
      ),
      ...surplus.map(
        (id) => `${reader.shortCode} finds ${committed.documents.get(id)?.kind} ${id}, which is not theirs`,
      ),
    ];
  });

/** The same person at both kinds of devices. */
const toReaders = (person: KnownPerson): readonly Reader[] => [
  { ...person, deviceClass: 'official' },
  { ...person, deviceClass: 'private' },
];

/** (4) A receipt lies with its person and nowhere else. */
const receiptsAreOwn: Invariant = (_world, { documents, persons, placements }) =>
  [...documents.values()].flatMap((document) => {
    if (document.kind !== 'receipt') return [];
    const owner = [...persons.keys()].find((id) => toReceiptId(document.announcementId, id) === document.id);
    const buckets = [...(placements.get(document.id) ?? [])];
    const halves: readonly string[] = owner === undefined ? [] : [personBucket(owner), officialBucket(owner)];
    const isRight = buckets.length === 1 && buckets.every((bucket) => halves.includes(bucket));
    return isRight ? [] : [`receipt ${document.id} lies in ${buckets.length} buckets`];
  });

/** (9) What somebody wrote has landed, waits, or stands on "Nicht gespeichert", unless they took it back themselves. */
const nothingIsLost: Invariant = (world, { log }) => {
  const logged = new Map(log.map((command) => [command.mid, command]));
  const held = new Map<string, ReadonlyMap<string, Pending>>();
  for (const { name, running } of world.devices) {
    if (running !== undefined)
      held.set(name, new Map(running.pending.map((entry) => [entry.command.mid, entry])));
  }
  const isSetBack = world.server.restores + world.server.setbacks > 0;
  return [...world.ledger.entries.values()].flatMap(({ mid, device, name, fate }) => {
    const known = logged.get(mid);
    if (fate === 'taken-back') {
      return known === undefined ? [] : [`${name} ${mid} was taken back and happened all the same`];
    }
    const entries = held.get(device);
    const entry = entries?.get(mid);
    const isRefused = entry?.delivery.state === 'refused' || entry?.delivery.state === 'conflict';
    if (known?.answer.status === 'stored') {
      return isRefused ? [`${name} ${mid} happened and stands on "Nicht gespeichert"`] : [];
    }
    // A device that is off still has it on its disk; what was there before a restore may be gone.
    if (fate === 'dismissed' || entries === undefined || entry !== undefined || isSetBack) return [];
    return [`${name} ${mid}, written on ${device}, is lost`];
  });
};

/** (9) What waits stays on the screen until it has landed or is refused (CMD9). */
const waitingIsShown: Invariant = ({ devices, memory }) =>
  devices.flatMap(({ name, running }) =>
    (running?.pending ?? []).flatMap(({ command, delivery }) => {
      const isOpen = delivery.state !== 'refused' && delivery.state !== 'conflict';
      if (running === undefined || command.name !== 'announce' || !isOpen) return [];
      const key = `${running.program.name} ${command.mid}`;
      const isShown = running.shown.has(command.args.id);
      const hasVanished = memory.painted.has(key) && !isShown;
      if (isShown) memory.painted.add(key);
      return hasVanished ? [`announce ${command.mid} has vanished from the screen of ${name}`] : [];
    }),
  );

/** (7) On a device's disk nothing but ids, times and kinds is in clear. */
export const disksAreSealed: Invariant = ({ devices }) =>
  devices.flatMap(({ name, disk }) =>
    toClearTexts(disk.dump()).map((text) => `on the disk of ${name}: ${text}`),
  );

const afterEveryStep: readonly (readonly [invariant: string, holds: Invariant])[] = [
  ['1', answersAreKept],
  ['2', effectsAreSingle],
  ['3', replicasAreEqual],
  ['4', replicasForget],
  ['4', placementsAreRight],
  ['4', receiptsAreOwn],
  ['5', placesAreKept],
  ['9', nothingIsLost],
  ['9', waitingIsShown],
];

/** Looks at everything that must hold after every step. */
export const checkStep = (world: World): void => {
  const { running } = world.server;
  if (running === undefined) return;
  const committed = running.observer.look();
  world.memory.observe(committed);
  for (const [invariant, toFaults] of afterEveryStep) {
    for (const fault of toFaults(world, committed)) world.blame(invariant, fault);
  }
};

/** (9) What a restored server had lost is given back to it by the devices (D1, D4). */
const restoredIsGivenBack: Invariant = ({ ledger, server, devices }, { log }) => {
  if (server.restores === 0 || server.setbacks > 0) return [];
  const logged = new Set(log.filter(({ answer }) => answer.status === 'stored').map(({ mid }) => mid));
  const held = new Set(
    devices.flatMap(({ running }) => (running?.pending ?? []).map(({ command }) => command.mid)),
  );
  return [...ledger.entries.values()]
    .filter(({ mid, fate }) => fate === 'open' && !logged.has(mid) && !held.has(mid))
    .map(({ mid, name, device }) => `${name} ${mid}, written on ${device}, was not given back`);
};

/** Looks at what must hold once everything has healed: nobody waits, everybody has everything. */
export const checkHealed = (world: World): void => {
  checkStep(world);
  const { running } = world.server;
  if (running === undefined) return;
  for (const fault of restoredIsGivenBack(world, running.observer.look())) world.blame('9', fault);
  for (const fault of disksAreSealed(world, running.observer.look())) world.blame('7', fault);
  for (const device of world.devices) {
    if (!isCaughtUp(world, device))
      world.blame('3', `${device.name} has not caught up: ${JSON.stringify(device.running?.truth)}`);
    for (const { command, delivery } of device.running?.pending ?? []) {
      if (delivery.state !== 'refused' && delivery.state !== 'conflict')
        world.blame('9', `${command.name} ${command.mid} is still ${delivery.state} on ${device.name}`);
    }
  }
};

/** Whether nothing is under way for a device that is connected, so that it must have everything. */
export const isCaughtUp = (world: World, device: Device): boolean => {
  const { running } = device;
  if (running === undefined || !device.isConnected || world.server.running === undefined) return false;
  // A replica whose disk was full tries again after a while.
  if (device.isDiskFull || world.engine.now() < device.troubledUntil) return false;
  if (running.truth?.connection !== 'online' || running.truth.filling !== undefined) return false;
  const lines = world.lines.filter((line) => line.device === device.name && line.isOpenForClient);
  return (
    running.documents !== undefined &&
    lines.length === 1 &&
    lines.every((line) => !line.isSevered && line.waiting('up') === 0 && line.waiting('down') === 0)
  );
};

const forEachCaughtUp = (
  world: World,
  committed: Committed,
  toFaults: (
    device: Device,
    held: ReadonlyMap<string, Document>,
    readable: readonly Document[],
  ) => readonly string[],
): readonly string[] =>
  world.devices.flatMap((device) => {
    const reader = committed.persons.get(device.personId);
    const held = device.running?.documents;
    if (reader === undefined || held === undefined || !isCaughtUp(world, device)) return [];
    const { deviceClass } = device;
    return toFaults(
      device,
      held,
      toReadable({ ...reader, deviceClass }, { ...committed, released: world.memory.released }),
    );
  });

/** Pairs that were compared and found alike; both sides keep their objects for as long as nothing changes. */
const alike = new WeakMap<Document, Document>();

/** The same document with the same content; RxDB's own fields do not count. */
const isSame = (held: Document | undefined, stored: Document): boolean => {
  if (held === undefined) return false;
  if (alike.get(held) === stored) return true;
  const isAlike = Object.entries(stored).every(
    ([name, value]) => JSON.stringify(Reflect.get(held, name)) === JSON.stringify(value),
  );
  if (isAlike) alike.set(held, stored);
  return isAlike;
};

const toPlaced = (reader: Reader, { placements, documents }: Committed): ReadonlySet<Document['id']> => {
  const isPrivate = reader.deviceClass === 'private';
  const isKeptOff = (groupId: Document['id']): boolean => {
    const group = documents.get(groupId);
    return isPrivate && group?.kind === 'group' && group.officialOnly === true;
  };
  const buckets = [
    'school:all',
    personBucket(reader.id),
    ...(isPrivate ? [] : [officialBucket(reader.id)]),
    ...(reader.role === 'parent-representative' || reader.role === 'guest' ? [] : ['school:staff']),
    ...(reader.administrator || reader.role === 'leadership' ? ['school:administration'] : []),
    ...reader.memberships.flatMap(({ groupId }) => (isKeptOff(groupId) ? [] : [`group:${groupId}`])),
  ];
  return new Set(
    [...placements]
      .filter(([id, placed]) => documents.has(id) && buckets.some((bucket) => placed.has(bucket)))
      .map(([id]) => id),
  );
};
