import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#core/kernel/id.ts';
import { toResolutionId } from '#core/meetings/resolution-id.ts';
import type { Choice } from '#core/votes/vote-record.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';
import { createVoting, MORE_STAFF, ROLES, VOTERS, type Voting } from '#tests/support/server/voting.ts';

let world: RuleWorld;
let voting: Voting;
beforeEach(async () => {
  world = await createRuleWorld({ moreStaff: MORE_STAFF });
  voting = await createVoting(world);
});
afterEach(() => world.close());

const STORED = { status: 'stored' };
const refusal = (reason: string) => ({ status: 'refused', reason });
const cast = (who: string, voteId: Id, choice: Choice = 'yes', mid?: Id) =>
  voting.give(who, 'cast-ballot', { voteId, choice }, mid);
const lead = (name: 'close-vote' | 'stop-vote' | 'show-vote' | 'open-vote', voteId: Id) =>
  voting.give(ROLES.chair, name, { voteId });
const castAll = async (voteId: Id, choices: readonly Choice[]): Promise<void> => {
  for (const [index, choice] of choices.entries()) {
    expect(await cast(VOTERS[index] ?? '', voteId, choice)).toMatchObject(STORED);
  }
};
const NINE: readonly Choice[] = ['yes', 'yes', 'yes', 'yes', 'yes', 'no', 'no', 'abstain', 'abstain'];

describe('a vote by device', () => {
  it.each(['open', 'roll-call', 'without-names'] as const)(
    '[VOTE4][VOTE6] %s is counted when it closes, and its record says what the rule made of it',
    async (procedure) => {
      const voteId = await voting.open(procedure);
      await castAll(voteId, NINE);
      expect(await voting.record(voteId)).toBeUndefined();
      expect(await lead('close-vote', voteId)).toMatchObject(STORED);
      const record = await voting.record(voteId);
      expect(record).toMatchObject({
        state: 'decided',
        counts: { yes: 5, no: 2, abstain: 2, invalid: 0 },
        decision: { outcome: 'accepted', base: 7, citation: '§ 13 Abs. 3 KonfO', verified: true },
        entitled: 14,
        present: 13,
      });
      expect(record?.rollCall?.length).toBe(procedure === 'without-names' ? undefined : 9);
      expect(await world.buckets(voteId)).toEqual(await world.buckets(voting.itemId));
      expect(await voting.count('ballot')).toBe(0);
      expect(await voting.count('open_vote')).toBe(0);
      expect(await world.read('resolution', toResolutionId(voteId))).toMatchObject({
        wording: 'Das Handykonzept gilt ab Februar.',
        state: 'in-force',
      });
    },
  );

  it('[VOTE5] takes one ballot from everybody, and the first one counts', async () => {
    const voteId = await voting.open('open');
    const mid = world.newId();
    const first = await cast('VA', voteId, 'yes', mid);
    expect(await cast('VA', voteId, 'yes', mid)).toEqual(first);
    // The same command with another choice is a fault of its program; what was taken first stands.
    expect(await cast('VA', voteId, 'no', mid)).toEqual(first);
    expect(await cast('VA', voteId, 'no')).toEqual(refusal('already-voted'));
    await lead('close-vote', voteId);
    expect(await cast('VA', voteId, 'yes', mid)).toEqual(first);
    expect(await cast('VA', voteId, 'no')).toEqual(refusal('already-voted'));
    expect((await voting.record(voteId))?.counts).toMatchObject({ yes: 1, no: 0 });
  });

  it('[VOTE4] takes none from who is not on the frozen roll, came later, or is not of the body', async () => {
    const voteId = await voting.open('without-names');
    for (const who of [ROLES.advisory, ROLES.dormant, ROLES.guest, ROLES.absent]) {
      expect(await cast(who, voteId)).toEqual(refusal('forbidden'));
    }
    expect(await cast('Hau', voteId)).toEqual(refusal('not-found'));
    await voting.give(ROLES.absent, 'check-in', {});
    expect(await cast(ROLES.absent, voteId)).toEqual(refusal('forbidden'));
    expect(await voting.count('turnout')).toBe(0);
  });

  it('[VOTE4] takes none before it opens, after it closed, for another vote, or another question', async () => {
    const other = world.newId();
    expect(await cast('VA', other)).toEqual(refusal('not-open'));
    const voteId = await voting.open('open');
    expect(await cast('VA', other)).toEqual(refusal('not-open'));
    expect(await cast('VA', voteId, [0])).toEqual(refusal('invalid'));
    await lead('stop-vote', voteId);
    expect(await cast('VA', voteId)).toEqual(refusal('not-open'));
    const prepared = await voting.open('paper');
    expect(await cast('VA', prepared)).toEqual(refusal('not-open'));
  });

  it('[VOTE7] closes by itself when its time is over, also when the server was down then', async () => {
    const voteId = await voting.open('without-names', { seconds: 30 });
    await castAll(voteId, NINE);
    world.clock.value += 29_999;
    expect(await cast('VJ', voteId)).toMatchObject(STORED);
    await world.due.tick();
    expect(await voting.record(voteId)).toBeUndefined();
    world.clock.value += 1;
    // Not closed yet, but its time is over.
    expect(await cast('VK', voteId)).toEqual(refusal('not-open'));
    world.clock.value += 3_600_000;
    await world.due.tick();
    expect(await voting.record(voteId)).toMatchObject({
      state: 'decided',
      counts: { yes: 6, no: 2, abstain: 2 },
    });
    expect(await lead('close-vote', voteId)).toEqual(refusal('phase-passed'));
  });

  it('[VOTE7] a plan of a vote that the chair has closed does nothing', async () => {
    const voteId = await voting.open('open', { seconds: 30 });
    await lead('close-vote', voteId);
    const { seq } =
      (await world.store.read.get<{ seq: number }>('select max(seq) as seq from meeting_event')) ?? {};
    world.clock.value += 60_000;
    await world.due.tick();
    const after = await world.store.read.get<{ seq: number }>('select max(seq) as seq from meeting_event');
    expect(after?.seq).toBe(seq);
  });

  it('[VOTE4] is broken off with its sitting, and the record says so', async () => {
    const voteId = await voting.open('without-names');
    await castAll(voteId, NINE);
    await voting.give(ROLES.chair, 'close-conference', {});
    expect(await voting.record(voteId)).toMatchObject({ state: 'stopped', stopped: 'broken-off' });
    expect(await voting.count('ballot')).toBe(0);
    expect(await cast('VJ', voteId)).toEqual(refusal('not-open'));
  });

  it('[VOTE8] tells the room how many have voted, and nothing else', async () => {
    const voteId = await voting.open('open');
    const before = world.commits.length;
    await castAll(voteId, NINE);
    const told = world.commits.slice(before);
    expect(told.map(({ turnouts }) => turnouts?.[0]?.turnout)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(told.every(({ changes, meetings }) => changes.length === 0 && meetings?.length === 0)).toBe(true);
  });

  it('[VOTE9] writes no ballot and no demand into the log of commands', async () => {
    const voteId = await voting.open('open');
    await castAll(voteId, NINE);
    await voting.give('VA', 'support-secrecy', { voteId, supports: true });
    const names = await world.store.read.all<{ name: string }>('select distinct name from command_log');
    expect(names.map(({ name }) => name)).not.toContain('cast-ballot');
    expect(names.map(({ name }) => name)).not.toContain('support-secrecy');
  });

  it('forgets who has voted a day later', async () => {
    const voteId = await voting.open('open');
    await castAll(voteId, NINE);
    await lead('close-vote', voteId);
    expect(await voting.count('turnout')).toBe(9);
    world.clock.value += 25 * 3_600_000;
    await world.due.tick();
    expect(await voting.count('turnout')).toBe(0);
  });
});

describe('a vote of those in a restricted item', () => {
  it('[VOTE4] is of its circle alone, and its record lies with them', async () => {
    await voting.give(ROLES.chair, 'call-item', { itemId: voting.secretItemId });
    const voteId = await voting.open('open', { itemId: voting.secretItemId });
    expect(await cast('VD', voteId)).toEqual(refusal('forbidden'));
    await castAll(voteId, ['yes', 'no', 'yes']);
    await lead('close-vote', voteId);
    expect(await voting.record(voteId)).toMatchObject({ entitled: 3, present: 3, counts: { yes: 2, no: 1 } });
    expect(await world.buckets(voteId)).toEqual(await world.buckets(voting.secretItemId));
  });
});

describe('a show of hands and a vote on paper', () => {
  it('[VOTE3] by hand must account for everybody who is there', async () => {
    const voteId = await voting.open('show-of-hands');
    const enter = (yes: number, no: number, abstain: number) =>
      voting.give(ROLES.chair, 'enter-count', { voteId, counts: { yes, no, abstain, invalid: 0 } });
    expect(await enter(9, 2, 1)).toEqual(refusal('count-impossible'));
    expect(await enter(9, 2, 3)).toEqual(refusal('count-impossible'));
    expect(await enter(9, 2, 2)).toMatchObject(STORED);
    expect(await voting.record(voteId)).toMatchObject({ decision: { outcome: 'accepted', base: 11 } });
  });

  it('[VOTE3] on paper for everybody who drew a slip, with two tellers who are there', async () => {
    const voteId = await voting.open('paper');
    const ids = VOTERS.slice(0, 10).map((code) => world.person(code).id);
    const [first = world.newId(), second = world.newId()] = ids;
    await voting.give(ROLES.chair, 'tick-voters', { voteId, personIds: ids, ticked: true });
    const enter = (yes: number, tellerIds: Id[]) =>
      voting.give(ROLES.chair, 'enter-paper', {
        voteId,
        counts: { yes, no: 3, abstain: 1, invalid: 1 },
        tellerIds,
      });
    expect(await enter(6, [first, second])).toEqual(refusal('count-impossible'));
    expect(await enter(5, [first, world.person(ROLES.absent).id])).toEqual(refusal('invalid'));
    expect(await enter(5, [first, first])).toEqual(refusal('invalid'));
    expect(await enter(5, [first, second])).toMatchObject(STORED);
    expect(await voting.record(voteId)).toMatchObject({
      decision: { outcome: 'accepted', base: 8 },
      tellers: [{ id: first }, { id: second }],
    });
  });

  it('[VOTE1] are led by the chair alone, and by who has taken the chair', async () => {
    const voteId = world.newId();
    const question = {
      voteId,
      itemId: voting.itemId,
      wording: 'Eins',
      voteKind: 'yes-no' as const,
      options: [],
      seats: 1,
      procedure: 'show-of-hands' as const,
    };
    expect(await voting.give('VA', 'prepare-vote', question)).toEqual(refusal('forbidden'));
    expect(await voting.give('Hau', 'prepare-vote', question)).toEqual(refusal('not-found'));
    expect(await voting.give(ROLES.chair, 'prepare-vote', question)).toMatchObject(STORED);
    await voting.give(ROLES.chair, 'take-chair', { personId: world.person('VA').id });
    expect(await voting.give(ROLES.chair, 'show-vote', { voteId })).toEqual(refusal('forbidden'));
    expect(await voting.give('VA', 'show-vote', { voteId })).toMatchObject(STORED);
  });

  it('[VOTE2] are not opened for a body whose rules nobody has entered', async () => {
    const other = await createVoting(await createRuleWorld({ moreStaff: MORE_STAFF }), { ruleSet: null });
    await expect(other.open('open')).rejects.toThrow('quorum-rule-open');
    await other.world.close();
  });
});

describe('what comes after a vote', () => {
  it('[VOTE10] it is annulled with a reason, also when its item is long settled, and can be repeated', async () => {
    const voteId = await voting.open('open');
    await castAll(voteId, NINE);
    await lead('close-vote', voteId);
    await voting.give(ROLES.chair, 'settle-item', { itemId: voting.itemId, state: 'done' });
    const annul = () => voting.give(ROLES.chair, 'annul-vote', { voteId, reason: 'Falscher Wortlaut' });
    expect(await annul()).toMatchObject(STORED);
    expect(await voting.record(voteId)).toMatchObject({
      state: 'annulled',
      counts: { yes: 5 },
      annulled: { reason: 'Falscher Wortlaut', by: { shortCode: ROLES.chair } },
    });
    expect(await world.read('resolution', toResolutionId(voteId))).toMatchObject({ state: 'repealed' });
    expect(await annul()).toEqual(refusal('phase-passed'));
    await voting.give(ROLES.chair, 'call-item', { itemId: voting.itemId });
    const again = await voting.open('open', { repeatOf: voteId });
    await lead('close-vote', again);
    expect(await voting.record(again)).toMatchObject({ repeatOf: voteId, decision: { outcome: 'rejected' } });
  });
});

describe('the demand for secrecy', () => {
  const support = (who: string, voteId: Id, supports = true) =>
    voting.give(who, 'support-secrecy', { voteId, supports });

  it('[VOTE11] stops the open vote at a fifth of those present and begins one on paper', async () => {
    const voteId = await voting.open('open');
    await castAll(voteId, NINE);
    for (const who of ['VA', 'VB']) expect(await support(who, voteId)).toMatchObject(STORED);
    await support('VA', voteId);
    expect((await voting.meeting()).vote).toMatchObject({ phase: 'running', id: voteId });
    await support('VC', voteId);
    expect(await voting.record(voteId)).toMatchObject({ state: 'stopped', stopped: 'secrecy-demanded' });
    expect((await voting.record(voteId))?.rollCall).toBeUndefined();
    expect((await voting.meeting()).vote).toMatchObject({
      phase: 'shown',
      demanded: true,
      repeatOf: voteId,
      question: { procedure: 'paper', wording: 'Das Handykonzept gilt ab Februar.' },
    });
    expect(await voting.count('secrecy_support')).toBe(0);
    expect(await voting.count('ballot')).toBe(0);
    expect(await cast('VJ', voteId)).toEqual(refusal('not-open'));
  });

  it('[VOTE11] can be taken back, is of those who may vote, and leaves nothing behind', async () => {
    const voteId = await voting.open('open');
    await support('VA', voteId);
    await support('VB', voteId);
    await support('VB', voteId, false);
    await support('VC', voteId);
    expect((await voting.meeting()).vote).toMatchObject({ phase: 'running' });
    for (const who of [ROLES.advisory, ROLES.dormant, ROLES.guest, ROLES.absent]) {
      expect(await support(who, voteId)).toEqual(refusal('forbidden'));
    }
    const rows = await world.store.read.all<{ mark: string }>('select mark from secrecy_support');
    const ids = VOTERS.map((code) => world.person(code).id);
    expect(rows).toHaveLength(2);
    expect(rows.some(({ mark }) => ids.some((id) => mark.includes(id)))).toBe(false);
    await lead('close-vote', voteId);
    expect(await voting.count('secrecy_support')).toBe(0);
    expect(await support('VD', voteId)).toEqual(refusal('phase-passed'));
  });

  it('[VOTE11] before the vote opens lapses with its item', async () => {
    const voteId = world.newId();
    await voting.give(ROLES.chair, 'prepare-vote', {
      ...{ voteId, itemId: voting.itemId, wording: 'Eins', voteKind: 'yes-no', options: [], seats: 1 },
      procedure: 'open',
    });
    await lead('show-vote', voteId);
    await support('VA', voteId);
    expect(await voting.count('secrecy_support')).toBe(1);
    await voting.give(ROLES.chair, 'settle-item', { itemId: voting.itemId, state: 'deferred' });
    expect(await voting.count('secrecy_support')).toBe(0);
    expect(await voting.count('open_vote')).toBe(0);
  });
});
