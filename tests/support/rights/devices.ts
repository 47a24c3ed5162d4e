import type { Id } from '#core/kernel/id.ts';
import { newId } from '../server/wire-client.ts';
import {
  allBut,
  everybody,
  PEOPLE,
  readersOnly,
  type Attempts,
  type Holders,
  type RightsWorld,
  type Who,
} from './world.ts';

/** A private device of somebody, which waits for the head's approval. */
export const freshDevice = async (world: RightsWorld, who: Who): Promise<Id> => {
  const id = newId();
  await world.school.token(PEOPLE[who], { id, class: 'private' });
  return id;
};

/** Everybody has signed in on a device; approvals lie with the administration. */
export const deviceHolders: Holders<'device' | 'device-approval'> = {
  device: everybody,
  'device-approval': ['leadership', 'administrator'],
};

export const deviceAttempts: Attempts<'approve-device' | 'revoke-device' | 'name-device'> = {
  // The owner sees it, and administrators do; only the head decides.
  'approve-device': {
    expected: readersOnly({ outsider: 'forbidden', administrator: 'forbidden', leadership: 'stored' }),
    prepare: async (world) => ({ deviceId: await freshDevice(world, 'outsider') }),
    names: ['deviceId'],
  },
  'revoke-device': {
    expected: readersOnly({ outsider: 'stored', administrator: 'stored', leadership: 'stored' }),
    prepare: async (world) => ({ deviceId: await freshDevice(world, 'outsider') }),
    names: ['deviceId'],
  },
  'name-device': {
    expected: allBut('stored', {}),
    prepare: async (world, who) => ({ deviceId: await freshDevice(world, who), name: 'Mein Gerät' }),
    names: ['deviceId'],
  },
};
