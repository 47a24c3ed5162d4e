import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';
import { plainAnnouncement } from '#tests/support/server/staff.ts';
import { StorageFullError, type Store } from '#server/storage/contract/storage.ts';
import { createDoor } from './door.ts';

let world: RuleWorld;
beforeEach(async () => {
  world = await createRuleWorld();
});
afterEach(() => world.close());

const args = () => plainAnnouncement(world.newId(), [world.group('Fachschaft Deutsch').id]);

describe('the one door', () => {
  it('[CMD2] gives a repeat the first answer and changes nothing', async () => {
    const mid = world.newId();
    const announcement = args();
    const first = await world.send('Dre', 'announce', announcement, { mid });
    const commits = world.commits.length;
    // Whatever the order of the keys.
    const again = Object.fromEntries(Object.entries(announcement).reverse()) as typeof announcement;
    expect(await world.send('Dre', 'announce', again, { mid })).toEqual(first);
    expect(world.commits).toHaveLength(commits);
  });

  it('[CMD2] gives a repeat the first answer also when it was a refusal', async () => {
    const mid = world.newId();
    const sport = plainAnnouncement(world.newId(), [world.group('Fachschaft Sport').id]);
    expect(await world.send('Dre', 'announce', sport, { mid })).toMatchObject({ reason: 'forbidden' });
    await world.send('Kuh', 'set-member', {
      groupId: world.group('Fachschaft Sport').id,
      personId: world.person('Dre').id,
      function: 'member',
      votingStatus: 'entitled',
    });
    expect(await world.send('Dre', 'announce', sport, { mid })).toMatchObject({ reason: 'forbidden' });
    expect(await world.send('Dre', 'announce', sport)).toMatchObject({ status: 'stored' });
  });

  it('[CMD5] takes no harm from what a command carries beside its arguments, however deep', async () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    const command = { mid: world.newId(), name: 'announce', args: { ...args(), deep } };
    const sender = { personId: world.person('Dre').id, sessionId: null };
    expect(await world.door.submit(sender, command)).toMatchObject({ status: 'stored' });
  });

  it('[CMD2] refuses the id with other content, on another revision, or from somebody else', async () => {
    const mid = world.newId();
    const announcement = args();
    await world.send('Dre', 'announce', announcement, { mid });
    const reused = { status: 'refused', reason: 'mid-reused' };
    expect(await world.send('Dre', 'announce', { ...announcement, title: 'Anders' }, { mid })).toEqual(
      reused,
    );
    expect(await world.send('Dre', 'announce', announcement, { mid, baseRev: 1 })).toEqual(reused);
    expect(await world.send('Jag', 'announce', announcement, { mid })).toEqual(reused);
    expect(await world.send('Dre', 'acknowledge', { announcementId: mid, content: 1 }, { mid })).toEqual(
      reused,
    );
  });

  it.each([
    null,
    7,
    'announce',
    [],
    {},
    { mid: 'x', name: 'announce', args: {} },
    { name: 'announce', args: {} },
    { mid: 'aaaaaaaaaaaaaaaaaaaaaaaaaa', name: 'drop-tables', args: {} },
    { mid: 'aaaaaaaaaaaaaaaaaaaaaaaaaa', name: '__proto__', args: {} },
    { mid: 'aaaaaaaaaaaaaaaaaaaaaaaaaa', name: 'remind', args: null },
    { mid: 'aaaaaaaaaaaaaaaaaaaaaaaaaa', name: 'remind', args: { announcementId: 'DROP' } },
    {
      mid: 'aaaaaaaaaaaaaaaaaaaaaaaaaa',
      name: 'remind',
      args: { announcementId: 'aaaaaaaaaaaaaaaaaaaaaaaaaa' },
      baseRev: -1,
    },
  ])('[CMD5] refuses %j as invalid', async (command) => {
    const sender = { personId: world.person('Dre').id, sessionId: null };
    expect(await world.door.submit(sender, command)).toEqual({ status: 'refused', reason: 'invalid' });
  });

  it('[CMD3] knows nobody who has left', async () => {
    const sender = { personId: world.newId(), sessionId: null };
    const command = { mid: world.newId(), name: 'announce', args: args() };
    expect(await world.door.submit(sender, command)).toMatchObject({ reason: 'unauthenticated' });
  });

  it('[CMD7] answers a full disk and a broken store as something to try again', async () => {
    const sender = { personId: world.person('Dre').id, sessionId: null };
    const command = { mid: world.newId(), name: 'announce', args: args() };
    const failWith = (error: Error) =>
      createDoor({
        store: { ...world.store, write: () => Promise.reject(error) } satisfies Store,
        clock: { now: () => world.clock.value },
        onCommitted: () => undefined,
        onError: () => undefined,
      });
    expect(await failWith(new StorageFullError()).submit(sender, command)).toMatchObject({
      reason: 'storage-full',
    });
    expect(await failWith(new Error('disk on fire')).submit(sender, command)).toMatchObject({
      reason: 'unavailable',
    });
    expect(await world.door.submit(sender, command)).toMatchObject({ status: 'stored' });
  });
});
