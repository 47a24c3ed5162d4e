import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '#core/protocol/limits.ts';
import { SYNC_SUBPROTOCOL, TICKET_PREFIX } from '#core/protocol/version.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import {
  connectWith,
  fetchTicket,
  newId,
  openSocket,
  post,
  redeem,
  signIn,
  toAuth,
} from '#tests/support/server/wire-client.ts';

let school: TestSchool;
beforeAll(async () => {
  school = await startTestSchool({ people: ['Dre', 'Jag', 'Kuh'] });
});
afterAll(() => school.close());
beforeEach(() => {
  // A day later every failure is forgotten.
  school.clock.value += 25 * 3_600_000;
});

const saltOf = async (shortCode: string): Promise<string> =>
  (await post<{ salt: string }>(school.url, '/api/challenge', { shortCode })).body.salt;
const ticketOf = (token: string) => post(school.url, '/api/ticket', {}, { authorization: `Bearer ${token}` });
const issue = async (shortCode: string): Promise<string> =>
  (await school.server.signIn.issueAccessCode(shortCode)) ?? '';

describe('signing in', () => {
  it('[AUTH1] does not tell who is at the school', async () => {
    expect(await saltOf('Niemand')).toMatch(/^[\w-]{22}$/);
    expect(await saltOf('Niemand')).toBe(await saltOf(' NIEMAND '));
    expect(await saltOf('Niemand')).not.toBe(await saltOf('Nirgendwo'));
    // Somebody who has not set a password yet is like nobody.
    expect(await saltOf('Wei')).toBe(await saltOf('wei'));
    const unknown = await signIn(school.url, 'Niemand', 'falsch');
    const wrong = await signIn(school.url, 'Jag', 'falsch');
    expect(unknown.body).toEqual(wrong.body);
    expect(unknown.status).toBe(wrong.status);
  });

  it('[AUTH3] gives a token of 256 bits of which only a hash is stored', async () => {
    const { body } = await signIn(school.url, 'Dre', 'passwort-Dre');
    expect(body).toMatchObject({ personId: school.person('Dre').id, role: 'teacher' });
    expect(Buffer.from(body.token, 'base64url')).toHaveLength(32);
    const rows = await school.server.store.read.all('select * from session');
    const stored =
      JSON.stringify(rows) + JSON.stringify(await school.server.store.read.all('select * from credential'));
    expect(stored).not.toContain(body.token);
    expect(stored).not.toContain(toAuth('passwort-Dre', await saltOf('Dre')));
  });

  it('[AUTH4] tells from the third failure on what is left, locks at the tenth, and opens again', async () => {
    const replies = [];
    for (let index = 0; index < LIMITS.attemptsPerPerson; index += 1) {
      replies.push((await signIn(school.url, 'Dre', `geraten-${index}`)).body);
    }
    expect(replies.map(({ remaining }) => remaining)).toEqual([undefined, undefined, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(replies.at(-1)?.until).toBe(school.clock.value + 60_000);
    const locked = await signIn(school.url, 'Dre', 'passwort-Dre');
    expect(locked).toMatchObject({ status: 429, body: { reason: 'rate-limited' } });
    expect(locked.body.until).toBe(school.clock.value + 60_000);
    school.clock.value += 60_001;
    expect((await signIn(school.url, 'Dre', 'passwort-Dre')).status).toBe(200);
    expect((await signIn(school.url, 'Dre', 'noch einmal')).body.remaining).toBeUndefined();
  });

  it('[AUTH4] counts guesses that come all at once', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 25 }, (_, index) => signIn(school.url, 'Jag', `geraten-${index}`)),
    );
    expect(guesses.filter(({ body }) => body.reason === 'wrong-credentials')).toHaveLength(
      LIMITS.attemptsPerPerson,
    );
    expect((await signIn(school.url, 'Jag', 'passwort-Jag')).body.reason).toBe('rate-limited');
  });

  it('[AUTH4] locks an address that tries many names', async () => {
    for (let start = 0; start < LIMITS.attemptsPerAddress; start += 20) {
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => signIn(school.url, `Name${start + index}`, 'falsch')),
      );
    }
    expect((await signIn(school.url, 'Dre', 'passwort-Dre')).body.reason).toBe('rate-limited');
  });

  it('stores neither what was typed as a short code nor the address it came from', async () => {
    await signIn(school.url, 'Geheim123', 'falsch');
    const rows = JSON.stringify(await school.server.store.read.all('select scope from attempt'));
    expect(rows).not.toMatch(/geheim|127\.0\.0/i);
  });

  it.each([
    ['/api/sign-in', {}],
    ['/api/sign-in', { shortCode: 'Dre', auth: 'kurz', device: { id: 'x', class: 'private' } }],
    ['/api/sign-in', { shortCode: 'x'.repeat(13), auth: 'A'.repeat(43), device: {} }],
    ['/api/challenge', { shortCode: '' }],
    ['/api/challenge', []],
    ['/api/challenge', '{"shortCode":'],
    ['/api/redeem', { shortCode: 'Dre', code: '1234' }],
  ])('refuses %s with %j as invalid', async (path, body) => {
    expect(await post(school.url, path, body)).toMatchObject({ status: 400, body: { reason: 'invalid' } });
  });

  it('refuses a body beyond the limit', async () => {
    const body = { shortCode: 'x'.repeat(LIMITS.requestBytes) };
    expect(await post(school.url, '/api/challenge', body)).toMatchObject({
      status: 413,
      body: { reason: 'too-large' },
    });
  });
});

describe('[AUTH5] a one-time code', () => {
  it('sets the password once and ends every session', async () => {
    const before = await connectWith(school.url, await school.token('Kuh'));
    const code = await issue('Kuh');
    expect((await redeem(school.url, 'Kuh', code.toLowerCase().replace('-', ' '), 'neu')).status).toBe(200);
    expect(await before.closed).toBe(4401);
    expect((await signIn(school.url, 'Kuh', 'passwort-Kuh')).body.reason).toBe('wrong-credentials');
    expect((await signIn(school.url, 'Kuh', 'neu')).status).toBe(200);
    expect(await redeem(school.url, 'Kuh', code, 'noch einmal')).toMatchObject({
      status: 410,
      body: { reason: 'code-void' },
    });
  });

  it('expires after ten days, and a newer one voids it', async () => {
    const first = await issue('Kuh');
    const second = await issue('Kuh');
    expect((await redeem(school.url, 'Kuh', first, 'neu')).body.reason).toBe('wrong-credentials');
    school.clock.value += 10 * 86_400_000;
    expect((await redeem(school.url, 'Kuh', second, 'neu')).body.reason).toBe('code-void');
  });

  it('cannot be guessed, nor tried for somebody else', async () => {
    const code = await issue('Kuh');
    expect((await redeem(school.url, 'Dre', code, 'neu')).body.reason).toBe('wrong-credentials');
    expect((await redeem(school.url, 'Niemand', code, 'neu')).body.reason).toBe('wrong-credentials');
    for (let index = 0; index < LIMITS.attemptsPerPerson; index += 1) {
      await redeem(school.url, 'Kuh', `AAAA-AAA${index}`, 'neu');
    }
    expect((await redeem(school.url, 'Kuh', code, 'neu')).body.reason).toBe('rate-limited');
  });

  it('works once although it is sent twice at the same time', async () => {
    const code = await issue('Kuh');
    const both = await Promise.all([1, 2].map((index) => redeem(school.url, 'Kuh', code, `neu-${index}`)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('is stored as a hash', async () => {
    const code = await issue('Kuh');
    const rows = JSON.stringify(await school.server.store.read.all('select * from access_code'));
    expect(rows).not.toContain(code.replace('-', ''));
    expect(rows).not.toContain(code);
  });
});

describe('tickets and sessions', () => {
  it('[AUTH6] a ticket opens one socket', async () => {
    const ticket = TICKET_PREFIX + (await fetchTicket(school.url, await school.token('Dre')));
    const first = openSocket(school.url, [SYNC_SUBPROTOCOL, ticket]);
    await first.next('hello');
    const second = openSocket(school.url, [SYNC_SUBPROTOCOL, ticket]);
    expect(await second.closed).toBe(1013);
    expect(second.received).toEqual([]);
    first.close();
  });

  it('[AUTH6] a ticket is void after its time', async () => {
    const ticket = TICKET_PREFIX + (await fetchTicket(school.url, await school.token('Dre')));
    school.clock.value += LIMITS.ticketLifetime;
    expect(await openSocket(school.url, [SYNC_SUBPROTOCOL, ticket]).closed).toBe(1013);
  });

  it('[AUTH6] a session cannot hoard tickets', async () => {
    const token = await school.token('Dre');
    let reply = await ticketOf(token);
    for (let index = 0; index < 50 && reply.status === 200; index += 1) reply = await ticketOf(token);
    expect(reply.body.reason).toBe('rate-limited');
  });

  it.each(['', 'Bearer', 'Bearer x', `Bearer ${'A'.repeat(43)}`, `Basic ${'A'.repeat(43)}`])(
    '[AUTH7] "%s" is nobody',
    async (authorization) => {
      expect(await post(school.url, '/api/ticket', {}, { authorization })).toMatchObject({
        status: 401,
        body: { reason: 'unauthenticated' },
      });
    },
  );

  it('[AUTH7] signing out ends the session, its sockets and its tickets', async () => {
    const token = await school.token('Dre');
    const socket = await connectWith(school.url, token);
    const ticket = TICKET_PREFIX + (await fetchTicket(school.url, token));
    await post(school.url, '/api/sign-out', {}, { authorization: `Bearer ${token}` });
    expect(await socket.closed).toBe(4401);
    expect((await ticketOf(token)).body.reason).toBe('unauthenticated');
    const late = openSocket(school.url, [SYNC_SUBPROTOCOL, ticket]);
    void late.pull();
    expect(await late.closed).toBe(4401);
    expect(late.received.filter(({ op }) => op === 'page')).toEqual([]);
  });

  it('[AUTH7] a ticket from before the sign-out hears nothing', async () => {
    const token = await school.token('Dre');
    const ticket = TICKET_PREFIX + (await fetchTicket(school.url, token));
    await post(school.url, '/api/sign-out', {}, { authorization: `Bearer ${token}` });
    const late = openSocket(school.url, [SYNC_SUBPROTOCOL, ticket]);
    late.send(JSON.stringify({ op: 'live', id: 1 }));
    expect(await late.closed).toBe(4401);
  });

  it('[AUTH7] the sockets of a session that expires are closed', async () => {
    const socket = await connectWith(school.url, await school.token('Dre'));
    school.clock.value += 180 * 86_400_000;
    socket.send(JSON.stringify({ op: 'ping', id: 1 }));
    await socket.next('pong');
    school.server.hub.sweep();
    expect(await socket.closed).toBe(4401);
  });

  it('[AUTH7] a session that was revoked behind the server’s back reads and changes nothing', async () => {
    const token = await school.token('Dre');
    const socket = await connectWith(school.url, token);
    const { id } = (await school.server.store.read.get<{ id: string }>(
      'select id from session where person_id = ? and revoked_at is null order by created_at desc',
      school.person('Dre').id,
    )) ?? { id: '' };
    const rows = await school.server.store.read.all<{ id: string }>('select id from session');
    for (const row of rows) {
      await school.server.store.write('sign-out', { sessionId: row.id, now: school.clock.value });
    }
    expect(id).not.toBe('');
    expect(
      await socket.command('remove-member', {
        groupId: school.group('Kollegium').id,
        personId: school.person('Dre').id,
      }),
    ).toEqual({ status: 'refused', reason: 'unauthenticated' });
    void socket.pull();
    expect(await socket.closed).toBe(4401);
  });

  it('[AUTH7] a session ends after half a year', async () => {
    const token = await school.token('Dre');
    school.clock.value += 180 * 86_400_000;
    expect((await ticketOf(token)).body.reason).toBe('unauthenticated');
  });

  it('[AUTH8] only pages of the server itself or of the desktop program may connect', async () => {
    const protocols = async () => [
      SYNC_SUBPROTOCOL,
      TICKET_PREFIX + (await fetchTicket(school.url, await school.token('Dre'))),
    ];
    const own = openSocket(school.url, await protocols(), { origin: school.url });
    await own.next('hello');
    own.close();
    const desktop = openSocket(school.url, await protocols(), { origin: 'umlauf-app://client' });
    await desktop.next('hello');
    desktop.close();
    for (const origin of ['https://boese.example', 'null', 'file://', `${school.url}.boese.example`]) {
      const foreign = openSocket(school.url, await protocols(), { origin });
      expect(await foreign.closed).toBe(1006);
    }
    const answer = await post(
      school.url,
      '/api/challenge',
      { shortCode: 'Dre' },
      { origin: 'https://boese.example' },
    );
    expect(answer).toMatchObject({ status: 403, body: { reason: 'forbidden' } });
  });

  it('knows the device of a session', async () => {
    const id = newId();
    const salt = await saltOf('Dre');
    await post(school.url, '/api/sign-in', {
      shortCode: 'Dre',
      auth: toAuth('passwort-Dre', salt),
      device: { id, class: 'staff-room' },
    });
    const row = await school.server.store.read.get(
      'select device_class from session where device_id = ?',
      id,
    );
    expect({ ...row }).toEqual({ device_class: 'staff-room' });
  });
});
