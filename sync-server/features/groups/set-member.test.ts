import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GroupFunction } from '#core/access/roles.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
const german = 'Fachschaft Deutsch';
beforeEach(async () => {
  world = await createRuleWorld();
});
afterEach(() => world.close());

const set = (by: string, code: string, place: GroupFunction = 'member') =>
  world.send(by, 'set-member', {
    groupId: world.group(german).id,
    personId: world.person(code).id,
    function: place,
    votingStatus: 'entitled',
  });
const tenure = (code: string) =>
  world.store.read.get<{ number: number }>(
    'select number from tenure where person_id = ? and bucket = ?',
    world.person(code).id,
    `group:${world.group(german).id}`,
  );

describe('adding a person to a group', () => {
  it('[GRP2] gives the right to read it from that moment, table and document in one', async () => {
    expect(await set('Kuh', 'Wei')).toEqual({ status: 'stored', rev: 2 });
    const group = await world.read('group', world.group(german).id);
    expect(group?.members.map(({ person }) => person.shortCode)).toContain('Wei');
    expect(world.commits.at(-1)?.membershipChanged).toEqual([world.person('Wei').id]);
    expect(await set('Kuh', 'Wei')).toEqual({ status: 'stored', rev: 2 });
  });

  it('changes a place without reading as leaving and coming back', async () => {
    await set('Kuh', 'Jag', 'chair');
    expect(await tenure('Jag')).toMatchObject({ number: 1 });
    expect(await world.read('group', world.group(german).id)).toMatchObject({
      members: [{ person: { shortCode: 'Jag' }, function: 'chair' }, {}],
    });
  });

  it('[CMD3] is for its chairs from the moment they are, and no longer', async () => {
    expect(await set('Dre', 'Wei')).toMatchObject({ reason: 'forbidden' });
    await set('Kuh', 'Dre', 'chair');
    expect(await set('Dre', 'Wei')).toMatchObject({ status: 'stored' });
    await set('Dre', 'Jag', 'chair');
    await set('Dre', 'Dre', 'member');
    expect(await set('Dre', 'Hau')).toMatchObject({ reason: 'forbidden' });
  });

  it('does not take the last chair away', async () => {
    await set('Kuh', 'Dre', 'chair');
    expect(await set('Dre', 'Dre', 'member')).toMatchObject({ reason: 'last-chair' });
  });

  it('knows only people of the school', async () => {
    const args = {
      groupId: world.group(german).id,
      personId: world.newId(),
      function: 'member' as const,
      votingStatus: 'entitled' as const,
    };
    expect(await world.send('Kuh', 'set-member', args)).toMatchObject({ reason: 'not-found' });
  });
});
