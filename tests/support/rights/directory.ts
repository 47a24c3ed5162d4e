import { newId } from '../server/wire-client.ts';
import { allBut, everybody, type Attempts, type Holders } from './world.ts';

/** The school is everybody's; everybody has at least their own person. */
export const directoryHolders: Holders<'school' | 'person'> = { school: everybody, person: everybody };

const administrators = allBut('forbidden', { administrator: 'stored' });
const somebody = { firstName: 'Nina', lastName: 'Neumann', role: 'teacher' } as const;
/** A short code that nobody has. */
const freshCode = (): string => `N${newId().slice(0, 7)}`;

export const directoryAttempts: Attempts<'import-staff' | 'add-person' | 'edit-person'> = {
  'import-staff': {
    // The mark is that of another preview: whoever may import is told so.
    expected: allBut('forbidden', { administrator: 'conflict' }),
    prepare: async () => ({
      importId: newId(),
      persons: [{ line: 2, shortCode: freshCode(), ...somebody, groups: undefined, doubtful: false }],
      mark: '0123456789abcdef',
    }),
    names: [],
  },
  'add-person': {
    expected: administrators,
    prepare: async () => ({ id: newId(), shortCode: freshCode(), ...somebody, groupIds: [] }),
    names: [],
  },
  'edit-person': {
    expected: allBut('forbidden', { administrator: 'conflict' }),
    prepare: async (world) => ({ id: world.id('outsider'), shortCode: 'Wei', ...somebody }),
    baseRev: 0,
    names: [],
  },
};
