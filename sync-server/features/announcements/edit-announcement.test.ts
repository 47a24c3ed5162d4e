import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toReceiptId, toStatusId } from '#core/announcements/ids.ts';
import type { Id } from '#core/kernel/id.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
let id: Id;
const german = 'Fachschaft Deutsch';
beforeEach(async () => {
  world = await createRuleWorld();
  id = await world.announce('Dre', [german], { acknowledgement: {} });
});
afterEach(() => world.close());

const change = (essential: boolean, title = 'Aufsichten am Donnerstag') => ({
  id,
  title,
  body: createRichText('Neu.'),
  pinned: false,
  essential,
});

describe('editing an announcement', () => {
  it('keeps the earlier text in the history', async () => {
    expect(await world.send('Dre', 'edit-announcement', change(false), { baseRev: 1 })).toEqual({
      status: 'stored',
      rev: 2,
    });
    expect(await world.read('announcement', id)).toMatchObject({
      content: 2,
      history: [{ content: 1, title: 'Aufsichten am Mittwoch' }],
      lastEdit: { by: { shortCode: 'Dre' }, essential: false },
    });
  });

  it('[CMD6] answers with a conflict when somebody was faster, and overwrites nothing', async () => {
    await world.send('Dre', 'edit-announcement', change(false, 'Erste Fassung'), { baseRev: 1 });
    expect(
      await world.send('Dre', 'edit-announcement', change(false, 'Zweite Fassung'), { baseRev: 1 }),
    ).toEqual({ status: 'conflict', rev: 2 });
    expect((await world.read('announcement', id))?.title).toBe('Erste Fassung');
  });

  it('[REP1] tells who has left nothing of a title given since', async () => {
    await world.send('Kuh', 'remove-member', {
      groupId: world.group(german).id,
      personId: world.person('Jag').id,
    });
    await world.send('Dre', 'edit-announcement', change(true, 'Vertraulich'), { baseRev: 1 });
    expect(await world.read('receipt', toReceiptId(id, world.person('Jag').id))).toMatchObject({
      title: 'Aufsichten am Mittwoch',
      asked: { content: 1 },
      closed: true,
    });
  });

  it('asks nobody again once it has expired, and forgets nobody who was missing', async () => {
    const expiresAt = world.clock.value + 86_400_000;
    const brief = await world.announce('Dre', [german], { acknowledgement: {}, expiresAt });
    const before = await world.read('status', toStatusId(brief));
    world.clock.value = expiresAt;
    await world.due.tick();
    await world.send('Dre', 'edit-announcement', { ...change(true), id: brief }, { baseRev: 1 });
    expect((await world.read('status', toStatusId(brief)))?.missing).toEqual(before?.missing);
  });

  it('refuses to edit without saying what was seen', async () => {
    expect(await world.send('Dre', 'edit-announcement', change(false))).toMatchObject({ reason: 'invalid' });
  });

  it('[ANN4] asks everybody again when the change is essential, and only then', async () => {
    await world.send('Jag', 'acknowledge', { announcementId: id, content: 1 });
    const receipt = () => world.read('receipt', toReceiptId(id, world.person('Jag').id));
    const missing = async () =>
      (await world.read('status', toStatusId(id)))?.missing.map(({ shortCode }) => shortCode);
    expect(await missing()).toEqual([]);

    await world.send('Dre', 'edit-announcement', change(false), { baseRev: 1 });
    expect(await missing()).toEqual([]);
    expect(await receipt()).toMatchObject({ title: 'Aufsichten am Donnerstag', asked: { content: 1 } });

    await world.send('Dre', 'edit-announcement', change(true), { baseRev: 2 });
    expect(await missing()).toEqual(['Jag']);
    expect(await receipt()).toMatchObject({ asked: { content: 3 }, acknowledged: { content: 1 } });
  });

  it('is for the author and the chairs of its groups', async () => {
    expect(await world.send('Jag', 'edit-announcement', change(false), { baseRev: 1 })).toMatchObject({
      reason: 'forbidden',
    });
    expect(await world.send('Wei', 'edit-announcement', change(false), { baseRev: 1 })).toMatchObject({
      reason: 'not-found',
    });
    await world.send('Kuh', 'set-member', {
      groupId: world.group(german).id,
      personId: world.person('Jag').id,
      function: 'deputy',
      votingStatus: 'entitled',
    });
    expect(await world.send('Jag', 'edit-announcement', change(false), { baseRev: 1 })).toMatchObject({
      status: 'stored',
    });
  });

  it('is over once it was withdrawn', async () => {
    await world.send('Dre', 'withdraw-announcement', { id });
    expect(await world.send('Dre', 'edit-announcement', change(false), { baseRev: 2 })).toMatchObject({
      reason: 'withdrawn',
    });
  });
});
