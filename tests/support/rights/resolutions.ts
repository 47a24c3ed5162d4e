import { toPersonName } from '#core/directory/person.ts';
import { toGroupName } from '#core/groups/group.ts';
import { localDateSchema } from '#core/kernel/calendar/local-date.ts';
import type { Id } from '#core/kernel/id.ts';
import { toResolutionId } from '#core/meetings/resolution-id.ts';
import type { Committed } from '#server/commands/door.job.ts';
import { readDocument } from '#server/feed/documents.ts';
import { toDecided } from '../server/decided.ts';
import { newId } from '../server/wire-client.ts';
import { PEOPLE, readersOnly, type Attempts, type Holders, type RightsWorld } from './world.ts';

/** The author chairs the sitting of all staff, the member takes its minutes. */
export const freshResolution = async (world: RightsWorld): Promise<Id> => {
  const { school } = world;
  const entry = toDecided(newId, {
    body: toGroupName(school.group('Kollegium')),
    chair: toPersonName(school.person(PEOPLE.author)),
    minuteTaker: toPersonName(school.person(PEOPLE.member)),
    at: school.clock.value,
  });
  const args = { ...entry, now: school.clock.value };
  school.server.hub.announce(await school.server.store.write<Committed>('enter-decided', args));
  return toResolutionId(entry.vote.id);
};

/** One to which the head objected on the day before. */
const objectedResolution = async (world: RightsWorld): Promise<Id> => {
  const { school } = world;
  const id = await freshResolution(world);
  const before = await readDocument(school.server.store.read, id);
  const resolution = {
    ...before,
    state: 'objected',
    objection: {
      by: toPersonName(school.person(PEOPLE.leadership)),
      on: '2026-11-20',
      reason: 'Kollidiert mit der Fahrzeitentabelle.',
      notBefore: '2026-11-21',
    },
  };
  const args = { resolution, now: school.clock.value };
  school.server.hub.announce(await school.server.store.write<Committed>('store-resolution', args));
  return id;
};

/** All staff belong to the body; the parent and the guest do not. */
export const resolutionHolders: Holders<'resolution'> = {
  resolution: ['author', 'member', 'chair', 'outsider', 'leadership', 'administrator'],
};

/** Chair and minute-taker of the sitting and the leadership keep it; being administrator gives no right to it. */
const keepers = readersOnly({
  author: 'stored',
  member: 'stored',
  chair: 'forbidden',
  outsider: 'forbidden',
  leadership: 'stored',
  administrator: 'forbidden',
});

export const resolutionAttempts: Attempts<'set-resolution' | 'object-to-resolution' | 'settle-objection'> = {
  'set-resolution': {
    expected: keepers,
    prepare: async (world) => ({
      id: await freshResolution(world),
      done: true,
      due: localDateSchema.parse('2026-12-18'),
    }),
    baseRev: 1,
  },
  'object-to-resolution': {
    expected: { ...keepers, author: 'forbidden', member: 'forbidden' },
    prepare: async (world) => ({
      id: await freshResolution(world),
      reason: 'Kollidiert mit der Fahrzeitentabelle.',
    }),
  },
  'settle-objection': {
    expected: keepers,
    prepare: async (world) => ({ id: await objectedResolution(world), outcome: 'upheld' }),
  },
};
