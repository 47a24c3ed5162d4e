import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupBucket, officialBucket, personBucket } from '#core/access/bucket.ts';
import { toPersonName } from '#core/directory/person.ts';
import { toGroupName } from '#core/groups/group.ts';
import { localDateSchema } from '#core/kernel/calendar/local-date.ts';
import type { Id } from '#core/kernel/id.ts';
import { toResolutionId } from '#core/meetings/resolution-id.ts';
import { decidedJobs, toDecided, type Wanted } from '#tests/support/server/decided.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

const BODY = 'Fachschaft Deutsch';
let world: RuleWorld;
beforeEach(async () => {
  world = await createRuleWorld({ moreJobs: [decidedJobs] });
  // The head belongs to the body, so that there is somebody to object.
  await join('Kuh', 'member');
  await join('Dre', 'chair');
});
afterEach(() => world.close());

const join = (code: string, place: 'chair' | 'member') =>
  world.send('Kuh', 'set-member', {
    groupId: body().id,
    personId: world.person(code).id,
    function: place,
    votingStatus: 'entitled',
  });
const body = () => world.group(BODY);
const name = (code: string) => toPersonName(world.person(code));

/** Lets a vote be decided and returns the id of what was entered; `again` enters the same once more. */
const decideVote = async (extra: Partial<Wanted> = {}, again = false): Promise<Id> => {
  const entry = toDecided(world.newId, {
    body: toGroupName(body()),
    chair: name('Dre'),
    at: world.clock.value,
    ...extra,
  });
  const args = { ...entry, now: world.clock.value };
  await world.store.write('enter-decided', args);
  if (again) await world.store.write('enter-decided', args);
  return toResolutionId(entry.vote.id);
};
const read = (id: Id) => world.read('resolution', id);
const DAY = 86_400_000;

describe('[RES1] entering a resolution', () => {
  it('keeps wording, result and rule, under the next number of body and year', async () => {
    const first = await decideVote();
    expect(await read(first)).toMatchObject({
      number: '1/2026',
      rev: 1,
      wording: 'Die Schule führt ab dem Schuljahr 2027/28 das Doppelstundenmodell ein.',
      counts: { yes: 28, no: 9, abstain: 4 },
      citation: '§ 13 Abs. 3 KonfO',
      verified: true,
      decidedOn: '2026-11-23',
      state: 'in-force',
    });
    expect((await read(await decideVote()))?.number).toBe('2/2026');
    const other = await decideVote({ body: toGroupName(world.group('Kollegium')) });
    expect((await read(other))?.number).toBe('1/2026');
    world.clock.value += 60 * DAY;
    expect((await read(await decideVote()))?.number).toBe('1/2027');
    expect(await world.buckets(first)).toEqual([groupBucket(body().id)]);
  });

  it('enters one vote once, and the day by the clocks of the school', async () => {
    const id = await decideVote({ at: Date.UTC(2026, 11, 31, 23, 30) }, true);
    expect(await read(id)).toMatchObject({ rev: 1, number: '1/2027', decidedOn: '2027-01-01' });
  });

  it('enters nothing that was rejected, stopped or not quorate', async () => {
    const decision = { ...toDecided(world.newId, { body: body(), chair: name('Dre'), at: 0 }).vote.decision };
    for (const outcome of ['rejected', 'no-quorum', 'chair-decides', 'repeat', 'run-off'] as const) {
      const id = await decideVote({ vote: { decision: { ...decision, outcome } as never } });
      expect(await read(id)).toBeUndefined();
    }
    expect(await read(await decideVote({ vote: { state: 'stopped' } }))).toBeUndefined();
  });

  it('[RES5] keeps what an annulled vote decided, without effect', async () => {
    const entry = toDecided(world.newId, {
      body: toGroupName(body()),
      chair: name('Dre'),
      at: world.clock.value,
    });
    await world.store.write('enter-decided', { ...entry, now: world.clock.value });
    const args = { voteId: entry.vote.id, reason: 'Falsch gezählt', now: world.clock.value };
    await world.store.write('repeal-decided', args);
    await world.store.write('repeal-decided', args);
    expect(await read(toResolutionId(entry.vote.id))).toMatchObject({
      rev: 2,
      state: 'repealed',
      annulled: { on: '2026-11-23', reason: 'Falsch gezählt' },
    });
  });
});

describe('[RES2] a restricted resolution', () => {
  const circle = () => [name('Jag'), name('Gast')];

  it('lies with circle and chair as far as they belong to the body, and takes no number of the others', async () => {
    const id = await decideVote({ circle: circle() });
    const stored = await read(id);
    expect(stored?.number).toMatch(/^V [A-Z2-7]{4}\/2026$/);
    expect([...(await world.buckets(id))].sort()).toEqual(
      [personBucket(world.person('Jag').id), personBucket(world.person('Dre').id)].sort(),
    );
    expect((await read(await decideVote()))?.number).toBe('1/2026');
    const withGuest = await decideVote({ circle: circle(), guests: [name('Gast')] });
    expect(await world.buckets(withGuest)).toContain(personBucket(world.person('Gast').id));
  });

  it('does not exist for the leadership outside of it', async () => {
    const id = await decideVote({ circle: circle() });
    for (const command of ['object-to-resolution', 'settle-objection', 'set-resolution'] as const) {
      const args = { id, reason: 'Grund', outcome: 'upheld', done: true } as const;
      expect(await world.send('Kuh', command, args, { baseRev: 1 })).toMatchObject({ reason: 'not-found' });
    }
  });

  it('[GRP1] is taken from whoever leaves the body', async () => {
    const id = await decideVote({ circle: circle() });
    await world.send('Kuh', 'remove-member', { groupId: body().id, personId: world.person('Jag').id });
    expect(await world.buckets(id)).toEqual([personBucket(world.person('Dre').id)]);
    expect((await read(id))?.circle?.map(({ shortCode }) => shortCode)).toEqual(['Dre']);
  });

  it('[DEV1] lies in the half that no private device holds while its body is kept off them', async () => {
    const school = world.group('Schulkonferenz');
    const id = await decideVote({ body: toGroupName(school), circle: [name('Gast')] });
    await world.send('Kuh', 'set-group-devices', { groupId: school.id, officialOnly: true });
    expect(await world.buckets(id)).toEqual([officialBucket(world.person('Gast').id)]);
  });
});

describe('[RES3] an objection', () => {
  it('suspends the resolution, begins the period by the server’s day, and is settled by the body', async () => {
    const id = await decideVote();
    expect(await world.send('Dre', 'object-to-resolution', { id, reason: 'Nein' })).toMatchObject({
      reason: 'forbidden',
    });
    expect(await world.send('Kuh', 'object-to-resolution', { id, reason: 'Fahrzeiten' })).toEqual({
      status: 'stored',
      rev: 2,
    });
    // A subject group has no rule set here, so no last day is asserted.
    expect(await read(id)).toMatchObject({
      state: 'objected',
      objection: { on: '2026-11-23', notBefore: '2026-11-24', by: { shortCode: 'Kuh' } },
    });
    const settle = () => world.send('Dre', 'settle-objection', { id, outcome: 'repealed' });
    expect(await settle()).toMatchObject({ reason: 'too-early' });
    world.clock.value += DAY;
    expect(await settle()).toMatchObject({ status: 'stored' });
    expect(await settle()).toMatchObject({ reason: 'resolution-changed' });
    expect((await read(id))?.state).toBe('repealed');
  });

  it('arrives twice and counts once', async () => {
    const id = await decideVote();
    const mid = world.newId();
    const send = () => world.send('Kuh', 'object-to-resolution', { id, reason: 'Fahrzeiten' }, { mid });
    expect(await send()).toEqual(await send());
    expect((await read(id))?.rev).toBe(2);
  });
});

describe('[RES4] keeping the register', () => {
  it('names somebody of the school, on the revision that was read', async () => {
    const id = await decideVote();
    const args = {
      id,
      responsibleId: world.person('Jag').id,
      due: localDateSchema.parse('2026-12-18'),
      done: false,
    };
    expect(await world.send('Dre', 'set-resolution', args, { baseRev: 1 })).toEqual({
      status: 'stored',
      rev: 2,
    });
    expect((await read(id))?.responsible?.shortCode).toBe('Jag');
    expect(await world.send('Dre', 'set-resolution', args, { baseRev: 1 })).toEqual({
      status: 'conflict',
      rev: 2,
    });
    expect(await world.send('Dre', 'set-resolution', args)).toMatchObject({ reason: 'invalid' });
    const stranger = { ...args, responsibleId: world.newId() };
    expect(await world.send('Dre', 'set-resolution', stranger, { baseRev: 2 })).toMatchObject({
      reason: 'invalid',
    });
    expect(await world.send('Jag', 'set-resolution', args, { baseRev: 2 })).toMatchObject({
      reason: 'forbidden',
    });
  });
});
