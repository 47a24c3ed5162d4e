import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
beforeEach(async () => {
  world = await createRuleWorld();
});
afterEach(() => world.close());

const rename = (code: string, name: string) =>
  world.send(code, 'rename-group', { id: world.group('Fachschaft Deutsch').id, name });

describe('renaming a group', () => {
  it('shows the new name, and the old one where something was written under it', async () => {
    const id = await world.announce('Dre', ['Fachschaft Deutsch']);
    expect(await rename('Kuh', 'Fachschaft Deutsch und DaZ')).toEqual({ status: 'stored', rev: 2 });
    expect((await world.read('group', world.group('Fachschaft Deutsch').id))?.name).toBe(
      'Fachschaft Deutsch und DaZ',
    );
    expect((await world.read('announcement', id))?.groups[0]?.name).toBe('Fachschaft Deutsch');
  });

  it('may change the case of its own name, but not take another’s', async () => {
    expect(await rename('Kuh', 'FACHSCHAFT DEUTSCH')).toMatchObject({ status: 'stored' });
    expect(await rename('Kuh', 'Kollegium')).toMatchObject({ reason: 'name-taken' });
  });

  it('[GRP3] does not become a staff council', async () => {
    expect(await rename('Kuh', 'Personalrat')).toMatchObject({ reason: 'protected-group' });
  });

  it('is for chairs, leadership and office; who cannot see it learns nothing', async () => {
    expect(await rename('Dre', 'Neu')).toMatchObject({ reason: 'forbidden' });
    expect(await rename('Gast', 'Neu')).toMatchObject({ reason: 'not-found' });
  });
});
