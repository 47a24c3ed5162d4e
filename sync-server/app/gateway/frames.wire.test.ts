import net from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '#core/protocol/limits.ts';
import { SYNC_SUBPROTOCOL, TICKET_PREFIX } from '#core/protocol/version.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import {
  connectWith,
  fetchTicket,
  newId,
  openSocket,
  type WireClient,
} from '#tests/support/server/wire-client.ts';

let school: TestSchool;
let token: string;
const open: WireClient[] = [];
beforeAll(async () => {
  school = await startTestSchool({ people: ['Dre'] });
  token = await school.token('Dre');
});
afterEach(async () => {
  for (const client of open.splice(0)) {
    client.socket.terminate();
    await client.closed;
  }
});
afterAll(() => school.close());

const connect = async (): Promise<WireClient> => {
  const client = await connectWith(school.url, token);
  open.push(client);
  return client;
};

describe('frames', () => {
  it('[FRAME1] begin with hello and the server’s clock', async () => {
    const client = await connect();
    expect(client.received[0]).toEqual({
      op: 'hello',
      protocol: 1,
      now: school.clock.value,
      personId: school.person('Dre').id,
      role: 'teacher',
    });
    client.send(JSON.stringify({ op: 'ping', id: 3 }));
    expect(await client.next('pong')).toEqual({ op: 'pong', id: 3, now: school.clock.value });
  });

  it.each([
    ['no JSON', '{"op":', undefined],
    ['nothing', '', undefined],
    ['an unknown act', '{"op":"drop","id":4}', 4],
    ['a bad page size', '{"op":"pull","id":5,"checkpoint":null,"limit":0}', 5],
    ['a page beyond the limit', '{"op":"pull","id":6,"checkpoint":null,"limit":501}', 6],
    ['a checkpoint that is a list', '{"op":"pull","id":7,"checkpoint":[[]],"limit":50}', 7],
    ['a command without an id', '{"op":"command","id":8,"command":{"name":"announce"}}', 8],
    ['a number', '7', undefined],
    ['null', 'null', undefined],
    ['deep nesting', '['.repeat(200_000), undefined],
  ])('[FRAME2] %s is answered with bad-frame', async (_what, frame, id) => {
    const client = await connect();
    client.send(frame);
    expect(await client.next('error')).toEqual({
      op: 'error',
      ...(id === undefined ? {} : { id }),
      reason: 'bad-frame',
    });
    client.send(JSON.stringify({ op: 'ping', id: 1 }));
    await client.next('pong');
  });

  it('[FRAME2] a binary frame closes the socket', async () => {
    const client = await connect();
    client.send(new Uint8Array([1, 2, 3]));
    expect(await client.closed).toBe(4400);
  });

  it('[FRAME2] nothing but nonsense closes the socket', async () => {
    const client = await connect();
    for (let index = 0; index < 400; index += 1) client.send('unsinn');
    expect([4400, 4429]).toContain(await client.closed);
  });

  it('[FRAME3] a frame beyond the limit closes the socket, one at the limit does not', async () => {
    const client = await connect();
    const frame = JSON.stringify({ op: 'ping', id: 9 });
    client.send(frame.padEnd(LIMITS.frameBytes, ' '));
    await client.next('pong');
    client.send(frame.padEnd(LIMITS.frameBytes + 1, ' '));
    expect(await client.closed).toBe(4413);
    const other = await connect();
    other.send(' '.repeat(3 * LIMITS.frameBytes));
    expect(await other.closed).toBe(1009);
  });

  it('[FRAME4] too many frames are refused, then the socket is closed', async () => {
    const client = await connect();
    for (let id = 1; id <= 2 * LIMITS.framesPerSecond + 10; id += 1) {
      client.send(JSON.stringify({ op: 'ping', id }));
    }
    expect(await client.next('error')).toMatchObject({ reason: 'rate-limited', id: 101 });
    school.clock.value += 1_000;
    client.send(JSON.stringify({ op: 'ping', id: 1_000 }));
    await expect
      .poll(() => client.received.some((message) => message.op === 'pong' && message.id === 1_000))
      .toBe(true);
    for (let id = 1; id <= 400; id += 1) client.send(JSON.stringify({ op: 'ping', id }));
    expect(await client.closed).toBe(4429);
  });

  it('[FRAME5] a silent socket is closed, one that pings is not', async () => {
    const [silent, alive] = [await connect(), await connect()];
    school.clock.value += LIMITS.silence - 1;
    alive.send(JSON.stringify({ op: 'ping', id: 1 }));
    await alive.next('pong');
    school.clock.value += 2;
    school.server.hub.sweep();
    expect(await silent.closed).toBe(4408);
    expect(alive.socket.readyState).toBe(alive.socket.OPEN);
  });

  it('[FRAME6] are not answered without a ticket, or with a made-up one', async () => {
    for (const [protocols, code] of [
      [[SYNC_SUBPROTOCOL], 4401],
      [[SYNC_SUBPROTOCOL, `${TICKET_PREFIX}${'A'.repeat(43)}`], 1013],
      [[SYNC_SUBPROTOCOL, TICKET_PREFIX + token], 1013],
    ] as const) {
      const client = openSocket(school.url, protocols);
      client.send(JSON.stringify({ op: 'pull', id: 1, checkpoint: null, limit: 50 }));
      expect(await client.closed).toBe(code);
      expect(client.received).toEqual([]);
    }
  });

  it('[FRAME7] of another protocol version are turned away', async () => {
    const ticket = TICKET_PREFIX + (await fetchTicket(school.url, token));
    expect(await openSocket(school.url, ['umlauf.sync.2', ticket]).closed).toBe(4406);
    expect(await openSocket(school.url, []).closed).toBe(4406);
  });

  it('[FRAME8] come from so many sockets of a session; one more closes the oldest', async () => {
    const clients: WireClient[] = [];
    for (let index = 0; index < LIMITS.socketsPerSession; index += 1) clients.push(await connect());
    await connect();
    expect(await clients[0]?.closed).toBe(4429);
    expect(clients[1]?.socket.readyState).toBe(clients[1]?.socket.OPEN);
    await expect.poll(() => school.server.hub.size).toBe(LIMITS.socketsPerSession);
  });

  it('refuses more requests at once than the limit', async () => {
    const client = await connect();
    const args = { announcementId: newId() };
    for (let id = 1; id <= LIMITS.requestsInFlight + 20; id += 1) {
      client.send(JSON.stringify({ op: 'command', id, command: { mid: newId(), name: 'remind', args } }));
    }
    expect(await client.next('error')).toMatchObject({ reason: 'rate-limited' });
  });

  it('[FRAME9] makes few pages for a socket and refuses more, so that nobody else waits', async () => {
    const greedy: WireClient[] = [];
    for (let index = 0; index < LIMITS.socketsPerSession; index += 1) greedy.push(await connect());
    for (const client of greedy) {
      for (let id = 1; id <= LIMITS.requestsInFlight; id += 1) {
        client.send(JSON.stringify({ op: 'pull', id, checkpoint: null, limit: 500 }));
      }
    }
    const reader = greedy[0];
    const count = (op: 'page' | 'error'): number =>
      greedy.flatMap((client) => client.received).filter((message) => message.op === op).length;
    await expect
      .poll(() => count('page') + count('error'))
      .toBe(LIMITS.socketsPerSession * LIMITS.requestsInFlight);
    expect(count('error')).toBeGreaterThan(count('page'));
    // Asking again once the page is there is what a replica does.
    school.clock.value += 5_000;
    expect(await reader?.pull()).toMatchObject({ op: 'page' });
  });

  it('cuts off a reader that does not read', async () => {
    const client = await connect();
    client.socket.pause();
    const frame = JSON.stringify({ op: 'pull', id: 1, checkpoint: null, limit: 500 });
    // Pages of a few kilobytes: the kernel's buffers fill first, then ours.
    const before = school.server.hub.size;
    await expect
      .poll(
        async () => {
          school.clock.value += 5_000;
          for (let index = 0; index < 50; index += 1) client.send(frame);
          return school.server.hub.size;
        },
        { timeout: 60_000, interval: 10 },
      )
      .toBe(before - 1);
  }, 90_000);

  it('answers upgrades elsewhere and half requests without falling over', async () => {
    const port = Number(new URL(school.url).port);
    const lines = [
      'GET /andere HTTP/1.1',
      'Host: x',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      '',
      '',
    ];
    const reply = await new Promise<string>((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => socket.write(lines.join('\r\n')));
      socket.once('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
    });
    expect(reply).toContain('404');
    for (const text of [
      'GET /sync HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      '\u0000\u0001\u0002',
    ]) {
      await new Promise<void>((resolve) => {
        const socket = net.connect(port, '127.0.0.1', () => socket.end(text));
        socket.on('error', () => undefined);
        socket.on('close', () => {
          resolve();
        });
        socket.resume();
      });
    }
    await connect();
  });
});
