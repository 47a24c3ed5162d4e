import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLOSE_CODES } from '#core/protocol/close-codes.ts';
import { createHandTimers, type HandTimers } from '../testing/hand-timers.ts';
import { MeetingServer } from '../testing/meeting-server.ts';
import { CHAIR, ITEM, toHand, toPerson, toView, toVote } from '../testing/meeting-view.ts';
import { toId } from '../testing/documents.ts';
import type { TicketOutcome } from '../line.ts';
import type { LiveEyes, LiveLine, LiveState, Said } from './contract.ts';
import { openLiveLine } from './live-line.ts';

const CONFERENCE = toId(1);
let timers: HandTimers;
let server: MeetingServer;
let line: LiveLine;
let ticket: TicketOutcome;

const open = (eyes: LiveEyes = 'own'): void => {
  let drawn = 0;
  line = openLiveLine(
    {
      clock: timers.clock,
      timers,
      random: { bytes: (length) => new Uint8Array(length).fill((drawn += 1)) },
      fetchTicket: () => Promise.resolve(ticket),
      openSocket: server.open,
    },
    CONFERENCE,
    { eyes },
  );
};
const state = (): LiveState => line.state$.value;
const standing = (wanted: LiveState['standing']) => expect.poll(() => state().standing).toBe(wanted);
/** What was said so far, without waiting for what never comes. */
const heardOf = (said: Promise<Said>): { said: Said | undefined } => {
  const heard: { said: Said | undefined } = { said: undefined };
  void said.then((outcome) => (heard.said = outcome));
  return heard;
};
const speech = { itemId: ITEM.id, handId: toId(900), kind: 'speech' } as const;

beforeEach(() => {
  timers = createHandTimers();
  server = new MeetingServer(CONFERENCE, toView());
  server.now = () => timers.clock.now() + 3_600_000;
  ticket = { ok: true, ticket: 't' };
  open();
});
afterEach(() => line.close());

test('it joins, shows the whole, and follows frames part by part', async () => {
  await standing('live');
  expect(state().view).toEqual(toView());
  const before = state().view;
  server.show({ locked: true }, { [toPerson(6).id]: null });
  await expect.poll(() => state().view?.locked).toBe(true);
  expect(state().view?.roll[toPerson(6).id]).toBeUndefined();
  expect(state().view?.speakers).toBe(before?.speakers);
  expect(line.now()).toBe(timers.clock.now() + 3_600_000);
});

test('a missed frame makes it join again', async () => {
  await standing('live');
  server.show({ locked: true }, undefined, { missed: true });
  server.show({ title: 'Neu' });
  await expect.poll(() => state().view?.title).toBe('Neu');
  expect(state().view?.locked).toBe(true);
  expect(server.joins).toHaveLength(2);
});

test('a lost line comes back and joins; until then it does not say that it is live', async () => {
  await standing('live');
  ticket = { ok: false, reason: 'unreachable' };
  server.breakLines();
  await standing('connecting');
  expect(state().view).toEqual(toView());
  timers.turn(500);
  await standing('lost');
  ticket = { ok: true, ticket: 'next' };
  server.show({ title: 'Weiter' });
  line.retryNow();
  await standing('live');
  expect(state().view?.title).toBe('Weiter');
});

test('a hand is repeated with the same id until the server has answered', async () => {
  await standing('live');
  server.answer = () => undefined;
  const said = heardOf(line.say('raise-hand', speech));
  await expect.poll(() => server.commands.length).toBe(1);
  expect(state().underWay).toMatchObject([{ name: 'raise-hand' }]);
  server.breakLines();
  await standing('connecting');
  expect(said.said).toBeUndefined();
  server.answer = () => ({ status: 'stored', rev: 1 });
  timers.turn(500);
  await expect.poll(() => said.said).toEqual({ ok: true, at: line.now() });
  expect(server.commands).toHaveLength(2);
  expect(server.commands[1]?.mid).toBe(server.commands[0]?.mid);
  expect(server.commands[0]?.args).toEqual({ ...speech, conferenceId: CONFERENCE });
  expect(state().underWay).toEqual([]);
});

test('a hand raised while the line is away is given up when its item is over', async () => {
  await standing('live');
  server.breakLines();
  await standing('connecting');
  const said = heardOf(line.say('raise-hand', speech));
  expect(state().underWay).toHaveLength(1);
  server.show({ item: { ...ITEM, id: toId(205), label: '5' } });
  timers.turn(500);
  await expect.poll(() => said.said).toEqual({ ok: false, reason: 'not-sent' });
  expect(server.commands).toEqual([]);
});

test('a ballot that may have arrived is asked once more after its vote has closed: the server knows', async () => {
  await standing('live');
  server.show({ vote: toVote() });
  await expect.poll(() => state().view?.vote?.phase).toBe('running');
  server.answer = () => undefined;
  const said = heardOf(line.say('cast-ballot', { voteId: toVote().id, choice: 'yes' }));
  await expect.poll(() => server.commands.length).toBe(1);
  server.breakLines();
  server.show({ vote: toVote({ phase: 'decided' }) });
  server.answer = () => ({ status: 'stored' });
  await standing('connecting');
  timers.turn(500);
  await expect.poll(() => said.said?.ok).toBe(true);
  expect(server.commands).toHaveLength(2);
});

test('my ballot is known as given until another vote begins', async () => {
  await standing('live');
  server.show({ vote: toVote() });
  await expect.poll(() => state().view?.vote?.phase).toBe('running');
  await line.say('cast-ballot', { voteId: toVote().id, choice: 'no' });
  expect(state().you.voted).toBe(true);
  server.show({ vote: toVote({ turnout: 13 }) });
  await expect.poll(() => state().view?.vote?.turnout).toBe(13);
  expect(state().you.voted).toBe(true);
  server.show({ vote: toVote({ id: toId(302) }) });
  await expect.poll(() => state().you.voted).toBe(false);
});

test('what the chair says while the line is away is not sent, and never later', async () => {
  await standing('live');
  server.breakLines();
  await standing('connecting');
  expect(await line.say('call-item', { itemId: toId(205) })).toEqual({ ok: false, reason: 'not-sent' });
  timers.turn(500);
  await standing('live');
  expect(server.commands).toEqual([]);
});

test('what the chair said and nobody answered is not carried out minutes later', async () => {
  await standing('live');
  server.answer = () => undefined;
  const said = heardOf(line.say('call-item', { itemId: toId(205) }));
  await expect.poll(() => server.commands.length).toBe(1);
  timers.turn(20_000);
  await expect.poll(() => said.said).toEqual({ ok: false, reason: 'unanswered' });
  server.breakLines();
  await standing('connecting');
  timers.turn(500);
  await standing('live');
  expect(server.commands).toHaveLength(1);
});

test('a refusal is told as it is; what the server cannot do just now is said again', async () => {
  await standing('live');
  server.answer = () => ({ status: 'refused', reason: 'forbidden' });
  expect(await line.say('set-locked', { locked: true })).toEqual({ ok: false, reason: 'forbidden' });
  let asked = 0;
  server.answer = () =>
    (asked += 1) === 1 ? { status: 'refused', reason: 'unavailable' } : { status: 'stored', rev: 1 };
  const said = heardOf(line.say('set-locked', { locked: true }));
  await expect.poll(() => asked).toBe(1);
  timers.turn(1_000);
  await expect.poll(() => said.said?.ok).toBe(true);
});

test('a conference that is not shown is shut at once; asked again it may be there', async () => {
  await standing('live');
  server.tell({ op: 'not-shown', conferenceId: CONFERENCE, reason: 'forbidden' });
  await standing('shut');
  expect(state()).toMatchObject({ view: undefined, reason: 'forbidden' });
  expect(await line.say('check-in', {})).toEqual({ ok: false, reason: 'not-sent' });
  line.retryNow();
  await standing('live');
});

test('an ended session is told, and the line comes back with a new one', async () => {
  await standing('live');
  server.breakLines(CLOSE_CODES.unauthenticated);
  await standing('shut');
  expect(state().reason).toBe('unauthenticated');
  timers.turn(15_000);
  await standing('live');
});

test('another chair makes it ask anew for whose eyes it is', async () => {
  await standing('live');
  server.you = { voted: false, supports: false, mayLead: true };
  server.show({ chair: toPerson(1) });
  await expect.poll(() => state().you.mayLead).toBe(true);
  expect(server.joins).toHaveLength(2);
});

test('the wall sees nothing prepared, nothing restricted and no roll, whatever it is sent', async () => {
  line.close();
  server.view = toView({ vote: toVote({ phase: 'prepared' }), lobby: [toPerson(9)] });
  open('wall');
  await standing('live');
  expect(server.joins.at(-1)).toMatchObject({ conferenceId: CONFERENCE, as: 'wall' });
  expect(state().view).toMatchObject({ item: ITEM, vote: null, lobby: [], roll: {} });
  server.show({ item: { ...ITEM, restricted: true }, vote: toVote({ phase: 'shown' }) });
  await expect.poll(() => state().view?.item).toBeNull();
  expect(state().view).toMatchObject({ vote: null, speakers: { speaking: null, hands: [] } });
});

test('locking closes the line and what was under way', async () => {
  await standing('live');
  server.answer = () => undefined;
  const said = heardOf(line.say('raise-hand', { ...speech, handId: toHand(1).id }));
  await expect.poll(() => server.commands.length).toBe(1);
  line.close();
  await expect.poll(() => said.said).toEqual({ ok: false, reason: 'unanswered' });
  expect(server.lineCount).toBe(0);
  expect(await line.say('take-chair', { personId: CHAIR.id })).toEqual({ ok: false, reason: 'not-sent' });
});
