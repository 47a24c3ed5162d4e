import { afterAll, beforeAll, expect, it } from 'vitest';
import { planTestConference, SITTING, type TestConference } from '#tests/support/server/conference.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import { newId, type WireClient } from '#tests/support/server/wire-client.ts';

let school: TestSchool;
let chair: WireClient;
let conference: TestConference;
beforeAll(async () => {
  school = await startTestSchool({ people: Object.values(SITTING) });
  chair = await school.as(SITTING.chair);
  conference = await planTestConference(school, chair);
  school.clock.value += 10_000;
  const { id: conferenceId, items } = conference;
  await chair.command('open-conference', { conferenceId });
  await chair.command('all-present-except', { conferenceId, personIds: [] });
  await chair.command('call-item', { conferenceId, itemId: items.first });
}, 60_000);
afterAll(() => school.close());

it('[VOTE8] the room hears how many have voted; who comes or comes back is told so, and of themselves alone what they did', async () => {
  const place = { conferenceId: conference.id, voteId: newId() };
  const member = await school.as(SITTING.member);
  const joined = await member.join(conference.id);
  expect(joined).toMatchObject({ op: 'joined', parts: { vote: null } });
  await chair.command('prepare-vote', {
    ...place,
    itemId: conference.items.first,
    wording: 'Das Handykonzept gilt ab Februar.',
    voteKind: 'yes-no',
    options: [],
    seats: 1,
    procedure: 'without-names',
  });
  await chair.command('show-vote', place);
  const shown = await member.next('frame', ({ parts }) => parts.vote?.phase === 'shown');
  expect(shown.parts.vote).toMatchObject({ entitled: 4, present: 4, demandable: true, turnout: 0 });
  expect(member.received.some((message) => JSON.stringify(message).includes('"prepared"'))).toBe(false);
  await chair.command('open-vote', place);
  const circle = await school.as(SITTING.circle);
  await circle.command('cast-ballot', { ...place, choice: 'no' });
  const counted = await member.next('frame', ({ parts }) => parts.vote?.turnout === 1);
  expect(counted.parts.vote).not.toHaveProperty('counts');

  member.close();
  await member.closed;
  const again = await school.as(SITTING.member);
  expect(await again.join(conference.id)).toMatchObject({
    parts: { vote: { phase: 'running', turnout: 1 } },
    you: { voted: false, supports: false },
  });
  // A rejoin of who has voted says so, to them alone.
  expect(await circle.join(conference.id)).toMatchObject({ you: { voted: true, supports: false } });
  await chair.command('close-vote', place);
  const closed = await again.next('frame', ({ parts }) => parts.vote?.phase === 'decided');
  expect(closed.parts.vote).toMatchObject({ counts: { yes: 0, no: 1 }, decision: { outcome: 'rejected' } });
  expect((await again.pullAll()).documents.find(({ id }) => id === place.voteId)).toMatchObject({
    kind: 'vote-record',
    state: 'decided',
  });
}, 60_000);
