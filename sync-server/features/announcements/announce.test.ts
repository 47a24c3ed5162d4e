import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toReceiptId, toStatusId, toTotalsId } from '#core/announcements/ids.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';
import { plainAnnouncement } from '#tests/support/server/staff.ts';

let world: RuleWorld;
beforeEach(async () => {
  world = await createRuleWorld();
});
afterEach(() => world.close());

const german = 'Fachschaft Deutsch';

describe('announcing', () => {
  it('[ANN1] places it with its groups and its author', async () => {
    const id = await world.announce('Dre', [german, 'Kollegium']);
    expect(await world.buckets(id)).toEqual(
      [
        `group:${world.group('Kollegium').id}`,
        `group:${world.group(german).id}`,
        `person:${world.person('Dre').id}`,
      ].sort(),
    );
    expect(await world.read('announcement', id)).toMatchObject({ rev: 1, state: 'published', content: 1 });
  });

  it('[ANN2][ANN3] asks every member but the author, each in a bucket of their own', async () => {
    const id = await world.announce('Dre', [german, 'Kollegium'], { acknowledgement: {} });
    const asked = ['Kuh', 'Hau', 'Jag', 'Wei'];
    for (const code of asked) {
      const receiptId = toReceiptId(id, world.person(code).id);
      expect(await world.read('receipt', receiptId)).toMatchObject({ asked: { content: 1 }, closed: false });
      expect(await world.buckets(receiptId)).toEqual([`person:${world.person(code).id}`]);
    }
    expect(await world.read('receipt', toReceiptId(id, world.person('Dre').id))).toBeUndefined();
    const status = await world.read('status', toStatusId(id));
    expect(status?.missing.map(({ shortCode }) => shortCode)).toEqual(['Hau', 'Jag', 'Kuh', 'Wei']);
    expect(await world.buckets(toStatusId(id))).toEqual([`person:${world.person('Dre').id}`]);
    expect(await world.read('totals', toTotalsId(id))).toBeUndefined();
  });

  it('shows the responses to the author, those of a sign-up list also to the groups', async () => {
    const form = (type: 'one-of' | 'sign-up') => ({
      type,
      question: 'Wer kommt?',
      options: [{ label: 'Ich' }, { label: 'Später' }],
    });
    const poll = await world.announce('Dre', [german], { form: form('one-of') });
    const list = await world.announce('Dre', [german], { form: form('sign-up') });
    const author = `person:${world.person('Dre').id}`;
    expect(await world.buckets(toTotalsId(poll))).toEqual([author]);
    expect(await world.buckets(toTotalsId(list))).toEqual([`group:${world.group(german).id}`, author]);
  });

  it.each([
    ['Jag', 'Fachschaft Sport', 'forbidden'],
    ['Eltern', 'Schulkonferenz', 'forbidden'],
    ['Gast', 'Schulkonferenz', 'forbidden'],
    // For whoever has no directory other groups do not exist.
    ['Eltern', german, 'not-found'],
    ['Gast', 'Kollegium', 'not-found'],
  ])('%s may not announce to %s', async (code, group, reason) => {
    const id = world.newId();
    const answer = await world.send(code, 'announce', plainAnnouncement(id, [world.group(group).id]));
    expect(answer).toEqual({ status: 'refused', reason });
    expect(await world.read('announcement', id)).toBeUndefined();
    expect(await world.buckets(id)).toEqual([]);
  });

  it('lets only leadership mark it as urgent', async () => {
    const args = plainAnnouncement(world.newId(), [world.group('Kollegium').id]);
    expect(await world.send('Dre', 'announce', { ...args, urgent: true })).toMatchObject({
      reason: 'forbidden',
    });
    expect(await world.send('Kuh', 'announce', { ...args, urgent: true })).toMatchObject({
      status: 'stored',
    });
  });

  it('refuses an id that is taken, also by something the sender cannot read', async () => {
    const receipt = toReceiptId(
      await world.announce('Dre', [german], { acknowledgement: {} }),
      world.person('Jag').id,
    );
    const answer = await world.send(
      'Wei',
      'announce',
      plainAnnouncement(receipt, [world.group('Fachschaft Sport').id]),
    );
    expect(answer).toEqual({ status: 'refused', reason: 'invalid' });
    expect((await world.read('receipt', receipt))?.title).toBe('Aufsichten am Mittwoch');
  });

  it.each(['2027-02-29', '2026-13-01', '2026-11-25T24:10'])(
    'refuses the deadline %s, which is no day',
    async (deadline) => {
      const args = plainAnnouncement(world.newId(), [world.group(german).id]);
      const answer = await world.send('Dre', 'announce', { ...args, acknowledgement: { deadline } });
      expect(answer).toEqual({ status: 'refused', reason: 'invalid' });
    },
  );

  it('[CMD8] takes the time from the server, whatever the client thinks', async () => {
    const id = await world.announce('Dre', [german]);
    expect((await world.read('announcement', id))?.publishAt).toBe(world.clock.value);
  });
});

describe('an announcement for later', () => {
  const later = () => world.clock.value + 3 * 3_600_000;

  it('[ANN1][ANN9] is its author’s alone until it is due, then everybody’s, and asks the members of that moment', async () => {
    const id = await world.announce('Dre', [german], { publishAt: later(), acknowledgement: {} });
    expect(await world.buckets(id)).toEqual([`person:${world.person('Dre').id}`]);
    expect(await world.read('status', toStatusId(id))).toBeUndefined();

    await world.due.tick();
    expect((await world.read('announcement', id))?.state).toBe('scheduled');

    await world.send('Kuh', 'set-member', {
      groupId: world.group(german).id,
      personId: world.person('Wei').id,
      function: 'member',
      votingStatus: 'entitled',
    });
    world.clock.value = later();
    await world.due.tick();
    expect(await world.buckets(id)).toContain(`group:${world.group(german).id}`);
    const status = await world.read('status', toStatusId(id));
    expect(status?.missing.map(({ shortCode }) => shortCode)).toEqual(['Jag', 'Wei']);
  });

  it('[ANN9] comes late when the server was down, and is sorted by its release', async () => {
    const id = await world.announce('Dre', [german], { publishAt: later() });
    world.clock.value += 26 * 3_600_000;
    const between = await world.announce('Jag', [german]);
    world.clock.value += 60_000;
    await world.due.tick();
    const released = await world.read('announcement', id);
    expect(released).toMatchObject({ state: 'published', publishAt: world.clock.value });
    expect(released?.inv).toBeLessThan((await world.read('announcement', between))?.inv ?? 0);
  });

  it('can be withdrawn before anybody has seen it', async () => {
    const id = await world.announce('Dre', [german], { publishAt: later() });
    expect(await world.send('Dre', 'withdraw-announcement', { id })).toMatchObject({ status: 'stored' });
    world.clock.value += 4 * 3_600_000;
    await world.due.tick();
    expect(await world.buckets(id)).toEqual([`person:${world.person('Dre').id}`]);
    expect((await world.read('announcement', id))?.state).toBe('withdrawn');
  });

  it('is not there for the chair of its group', async () => {
    await world.send('Kuh', 'set-member', {
      groupId: world.group(german).id,
      personId: world.person('Jag').id,
      function: 'chair',
      votingStatus: 'entitled',
    });
    const id = await world.announce('Dre', [german], { publishAt: later() });
    expect(await world.send('Jag', 'withdraw-announcement', { id })).toEqual({
      status: 'refused',
      reason: 'not-found',
    });
  });
});

describe('an announcement that expires', () => {
  it('stops asking then', async () => {
    const expiresAt = world.clock.value + 86_400_000;
    const id = await world.announce('Dre', [german], { expiresAt, acknowledgement: {} });
    world.clock.value = expiresAt;
    await world.due.tick();
    expect(await world.read('receipt', toReceiptId(id, world.person('Jag').id))).toMatchObject({
      closed: true,
    });
    expect(await world.send('Dre', 'remind', { announcementId: id })).toMatchObject({ reason: 'too-late' });
  });
});
