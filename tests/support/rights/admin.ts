import type { School } from '#core/directory/school.ts';
import { readDocument, readDocumentsOfKind } from '#server/feed/documents.ts';
import { allBut, everybody, readersOnly, type Attempts, type Holders, type RightsWorld } from './world.ts';

/** Only whose rights were changed holds one; the administrator's were when the school began. */
export const adminHolders: Holders<'rights-notice'> = { 'rights-notice': ['administrator'] };

const schoolOf = async (world: RightsWorld): Promise<School> => {
  const [school] = await readDocumentsOfKind(world.school.server.store.read, 'school');
  if (school === undefined) throw new Error('there is no school');
  return school;
};
const revOfOutsider = async (world: RightsWorld): Promise<number> =>
  (await readDocument(world.school.server.store.read, world.id('outsider')))?.rev ?? 0;

const administration = allBut('forbidden', { leadership: 'stored', administrator: 'stored' });
/** Who does not read the directory does not find the person. */
const overStaff = readersOnly(
  Object.fromEntries(
    everybody
      .filter((who) => who !== 'parent' && who !== 'guest')
      .map((who) => [who, who === 'leadership' || who === 'administrator' ? 'stored' : 'forbidden'] as const),
  ),
);

export const adminAttempts: Attempts<'set-school' | 'set-holidays' | 'set-role' | 'set-flags'> = {
  'set-school': {
    expected: administration,
    prepare: async (world, who) => ({ id: (await schoolOf(world)).id, name: `Schule ${who}` }),
    baseRev: async (world) => (await schoolOf(world)).rev,
  },
  'set-holidays': {
    expected: administration,
    prepare: async (world) => ({ id: (await schoolOf(world)).id, holidays: [] }),
    baseRev: async (world) => (await schoolOf(world)).rev,
  },
  'set-role': {
    expected: overStaff,
    prepare: async (world) => ({ personId: world.id('outsider'), role: 'teacher' }),
    baseRev: revOfOutsider,
    names: ['personId'],
  },
  'set-flags': {
    expected: overStaff,
    prepare: async (world) => ({
      personId: world.id('outsider'),
      administrator: false,
      staffCouncil: false,
    }),
    baseRev: revOfOutsider,
    names: ['personId'],
  },
};
