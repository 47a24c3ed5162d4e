import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupBucket, officialBucket, personBucket } from '#core/access/bucket.ts';
import { toReceiptId, toStatusId, toThreadId, toTotalsId } from '#core/announcements/ids.ts';
import type { Id } from '#core/kernel/id.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
const conference = 'Schulkonferenz';
beforeEach(async () => {
  world = await createRuleWorld();
  await world.send('Kuh', 'set-member', {
    groupId: world.group(conference).id,
    personId: world.person('Kuh').id,
    function: 'chair',
    votingStatus: 'entitled',
  });
});
afterEach(() => world.close());

const keepOff = (code: string, officialOnly = true, name = conference) =>
  world.send(code, 'set-group-devices', { groupId: world.group(name).id, officialOnly });

/** An announcement of the head to these groups that asks for everything, and a question about it. */
const askForEverything = async (...groups: readonly string[]): Promise<Id> => {
  const id = await world.announce('Kuh', groups, {
    acknowledgement: {},
    form: { type: 'yes-no', question: 'Ja?', options: [{ label: 'Ja' }, { label: 'Nein' }] },
  });
  await world.send('Eltern', 'ask-sender', {
    announcementId: id,
    askerId: world.person('Eltern').id,
    text: 'Frage',
  });
  return id;
};

/** Where everything lies that stems from the announcement. */
const placed = async (id: Id) => ({
  announcement: await world.buckets(id),
  receipt: await world.buckets(toReceiptId(id, world.person('Eltern').id)),
  status: await world.buckets(toStatusId(id)),
  totals: await world.buckets(toTotalsId(id)),
  thread: await world.buckets(toThreadId(id, world.person('Eltern').id)),
});

describe('keeping a body off private devices', () => {
  it('[DEV1] moves what stems from it to the halves that private devices may not hold, and back', async () => {
    const id = await askForEverything(conference);
    const [head, parent] = [world.person('Kuh').id, world.person('Eltern').id];
    const body = groupBucket(world.group(conference).id);
    const open = {
      announcement: [body, personBucket(head)],
      receipt: [personBucket(parent)],
      status: [personBucket(head)],
      totals: [personBucket(head)],
      thread: [personBucket(head), personBucket(parent)].sort(),
    };
    expect(await placed(id)).toEqual(open);

    expect(await keepOff('Kuh')).toMatchObject({ status: 'stored' });
    expect(await world.read('group', world.group(conference).id)).toMatchObject({ officialOnly: true });
    expect(await placed(id)).toEqual({
      announcement: [body, officialBucket(head)],
      receipt: [officialBucket(parent)],
      status: [officialBucket(head)],
      totals: [officialBucket(head)],
      thread: [officialBucket(head), officialBucket(parent)].sort(),
    });

    expect(await keepOff('Kuh', false)).toMatchObject({ status: 'stored' });
    expect(await placed(id)).toEqual(open);
    expect((await world.read('group', world.group(conference).id))?.officialOnly).toBeUndefined();
  });

  it('[DEV1] holds for everything written later, whatever command writes it', async () => {
    await keepOff('Kuh');
    const id = await askForEverything(conference);
    await world.send('Eltern', 'acknowledge', { announcementId: id, content: 1 });
    await world.send('Eltern', 'respond', { announcementId: id, answer: [0] });
    const buckets = Object.values(await placed(id)).flat();
    expect(buckets.filter((bucket) => bucket.startsWith('person:'))).toEqual([]);
    const later = await world.announce('Kuh', [conference], { publishAt: world.clock.value + 86_400_000 });
    expect(await world.buckets(later)).toEqual([officialBucket(world.person('Kuh').id)]);
  });

  it('[DEV1] keeps nothing off that was also written for an open group', async () => {
    await keepOff('Kuh');
    const id = await askForEverything(conference, 'Kollegium');
    const buckets = Object.values(await placed(id)).flat();
    expect(buckets.filter((bucket) => bucket.startsWith('official:'))).toEqual([]);
  });

  it('[D6] closes the receipts of who leaves, in whichever half they lie', async () => {
    await keepOff('Kuh');
    const id = await askForEverything(conference);
    await world.send('Kuh', 'remove-member', {
      groupId: world.group(conference).id,
      personId: world.person('Eltern').id,
    });
    const receipt = await world.read('receipt', toReceiptId(id, world.person('Eltern').id));
    expect(receipt?.closed).toBe(true);
  });

  it('is for leadership and administrators, and for bodies alone', async () => {
    expect(await keepOff('Dre')).toMatchObject({ reason: 'forbidden' });
    expect(await keepOff('Gast')).toMatchObject({ reason: 'forbidden' });
    expect(await keepOff('Kuh', true, 'Kollegium')).toMatchObject({ reason: 'invalid' });
    await world.store.write('set-flags', {
      personId: world.person('Dre').id,
      administrator: true,
      staffCouncil: false,
      now: world.clock.value,
    });
    expect(await keepOff('Dre')).toMatchObject({ status: 'stored' });
  });

  it('changes nothing the second time', async () => {
    expect(await keepOff('Kuh')).toMatchObject({ status: 'stored', rev: 3 });
    expect(await keepOff('Kuh')).toMatchObject({ status: 'stored', rev: 3 });
  });
});
