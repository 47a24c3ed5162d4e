import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toInverseTime } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { toItemLabels } from '#core/meetings/agenda.ts';
import {
  createPlanningWorld,
  itemOf,
  plannedFor,
  type PlanningWorld,
} from '#tests/support/server/planned-conference.ts';

let school: PlanningWorld;
beforeEach(async () => {
  school = await createPlanningWorld();
});
afterEach(() => school.world.close());

const refusedAs = (reason: string) => ({ status: 'refused', reason });

describe('planning a conference', () => {
  it('[MEET1] is sorted by its beginning on the school’s clocks, and tells the body the date at once', async () => {
    const id = await school.plan();
    const conference = await school.world.read('conference', id);
    // 14:00 in winter is 13:00 UTC.
    expect(conference?.inv).toBe(toInverseTime(Date.UTC(2026, 11, 9, 13)));
    expect(conference).toMatchObject({ state: 'planned', body: { name: 'Konferenz' }, guests: [] });
    expect(await school.readers(id)).toEqual(['Dre', 'Eltern', 'Jag', 'Kuh']);
  });

  it('[MEET1] names whoever leads or writes from outside among the guests', async () => {
    const id = await school.plan({ minuteTakerId: school.id('Hau') });
    expect((await school.world.read('conference', id))?.guests.map(({ shortCode }) => shortCode)).toEqual([
      'Hau',
    ]);
    expect(await school.readers(id)).toContain('Hau');
  });

  it('[MEET1] refuses days that do not exist or lie behind, an end before the beginning, and unknown people', async () => {
    const attempt = (extra: object) =>
      school.world.send('Kuh', 'plan-conference', {
        ...plannedFor(school.world.newId(), school.id('Kuh')),
        groupId: school.bodyId,
        ...extra,
      });
    for (const wrong of [
      { date: '2026-02-30' },
      { date: '2026-11-22' },
      { end: '14:00' },
      { motionsUntil: '2026-12-10' },
      { motionsUntil: '2026-02-30' },
    ]) {
      expect([wrong, await attempt(wrong)]).toEqual([wrong, refusedAs('invalid')]);
    }
    expect(await attempt({ chairId: school.world.newId() })).toEqual(refusedAs('not-found'));
    expect(await attempt({ guestIds: [school.world.newId()] })).toEqual(refusedAs('not-found'));
    expect(await attempt({ date: '2026-11-23' })).toMatchObject({ status: 'stored' });
  });

  it('[MEET2] lets a group without rules meet for a briefing alone, which decides nothing', async () => {
    const groupId = school.world.group('Fachschaft Deutsch').id;
    const args = { ...plannedFor(school.world.newId(), school.id('Kuh')), groupId };
    expect(await school.world.send('Kuh', 'plan-conference', args)).toEqual(refusedAs('invalid'));
    expect(await school.world.send('Kuh', 'plan-conference', { ...args, briefing: true })).toMatchObject({
      status: 'stored',
    });
    for (const itemKind of ['resolution', 'election'] as const) {
      const item = { ...itemOf(school.world.newId()), itemKind, conferenceId: args.id, position: 0 };
      expect(await school.world.send('Kuh', 'add-item', item)).toEqual(refusedAs('invalid'));
    }
    const motion = { id: school.world.newId(), conferenceId: args.id, title: 'Bänke', wording: 'Bänke.' };
    const send = school.world.send('Dre', 'submit-motion', motion);
    expect(await send).toEqual(refusedAs('invalid'));
  });

  it('[MEET1] is changed on the revision that was read, and no longer once it was cancelled', async () => {
    const id = await school.plan();
    const change = { ...plannedFor(id, school.id('Dre')), title: 'Verlegt', date: '2026-12-10' };
    expect(await school.world.send('Dre', 'edit-conference', change, { baseRev: 1 })).toMatchObject({
      rev: 2,
    });
    expect(await school.world.send('Kuh', 'edit-conference', change, { baseRev: 1 })).toEqual({
      status: 'conflict',
      rev: 2,
    });
    await school.world.send('Kuh', 'cancel-conference', { id });
    expect(await school.world.send('Kuh', 'cancel-conference', { id })).toMatchObject({ status: 'stored' });
    expect(await school.world.send('Kuh', 'edit-conference', change, { baseRev: 3 })).toEqual(
      refusedAs('conference-passed'),
    );
  });
});

describe('the agenda', () => {
  const titles = async (conferenceId: Id, ids: readonly Id[]) => {
    const items = await Promise.all(ids.map((id) => school.world.read('agenda-item', id)));
    return items
      .filter((item) => item?.conferenceId === conferenceId)
      .sort((left, right) => (left?.position ?? 0) - (right?.position ?? 0))
      .map((item) => item?.title);
  };

  it('[MEET3] holds sixty items in any order, and a new place is no conflict for who edits the text', async () => {
    const conferenceId = await school.plan();
    const ids: Id[] = [];
    for (let position = 0; position < 60; position += 1) {
      ids.push(await school.addItem(conferenceId, { title: `Punkt ${position}`, position }));
    }
    const turned = ids.toReversed();
    await school.world.send('Dre', 'order-items', { conferenceId, itemIds: turned });
    expect(await titles(conferenceId, ids)).toEqual(ids.map((_, at) => `Punkt ${59 - at}`));
    const [first = school.world.newId(), second = school.world.newId()] = ids;
    const edit = { ...itemOf(first, 'Neu') };
    expect(await school.world.send('Kuh', 'edit-item', edit, { baseRev: 1 })).toMatchObject({
      status: 'stored',
    });
    expect(await school.world.send('Dre', 'edit-item', edit, { baseRev: 1 })).toMatchObject({
      status: 'conflict',
    });
    await school.world.send('Kuh', 'order-items', { conferenceId, itemIds: [second, first] });
    expect((await titles(conferenceId, ids)).slice(0, 2)).toEqual(['Punkt 1', 'Neu']);
  }, 30_000);

  it('[MEET3] takes no more than two hundred items', async () => {
    const conferenceId = await school.plan();
    for (let position = 0; position < 200; position += 1) await school.addItem(conferenceId, { position });
    const one = { ...itemOf(school.world.newId()), conferenceId, position: 200 };
    expect(await school.world.send('Kuh', 'add-item', one)).toEqual(refusedAs('full'));
  }, 60_000);

  it('[MEET3] names nobody who does not take part, and nobody to vote who is no member', async () => {
    const conferenceId = await school.plan({ guestIds: [school.id('Wei')] });
    const attempt = (extra: object) =>
      school.world.send('Kuh', 'add-item', {
        ...itemOf(school.world.newId()),
        conferenceId,
        position: 0,
        ...extra,
      });
    const [guest, stranger, member] = [school.id('Wei'), school.id('Hau'), school.id('Jag')];
    for (const wrong of [
      { presenterId: stranger },
      { guestIds: [stranger] },
      { guestIds: [member] },
      { entitledIds: [guest] },
      { circleIds: [stranger] },
      { circleIds: [] },
      { circleIds: [member], guestIds: [guest] },
    ]) {
      expect([wrong, await attempt(wrong)]).toEqual([wrong, refusedAs('invalid')]);
    }
    expect(await attempt({ presenterId: guest, guestIds: [guest], entitledIds: [member] })).toMatchObject({
      status: 'stored',
    });
  });

  it('[MEET3] lets an item go that was taken off, with everything in it', async () => {
    const conferenceId = await school.plan();
    const id = await school.addItem(conferenceId);
    await school.world.send('Kuh', 'remove-item', { id });
    expect(await school.world.read('agenda-item', id)).toBeUndefined();
    expect(await school.world.buckets(id)).toEqual([]);
  });
});

describe('[MEET4] who reads what', () => {
  const restricted = () => ({ circleIds: [school.id('Jag')] });

  it('keeps the agenda with those who plan until the invitation, then it lies with the body and the guests it names', async () => {
    const conferenceId = await school.plan({ guestIds: [school.id('Wei'), school.id('Gast')] });
    const plain = await school.addItem(conferenceId);
    const withGuest = await school.addItem(conferenceId, { guestIds: [school.id('Wei')] });
    expect(await school.readers(plain)).toEqual(['Dre', 'Kuh']);
    expect(await school.readers(withGuest)).toEqual(['Dre', 'Kuh']);
    await school.invite(conferenceId);
    expect(await school.readers(plain)).toEqual(['Dre', 'Eltern', 'Jag', 'Kuh']);
    expect(await school.readers(withGuest)).toEqual(['Dre', 'Eltern', 'Jag', 'Kuh', 'Wei']);
    expect(await school.readers(await school.addItem(conferenceId))).toEqual(['Dre', 'Eltern', 'Jag', 'Kuh']);
  });

  it('keeps a restricted item with its circle and the chair alone, before and after the invitation', async () => {
    const conferenceId = await school.plan();
    await school.addItem(conferenceId);
    const id = await school.addItem(conferenceId, restricted());
    expect(await school.readers(id)).toEqual(['Jag', 'Kuh']);
    const announcementId = await school.invite(conferenceId);
    expect(await school.readers(id)).toEqual(['Jag', 'Kuh']);
    const edit = { ...itemOf(id), ...restricted() };
    expect(await school.world.send('Dre', 'edit-item', edit, { baseRev: 1 })).toEqual(refusedAs('not-found'));
    const letter = await school.world.read('announcement', announcementId);
    expect(JSON.stringify(letter)).not.toContain('V1');
    expect(letter?.title).toBe('Einladung: Konferenz im Advent');
  });

  it('follows the circle, the guests, and the chair of the sitting', async () => {
    const conferenceId = await school.plan({ guestIds: [school.id('Wei')] });
    const circle = await school.addItem(conferenceId, { circleIds: [school.id('Jag'), school.id('Wei')] });
    const forGuest = await school.addItem(conferenceId, { guestIds: [school.id('Wei')] });
    await school.invite(conferenceId);
    expect(await school.readers(circle)).toEqual(['Jag', 'Kuh', 'Wei']);
    const handOver = plannedFor(conferenceId, school.id('Dre'));
    await school.world.send('Kuh', 'edit-conference', handOver, { baseRev: 2 });
    expect(await school.readers(circle)).toEqual(['Dre', 'Jag']);
    expect(await school.readers(forGuest)).toEqual(['Dre', 'Eltern', 'Jag', 'Kuh']);
    expect(await school.readers(conferenceId)).toEqual(['Dre', 'Eltern', 'Jag', 'Kuh']);
  });

  it('takes everything from whoever leaves the body, and gives a new chair what chairs read', async () => {
    const conferenceId = await school.plan();
    const plain = await school.addItem(conferenceId);
    const circle = await school.addItem(conferenceId, restricted());
    const motion = await school.submit(conferenceId, 'Jag');
    expect(await school.readers(motion)).toEqual(['Dre', 'Jag', 'Kuh']);
    const groupId = school.bodyId;
    await school.world.send('Kuh', 'remove-member', { groupId, personId: school.id('Jag') });
    expect(await school.readers(circle)).toEqual(['Kuh']);
    expect(await school.readers(motion)).toEqual(['Dre', 'Kuh']);
    await school.world.send('Kuh', 'set-member', {
      groupId,
      personId: school.id('Eltern'),
      function: 'deputy',
      votingStatus: 'entitled',
    });
    expect(await school.readers(plain)).toEqual(['Dre', 'Eltern', 'Kuh']);
    await school.world.send('Kuh', 'set-member', {
      groupId,
      personId: school.id('Dre'),
      function: 'member',
      votingStatus: 'entitled',
    });
    expect(await school.readers(plain)).toEqual(['Eltern', 'Kuh']);
  });

  it('numbers common items among themselves, so that nobody sees a gap where a restricted one is', () => {
    const names = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(26) as Id);
    const person = { id: 'e'.repeat(26) as Id, shortCode: '', firstName: '', lastName: '' };
    const items = names.map((id, position) => ({
      id,
      position,
      ...(position === 1 ? { circle: [person] } : {}),
    }));
    expect(names.map((id) => toItemLabels(items).get(id))).toEqual(['1', 'V1', '2', '3']);
  });
});
