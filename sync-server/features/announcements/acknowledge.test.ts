import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toReceiptId, toStatusId } from '#core/announcements/ids.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
const german = 'Fachschaft Deutsch';
beforeEach(async () => {
  world = await createRuleWorld();
});
afterEach(() => world.close());

const join = (code: string) =>
  world.send('Kuh', 'set-member', {
    groupId: world.group(german).id,
    personId: world.person(code).id,
    function: 'member',
    votingStatus: 'entitled',
  });

describe('acknowledging', () => {
  it('[ANN3] takes a name off the author’s list, which holds no times', async () => {
    const id = await world.announce('Dre', [german], { acknowledgement: {} });
    expect(await world.send('Jag', 'acknowledge', { announcementId: id, content: 1 })).toEqual({
      status: 'stored',
      rev: 2,
    });
    const status = await world.read('status', toStatusId(id));
    expect(status).toMatchObject({ asked: 1, missing: [] });
    expect(JSON.stringify(status)).not.toContain(String(world.clock.value));
  });

  it('changes nothing the second time', async () => {
    const id = await world.announce('Dre', [german], { acknowledgement: {} });
    await world.send('Jag', 'acknowledge', { announcementId: id, content: 1 });
    expect(await world.send('Jag', 'acknowledge', { announcementId: id, content: 1 })).toEqual({
      status: 'stored',
      rev: 2,
    });
  });

  it('cannot be done for a content nobody has written yet', async () => {
    const id = await world.announce('Dre', [german], { acknowledgement: {} });
    expect(await world.send('Jag', 'acknowledge', { announcementId: id, content: 2 })).toMatchObject({
      reason: 'invalid',
    });
  });

  it('[ANN2] is not for who was not asked: other groups, the author, who joined later', async () => {
    const id = await world.announce('Dre', [german], { acknowledgement: {} });
    await join('Wei');
    for (const code of ['Kuh', 'Dre', 'Wei', 'Gast']) {
      expect(await world.send(code, 'acknowledge', { announcementId: id, content: 1 })).toMatchObject({
        reason: 'not-found',
      });
    }
    expect(await world.read('status', toStatusId(id))).toMatchObject({ asked: 1 });
  });

  it('is over once it was withdrawn', async () => {
    const id = await world.announce('Dre', [german], { acknowledgement: {} });
    await world.send('Dre', 'withdraw-announcement', { id });
    expect(await world.send('Jag', 'acknowledge', { announcementId: id, content: 1 })).toMatchObject({
      reason: 'withdrawn',
    });
  });

  it('[ANN2] is no longer waited for from whoever has left the group', async () => {
    await join('Wei');
    const id = await world.announce('Dre', [german], { acknowledgement: {} });
    await world.send('Kuh', 'remove-member', {
      groupId: world.group(german).id,
      personId: world.person('Wei').id,
    });
    expect(await world.read('status', toStatusId(id))).toMatchObject({
      asked: 1,
      missing: [{ shortCode: 'Jag' }],
    });
    expect(await world.read('receipt', toReceiptId(id, world.person('Wei').id))).toMatchObject({
      closed: true,
    });
  });

  it('is still waited for from whoever can read it through another group', async () => {
    const id = await world.announce('Dre', [german, 'Kollegium'], { acknowledgement: {} });
    await world.send('Kuh', 'remove-member', {
      groupId: world.group(german).id,
      personId: world.person('Jag').id,
    });
    const status = await world.read('status', toStatusId(id));
    expect(status?.missing.map(({ shortCode }) => shortCode)).toContain('Jag');
  });
});
