import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#core/kernel/id.ts';
import { createPlanningWorld, itemOf, type PlanningWorld } from '#tests/support/server/planned-conference.ts';

let school: PlanningWorld;
beforeEach(async () => {
  school = await createPlanningWorld();
});
afterEach(() => school.world.close());

const refusedAs = (reason: string) => ({ status: 'refused', reason });
const stateOf = async (id: Id) => (await school.world.read('motion', id))?.state;
const settle = (id: Id, into?: Id, by = 'Kuh') =>
  school.world.send(by, 'settle-motion', {
    id,
    settlement: into === undefined ? { kind: 'return' } : { kind: 'merge', into },
  });

describe('[MEET7] motions', () => {
  it('are for their author and those who plan, and are handed in until the last day for them', async () => {
    const conferenceId = await school.plan({ motionsUntil: '2026-11-24' });
    const id = await school.submit(conferenceId);
    expect(await school.readers(id)).toEqual(['Dre', 'Jag', 'Kuh']);
    school.world.clock.value += 2 * 86_400_000;
    const motion = { id: school.world.newId(), conferenceId, title: 'Spät', wording: 'Zu spät.' };
    expect(await school.world.send('Jag', 'submit-motion', motion)).toEqual(refusedAs('too-late'));
  });

  it('reach the agenda with their item, and come back when it is taken off', async () => {
    const conferenceId = await school.plan();
    const motionId = await school.submit(conferenceId);
    const itemId = await school.addItem(conferenceId, { motionId });
    expect(await school.world.read('motion', motionId)).toMatchObject({ state: 'on-agenda', itemId });
    const again = { ...itemOf(school.world.newId()), conferenceId, position: 1, motionId };
    expect(await school.world.send('Kuh', 'add-item', again)).toEqual(refusedAs('motion-settled'));
    expect(await school.world.send('Jag', 'withdraw-motion', { id: motionId })).toEqual(
      refusedAs('motion-settled'),
    );
    await school.invite(conferenceId);
    expect(await school.readers(motionId)).toEqual(['Dre', 'Eltern', 'Jag', 'Kuh']);
    await school.world.send('Kuh', 'remove-item', { id: itemId });
    expect(await stateOf(motionId)).toBe('submitted');
    expect(await school.readers(motionId)).toEqual(['Dre', 'Jag', 'Kuh']);
  });

  it('on a restricted item are read by its circle, their author and those who plan alone', async () => {
    const conferenceId = await school.plan();
    const motionId = await school.submit(conferenceId, 'Jag');
    await school.addItem(conferenceId);
    await school.addItem(conferenceId, { motionId, circleIds: [school.id('Eltern')] });
    await school.invite(conferenceId);
    expect(await school.readers(motionId)).toEqual(['Dre', 'Eltern', 'Jag', 'Kuh']);
  });

  it('are merged into another one of the same conference, or returned; nobody settles them twice', async () => {
    const conferenceId = await school.plan();
    const [first, second, third] = [
      await school.submit(conferenceId),
      await school.submit(conferenceId, 'Eltern'),
      await school.submit(conferenceId),
    ];
    const elsewhere = await school.submit(await school.plan());
    expect(await settle(first, first)).toEqual(refusedAs('invalid'));
    expect(await settle(first, elsewhere)).toEqual(refusedAs('invalid'));
    expect(await settle(first, second)).toMatchObject({ status: 'stored' });
    expect(await settle(second, first)).toEqual(refusedAs('motion-settled'));
    expect(await settle(third)).toMatchObject({ status: 'stored' });
    expect(await settle(third)).toEqual(refusedAs('motion-settled'));
    expect([await stateOf(first), await stateOf(third)]).toEqual(['merged', 'returned']);
    expect(await school.world.send('Jag', 'withdraw-motion', { id: third })).toMatchObject({
      status: 'stored',
    });
  });

  it('are no more than two hundred for one conference', async () => {
    const conferenceId = await school.plan();
    for (let count = 0; count < 200; count += 1) await school.submit(conferenceId);
    const one = { id: school.world.newId(), conferenceId, title: 'Noch einer', wording: 'Noch einer.' };
    expect(await school.world.send('Jag', 'submit-motion', one)).toEqual(refusedAs('full'));
  }, 60_000);
});
