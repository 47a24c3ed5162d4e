import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportReport } from '#core/directory/import/import-report.ts';
import { readStaffList } from '#core/directory/import/read-staff-list.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';
import { TEST_STAFF } from '#tests/support/server/staff.ts';

let world: RuleWorld;
beforeEach(async () => {
  world = await createRuleWorld();
});
afterEach(() => world.close());

const run = async (text: string, dryRun = false) => {
  const list = readStaffList(new TextEncoder().encode(text));
  if (!list.ok) throw new Error(list.refusal);
  return world.store.write<{ report: ImportReport; changes: readonly object[]; membershipChanged: string[] }>(
    'import-staff',
    { list: list.value, dryRun, now: world.clock.value },
  );
};
const HEADER = 'Nachname;Vorname;Kürzel;Rolle;Gruppen\n';

describe('[D24] importing a staff list', () => {
  it('changes nothing when it comes again, and reports the same people', async () => {
    const { report, changes } = await run(TEST_STAFF);
    expect(report).toMatchObject({ read: 7, new: 0, updated: 0, unchanged: 7, refused: [] });
    expect(report.people[0]).toMatchObject({
      shortCode: 'Kuh',
      role: 'leadership',
      groups: ['Kollegium', 'Fachschaft Sport'],
    });
    expect(changes).toEqual([]);
  });

  it('shows a corrected name also where the person is listed as a member', async () => {
    await run(`${HEADER}Weiss;Çağla;Wei;;`);
    const sport = (await readDocumentsOfKind(world.store.read, 'group')).find(
      ({ name }) => name === 'Fachschaft Sport',
    );
    expect(sport?.members.map(({ person }) => person.lastName)).toContain('Weiss');
  });

  it('adds a group with the members the list names, whose rights begin at once', async () => {
    const { membershipChanged } = await run(`${HEADER}Weiß;Çağla;Wei;;"Kollegium, Klasse 7b"`);
    expect(membershipChanged).toEqual([world.person('Wei').id]);
    const group = (await readDocumentsOfKind(world.store.read, 'group')).find(
      ({ name }) => name === 'Klasse 7b',
    );
    expect(group).toMatchObject({ type: 'class', members: [{ person: { shortCode: 'Wei' } }] });
    expect(await world.announce('Wei', ['Kollegium'])).toBeDefined();
  });

  it('stores nothing when it is only tried', async () => {
    const { report, changes } = await run(`${HEADER}Neu;Nina;Neu;;Kollegium`, true);
    expect(report.new).toBe(1);
    expect(changes).toEqual([]);
    expect(
      await world.store.read.get('select id from person where short_code_key = ?', 'neu'),
    ).toBeUndefined();
  });

  it('[IMP10] lets announcements to all staff reach whoever a list without groups has entered', async () => {
    await run('Nachname;Vorname;Kürzel\nNeu;Nina;Neu\n');
    const staff = (await readDocumentsOfKind(world.store.read, 'group')).find(({ type }) => type === 'staff');
    expect(staff?.members.map(({ person }) => person.shortCode)).toContain('Neu');
  });

  it('never makes an administrator of anybody and keeps the one there is', async () => {
    await world.store.write('set-flags', {
      personId: world.person('Dre').id,
      administrator: true,
      staffCouncil: false,
      now: world.clock.value,
    });
    await run(`${HEADER}Dreßler;Dana;Dre;Schulleitung;\nNeu;Nina;Neu;Schulleitung;`);
    const rows = await world.store.read.all<{ id: string }>('select id from person where administrator = 1');
    expect(rows.map(({ id }) => id)).toEqual([world.person('Dre').id]);
  });
});
