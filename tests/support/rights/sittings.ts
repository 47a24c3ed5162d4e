import type { Id } from '#core/kernel/id.ts';
import type { LiveCommandName } from '#core/meetings/live/live-command.ts';
import { advent } from './meetings.ts';
import { newId } from '../server/wire-client.ts';
import { readersOnly, type Attempt, type Attempts, type Holders, type RightsWorld } from './world.ts';

/**
 * A body that the office chairs: the author is its deputy and takes the minutes, Jäger is a member, the head a guest of
 * the conference; to everybody else there is no such conference.
 */
const bodies = new WeakMap<RightsWorld, Promise<Id>>();
const findBody = (world: RightsWorld): Promise<Id> => {
  const known = bodies.get(world) ?? makeBody(world);
  bodies.set(world, known);
  return known;
};
const makeBody = async (world: RightsWorld): Promise<Id> => {
  const groupId = newId();
  const { leadership } = world.clients;
  const name = `Gremium ${groupId}`;
  await leadership.command('create-group', {
    id: groupId,
    name,
    type: 'body',
    chairId: world.id('chair'),
    ruleSet: 'bw-staff',
  });
  for (const [who, place] of [
    ['author', 'deputy'],
    ['member', 'member'],
  ] as const) {
    await leadership.command('set-member', {
      groupId,
      personId: world.id(who),
      function: place,
      votingStatus: 'entitled',
    });
  }
  return groupId;
};

export interface Sitting {
  readonly conferenceId: Id;
  readonly itemId: Id;
  /** Raised by the member. */
  readonly handId: Id;
}

const plan = async (world: RightsWorld): Promise<Sitting> => {
  const [conferenceId, itemId, handId] = [newId(), newId(), newId()];
  const { chair } = world.clients;
  await chair.command('plan-conference', {
    ...advent(conferenceId),
    groupId: await findBody(world),
    chairId: world.id('chair'),
    minuteTakerId: world.id('author'),
    guestIds: [world.id('leadership')],
  });
  await chair.command('add-item', {
    id: itemId,
    conferenceId,
    position: 0,
    title: 'Haushalt',
    itemKind: 'discussion',
    guestIds: [],
  });
  return { conferenceId, itemId, handId };
};

/** Opened, the body there, the head waiting, the item called, and the member's hand up. */
export const sit = async (world: RightsWorld): Promise<Sitting> => {
  const sitting = await plan(world);
  const { conferenceId, itemId, handId } = sitting;
  const { chair, member, leadership } = world.clients;
  await chair.command('open-conference', { conferenceId });
  await chair.command('all-present-except', { conferenceId, personIds: [] });
  await leadership.command('check-in', { conferenceId });
  await chair.command('call-item', { conferenceId, itemId });
  await member.command('raise-hand', { conferenceId, itemId, handId, kind: 'speech' });
  return sitting;
};

const names = ['conferenceId'] as const;
/** Who has the chair, and nobody beside. */
export const chairOnly = readersOnly({
  chair: 'stored',
  author: 'forbidden',
  member: 'forbidden',
  leadership: 'forbidden',
});
const rollKeepers = { ...chairOnly, author: 'stored' } as const;
const readers = { ...chairOnly, author: 'stored', member: 'stored', leadership: 'stored' } as const;

const byChair = <Name extends LiveCommandName>(
  prepare: (sitting: Sitting, world: RightsWorld) => Awaited<ReturnType<Attempt<Name>['prepare']>>,
): Attempt<Name> => ({
  expected: chairOnly,
  prepare: async (world) => prepare(await sit(world), world),
  names,
});

export const sittingAttempts: Attempts<LiveCommandName | 'open-conference'> = {
  'open-conference': {
    expected: { ...readers, member: 'forbidden' },
    prepare: async (world) => ({ conferenceId: (await plan(world)).conferenceId }),
    names,
  },
  'close-conference': byChair(({ conferenceId }) => ({ conferenceId })),
  'take-chair': {
    expected: { ...readers, member: 'forbidden' },
    prepare: async (world, who) => ({
      conferenceId: (await sit(world)).conferenceId,
      personId: world.id(who),
    }),
    names,
  },
  'set-locked': byChair(({ conferenceId }) => ({ conferenceId, locked: true })),
  'check-in': {
    expected: readers,
    prepare: async (world) => ({ conferenceId: (await sit(world)).conferenceId }),
    names,
  },
  'check-out': {
    expected: readers,
    prepare: async (world) => ({ conferenceId: (await sit(world)).conferenceId }),
    names,
  },
  'set-presence': {
    expected: rollKeepers,
    prepare: async (world) => ({
      conferenceId: (await sit(world)).conferenceId,
      personIds: [world.id('member')],
      presence: 'excused',
    }),
    names,
  },
  'all-present-except': {
    expected: rollKeepers,
    prepare: async (world) => ({
      conferenceId: (await sit(world)).conferenceId,
      personIds: [world.id('member')],
    }),
    names,
  },
  'admit-guest': byChair(({ conferenceId }, world) => ({ conferenceId, personId: world.id('leadership') })),
  'send-out': byChair(({ conferenceId }, world) => ({ conferenceId, personId: world.id('member') })),
  'call-item': byChair(({ conferenceId, itemId }) => ({ conferenceId, itemId })),
  'settle-item': byChair(({ conferenceId, itemId }) => ({ conferenceId, itemId, state: 'deferred' })),
  'raise-hand': {
    // The head still waits to be let in, and the item names no guest.
    expected: { ...readers, leadership: 'phase-passed' },
    prepare: async (world) => {
      const { conferenceId, itemId } = await sit(world);
      return { conferenceId, itemId, handId: newId(), kind: 'question' };
    },
    names,
  },
  'lower-hand': {
    expected: { ...chairOnly, member: 'stored' },
    prepare: async (world) => {
      const { conferenceId, handId } = await sit(world);
      return { conferenceId, handId };
    },
    names,
  },
  'list-hand': byChair(({ conferenceId, itemId }, world) => ({
    conferenceId,
    itemId,
    handId: newId(),
    personId: world.id('author'),
    kind: 'speech',
  })),
  'call-speaker': byChair(({ conferenceId, handId }) => ({ conferenceId, handId })),
  'finish-speaker': {
    ...byChair(({ conferenceId, handId }) => ({ conferenceId, handId })),
    prepare: async (world) => {
      const { conferenceId, handId } = await sit(world);
      await world.clients.chair.command('call-speaker', { conferenceId, handId });
      return { conferenceId, handId };
    },
  },
  'skip-speaker': byChair(({ conferenceId, handId }) => ({ conferenceId, handId })),
  'put-speaker-back': byChair(({ conferenceId, handId }) => ({ conferenceId, handId })),
  'set-list-closed': byChair(({ conferenceId, itemId }) => ({ conferenceId, itemId, closed: true })),
};

/** Who was there is read by everybody who reads the conference: its body, and the head as its guest. */
export const sittingHolders: Holders<'attendance'> = {
  attendance: ['author', 'member', 'chair', 'leadership'],
};

/** A conference that has sat and ended. */
export const prepareSittings = async (world: RightsWorld): Promise<void> => {
  const { conferenceId } = await sit(world);
  await world.clients.chair.command('close-conference', { conferenceId });
};
