import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#core/access/roles.ts';
import { toRightsNoticeId } from '#core/admin/rights-notice.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
beforeEach(async () => {
  world = await createRuleWorld();
  const flags = { administrator: true, staffCouncil: false, now: world.clock.value };
  await world.store.write('set-flags', { personId: world.person('Dre').id, ...flags });
});
afterEach(() => world.close());

const set = (by: string, code: string, role: Role, baseRev?: number) =>
  world.send(
    by,
    'set-role',
    { personId: world.person(code).id, role },
    baseRev === undefined ? {} : { baseRev },
  );
const tenures = (code: string) =>
  world.store.read.all(
    `select bucket, number from tenure where person_id = ? and bucket like 'school:%' order by bucket`,
    world.person(code).id,
  );

describe('[SET2] giving a role', () => {
  it('changes the rights at once, tells the person who did it, and is kept', async () => {
    const wei = world.person('Wei').id;
    expect(await set('Dre', 'Wei', 'leadership')).toMatchObject({ status: 'stored' });
    expect(world.commits.at(-1)?.membershipChanged).toEqual([wei]);
    expect(await world.announce('Wei', ['Fachschaft Deutsch'])).toBeDefined();
    expect(await tenures('Wei')).toEqual([
      { bucket: 'school:administration', number: 1 },
      { bucket: 'school:staff', number: 1 },
    ]);
    await set('Kuh', 'Wei', 'office');
    expect(await world.read('rights-notice', toRightsNoticeId(wei))).toMatchObject({
      changes: [
        { by: { shortCode: 'Kuh' }, role: 'office' },
        { by: { shortCode: 'Dre' }, role: 'leadership' },
      ],
    });
    expect(await world.store.read.get('select act, subject, detail from audit order by id desc')).toEqual({
      act: 'set-role',
      subject: wei,
      detail: 'office',
    });
  });

  it('is for administrators and the leadership, never about oneself', async () => {
    for (const by of ['Hau', 'Jag', 'Wei']) {
      expect(await set(by, 'Wei', 'leadership')).toMatchObject({ reason: 'forbidden' });
    }
    expect(await set('Dre', 'Dre', 'leadership')).toMatchObject({ reason: 'own-rights' });
    expect(await set('Kuh', 'Kuh', 'teacher')).toMatchObject({ reason: 'own-rights' });
  });

  it('takes nobody out of the staff who administers', async () => {
    expect(await set('Kuh', 'Dre', 'guest')).toMatchObject({ reason: 'staff-only' });
    expect(await set('Kuh', 'Dre', 'office')).toMatchObject({ status: 'stored' });
  });

  it('is the same when a person is edited: never about oneself, told to the person, kept', async () => {
    const edit = async (code: string, role: Role) => {
      const { id, shortCode, firstName, lastName, rev } =
        (await world.read('person', world.person(code).id)) ?? world.person(code);
      return world.send('Dre', 'edit-person', { id, shortCode, firstName, lastName, role }, { baseRev: rev });
    };
    expect(await edit('Dre', 'leadership')).toMatchObject({ reason: 'own-rights' });
    expect(await edit('Wei', 'office')).toMatchObject({ status: 'stored' });
    expect(await world.read('rights-notice', toRightsNoticeId(world.person('Wei').id))).toMatchObject({
      changes: [{ by: { shortCode: 'Dre' }, role: 'office' }],
    });
    expect(await world.store.read.all(`select act from audit where act = 'set-role'`)).toHaveLength(1);
  });

  it('[CMD6] shows the second of two the first one’s change', async () => {
    const { rev = 0 } = (await world.read('person', world.person('Wei').id)) ?? {};
    expect(await set('Dre', 'Wei', 'office', rev)).toMatchObject({ status: 'stored' });
    expect(await set('Kuh', 'Wei', 'guest', rev)).toEqual({ status: 'conflict', rev: rev + 1 });
  });

  it('knows only people of the school', async () => {
    const args = { personId: world.newId(), role: 'office' as const };
    expect(await world.send('Kuh', 'set-role', args)).toMatchObject({ reason: 'not-found' });
  });
});
