import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Form } from '#core/announcements/form.ts';
import { toReceiptId, toStatusId } from '#core/announcements/ids.ts';
import type { Id } from '#core/kernel/id.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
let id: Id;
beforeEach(async () => {
  world = await createRuleWorld();
  id = await world.announce('Dre', ['Kollegium'], { acknowledgement: {} });
});
afterEach(() => world.close());

const remindedAt = async (code: string) =>
  (await world.read('receipt', toReceiptId(id, world.person(code).id)))?.remindedAt;
const receiptOf = (announcementId: Id, code: string) =>
  world.read('receipt', toReceiptId(announcementId, world.person(code).id));
const missing = async (announcementId: Id) =>
  (await world.read('status', toStatusId(announcementId)))?.missing.map(({ shortCode }) => shortCode);
const yesNo: Form = {
  type: 'yes-no',
  question: 'Kommen Sie?',
  options: [{ label: 'Ja' }, { label: 'Nein' }],
};
/** Friday evening, 2026-11-27, 21:00 in Berlin. */
const FRIDAY_NIGHT = Date.UTC(2026, 10, 27, 20);
/** Monday morning, 2026-11-30. */
const MONDAY_MORNING = Date.UTC(2026, 10, 30);

describe('reminding', () => {
  it('[ANN7] reaches only those who are missing', async () => {
    await world.send('Jag', 'acknowledge', { announcementId: id, content: 1 });
    await world.send('Dre', 'remind', { announcementId: id });
    expect(await remindedAt('Wei')).toBe(world.clock.value);
    expect(await remindedAt('Jag')).toBeUndefined();
    expect(await world.read('status', toStatusId(id))).toMatchObject({
      reminder: { at: world.clock.value, state: 'sent' },
    });
  });

  it('[ANN7] waits in quiet hours until they end, also over the weekend, and then asks anew who is missing', async () => {
    world.clock.value = FRIDAY_NIGHT;
    await world.send('Dre', 'remind', { announcementId: id });
    const status = await world.read('status', toStatusId(id));
    expect(status?.reminder?.state).toBe('planned');
    expect(status?.reminder?.at).toBeGreaterThan(MONDAY_MORNING);
    expect(await remindedAt('Wei')).toBeUndefined();

    await world.send('Jag', 'acknowledge', { announcementId: id, content: 1 });
    world.clock.value = MONDAY_MORNING - 1;
    await world.due.tick();
    expect(await remindedAt('Wei')).toBeUndefined();

    world.clock.value = status?.reminder?.at ?? 0;
    await world.due.tick();
    expect(await remindedAt('Wei')).toBe(world.clock.value);
    expect(await remindedAt('Jag')).toBeUndefined();
    expect((await world.read('status', toStatusId(id)))?.reminder?.state).toBe('sent');
  });

  it('[ANN7] does not wake anybody when the server was down until the next quiet hours', async () => {
    world.clock.value = FRIDAY_NIGHT;
    await world.send('Dre', 'remind', { announcementId: id });
    world.clock.value = Date.UTC(2026, 10, 30, 22);
    await world.due.tick();
    expect(await remindedAt('Wei')).toBeUndefined();
    world.clock.value = Date.UTC(2026, 11, 1, 9);
    await world.due.tick();
    expect(await remindedAt('Wei')).toBe(world.clock.value);
  });

  it('[ANN7] reminds nobody of what expired while the server was down', async () => {
    const expiresAt = FRIDAY_NIGHT + 20 * 86_400_000;
    const brief = await world.announce('Dre', ['Kollegium'], { acknowledgement: {}, expiresAt });
    world.clock.value = FRIDAY_NIGHT;
    await world.send('Dre', 'remind', { announcementId: brief });
    world.clock.value = Date.UTC(2027, 1, 2, 9);
    await world.due.tick();
    const receipt = await world.read('receipt', toReceiptId(brief, world.person('Wei').id));
    expect(receipt).toMatchObject({ closed: true });
    expect(receipt?.remindedAt).toBeUndefined();
    expect((await world.read('status', toStatusId(brief)))?.reminder).toBeUndefined();
  });

  it('[ANN7] reaches who has confirmed and not answered, and whom only a form was sent to', async () => {
    const both = await world.announce('Dre', ['Kollegium'], { acknowledgement: {}, form: yesNo });
    const onlyForm = await world.announce('Dre', ['Kollegium'], { form: yesNo });
    await world.send('Jag', 'acknowledge', { announcementId: both, content: 1 });
    await world.send('Wei', 'respond', { announcementId: both, answer: [0] });
    await world.send('Jag', 'respond', { announcementId: onlyForm, answer: [1] });
    expect(await missing(both)).toEqual(['Hau', 'Jag', 'Kuh', 'Wei']);
    expect(await missing(onlyForm)).toEqual(['Hau', 'Kuh', 'Wei']);
    await world.send('Jag', 'respond', { announcementId: both, answer: [0] });
    await world.send('Wei', 'acknowledge', { announcementId: both, content: 1 });
    expect(await missing(both)).toEqual(['Hau', 'Kuh']);
    await world.send('Dre', 'remind', { announcementId: onlyForm });
    expect((await receiptOf(onlyForm, 'Wei'))?.remindedAt).toBe(world.clock.value);
    expect((await receiptOf(onlyForm, 'Jag'))?.remindedAt).toBeUndefined();
  });

  it('[ANN7] asks nobody for an answer that would be refused', async () => {
    const late = await world.announce('Dre', ['Kollegium'], { form: { ...yesNo, deadline: '2026-11-24' } });
    world.clock.value = Date.UTC(2026, 10, 25, 9);
    await world.send('Dre', 'remind', { announcementId: late });
    expect((await receiptOf(late, 'Wei'))?.remindedAt).toBeUndefined();
  });

  it('is planned once, however often it is asked for', async () => {
    world.clock.value = FRIDAY_NIGHT;
    await world.send('Dre', 'remind', { announcementId: id });
    await world.send('Dre', 'remind', { announcementId: id });
    expect(await world.store.read.all('select id from job')).toHaveLength(1);
  });

  it('is the author’s alone', async () => {
    expect(await world.send('Kuh', 'remind', { announcementId: id })).toMatchObject({ reason: 'forbidden' });
    expect(await world.send('Gast', 'remind', { announcementId: id })).toMatchObject({ reason: 'not-found' });
  });

  it('is over once the announcement was withdrawn', async () => {
    world.clock.value = FRIDAY_NIGHT;
    await world.send('Dre', 'remind', { announcementId: id });
    await world.send('Dre', 'withdraw-announcement', { id });
    expect(await world.store.read.all('select id from job')).toEqual([]);
  });
});
