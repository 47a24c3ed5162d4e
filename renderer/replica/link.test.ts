import { afterEach, beforeEach, expect, test } from 'vitest';
import { createId } from '#core/kernel/id.ts';
import { CLOSE_CODES } from '#core/protocol/close-codes.ts';
import type { Command } from '#core/protocol/commands.ts';
import { PROTOCOL_VERSION } from '#core/protocol/version.ts';
import { createLink, type FeedItem, type Link, type SocketEvents, type TicketOutcome } from './link.ts';
import { ME, toId } from './testing/documents.ts';
import { createHandTimers, type HandTimers } from './testing/hand-timers.ts';

interface FakeSocket {
  readonly events: SocketEvents;
  readonly sent: Record<string, unknown>[];
  closed: boolean;
}

let timers: HandTimers;
let sockets: FakeSocket[];
let link: Link;
let ticket: TicketOutcome;
let heard: FeedItem[];

beforeEach(() => {
  timers = createHandTimers();
  sockets = [];
  heard = [];
  ticket = { ok: true, ticket: 't' };
  link = createLink({
    clock: timers.clock,
    timers,
    random: { bytes: (length) => new Uint8Array(length) },
    fetchTicket: () => Promise.resolve(ticket),
    openSocket: (_ticket, events) => {
      const socket: FakeSocket = { events, sent: [], closed: false };
      sockets.push(socket);
      return {
        send: (text) => socket.sent.push(JSON.parse(text)),
        close: () => {
          socket.closed = true;
        },
      };
    },
  });
  link.feed$.subscribe((item) => heard.push(item));
});
afterEach(() => link.stop());

const socket = async (place: number): Promise<FakeSocket> => {
  await expect.poll(() => sockets.length).toBe(place + 1);
  const found = sockets[place];
  if (found === undefined) throw new Error('no such socket');
  return found;
};
const say = (to: FakeSocket, message: object): void => to.events.received(JSON.stringify(message));
const hello = (to: FakeSocket, protocol = PROTOCOL_VERSION): void =>
  say(to, { op: 'hello', protocol, now: timers.clock.now() + 3_600_000, personId: ME, role: 'teacher' });
const connect = async (): Promise<FakeSocket> => {
  link.start();
  const first = await socket(0);
  hello(first);
  return first;
};
const command: Command = {
  mid: createId({ bytes: (length) => new Uint8Array(length) }),
  name: 'acknowledge',
  args: { announcementId: toId(5), content: 1 },
};
const ops = (of: FakeSocket): readonly unknown[] => of.sent.map((message) => message['op']);

test('after hello it asks for live changes, sends what waits, and says RESYNC twice', async () => {
  const page = link.pull(undefined, 50);
  const first = await connect();
  expect(ops(first)).toEqual(['live', 'pull']);
  expect(heard).toEqual(['RESYNC', 'RESYNC']);
  expect(link.status$.value).toEqual({ connection: 'online', obstacle: undefined });
  expect(link.offset$.value).toBe(3_600_000);
  timers.turn(120);
  say(first, { op: 'page', id: first.sent[1]?.['id'], documents: [], checkpoint: {} });
  expect(await page).toMatchObject({ took: 120 });
});

test('what is unanswered when the line is lost goes out again on the next socket', async () => {
  const first = await connect();
  const answer = link.command(command);
  first.events.closed(1006);
  expect(link.status$.value.connection).toBe('connecting');
  timers.turn(500);
  const second = await socket(1);
  hello(second);
  expect(second.sent.find((message) => message['op'] === 'command')).toMatchObject({
    command: { mid: command.mid },
  });
  say(second, {
    op: 'answer',
    id: second.sent.at(-1)?.['id'],
    mid: command.mid,
    answer: { status: 'stored', rev: 2 },
  });
  expect(await answer).toEqual({ status: 'stored', rev: 2 });
  first.events.received('{"op":"resync"}');
  expect(heard).toHaveLength(4);
});

test('a dead line is noticed by a ping that nobody answers', async () => {
  const first = await connect();
  timers.turn(15_000);
  const ping = first.sent.at(-1);
  expect(ping).toMatchObject({ op: 'ping' });
  timers.turn(40);
  say(first, { op: 'pong', id: ping?.['id'], now: timers.clock.now() + 1_000 });
  expect(link.offset$.value).toBe(1_020);
  timers.turn(15_000);
  timers.turn(10_000);
  expect(first.closed).toBe(true);
  expect(link.status$.value.connection).toBe('connecting');
});

test('attempts back off to 15 s; when the network is back one is made at once', async () => {
  ticket = { ok: false, reason: 'unreachable' };
  let attempts = 0;
  link.stop();
  link = createLink({
    clock: timers.clock,
    timers,
    random: { bytes: (length) => new Uint8Array(length).fill(255) },
    fetchTicket: () => {
      attempts += 1;
      return Promise.resolve(ticket);
    },
    openSocket: () => ({ send: () => undefined, close: () => undefined }),
  });
  link.start();
  for (let round = 1; round <= 12; round += 1) {
    await expect.poll(() => attempts).toBe(round);
    await Promise.resolve();
    timers.turn(15_000);
  }
  expect(link.status$.value.connection).toBe('offline');
  link.retryNow();
  await expect.poll(() => attempts).toBe(13);
});

test('another protocol version, an ended session and too many frames are said as obstacles', async () => {
  const first = await connect();
  first.events.closed(CLOSE_CODES.unauthenticated);
  expect(link.status$.value.obstacle).toBe('unauthenticated');
  timers.turn(1_000);
  hello(await socket(1), PROTOCOL_VERSION + 1);
  expect(link.status$.value.obstacle).toBe('protocol-version');
  timers.turn(59_000);
  expect(sockets).toHaveLength(2);
  timers.turn(1_000);
  const third = await socket(2);
  hello(third);
  third.events.closed(CLOSE_CODES.rateLimited);
  timers.turn(4_000);
  expect(sockets).toHaveLength(3);
  timers.turn(2_000);
  await socket(3);
});

test('a spent ticket is replaced by a new one', async () => {
  link.start();
  const first = await socket(0);
  first.events.closed(CLOSE_CODES.tryAgain);
  timers.turn(1_000);
  hello(await socket(1));
  expect(link.status$.value.connection).toBe('online');
});

test('a full outbox stays below the frames a second that the server allows', async () => {
  const first = await connect();
  for (let count = 0; count < 200; count += 1) void link.command({ ...command, mid: toId(count) });
  expect(first.sent.length).toBeLessThanOrEqual(50);
  const before = first.sent.length;
  timers.turn(1_000);
  expect(first.sent.length - before).toBeLessThanOrEqual(42);
  timers.turn(10_000);
  expect(first.sent.filter((message) => message['op'] === 'command')).toHaveLength(200);
});

test('what is larger than a frame may be is refused here; what breaks the line again and again as well', async () => {
  const first = await connect();
  const huge = { ...command, args: { ...command.args, text: 'ü'.repeat(300_000) } } as Command;
  expect(await link.command(huge)).toEqual({ status: 'refused', reason: 'too-large' });
  const poison = link.command({ ...command, mid: toId(9) });
  first.events.closed(CLOSE_CODES.badFrame);
  timers.turn(1_000);
  const second = await socket(1);
  hello(second);
  second.events.closed(CLOSE_CODES.badFrame);
  expect(await poison).toEqual({ status: 'refused', reason: 'bad-frame' });
});

test('a command that breaks the line is found out also where it is called back in between', async () => {
  const first = await connect();
  const poison = { ...command, mid: toId(9) };
  void link.command(poison);
  first.events.closed(CLOSE_CODES.badFrame);
  link.forget(poison.mid);
  timers.turn(1_000);
  const second = await socket(1);
  hello(second);
  const again = link.command(poison);
  second.events.closed(CLOSE_CODES.badFrame);
  expect(await again).toEqual({ status: 'refused', reason: 'bad-frame' });
});

test('a refused pull goes out again; what a newer server says is not heard; nonsense closes the line', async () => {
  const first = await connect();
  void link.pull({}, 50);
  const id = first.sent.at(-1)?.['id'];
  say(first, { op: 'error', id, reason: 'unavailable' });
  timers.turn(2_000);
  expect(first.sent.filter((message) => message['op'] === 'pull')).toHaveLength(2);
  say(first, { op: 'something-new', whatever: 1 });
  expect(first.closed).toBe(false);
  say(first, { op: 'page', id: 'x' });
  expect(first.closed).toBe(true);
});

test('what this program cannot read closes the line, and no command is taken for its cause', async () => {
  const first = await connect();
  let refused = false;
  void link.command(command).then(() => (refused = true));
  say(first, { op: 'page', id: 'x' });
  timers.turn(1_000);
  const second = await socket(1);
  hello(second);
  say(second, { op: 'page', id: 'x' });
  timers.turn(1_000);
  const third = await socket(2);
  hello(third);
  expect(ops(third)).toContain('command');
  expect(refused).toBe(false);
});
