import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toReceiptId } from '#core/announcements/ids.ts';
import { toApprovalId } from '#core/admin/device.ts';
import type { Id } from '#core/kernel/id.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { plainAnnouncement } from '#tests/support/server/staff.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import {
  connectWith,
  newId,
  post,
  signIn,
  toAuth,
  type SigningDevice,
  type WireClient,
} from '#tests/support/server/wire-client.ts';

let school: TestSchool;
let head: WireClient;
beforeEach(async () => {
  school = await startTestSchool({ people: ['Kuh', 'Eltern'] });
  head = await school.as('Kuh');
});
afterEach(() => school.close());

/** Signs in on a private device, has it approved, and opens a socket. */
const approved = async (shortCode: string): Promise<WireClient> => {
  const device = { id: newId(), class: 'private' } as const;
  const token = await school.token(shortCode, device);
  await head.command('approve-device', { deviceId: device.id });
  return connectWith(school.url, token);
};
const body = () => school.group('Schulkonferenz').id;
const announce = async (client: WireClient, groups: readonly Id[] = [body()]): Promise<Id> => {
  const id = newId();
  await client.command('announce', { ...plainAnnouncement(id, groups), acknowledgement: {} });
  return id;
};
const keepOff = (officialOnly = true) => head.command('set-group-devices', { groupId: body(), officialOnly });
const receiptOf = (id: Id) => toReceiptId(id, school.person('Eltern').id);
const rowsOf = (documents: readonly { readonly id: string; readonly [field: string]: unknown }[]) =>
  new Map(documents.map((row) => [row.id, row['_deleted'] === true ? 'gone' : 'there']));

describe('a body that is kept off private devices', () => {
  it('[DEV1] is pulled and sent to a device of the school alone', async () => {
    const [official, own] = [await school.as('Eltern'), await approved('Eltern')];
    await keepOff();
    const first = await announce(head);
    const pulled = [await official.pullAll(), await own.pullAll()];
    for (const id of [first, receiptOf(first)]) {
      expect(pulled.map(({ documents }) => rowsOf(documents).get(id) === 'there')).toEqual([true, false]);
    }
    await official.live();
    await own.live();
    const second = await announce(head);
    await official.next('change', ({ documents }) => documents.some(({ id }) => id === second));
    await own.pull();
    const told = own.received.flatMap((message) => ('documents' in message ? message.documents : []));
    const whole = told.filter((row) => row['_deleted'] !== true).map(({ id }) => id);
    expect([second, receiptOf(second)].filter((id) => whole.includes(id))).toEqual([]);
  });

  it('[DEV2] is taken from private devices that have it, live and by the next page, and given back', async () => {
    const id = await announce(head);
    const own = await approved('Eltern');
    const before = await own.pullAll();
    expect(rowsOf(before.documents).get(id)).toBe('there');
    await own.live();
    await keepOff();
    const change = await own.next('change');
    expect(rowsOf(change.documents).get(receiptOf(id))).toBe('gone');
    await own.next('resync');
    const after = await own.pullAll(before.checkpoint);
    expect([id, receiptOf(id)].map((each) => rowsOf(after.documents).get(each))).toEqual(['gone', 'gone']);

    await keepOff(false);
    const again = await own.pullAll({ ...before.checkpoint, ...after.checkpoint });
    expect([id, receiptOf(id)].map((each) => rowsOf(again.documents).get(each))).toEqual(['there', 'there']);
    // A crash may have kept the stubs and lost the checkpoint that tells of them.
    const crashed = await own.pullAll(before.checkpoint);
    expect(rowsOf(crashed.documents).get(id)).toBe('there');
  });

  it('[DEV3] refuses what a private device asks of it, and says why only to who may know', async () => {
    await keepOff();
    const id = await announce(head);
    const own = await approved('Eltern');
    const acknowledge = (client: WireClient) =>
      client.command('acknowledge', { announcementId: id, content: 1 });
    expect(await acknowledge(own)).toEqual({ status: 'refused', reason: 'not-on-private' });
    const headAtHome = await approved('Kuh');
    expect(await headAtHome.command('announce', plainAnnouncement(newId(), [body()]))).toEqual({
      status: 'refused',
      reason: 'not-on-private',
    });
    expect(
      await headAtHome.command(
        'announce',
        plainAnnouncement(newId(), [body(), school.group('Kollegium').id]),
      ),
    ).toMatchObject({ status: 'stored' });
    expect(await acknowledge(await school.as('Eltern'))).toMatchObject({ status: 'stored' });
  });
});

const ticket = async (token: string) =>
  (await post(school.url, '/api/ticket', {}, { authorization: `Bearer ${token}` })).body.reason ?? 'ticket';
const privateDevice = (): SigningDevice => ({ id: newId(), class: 'private' });
const allow = async (privateDevices: 'allowed' | 'approval' | 'no'): Promise<void> => {
  const [known] = await readDocumentsOfKind(school.server.store.read, 'school');
  if (known === undefined) throw new Error('there is no school');
  await head.command('set-school', { id: known.id, privateDevices }, { baseRev: known.rev });
};

describe('a private device', () => {
  it('[DEV4] waits for the head, holds nothing till then, and goes on by itself', async () => {
    const device = privateDevice();
    const token = await school.token('Eltern', device);
    expect(await ticket(token)).toBe('device-waiting');
    const { documents } = await head.pullAll();
    expect(documents.find(({ id }) => id === toApprovalId(device.id))).toMatchObject({
      kind: 'device-approval',
      state: 'waiting',
      person: { shortCode: 'Eltern' },
      joinedBy: 'password',
    });
    expect(await head.command('approve-device', { deviceId: device.id })).toEqual({ status: 'stored' });
    expect(await ticket(token)).toBe('ticket');
    const after = await head.pullAll();
    expect(after.documents.find(({ id }) => id === toApprovalId(device.id))).toMatchObject({
      state: 'active',
      decided: { by: { shortCode: 'Kuh' }, at: school.clock.value },
    });
  });

  it('[DEV4] needs nobody where the school allows it, and is turned away where it does not', async () => {
    const waiting = await school.token('Eltern', privateDevice());
    await allow('allowed');
    expect(await ticket(await school.token('Eltern', privateDevice()))).toBe('ticket');
    expect(await ticket(waiting)).toBe('device-waiting');
    expect(await ticket(waiting)).toBe('ticket');
    await allow('no');
    expect((await signIn(school.url, 'Eltern', 'passwort-Eltern', privateDevice())).body.reason).toBe(
      'private-not-allowed',
    );
    expect(await ticket(waiting)).toBe('private-not-allowed');
    expect(await ticket(await school.token('Eltern'))).toBe('ticket');
  });

  it('[DEV4] stays what it said first: it cannot come back as one of the school', async () => {
    const device = privateDevice();
    await school.token('Eltern', device);
    const token = await school.token('Eltern', { id: device.id, class: 'official' });
    expect(await ticket(token)).toBe('device-waiting');
    const foreign = await signIn(school.url, 'Kuh', 'passwort-Kuh', { id: device.id, class: 'official' });
    expect(foreign.body.reason).toBe('invalid');
  });
});

describe('a device that is revoked', () => {
  it('[DEV5] loses its sockets at once, learns why, and does not come back', async () => {
    const device: SigningDevice = { id: newId(), class: 'official' };
    const token = await school.token('Eltern', device);
    const client = await connectWith(school.url, token);
    const other = await school.as('Eltern');
    expect(await other.command('revoke-device', { deviceId: device.id })).toMatchObject({ status: 'stored' });
    expect(await client.closed).toBe(4401);
    expect(await ticket(token)).toBe('device-revoked');
    expect((await signIn(school.url, 'Eltern', 'passwort-Eltern', device)).body.reason).toBe(
      'device-revoked',
    );
    expect((await signIn(school.url, 'Eltern', 'passwort-falsch', device)).body.reason).toBe(
      'wrong-credentials',
    );
  });

  it('[DEV5] is gone without a trace where its person signed out and left nothing', async () => {
    const device: SigningDevice = { id: newId(), class: 'official' };
    const token = await school.token('Eltern', device);
    const other = await school.as('Eltern');
    const before = await other.pullAll();
    expect(before.documents.map(({ id }) => id)).toContain(device.id);
    await post(school.url, '/api/sign-out', {}, { authorization: `Bearer ${token}` });
    const after = await other.pullAll(before.checkpoint);
    expect(rowsOf(after.documents).get(device.id)).toBe('gone');
  });

  it('[DEV6] says of its last contact the day and nothing else, to its person alone', async () => {
    const device = privateDevice();
    const token = await school.token('Eltern', device);
    await head.command('approve-device', { deviceId: device.id });
    school.clock.value += 26 * 3_600_000;
    expect(await ticket(token)).toBe('ticket');
    const own = await (await school.as('Eltern')).pullAll();
    const document = own.documents.find(({ id }) => id === device.id);
    expect(document).toMatchObject({ kind: 'device', since: '2026-11-23', seen: '2026-11-24' });
    const seenByHead = JSON.stringify(
      (await head.pullAll()).documents.filter(({ kind }) => kind !== 'device'),
    );
    expect(seenByHead).toContain(toApprovalId(device.id));
    expect(seenByHead).not.toContain('2026-11-24');
  });
});

describe('a code for a further device', () => {
  const issue = async (): Promise<{ readonly code: string; readonly until: number }> => {
    const token = await school.token('Eltern');
    const headers = { authorization: `Bearer ${token}` };
    return (await post<{ code: string; until: number }>(school.url, '/api/device-code', {}, headers)).body;
  };
  const useCode = async (deviceCode: string, password = 'passwort-Eltern', device = privateDevice()) => {
    const { body: challenge } = await post<{ salt: string }>(school.url, '/api/challenge', { deviceCode });
    const auth = toAuth(password, challenge.salt);
    return post<{ token: string; shortCode: string }>(school.url, '/api/sign-in', {
      deviceCode,
      auth,
      device,
    });
  };

  it('[DEV7] stands in the place of the short code, once, and is noted with the device', async () => {
    const { code, until } = await issue();
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(until - school.clock.value).toBe(600_000);
    const device = privateDevice();
    const { body } = await useCode(code.toLowerCase().replace('-', ' '), 'passwort-Eltern', device);
    expect(body.shortCode).toBe('Eltern');
    const { documents } = await head.pullAll();
    expect(documents.find(({ id }) => id === toApprovalId(device.id))).toMatchObject({ joinedBy: 'code' });
    expect((await useCode(code)).body.reason).toBe('wrong-credentials');
  });

  it('[DEV7] opens nothing without the password, after ten minutes, or once a newer one was shown', async () => {
    const { code } = await issue();
    expect((await useCode(code, 'passwort-falsch')).body.reason).toBe('wrong-credentials');
    const newer = await issue();
    expect((await useCode(code)).body.reason).toBe('wrong-credentials');
    school.clock.value += 600_000;
    expect((await useCode(newer.code)).body.reason).toBe('wrong-credentials');
  });

  it('[DEV7] is guessed no oftener than a password, and asks for a session to be shown', async () => {
    const { code } = await issue();
    for (let attempt = 0; attempt < LIMITS.attemptsPerPerson; attempt += 1) await useCode(code, 'falsch');
    expect((await useCode(code)).body.reason).toBe('rate-limited');
    expect((await post(school.url, '/api/device-code', {})).status).toBe(401);
  });

  it('[DEV7] that nobody has is salted like one that somebody has', async () => {
    const salt = async (deviceCode: string) =>
      (await post<{ salt: string }>(school.url, '/api/challenge', { deviceCode })).body.salt;
    expect(await salt('AAAA-AAAA')).toBe(await salt('aaaaaaaa'));
    expect(await salt('AAAA-AAAA')).not.toBe(await salt('AAAA-AAAB'));
  });
});
