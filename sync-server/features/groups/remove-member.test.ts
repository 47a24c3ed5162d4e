import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
const german = 'Fachschaft Deutsch';
beforeEach(async () => {
  world = await createRuleWorld();
});
afterEach(() => world.close());

const remove = (by: string, code: string, group = german) =>
  world.send(by, 'remove-member', {
    groupId: world.group(group).id,
    personId: world.person(code).id,
  });

describe('removing a person from a group', () => {
  it('[GRP1] ends the right to read it in the same transaction', async () => {
    const id = await world.announce('Dre', [german]);
    await remove('Kuh', 'Jag');
    expect(
      await world.send('Jag', 'ask-sender', {
        announcementId: id,
        askerId: world.person('Jag').id,
        text: 'Lese ich noch mit?',
      }),
    ).toMatchObject({ reason: 'not-found' });
    expect(world.commits.at(-1)?.membershipChanged).toEqual([world.person('Jag').id]);
  });

  it('changes nothing the second time', async () => {
    expect(await remove('Kuh', 'Jag')).toEqual({ status: 'stored', rev: 2 });
    expect(await remove('Kuh', 'Jag')).toEqual({ status: 'stored', rev: 2 });
  });

  it('is everybody’s own right, without a revision of what they can no longer read', async () => {
    expect(await remove('Dre', 'Jag')).toMatchObject({ reason: 'forbidden' });
    expect(await remove('Dre', 'Dre')).toEqual({ status: 'stored', rev: 2 });
    expect(await remove('Eltern', 'Eltern', 'Schulkonferenz')).toEqual({ status: 'stored' });
  });

  it('does not leave a group without its chair', async () => {
    await world.send('Kuh', 'set-member', {
      groupId: world.group(german).id,
      personId: world.person('Dre').id,
      function: 'chair',
      votingStatus: 'entitled',
    });
    expect(await remove('Dre', 'Dre')).toMatchObject({ reason: 'last-chair' });
    await remove('Dre', 'Jag');
    expect(await remove('Dre', 'Dre')).toMatchObject({ status: 'stored' });
  });
});
