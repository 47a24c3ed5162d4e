import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toReceiptId, toTotalsId } from '#core/announcements/ids.ts';
import type { Form } from '#core/announcements/form.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
beforeEach(async () => {
  world = await createRuleWorld();
});
afterEach(() => world.close());

const ask = (form: Form) => world.announce('Dre', ['Kollegium'], { form });
const names = async (id: Parameters<typeof toTotalsId>[0]) =>
  (await world.read('totals', toTotalsId(id)))?.options.map((option) =>
    option.names.map(({ shortCode }) => shortCode),
  );
const yesNo: Form = {
  type: 'yes-no',
  question: 'Kommen Sie?',
  options: [{ label: 'Ja' }, { label: 'Nein' }],
};
const dates: Form = {
  type: 'dates',
  question: 'Wann passt es?',
  options: [{ label: 'Montag' }, { label: 'Dienstag' }],
};
const list: Form = {
  type: 'sign-up',
  question: 'Wer hilft?',
  options: [{ label: 'Aufbau', places: 1 }, { label: 'Abbau' }],
};

describe('answering a form', () => {
  it('counts for the author and is kept with the person; a later answer replaces the earlier', async () => {
    const id = await ask(yesNo);
    await world.send('Jag', 'respond', { announcementId: id, answer: [0] });
    await world.send('Wei', 'respond', { announcementId: id, answer: [0] });
    await world.send('Jag', 'respond', { announcementId: id, answer: [1] });
    expect(await names(id)).toEqual([['Wei'], ['Jag']]);
    expect(await world.read('totals', toTotalsId(id))).toMatchObject({ asked: 4, answered: 2 });
    expect(await world.read('receipt', toReceiptId(id, world.person('Jag').id))).toMatchObject({
      response: { answer: [1] },
    });
  });

  it('tells the author who can on none of the dates, until they choose one', async () => {
    const id = await ask(dates);
    const none = async () =>
      (await world.read('totals', toTotalsId(id)))?.none.map(({ shortCode }) => shortCode);
    await world.send('Jag', 'respond', { announcementId: id, answer: [] });
    await world.send('Wei', 'respond', { announcementId: id, answer: [] });
    expect(await none()).toEqual(['Jag', 'Wei']);
    expect(await names(id)).toEqual([[], []]);
    await world.send('Jag', 'respond', { announcementId: id, answer: [0, 1] });
    expect(await none()).toEqual(['Wei']);
    expect(await names(id)).toEqual([['Jag'], ['Jag']]);
  });

  it('shows nobody’s refusal to the groups, who read a sign-up list', async () => {
    const id = await ask(list);
    await world.send('Jag', 'respond', { announcementId: id, answer: [] });
    expect(await world.read('totals', toTotalsId(id))).toMatchObject({ answered: 1, none: [] });
  });

  it('[ANN5] gives a place to whoever comes first and refuses the next', async () => {
    const id = await ask(list);
    const [first, second] = await Promise.all([
      world.send('Jag', 'respond', { announcementId: id, answer: [0] }),
      world.send('Wei', 'respond', { announcementId: id, answer: [0] }),
    ]);
    expect(first).toMatchObject({ status: 'stored' });
    expect(second).toEqual({ status: 'refused', reason: 'full' });
    await world.send('Jag', 'respond', { announcementId: id, answer: [1] });
    expect(await world.send('Wei', 'respond', { announcementId: id, answer: [0] })).toMatchObject({
      status: 'stored',
    });
    expect(await names(id)).toEqual([['Wei'], ['Jag']]);
  });

  it('lets whoever holds a place keep it', async () => {
    const id = await ask(list);
    await world.send('Jag', 'respond', { announcementId: id, answer: [0] });
    expect(await world.send('Jag', 'respond', { announcementId: id, answer: [0] })).toMatchObject({
      status: 'stored',
    });
  });

  it('[CMD8] is too late after the deadline by the school’s clock, to the last minute of the day', async () => {
    const id = await ask({ ...yesNo, deadline: '2026-11-24' });
    world.clock.value = Date.UTC(2026, 10, 24, 22, 59);
    expect(await world.send('Jag', 'respond', { announcementId: id, answer: [0] })).toMatchObject({
      status: 'stored',
    });
    world.clock.value = Date.UTC(2026, 10, 24, 23, 0);
    expect(await world.send('Wei', 'respond', { announcementId: id, answer: [0] })).toMatchObject({
      reason: 'too-late',
    });
  });

  it.each([[[]], [[0, 1]], [[2]], [[1, 0]]])('refuses %j to a question of yes or no', async (answer) => {
    const id = await ask(yesNo);
    expect(await world.send('Jag', 'respond', { announcementId: id, answer })).toMatchObject({
      reason: 'invalid',
    });
  });

  it('counts whoever joined later on both sides', async () => {
    const id = await world.announce('Dre', ['Fachschaft Deutsch'], { form: yesNo });
    await world.send('Kuh', 'set-member', {
      groupId: world.group('Fachschaft Deutsch').id,
      personId: world.person('Wei').id,
      function: 'member',
      votingStatus: 'entitled',
    });
    await world.send('Wei', 'respond', { announcementId: id, answer: [0] });
    expect(await world.read('totals', toTotalsId(id))).toMatchObject({ asked: 2, answered: 1 });
  });

  it('[ANN5] frees the place of whoever leaves, and asks anew who comes back', async () => {
    const id = await world.announce('Dre', ['Fachschaft Deutsch'], { form: list });
    const membership = {
      groupId: world.group('Fachschaft Deutsch').id,
      personId: world.person('Jag').id,
    };
    await world.send('Jag', 'respond', { announcementId: id, answer: [0] });
    await world.send('Kuh', 'remove-member', membership);
    expect(await names(id)).toEqual([[], []]);
    expect(await world.read('totals', toTotalsId(id))).toMatchObject({ asked: 0, answered: 0 });
    await world.send('Kuh', 'set-member', {
      ...membership,
      personId: world.person('Wei').id,
      function: 'member',
      votingStatus: 'entitled',
    });
    expect(await world.send('Wei', 'respond', { announcementId: id, answer: [0] })).toMatchObject({
      status: 'stored',
    });
    await world.send('Kuh', 'set-member', { ...membership, function: 'member', votingStatus: 'entitled' });
    expect(await world.send('Jag', 'respond', { announcementId: id, answer: [0] })).toMatchObject({
      reason: 'full',
    });
    expect(await names(id)).toEqual([['Wei'], []]);
  });

  it('is not there for who cannot read it, without a form, or once withdrawn', async () => {
    const id = await ask(yesNo);
    expect(await world.send('Gast', 'respond', { announcementId: id, answer: [0] })).toMatchObject({
      reason: 'not-found',
    });
    const plain = await world.announce('Dre', ['Kollegium']);
    expect(await world.send('Jag', 'respond', { announcementId: plain, answer: [0] })).toMatchObject({
      reason: 'not-found',
    });
    await world.send('Dre', 'withdraw-announcement', { id });
    expect(await world.send('Jag', 'respond', { announcementId: id, answer: [0] })).toMatchObject({
      reason: 'withdrawn',
    });
  });
});
