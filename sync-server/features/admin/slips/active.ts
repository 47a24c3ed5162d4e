import type { Person } from '#core/directory/person.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../../contract.ts';

/** Those of the persons who belong to the school, by their ids; at most some hundreds at once. */
export const findActive = async (stage: Stage, ids: readonly Id[]): Promise<ReadonlyMap<Id, Person>> => {
  const rows = await stage.transaction.all<{ id: Id }>(
    `select id from person where active = 1 and id in (${ids.map(() => '?').join(', ')})`,
    ...ids,
  );
  const people = await stage.loadAll(
    'person',
    rows.map(({ id }) => id),
  );
  return new Map(people.map((person) => [person.id, person]));
};
