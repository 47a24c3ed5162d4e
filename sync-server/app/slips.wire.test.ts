import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatSlipCode } from '#core/admin/slip-code.ts';
import { toSlipId } from '#core/admin/ids.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import { printSlip } from '#tests/support/server/slips.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import {
  connectWith,
  newId,
  post,
  signIn,
  toAuth,
  type WireClient,
} from '#tests/support/server/wire-client.ts';

let school: TestSchool;
let head: WireClient;
beforeAll(async () => {
  school = await startTestSchool({ people: ['Kuh', 'Hau', 'Jag'] });
  head = await school.as('Kuh');
});
afterAll(() => school.close());
beforeEach(() => {
  // A day later every failure is forgotten.
  school.clock.value += 25 * 3_600_000;
});

const id = (shortCode: string) => school.person(shortCode).id;
/** A slip in the hand of its person. */
const giveSlip = async (shortCode: string): Promise<string> => {
  const slip = await school.server.store.read.get<{ number: number }>(
    'select max(number) as number from slip where person_id = ?',
    id(shortCode),
  );
  const replaces = slip?.number ?? 0;
  const { code, entry } = printSlip(id(shortCode), replaces);
  expect(await head.command('issue-slips', { slips: [entry] })).toMatchObject({ status: 'stored' });
  const number = replaces + 1;
  await head.command('hand-over-slips', { slips: [{ personId: id(shortCode), number }] });
  return code;
};
const salt = 'A'.repeat(22);
const look = (body: object) => post<{ person: object }>(school.url, '/api/code', body);
const redeem = (body: object, password = 'neu') =>
  post<{ shortCode: string }>(school.url, '/api/redeem', { salt, auth: toAuth(password, salt), ...body });
/** The same request as it comes from somewhere else. */
const lookFrom = async (address: string, code: string, shortCode?: string): Promise<string> => {
  const result = await school.server.slipDoor.look({ code, shortCode }, address);
  return result.ok ? result.person.shortCode : result.reason;
};

describe('[SLIP10] joining with a slip', () => {
  it('names the person, sets the password, and opens the door', async () => {
    const code = await giveSlip('Dre');
    expect(await look({ code: formatSlipCode(code) })).toEqual({
      status: 200,
      body: { person: { shortCode: 'Dre', firstName: 'Daniela', lastName: 'Dreßler' } },
    });
    expect(await redeem({ code: formatSlipCode(code).toLowerCase() }, 'ein ganzer Satz')).toEqual({
      status: 200,
      body: { shortCode: 'Dre' },
    });
    expect((await signIn(school.url, 'Dre', 'ein ganzer Satz')).status).toBe(200);
    expect(await look({ code })).toMatchObject({ status: 410, body: { reason: 'slip-used' } });
  });

  it('ends the sessions of a password that is reset, also on sockets that are open', async () => {
    const before = await connectWith(school.url, await school.token('Jag'));
    const code = await giveSlip('Jag');
    expect((await redeem({ code: code.slice(-8), shortCode: 'Jag' })).status).toBe(200);
    expect(await before.closed).toBe(4401);
    expect((await signIn(school.url, 'Jag', 'passwort-Jag')).body.reason).toBe('wrong-credentials');
    const again = await connectWith(school.url, (await signIn(school.url, 'Jag', 'neu')).body.token);
    const { documents } = await again.pullAll();
    expect(documents).toContainEqual(
      expect.objectContaining({ kind: 'slip', reset: true, state: 'used', id: toSlipId(id('Jag')) }),
    );
    again.close();
  });

  it('tells administration and office at once', async () => {
    await head.live();
    const code = await giveSlip('Wei');
    await redeem({ code });
    const { documents } = await head.next('change', (message) =>
      message.documents.some((row) => 'state' in row && row.kind === 'slip' && row.state === 'used'),
    );
    expect(documents).toHaveLength(1);
  });

  it('is refused for codes of another school, half a code, and no code at all', async () => {
    const foreign = printSlip(newId()).code;
    expect(await look({ code: foreign })).toMatchObject({
      status: 401,
      body: { reason: 'wrong-credentials' },
    });
    for (const code of ['7K3M', `${foreign}0`.repeat(9), 7, null])
      expect(await look({ code })).toMatchObject({ status: 400, body: { reason: 'invalid' } });
    for (const code of [foreign.slice(0, 12), foreign.replace(/.$/, foreign.endsWith('0') ? '1' : '0')])
      expect((await look({ code, shortCode: 'Dre' })).body.reason).toBe('wrong-credentials');
  });

  it('works once although two devices come at the same time', async () => {
    const code = await giveSlip('Dre');
    const both = await Promise.all([redeem({ code }, 'eins'), redeem({ code }, 'zwei')]);
    expect(both.map(({ body }) => body.shortCode ?? body.reason).sort()).toEqual(['Dre', 'slip-used']);
  });
});

describe('[SLIP3] of a code', () => {
  it('nothing but hashes reaches the server, its tables, its log and its answers', async () => {
    const code = await giveSlip('Wei');
    const { store } = school.server;
    const tables = await store.read.all<{ name: string }>(
      "select name from sqlite_master where type = 'table'",
    );
    let stored = '';
    for (const { name } of tables) stored += JSON.stringify(await store.read.all(`select * from "${name}"`));
    const secret = code.slice(4);
    const said = JSON.stringify(head.received);
    for (const part of [secret, secret.slice(0, 8), code.slice(-8), formatSlipCode(code).slice(5)]) {
      expect(stored).not.toContain(part);
      expect(said).not.toContain(part);
    }
    expect(said).not.toContain(printSlip(id('Wei')).entry.shortHash);
  });

  it('a repeated command gets the first answer and changes nothing', async () => {
    const { entry } = printSlip(id('Wei'), 2);
    const command = { mid: newId(), name: 'issue-slips', args: { slips: [entry] } };
    const first = await head.submit(command);
    expect(first.status).toBe('stored');
    expect(await head.submit(command)).toEqual(first);
    const { entry: other } = printSlip(id('Wei'), 2);
    expect(await head.submit({ ...command, args: { slips: [other] } })).toEqual({
      status: 'refused',
      reason: 'mid-reused',
    });
  });

  it('200 at once are taken, one more is invalid', async () => {
    const { entry } = printSlip(id('Wei'));
    const slips = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...entry,
        personId: newId(),
        locator: index.toString(8).padStart(4, '0'),
      }));
    expect(await head.command('issue-slips', { slips: slips(200) })).toMatchObject({ reason: 'not-found' });
    expect(await head.command('issue-slips', { slips: slips(201) })).toMatchObject({ reason: 'invalid' });
    expect(await head.command('issue-slips', { slips: [] })).toMatchObject({ reason: 'invalid' });
  });
});

describe('[SLIP9] guessing', () => {
  it('is limited for a slip and an address, whatever happened to it', async () => {
    const code = await giveSlip('Dre');
    const wrong = () => printSlip(id('Dre'), 0, code.slice(0, 4)).code;
    const reasons = [];
    for (let index = 0; index <= LIMITS.attemptsPerPerson; index += 1)
      reasons.push((await look({ code: wrong() })).body.reason);
    expect(new Set(reasons.slice(0, -1))).toEqual(new Set(['wrong-credentials']));
    expect(reasons.at(-1)).toBe('rate-limited');
    const locked = await look({ code });
    expect(locked).toMatchObject({ status: 429, body: { reason: 'rate-limited' } });
    expect(locked.body.until).toBe(school.clock.value + 60_000);
  });

  it('of a stranger locks the stranger out, and not the person with the slip', async () => {
    const code = await giveSlip('Wei');
    for (let index = 0; index <= LIMITS.attemptsPerPerson; index += 1)
      await lookFrom('192.168.1.66', printSlip(id('Wei'), 0, code.slice(0, 4)).code);
    expect(await lookFrom('192.168.1.66', code)).toBe('rate-limited');
    expect(await lookFrom('192.168.1.7', code)).toBe('Wei');
    for (let index = 0; index <= LIMITS.attemptsPerPerson; index += 1)
      await lookFrom('192.168.1.67', printSlip(id('Wei')).code.slice(-8), 'Wei');
    expect(await lookFrom('192.168.1.67', code.slice(-8), 'Wei')).toBe('rate-limited');
    expect(await lookFrom('192.168.1.7', code.slice(-8), 'Wei')).toBe('Wei');
  });

  it('tells nobody whether a slip exists', async () => {
    const code = await giveSlip('Dre');
    const known = await look({ code: printSlip(id('Dre'), 0, code.slice(0, 4)).code });
    const unknown = await look({ code: printSlip(newId()).code });
    expect(known).toEqual(unknown);
  });
});

describe('[AUTH4] a stranger', () => {
  const guess = async (address: string, deviceId = newId()) =>
    school.server.signIn.signIn(
      { shortCode: 'Hau', auth: 'C'.repeat(43), device: { id: deviceId, class: 'private' } },
      address,
    );
  const enter = async (address: string, deviceId = newId()) => {
    const { salt: known } = await school.server.signIn.challenge({ shortCode: 'Hau' });
    const auth = toAuth('passwort-Hau', known);
    const device = { id: deviceId, class: 'private' } as const;
    const result = await school.server.signIn.signIn({ shortCode: 'Hau', auth, device }, address);
    return result.ok ? 'in' : result.reason;
  };

  it('who guesses a password keeps its person out nowhere else', async () => {
    for (let index = 0; index < LIMITS.attemptsPerPerson; index += 1) await guess('10.1.1.1');
    expect(await enter('10.1.1.1')).toBe('rate-limited');
    expect(await enter('10.1.1.2')).toBe('in');
  });

  it(
    'who guesses from everywhere meets a ceiling, and locks nobody out of a device they know',
    { timeout: 120_000 },
    async () => {
      const own = newId();
      expect(await enter('10.2.0.1', own)).toBe('in');
      const rounds = LIMITS.attemptsFromEverywhere / LIMITS.attemptsPerPerson;
      for (let round = 0; round < rounds; round += 1) {
        const guesses = Array.from({ length: LIMITS.attemptsPerPerson }, () => guess(`10.3.0.${round}`));
        await Promise.all(guesses);
      }
      expect(await enter('10.4.0.1')).toBe('rate-limited');
      expect(await enter('10.4.0.1', own)).toBe('in');
    },
  );
});
