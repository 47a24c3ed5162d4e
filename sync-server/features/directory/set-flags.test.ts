import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toRightsNoticeId } from '#core/admin/rights-notice.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
beforeEach(async () => {
  world = await createRuleWorld();
  await make('Dre', true);
});
afterEach(() => world.close());

/** By whoever runs the server. */
const make = (code: string, administrator: boolean) =>
  world.store.write('set-flags', {
    personId: world.person(code).id,
    administrator,
    staffCouncil: false,
    now: world.clock.value,
  });
const set = (by: string, code: string, administrator: boolean, staffCouncil = false) =>
  world.send(by, 'set-flags', { personId: world.person(code).id, administrator, staffCouncil });
const administrators = async (): Promise<readonly string[]> => {
  const rows = await world.store.read.all<{ short_code_key: string }>(
    'select short_code_key from person where administrator = 1 order by short_code_key',
  );
  return rows.map((row) => row.short_code_key);
};
const log = () => world.store.read.all('select actor, act, subject, detail from audit order by id');

describe('[SET3] making somebody an administrator', () => {
  it('gives the rights at once, tells the person alone, and is kept', async () => {
    expect(await set('Dre', 'Jag', true)).toMatchObject({ status: 'stored' });
    const jag = world.person('Jag').id;
    expect(world.commits.at(-1)?.membershipChanged).toEqual([jag]);
    expect(await world.read('person', jag)).toMatchObject({ administrator: true });
    expect(await world.buckets(toRightsNoticeId(jag))).toEqual([`person:${jag}`]);
    expect(await world.read('rights-notice', toRightsNoticeId(jag))).toMatchObject({
      changes: [{ at: world.clock.value, by: { shortCode: 'Dre' }, role: 'teacher', administrator: true }],
    });
    expect((await log()).at(-1)).toEqual({
      actor: world.person('Dre').id,
      act: 'give-administrator',
      subject: jag,
      detail: null,
    });
  });

  it('is for administrators and the leadership, for whoever belongs to the staff, and never for oneself', async () => {
    expect(await set('Kuh', 'Jag', true)).toMatchObject({ status: 'stored' });
    expect(await set('Wei', 'Hau', true)).toMatchObject({ reason: 'forbidden' });
    expect(await set('Kuh', 'Kuh', true)).toMatchObject({ reason: 'own-rights' });
    for (const code of ['Eltern', 'Gast']) {
      expect(await set('Dre', code, true)).toMatchObject({ reason: 'staff-only' });
    }
    expect(await administrators()).toEqual(['dre', 'jag']);
  });

  it('[SET6] leaves the last one, and nothing about a refused act is kept', async () => {
    const before = await log();
    expect(await set('Dre', 'Dre', false)).toMatchObject({ reason: 'last-administrator' });
    expect(await set('Kuh', 'Dre', false)).toMatchObject({ reason: 'last-administrator' });
    expect(await log()).toEqual(before);
    await set('Dre', 'Jag', true);
    expect(await set('Dre', 'Dre', false)).toMatchObject({ status: 'stored' });
    expect(await set('Dre', 'Jag', false)).toMatchObject({ reason: 'forbidden' });
    expect(await administrators()).toEqual(['jag']);
  });

  it('[CMD6] shows the second of two the first one’s change', async () => {
    const args = { personId: world.person('Jag').id, administrator: true, staffCouncil: false };
    const { rev = 0 } = (await world.read('person', args.personId)) ?? {};
    expect(await world.send('Kuh', 'set-flags', args, { baseRev: rev })).toMatchObject({ status: 'stored' });
    const other = { ...args, staffCouncil: true };
    expect(await world.send('Dre', 'set-flags', other, { baseRev: rev })).toEqual({
      status: 'conflict',
      rev: rev + 1,
    });
  });

  it('[CMD2] twice is once', async () => {
    await set('Dre', 'Jag', true);
    const [count, rev] = [(await log()).length, (await world.read('person', world.person('Jag').id))?.rev];
    expect(await set('Dre', 'Jag', true)).toEqual({ status: 'stored', rev });
    expect(await log()).toHaveLength(count);
  });
});

describe('[SET3] the staff council', () => {
  it('is written down by administrators, not by the leadership, and nobody adds themselves', async () => {
    expect(await set('Kuh', 'Jag', false, true)).toMatchObject({ reason: 'forbidden' });
    expect(await set('Dre', 'Jag', false, true)).toMatchObject({ status: 'stored' });
    expect(await set('Dre', 'Dre', true, true)).toMatchObject({ reason: 'own-rights' });
    expect(await set('Dre', 'Gast', false, true)).toMatchObject({ reason: 'staff-only' });
    expect((await log()).at(-1)).toMatchObject({ act: 'give-staff-council' });
  });
});
