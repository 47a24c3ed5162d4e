import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { plainAnnouncement } from '#tests/support/server/staff.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
beforeEach(async () => {
  world = await createRuleWorld();
  await world.store.write('set-flags', {
    personId: world.person('Kuh').id,
    administrator: true,
    staffCouncil: false,
    now: world.clock.value,
  });
});
afterEach(() => world.close());

const nina = (change: Partial<CommandArgs<'add-person'>> = {}): CommandArgs<'add-person'> => ({
  id: world.newId(),
  shortCode: 'Neu',
  firstName: 'Nina',
  lastName: 'Neumann',
  role: 'teacher',
  groupIds: [world.group('Kollegium').id],
  ...change,
});

describe('adding a person', () => {
  it('[IMP8] enters them with their groups, found by the staff and without any flag', async () => {
    const args = nina();
    expect(await world.send('Kuh', 'add-person', args)).toEqual({ status: 'stored', rev: 1 });
    expect(await world.read('person', args.id)).toMatchObject({
      shortCode: 'Neu',
      administrator: false,
      staffCouncil: false,
    });
    expect(await world.buckets(args.id)).toEqual([`person:${args.id}`, 'school:staff']);
    const staff = await world.read('group', world.group('Kollegium').id);
    expect(staff?.members.find(({ person }) => person.id === args.id)).toMatchObject({
      function: 'member',
      votingStatus: 'entitled',
    });
    expect(world.commits.at(-1)?.membershipChanged).toEqual([args.id]);
  });

  it('[IMP8] refuses a short code somebody has, in any case, an id that is taken, and a group that is not there', async () => {
    expect(await world.send('Kuh', 'add-person', nina({ shortCode: 'DRE' }))).toMatchObject({
      reason: 'code-taken',
    });
    expect(await world.send('Kuh', 'add-person', nina({ id: world.person('Dre').id }))).toMatchObject({
      reason: 'invalid',
    });
    expect(await world.send('Kuh', 'add-person', nina({ groupIds: [world.newId()] }))).toMatchObject({
      reason: 'not-found',
    });
    expect(await world.send('Dre', 'add-person', nina())).toMatchObject({ reason: 'forbidden' });
  });

  it('[IMP8] takes only what is a name and a short code', async () => {
    const hostile = [
      { firstName: '=1+1' },
      { lastName: 'a@b.de' },
      { lastName: '<b>' },
      { firstName: 'A\u202Eb' },
      { shortCode: '4711' },
      { shortCode: 'x'.repeat(13) },
    ];
    for (const one of hostile) {
      expect(await world.send('Kuh', 'add-person', nina(one))).toMatchObject({ reason: 'invalid' });
    }
    const args = nina({ firstName: '  Nina\u200b  Marie ' });
    await world.send('Kuh', 'add-person', args);
    expect(await world.read('person', args.id)).toMatchObject({ firstName: 'Nina Marie' });
  });
});

describe('editing a person', () => {
  const edit = (code: string, change: object, baseRev = world.person(code).rev) => {
    const { id, shortCode, firstName, lastName, role } = world.person(code);
    return world.send(
      'Kuh',
      'edit-person',
      { id, shortCode, firstName, lastName, role, ...change },
      { baseRev },
    );
  };

  it('[IMP9] keeps the person under a new name and short code, and what was written as it was written', async () => {
    const announcementId = await world.announce('Dre', ['Fachschaft Deutsch']);
    expect(await edit('Dre', { shortCode: 'Kla', lastName: 'Klar' })).toEqual({ status: 'stored', rev: 2 });
    const { id } = world.person('Dre');
    expect(await world.read('person', id)).toMatchObject({ shortCode: 'Kla', lastName: 'Klar' });
    const group = await world.read('group', world.group('Fachschaft Deutsch').id);
    expect(group?.members.find(({ person }) => person.id === id)?.person).toMatchObject({
      shortCode: 'Kla',
      lastName: 'Klar',
    });
    expect((await world.read('announcement', announcementId))?.author).toMatchObject({ lastName: 'Dreßler' });
    const row = await world.store.read.get('select short_code_key as code from person where id = ?', id);
    expect(row).toEqual({ code: 'kla' });
  });

  it('[IMP9] is a conflict on an older revision, and refused for a code that is taken or without the right', async () => {
    expect(await edit('Dre', { lastName: 'Klar' })).toMatchObject({ status: 'stored' });
    expect(await edit('Dre', { lastName: 'Andere' })).toEqual({ status: 'conflict', rev: 2 });
    expect(await edit('Jag', { shortCode: 'wei' })).toMatchObject({ reason: 'code-taken' });
    expect(await edit('Jag', { shortCode: 'JAG' })).toMatchObject({ status: 'stored' });
    const { id, shortCode, firstName, lastName, role } = world.person('Jag');
    const own = { id, shortCode, firstName, lastName, role };
    expect(await world.send('Jag', 'edit-person', own, { baseRev: 2 })).toMatchObject({
      reason: 'forbidden',
    });
    expect(
      await world.send('Kuh', 'edit-person', { ...own, id: world.newId() }, { baseRev: 1 }),
    ).toMatchObject({ reason: 'not-found' });
  });

  it('[IMP9] begins and ends rights with the role, at once', async () => {
    await edit('Dre', { role: 'guest' });
    expect(world.commits.at(-1)?.membershipChanged).toEqual([world.person('Dre').id]);
    const written = await world.send(
      'Dre',
      'announce',
      plainAnnouncement(world.newId(), [world.group('Kollegium').id]),
    );
    expect(written).toMatchObject({ reason: 'forbidden' });
  });

  it('[IMP9] gives nobody another role of their own, and takes nobody with a flag from the staff', async () => {
    expect(await edit('Kuh', { role: 'teacher' }, 2)).toMatchObject({ reason: 'own-rights' });
    expect(await edit('Kuh', { lastName: 'Kühn' }, 2)).toMatchObject({ status: 'stored' });
    await world.store.write('set-flags', {
      personId: world.person('Jag').id,
      administrator: false,
      staffCouncil: true,
      now: world.clock.value,
    });
    expect(await edit('Jag', { role: 'guest' }, 2)).toMatchObject({ reason: 'staff-only' });
  });

  it('[IMP9] changes nothing and keeps no act where nothing is different', async () => {
    const before = world.commits.length;
    expect(await edit('Dre', {})).toEqual({ status: 'stored', rev: 1 });
    expect(world.commits).toHaveLength(before);
    expect(await world.store.read.all("select id from audit where act = 'edit-person'")).toEqual([]);
  });
});
