import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
beforeEach(async () => {
  world = await createRuleWorld();
});
afterEach(() => world.close());

const create = (code: string, name: string, chair = 'Wei', id = world.newId()) =>
  world.send(code, 'create-group', { id, name, type: 'working', chairId: world.person(chair).id });

describe('creating a group', () => {
  it('places it with the staff and its members; the chair is the first of them', async () => {
    const id = world.newId();
    expect(await create('Hau', 'Schulfest', 'Wei', id)).toEqual({ status: 'stored', rev: 1 });
    expect(await world.read('group', id)).toMatchObject({
      members: [{ person: { shortCode: 'Wei' }, function: 'chair' }],
    });
    expect(await world.buckets(id)).toEqual([`group:${id}`, 'school:staff']);
    const rows = await world.store.read.all(
      'select person_id, function from membership where group_id = ?',
      id,
    );
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { person_id: world.person('Wei').id, function: 'chair' },
    ]);
  });

  it('is for leadership, office and administrators', async () => {
    for (const code of ['Dre', 'Eltern', 'Gast']) {
      expect(await create(code, 'Schulfest')).toMatchObject({ reason: 'forbidden' });
    }
    await world.store.write('set-flags', {
      personId: world.person('Dre').id,
      administrator: true,
      staffCouncil: false,
      now: world.clock.value,
    });
    expect(await create('Dre', 'Schulfest')).toMatchObject({ status: 'stored' });
  });

  it.each(['Personalrat', 'ÖPR', 'Örtlicher  Personalrat'])('[GRP3] refuses "%s"', async (name) => {
    expect(await create('Kuh', name)).toMatchObject({ reason: 'protected-group' });
  });

  it('refuses a name another group has, whatever its case', async () => {
    expect(await create('Kuh', 'fachschaft DEUTSCH')).toMatchObject({ reason: 'name-taken' });
  });

  it('refuses a chair nobody knows and an id that is taken', async () => {
    const id = world.newId();
    const args = { id, name: 'Neu', type: 'working' as const, chairId: world.newId() };
    expect(await world.send('Kuh', 'create-group', args)).toMatchObject({ reason: 'not-found' });
    expect(await create('Kuh', 'Neu', 'Wei', world.group('Kollegium').id)).toMatchObject({
      reason: 'invalid',
    });
  });
});
