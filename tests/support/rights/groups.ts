import { newId } from '../server/wire-client.ts';
import { allBut, readersOnly, everybody, type Attempts, type Holders } from './world.ts';

/** Everybody has at least their own. */
export const groupHolders: Holders<'group'> = { group: everybody };

/** The office chairs these groups; leadership, office and administrators manage every group (D7). */
const managers = readersOnly({
  author: 'forbidden',
  member: 'forbidden',
  outsider: 'forbidden',
  chair: 'stored',
  leadership: 'stored',
  administrator: 'stored',
});

export const groupAttempts: Attempts<
  'create-group' | 'rename-group' | 'set-member' | 'remove-member' | 'set-group-devices'
> = {
  'create-group': {
    expected: allBut('forbidden', { chair: 'stored', leadership: 'stored', administrator: 'stored' }),
    prepare: async (world) => {
      const made = newId();
      return { id: made, name: `Neu ${made}`, type: 'working', chairId: world.id('member') };
    },
    names: [],
  },
  'rename-group': {
    expected: managers,
    prepare: async (world) => {
      const made = await world.freshGroup();
      return { id: made, name: `Umbenannt ${made}` };
    },
  },
  'set-member': {
    expected: managers,
    prepare: async (world) => ({
      groupId: await world.freshGroup(),
      personId: world.id('outsider'),
      function: 'member',
      votingStatus: 'entitled',
    }),
  },
  'remove-member': {
    // Everybody may leave; the member is the one who is removed.
    expected: { ...managers, member: 'stored' },
    prepare: async (world) => ({ groupId: await world.freshGroup(), personId: world.id('member') }),
  },
  'set-group-devices': {
    // The body is in the directory of the staff; the parent and the guest belong to it.
    expected: allBut('forbidden', { leadership: 'stored', administrator: 'stored' }),
    prepare: async (world) => ({ groupId: world.school.group('Schulkonferenz').id, officialOnly: true }),
  },
};
