import type { Id } from '#core/kernel/id.ts';
import { newId } from '../server/wire-client.ts';
import { allBut, readersOnly, type Attempts, type Holders, type RightsWorld } from './world.ts';

/**
 * The school conference, to which only the parent and the guest belong, is planned by the head, who names one item and is
 * given one motion; its agenda is not out. The body that the office chairs sits.
 */
export const meetingHolders: Holders<'conference' | 'agenda-item' | 'motion'> = {
  conference: ['author', 'member', 'chair', 'leadership', 'parent', 'guest'],
  'agenda-item': ['author', 'member', 'chair', 'leadership'],
  motion: ['leadership', 'parent'],
};

/** What every conference of the table says of itself. */
export const advent = (id: Id) => ({
  id,
  title: 'Konferenz im Advent',
  briefing: false,
  date: '2026-12-09',
  start: '14:00',
  place: 'Aula',
  sitting: 'room' as const,
  checks: [],
  secondCall: false,
});
const planned = (id: Id, chairId: Id) => ({ ...advent(id), chairId, guestIds: [] });
const item = (id: Id) => ({ id, title: 'Haushalt', itemKind: 'discussion' as const, guestIds: [] });
const motion = (id: Id, conferenceId: Id) => ({
  id,
  conferenceId,
  title: 'Bänke',
  wording: 'Es gibt Bänke.',
});

/** What the table of documents is read from. */
export const prepareMeetings = async (world: RightsWorld): Promise<void> => {
  const { leadership, parent } = world.clients;
  const conferenceId = newId();
  await leadership.command('plan-conference', {
    ...planned(conferenceId, world.id('leadership')),
    groupId: world.school.group('Schulkonferenz').id,
  });
  await leadership.command('add-item', { ...item(newId()), conferenceId, position: 0 });
  await parent.command('submit-motion', motion(newId(), conferenceId));
};

/** A conference of a body of its own: the office chairs, Jäger belongs to it, the head is its guest. */
const freshConference = async (world: RightsWorld): Promise<Id> => {
  const groupId = newId();
  const { leadership, chair } = world.clients;
  await leadership.command('create-group', {
    id: groupId,
    name: `Gremium ${groupId}`,
    type: 'body',
    chairId: world.id('chair'),
  });
  await leadership.command('set-member', {
    groupId,
    personId: world.id('member'),
    function: 'member',
    votingStatus: 'entitled',
  });
  const id = newId();
  await chair.command('plan-conference', {
    ...planned(id, world.id('chair')),
    guestIds: [world.id('leadership')],
    groupId,
  });
  return id;
};

const freshItem = async (world: RightsWorld): Promise<{ readonly conferenceId: Id; readonly id: Id }> => {
  const conferenceId = await freshConference(world);
  const id = newId();
  await world.clients.chair.command('add-item', { ...item(id), conferenceId, position: 0 });
  return { conferenceId, id };
};

const freshMotion = async (world: RightsWorld): Promise<Id> => {
  const id = newId();
  await world.clients.member.command('submit-motion', motion(id, await freshConference(world)));
  return id;
};

/** Its body and guests read the conference; the chair of the body and the leadership change it. */
const leaders = readersOnly({ chair: 'stored', leadership: 'stored', member: 'forbidden' });
/** The agenda that is not out lies with the chairs. */
const planners = readersOnly({ chair: 'stored' });

export const meetingAttempts: Attempts<
  | 'plan-conference'
  | 'edit-conference'
  | 'cancel-conference'
  | 'add-item'
  | 'edit-item'
  | 'remove-item'
  | 'order-items'
  | 'submit-motion'
  | 'withdraw-motion'
  | 'settle-motion'
  | 'invite'
> = {
  'plan-conference': {
    // The body is in the directory of the staff; the parent and the guest belong to it.
    expected: allBut('forbidden', { leadership: 'stored' }),
    prepare: async (world) => ({
      ...planned(newId(), world.id('leadership')),
      groupId: world.school.group('Schulkonferenz').id,
    }),
    names: ['groupId'],
  },
  'edit-conference': {
    expected: leaders,
    prepare: async (world) => ({
      ...planned(await freshConference(world), world.id('chair')),
      guestIds: [world.id('leadership')],
      place: 'Lehrerzimmer',
    }),
    baseRev: 1,
  },
  'cancel-conference': {
    expected: leaders,
    prepare: async (world) => ({ id: await freshConference(world) }),
  },
  'add-item': {
    expected: leaders,
    prepare: async (world) => ({
      ...item(newId()),
      conferenceId: await freshConference(world),
      position: 0,
    }),
    names: ['conferenceId'],
  },
  'edit-item': {
    expected: planners,
    prepare: async (world) => ({ ...item((await freshItem(world)).id), title: 'Haushalt 2027' }),
    baseRev: 1,
  },
  'remove-item': {
    expected: planners,
    prepare: async (world) => ({ id: (await freshItem(world)).id }),
  },
  'order-items': {
    expected: leaders,
    prepare: async (world) => {
      const { conferenceId, id } = await freshItem(world);
      return { conferenceId, itemIds: [id] };
    },
    names: ['conferenceId'],
  },
  'submit-motion': {
    expected: readersOnly({ chair: 'stored', member: 'stored', leadership: 'forbidden' }),
    prepare: async (world) => motion(newId(), await freshConference(world)),
    names: ['conferenceId'],
  },
  'withdraw-motion': {
    expected: readersOnly({ member: 'stored', chair: 'forbidden' }),
    prepare: async (world) => ({ id: await freshMotion(world) }),
  },
  'settle-motion': {
    expected: readersOnly({ chair: 'stored', member: 'forbidden' }),
    prepare: async (world) => ({ id: await freshMotion(world), settlement: { kind: 'return' } }),
  },
  invite: {
    expected: leaders,
    prepare: async (world) => ({
      conferenceId: (await freshItem(world)).conferenceId,
      announcementId: newId(),
    }),
    names: ['conferenceId'],
  },
};
