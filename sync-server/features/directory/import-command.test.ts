import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toRightsNoticeId } from '#core/admin/rights-notice.ts';
import { toChunks } from '#core/directory/import/chunks.ts';
import { planImport, toRoleBound, type ExistingPerson } from '#core/directory/import/plan-import.ts';
import { readStaffList } from '#core/directory/import/read-staff-list.ts';
import { findAllStaff } from '#core/groups/group.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
beforeEach(async () => {
  world = await createRuleWorld();
  for (const code of ['Kuh', 'Hau']) {
    await world.store.write('set-flags', {
      personId: world.person(code).id,
      administrator: true,
      staffCouncil: false,
      now: world.clock.value,
    });
  }
});
afterEach(() => world.close());

const HEADER = 'Nachname;Vorname;Kürzel;Rolle;Gruppen\n';
const persons = () => readDocumentsOfKind(world.store.read, 'person', 5_000);
const groups = () => readDocumentsOfKind(world.store.read, 'group');

/** What a screen makes of a list: planned against the directory as it is at this moment. */
const prepare = async (
  text: string,
  { knowsBounds = true } = {},
): Promise<readonly CommandArgs<'import-staff'>[]> => {
  const list = readStaffList(new TextEncoder().encode(text));
  if (!list.ok) throw new Error(list.refusal);
  const all = await groups();
  const existing = (await persons()).map((person): ExistingPerson => ({
    ...person,
    roleBound: knowsBounds ? toRoleBound(person, world.person('Kuh').id) : undefined,
    groups: all
      .filter(({ members }) => members.some((member) => member.person.id === person.id))
      .map(({ name }) => name),
  }));
  const plan = planImport(
    list.value,
    existing,
    all.map(({ name }) => name),
    findAllStaff(all)?.name,
  );
  const importId = world.newId();
  return toChunks(list.value, plan).map(({ persons: rows, mark }) => ({
    importId,
    persons: rows.map((row) => ({ ...row, groups: row.groups && [...row.groups] })),
    mark,
  }));
};
const only = ([args]: readonly CommandArgs<'import-staff'>[]): CommandArgs<'import-staff'> => {
  if (args === undefined) throw new Error('there is nothing to take over');
  return args;
};
const countAudit = async (act: string): Promise<number> =>
  (await world.store.read.all('select id from audit where act = ? and actor is not null', act)).length;

describe('taking a list over', () => {
  it('[IMP5] enters and changes whom the preview showed, adds groups, and says who did it', async () => {
    const args = only(
      await prepare(`${HEADER}Neu;Nina;Neu;;"Kollegium, AG Chor"\nWeiss;Çağla;Wei;;\nDreßler;Daniela;Dre;;`),
    );
    expect(args.persons).toHaveLength(2);
    expect(await world.send('Kuh', 'import-staff', args)).toEqual({ status: 'stored' });
    const names = (await persons()).map(({ shortCode, lastName }) => `${shortCode} ${lastName}`);
    expect(names).toEqual(expect.arrayContaining(['Neu Neu', 'Wei Weiss']));
    const chor = (await groups()).find(({ name }) => name === 'AG Chor');
    expect(chor?.members.map(({ person }) => person.shortCode)).toEqual(['Neu']);
    expect(world.commits.at(-1)?.membershipChanged).toHaveLength(2);
    expect(await countAudit('import-staff')).toBe(1);
  });

  it('[SET2] changes roles by the same rules as the page for roles, and tells the person', async () => {
    // A preview that leaves these roles alone is the only one the server makes as well.
    for (const row of ['Kühne;Oğuz;Kuh;Sekretariat;', 'Häußler;Zoë;Hau;Gast;']) {
      const args = only(await prepare(HEADER + row, { knowsBounds: false }));
      expect(await world.send('Kuh', 'import-staff', args)).toMatchObject({ reason: 'conflict' });
      expect(await prepare(HEADER + row)).toEqual([]);
    }
    const wei = world.person('Wei').id;
    const args = only(await prepare(`${HEADER}Weiß;Çağla;Wei;Sekretariat;`));
    expect(await world.send('Kuh', 'import-staff', args)).toEqual({ status: 'stored' });
    expect(await world.read('rights-notice', toRightsNoticeId(wei))).toMatchObject({
      changes: [{ by: { shortCode: 'Kuh' }, role: 'office' }],
    });
  });

  it('[IMP5] is for administrators alone, whatever else somebody is', async () => {
    const args = only(await prepare(`${HEADER}Neu;Nina;Neu;;`));
    expect(await world.send('Dre', 'import-staff', args)).toMatchObject({ reason: 'forbidden' });
    expect(await persons()).toHaveLength(7);
  });

  it('[IMP6] counts once, however often a piece arrives or the list is taken over', async () => {
    const text = `${HEADER}Neu;Nina;Neu;;Kollegium`;
    const args = only(await prepare(text));
    const mid = world.newId();
    for (let time = 0; time < 3; time += 1) {
      expect(await world.send('Kuh', 'import-staff', args, { mid })).toEqual({ status: 'stored' });
    }
    expect(await prepare(text)).toEqual([]);
    expect((await persons()).filter(({ shortCode }) => shortCode === 'Neu')).toHaveLength(1);
  });

  it('[IMP6] of two administrators with the same list the second makes nobody twice and is told', async () => {
    const text = `${HEADER}Neu;Nina;Neu;;Kollegium`;
    const [first, second] = [only(await prepare(text)), only(await prepare(text))];
    const answers = await Promise.all([
      world.send('Kuh', 'import-staff', first),
      world.send('Hau', 'import-staff', second),
    ]);
    expect(answers).toEqual([{ status: 'stored' }, { status: 'refused', reason: 'conflict' }]);
    expect(await persons()).toHaveLength(8);
  });

  it('[IMP6] does nothing where the directory has changed since the preview, and goes on with the rest', async () => {
    const changed = only(await prepare(`${HEADER}Weiss;Çağla;Wei;;\nNeu;Nina;Neu;;`));
    const other = only(await prepare(`${HEADER}Ander;Arne;And;;`));
    const wei = world.person('Wei');
    await world.send('Kuh', 'edit-person', { ...wei, firstName: 'Chaghla' }, { baseRev: wei.rev });
    expect(await world.send('Kuh', 'import-staff', changed)).toMatchObject({ reason: 'conflict' });
    expect(await world.send('Kuh', 'import-staff', other)).toEqual({ status: 'stored' });
    const codes = (await persons()).map(({ shortCode }) => shortCode);
    expect([codes.includes('And'), codes.includes('Neu')]).toEqual([true, false]);
  });

  it('[IMP6] refuses a known name under another code also when the preview could not know it', async () => {
    const args = only(await prepare(`${HEADER}Neu;Nina;Neu;;`));
    await world.send('Hau', 'add-person', {
      id: world.newId(),
      shortCode: 'Nin',
      firstName: 'Nina',
      lastName: 'Neu',
      role: 'teacher',
      groupIds: [],
    });
    expect(await world.send('Kuh', 'import-staff', args)).toMatchObject({ reason: 'conflict' });
    expect((await persons()).filter(({ lastName }) => lastName === 'Neu')).toHaveLength(1);
  });

  it('[IMP6] ends with the same directory when it was broken off between pieces and begun anew', async () => {
    const rows = Array.from({ length: 600 }, (_, index) => `Neu;N${toWord(index)};N${String(index)};;AG Neu`);
    const text = HEADER + rows.join('\n');
    const pieces = await prepare(text);
    expect(pieces).toHaveLength(3);
    expect(await world.send('Kuh', 'import-staff', only(pieces))).toEqual({ status: 'stored' });
    const rest = await prepare(text);
    expect(rest.flatMap((piece) => piece.persons)).toHaveLength(350);
    for (const piece of rest)
      expect(await world.send('Hau', 'import-staff', piece)).toEqual({ status: 'stored' });
    // What was left over from the first time comes late and finds everything done.
    for (const piece of pieces.slice(1)) {
      expect(await world.send('Kuh', 'import-staff', piece)).toMatchObject({ reason: 'conflict' });
    }
    expect(await persons()).toHaveLength(607);
    const made = (await groups()).filter(({ name }) => name === 'AG Neu');
    expect(made.map(({ members }) => members.length)).toEqual([600]);
  });

  it('[IMP7] never makes an administrator, leaves one’s own role and takes no administrator from the staff', async () => {
    const list = `${HEADER}Kühn;Oğuz;Kuh;Lehrkraft;\nHäußler;Zoé;Hau;Gast;\nWeiß;Çağla;Wei;Schulleitung;`;
    const args = only(await prepare(list));
    expect(await world.send('Kuh', 'import-staff', args)).toEqual({ status: 'stored' });
    const after = (await persons()).filter(({ shortCode }) => ['Kuh', 'Hau', 'Wei'].includes(shortCode));
    expect(after.map((one) => [one.lastName, one.role, one.administrator]).sort()).toEqual([
      ['Häußler', 'office', true],
      ['Kühn', 'leadership', true],
      ['Weiß', 'leadership', false],
    ]);
    expect(await persons()).toHaveLength(7);
  });

  it('[IMP7] leaves an administrator outside the staff where a list says the same, and brings them in where it says so', async () => {
    const gast = world.person('Gast').id;
    const flags = { administrator: true, staffCouncil: false, now: world.clock.value };
    await world.store.write('set-flags', { personId: gast, ...flags });
    expect(await prepare(`${HEADER}Gast;Gerda;Gast;Gast;Schulkonferenz`)).toEqual([]);
    const renamed = await prepare(`${HEADER}Gäst;Gerda;Gast;Gast;Schulkonferenz`);
    expect(await world.send('Kuh', 'import-staff', only(renamed))).toEqual({ status: 'stored' });
    expect(await world.read('person', gast)).toMatchObject({ role: 'guest', administrator: true });
    const teacher = await prepare(`${HEADER}Gast;Gerda;Gast;Lehrkraft;`);
    expect(await world.send('Kuh', 'import-staff', only(teacher))).toEqual({ status: 'stored' });
    expect(await world.read('person', gast)).toMatchObject({ role: 'teacher', administrator: true });
    expect(await world.read('rights-notice', toRightsNoticeId(gast))).toMatchObject({
      changes: [{ role: 'teacher', by: { shortCode: 'Kuh' } }, { role: 'guest' }],
    });
  });

  it('[IMP5] is not for an administrator outside the staff, who does not see whom the list would meet', async () => {
    const flags = { administrator: true, staffCouncil: false, now: world.clock.value };
    await world.store.write('set-flags', { personId: world.person('Gast').id, ...flags });
    const args = only(await prepare(`${HEADER}Neu;Nora;Neu;Lehrkraft;`));
    expect(await world.send('Gast', 'import-staff', args)).toMatchObject({ reason: 'forbidden' });
    expect(await persons()).toHaveLength(7);
  });
});

const toWord = (index: number): string =>
  [...String(index).padStart(4, '0')].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');
