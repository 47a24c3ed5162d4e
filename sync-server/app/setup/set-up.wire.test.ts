import { statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS } from '#core/protocol/limits.ts';
import type { PrintedKey, setUpFinishResponseSchema } from '#core/protocol/messages/set-up.ts';
import type { z } from 'zod';
import { readBackupSettings } from '#server/operations/backup.job.ts';
import { parseRecoveryKey } from '#server/operations/recovery-key.ts';
import { readChoice } from '#server/pki/choice.ts';
import { toPkiFolder } from '#server/pki/pki-folder.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { findOnDisk } from '#tests/e2e/support/disk.ts';
import {
  createFinishRequest,
  startEmptyServer,
  type EmptyServer,
} from '#tests/support/server/empty-server.ts';
import { connect, newId, post, redeem, signIn } from '#tests/support/server/wire-client.ts';

const PROXIED = { 'x-forwarded-for': '203.0.113.9' };
const running: EmptyServer[] = [];
afterEach(async () => {
  for (const empty of running.splice(0)) await empty.close();
});

const start = async (options: Parameters<typeof startEmptyServer>[0] = {}): Promise<EmptyServer> => {
  const empty = await startEmptyServer(options);
  running.push(empty);
  return empty;
};
type Finished = z.infer<typeof setUpFinishResponseSchema>;
const begin = (url: string, body: unknown = {}, headers: Record<string, string> = {}) =>
  post<{ hosts: string[] }>(url, '/api/setup/begin', body, headers);
const finish = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  post<Finished>(url, '/api/setup/finish', body, headers);

/** Everything a founded school consists of, counted. */
const count = async ({ server }: EmptyServer) => {
  const of = async (table: string) =>
    (await server.store.read.get<{ n: number }>(`select count(*) as n from ${table}`))?.n;
  return {
    documents: await of('document'),
    people: await of('person'),
    members: await of('membership'),
    credentials: await of('credential'),
    codes: await of('access_code'),
    audit: await of('audit'),
  };
};
const NOTHING = { documents: 0, people: 0, members: 0, credentials: 0, codes: 0, audit: 0 };

const HOSTILE = [
  ['control characters', { name: 'Schule\u0007' }, 'invalid'],
  ['ten thousand characters', { name: 'x'.repeat(10_000) }, 'invalid'],
  ['letters that turn the direction of writing', { name: 'Schule \u202Eeluhcs' }, 'invalid'],
  ['a zero-width joiner', { name: 'Schu\u200Dle' }, 'invalid'],
  ['nothing', { name: ' \u200B ' }, 'invalid'],
  ['a group of the staff council', { bodies: [{ name: 'Personalrat' }] }, 'protected-group'],
  ['a body twice', { bodies: [{ name: 'GLK' }, { name: 'glk' }] }, 'name-taken'],
  ['a body under the name of all staff', { bodies: [{ name: 'Kollegium' }] }, 'name-taken'],
  ['rules that do not exist', { bodies: [{ name: 'GLK', ruleSet: 'bw-nichts' }] }, 'invalid'],
  ['rules of another Land', { land: 'BY', bodies: [{ name: 'GLK', ruleSet: 'bw-staff' }] }, 'invalid'],
  ['the same short code twice', { second: person('Oğuz', 'Kühne', 'BRA') }, 'invalid'],
  ['the same person twice', { second: person('ute', 'brandt', 'Xyz') }, 'invalid'],
  ['a formula as a name', { second: person('=1+1', 'Kühne', 'Kuh') }, 'invalid'],
  ['holidays that end before they begin', { holidays: [day('2027-01-09', '2026-12-23')] }, 'invalid'],
  ['a proxy without an address', { reach: { hosts: [], certificate: 'proxy' } }, 'invalid'],
  ['a whole world as proxy', proxied('0.0.0.0/0'), 'invalid'],
  ['an address that is none', { reach: { hosts: ['http://x y'], certificate: 'own' } }, 'invalid'],
] as const;

describe('a server without a school', () => {
  it('[SETUP3] founds one from one request: school, calendar, groups, two administrators', async () => {
    const empty = await start();
    const answer = await finish(empty.url, createFinishRequest());
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ accessCode: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u) });
    const first = await connect(empty.url, 'Bra', 'passwort-Bra');
    const { documents } = await first.pullAll();
    first.close();
    expect(documents.filter(({ kind }) => kind === 'school')).toMatchObject([
      {
        name: 'Gymnasium am Lindenhof',
        land: 'BW',
        holidays: [{ name: 'Weihnachtsferien' }],
        addresses: ['schulserver', '192.168.10.5'].map(
          (host) => `https://${host}:${new URL(empty.url).port}`,
        ),
      },
    ]);
    expect(documents.filter(({ kind }) => kind === 'person')).toMatchObject([
      expect.objectContaining({ administrator: true }),
      expect.objectContaining({ administrator: true }),
    ]);
    const groups = documents.filter((document) => document.kind === 'group');
    expect(groups.map(({ name, type, ruleSet }) => [name, type, ruleSet]).sort()).toEqual([
      ['Gesamtlehrerkonferenz', 'body', 'bw-staff'],
      ['Kollegium', 'staff', undefined],
      ['Schulkonferenz', 'body', 'bw-school'],
    ]);
    expect(groups.find(({ type }) => type === 'staff')?.members).toHaveLength(2);
    expect((await redeem(empty.url, 'Kuh', answer.body.accessCode, 'passwort-Kuh')).status).toBe(200);
    expect((await signIn(empty.url, 'Kuh', 'passwort-Kuh')).status).toBe(200);
    expect(answer.body.secured).toBe(true);
    const { certificate } = readChoice(toPkiFolder(empty.dataDir));
    expect(certificate).toMatchObject({ way: 'own', schoolName: 'Gymnasium am Lindenhof' });
    expect(empty.server.reach.current().tls).toBeDefined();
  });

  it('[SETUP1] lets in whoever is at the machine, and asks everybody else for the code', async () => {
    const { url, server } = await start();
    expect((await begin(url)).status).toBe(200);
    expect(await begin(url, {}, PROXIED)).toMatchObject({ status: 401, body: { reason: 'unauthenticated' } });
    expect(await begin(url, { code: server.setUp.code }, PROXIED)).toMatchObject({ status: 200 });
    expect(await begin(url, { code: '0000-0000' }, PROXIED)).toMatchObject({
      status: 401,
      body: { reason: 'wrong-credentials' },
    });
    expect((await finish(url, createFinishRequest(), PROXIED)).status).toBe(401);
    expect((await finish(url, { ...createFinishRequest(), code: 'falsch' }, PROXIED)).status).toBe(401);
    const right = { ...createFinishRequest(), code: server.setUp.code };
    expect((await finish(url, right, PROXIED)).status).toBe(200);
  });

  it('[SETUP2] counts wrong codes of both requests together and then refuses the right one for a while', async () => {
    const { url, server, clock } = await start();
    for (let attempt = 0; attempt < LIMITS.attemptsPerPerson; attempt += 1) {
      const body = { ...createFinishRequest(), code: `0000-000${attempt}` };
      await (attempt % 2 === 0 ? begin(url, body, PROXIED) : finish(url, body, PROXIED));
    }
    const { code } = server.setUp;
    expect(await begin(url, { code }, PROXIED)).toMatchObject({
      status: 429,
      body: { until: clock.value + 60_000 },
    });
    expect((await begin(url)).status).toBe(200);
    clock.value += 60_000;
    expect((await begin(url, { code }, PROXIED)).status).toBe(200);
  });

  it('[SETUP10] makes a recovery key for whoever is let in, and keeps only the public half that comes back', async () => {
    const empty = await start();
    const ask = (headers: Record<string, string> = {}, code?: string) =>
      post<PrintedKey>(empty.url, '/api/setup/recovery-key', code === undefined ? {} : { code }, headers);
    expect((await ask(PROXIED)).status).toBe(401);
    expect((await ask(PROXIED, empty.server.setUp.code)).status).toBe(200);
    const [{ body: key }, { body: other }] = [await ask(), await ask()];
    expect(key.privatePrinted).toMatch(/^([0-9A-Z]{6}-){10}[0-9A-Z]{6}$/u);
    expect(other.privatePrinted).not.toBe(key.privatePrinted);
    const wrong = { ...createFinishRequest(), recoveryKey: 'kein Schlüssel' };
    expect((await finish(empty.url, wrong)).status).toBe(400);
    await finish(empty.url, { ...createFinishRequest(), recoveryKey: key.publicKey });
    const settings = await readBackupSettings(empty.server.store.read);
    expect(settings).toMatchObject({ publicKey: key.publicKey });
    expect((await ask()).status).toBe(404);
    const secret = parseRecoveryKey(key.privatePrinted);
    const words = [key.privatePrinted, ...key.privatePrinted.split('-')];
    if (secret.ok) words.push(Buffer.from(secret.value).toString('base64url'));
    expect(words).toHaveLength(13);
    expect(await findOnDisk(empty.dataDir, words)).toEqual([]);
  });

  it('[SETUP4] once there is a school, set-up is a place that does not exist, also for who knows the code', async () => {
    const empty = await start();
    const { url, server } = empty;
    await finish(url, createFinishRequest());
    const before = await count(empty);
    for (const headers of [{}, PROXIED]) {
      const code = server.setUp.code;
      expect(await begin(url, { code }, headers)).toMatchObject({
        status: 404,
        body: { reason: 'not-found' },
      });
      const other = { ...createFinishRequest({ name: 'Andere Schule' }), code };
      expect(await finish(url, other, headers)).toMatchObject({ status: 404, body: { reason: 'not-found' } });
    }
    expect(await count(empty)).toEqual(before);
  });

  it('[SETUP5] gives the same request its first answer, and another content under its id none', async () => {
    const empty = await start();
    const request = createFinishRequest();
    const [first, twin] = await Promise.all([finish(empty.url, request), finish(empty.url, request)]);
    expect(twin).toEqual(first);
    const before = await count(empty);
    empty.clock.value += 60_000;
    expect(await finish(empty.url, request, PROXIED)).toEqual(first);
    const changed = { ...request, plan: { ...request.plan, name: 'Andere Schule' } };
    expect(await finish(empty.url, changed)).toMatchObject({ status: 409, body: { reason: 'mid-reused' } });
    expect(await count(empty)).toEqual(before);
    empty.clock.value += 3_600_000;
    expect((await finish(empty.url, request)).status).toBe(404);
  });

  it('[SETUP6] two browsers that finish at once: one founds the school, the other is told', async () => {
    const empty = await start();
    const requests = [createFinishRequest(), createFinishRequest({ name: 'Andere Schule' })];
    const answers = await Promise.all(requests.map((request) => finish(empty.url, request)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const schools = await readDocumentsOfKind(empty.server.store.read, 'school');
    const winner = requests[answers.findIndex(({ status }) => status === 200)];
    expect(schools.map(({ name }) => name)).toEqual([winner?.plan.name]);
    expect(await count(empty)).toMatchObject({ people: 2, codes: 1, credentials: 1 });
  });

  it('[SETUP7] refuses plans that violate a rule, stores nothing, and takes a right one afterwards', async () => {
    const empty = await start();
    for (const [what, change, reason] of HOSTILE) {
      const request = createFinishRequest(change as Parameters<typeof createFinishRequest>[0]);
      expect([what, (await finish(empty.url, request)).body]).toEqual([what, { reason }]);
    }
    expect(await count(empty)).toEqual(NOTHING);
    expect((await finish(empty.url, createFinishRequest())).status).toBe(200);
  });

  it('[SETUP7] refuses what is no request at all, and what is too large to be one', async () => {
    const empty = await start();
    for (const body of ['', 'null', '[]', '{"plan":', '{}']) {
      expect((await finish(empty.url, body)).status).toBe(400);
    }
    const large = { ...createFinishRequest(), padding: 'x'.repeat(LIMITS.setUpBytes) };
    expect(await finish(empty.url, large)).toMatchObject({ status: 413, body: { reason: 'too-large' } });
    expect(await count(empty)).toEqual(NOTHING);
  });

  it('[SETUP8] takes nothing from a page of another origin, nor under a foreign name', async () => {
    const empty = await start();
    const foreign = { origin: 'https://boese.example' };
    expect((await begin(empty.url, {}, foreign)).status).toBe(403);
    expect((await finish(empty.url, createFinishRequest(), foreign)).status).toBe(403);
    expect((await finish(empty.url, createFinishRequest(), { origin: 'http://localhost:1' })).status).toBe(
      403,
    );
    expect(await count(empty)).toEqual(NOTHING);
  });

  it('[SETUP9] on a full disk keeps nothing of it, and founds the school once there is room', async () => {
    const { server, dataDir } = await startEmptyServer();
    await server.close();
    const { size } = statSync(path.join(dataDir, 'umlauf.db'));
    const full = await startEmptyServer({ dataDir, maximumBytes: size + 16_384 });
    const holidays = Array.from({ length: 200 }, () => day('2026-12-23', '2027-01-09', 'x'.repeat(100)));
    const answer = await finish(full.url, createFinishRequest({ holidays }));
    expect(answer).toMatchObject({ status: 503, body: { reason: 'storage-full' } });
    expect(await count(full)).toEqual(NOTHING);
    expect((await begin(full.url)).status).toBe(200);
    await full.server.close();
    const roomy = await start({ dataDir });
    expect((await finish(roomy.url, createFinishRequest())).status).toBe(200);
  });

  it('[SETUP3] trusts the proxy that was named, and leaves an own certificate for later', async () => {
    const empty = await start();
    expect((await finish(empty.url, createFinishRequest(proxied('192.168.10.2')))).body.secured).toBe(true);
    expect(empty.server.reach.current().proxy).toMatchObject({ address: 'https://umlauf.schule.de/' });
    const other = await start();
    const reach = { hosts: ['schulserver'], certificate: 'uploaded' as const };
    expect((await finish(other.url, createFinishRequest({ reach }))).body.secured).toBe(false);
  });

  it('gives each request that founds a school a code of its own', async () => {
    const [one, other] = [await start(), await start()];
    const request = createFinishRequest();
    const [first, second] = [
      await finish(one.url, request),
      await finish(other.url, { ...request, id: newId() }),
    ];
    expect(first.body.accessCode).not.toBe(second.body.accessCode);
  });
});

function person(firstName: string, lastName: string, shortCode: string) {
  return { firstName, lastName, shortCode, role: 'teacher' } as const;
}

function proxied(...proxies: string[]) {
  const publicAddress = 'https://umlauf.schule.de';
  return { reach: { hosts: [], certificate: 'proxy' as const, publicAddress, proxies } };
}

function day(from: string, to: string, name = 'Ferien') {
  return { name, from, to };
}
