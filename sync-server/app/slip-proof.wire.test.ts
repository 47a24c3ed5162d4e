import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toLocator } from '#core/admin/slip-code.ts';
import { toProofText } from '#core/admin/slip-derivation.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import { useOwnAuthority } from '#server/pki/choose.ts';
import { printSlip, type PrintedSlip } from '#tests/support/server/slips.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import { newId, post, type WireClient } from '#tests/support/server/wire-client.ts';

let school: TestSchool;
let head: WireClient;
let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'umlauf-proof-'));
  school = await startTestSchool({ dataDir, people: ['Kuh'] });
  head = await school.as('Kuh');
});
afterAll(async () => {
  await school.close();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(() => {
  // A day later everything that was counted is forgotten.
  school.clock.value += 25 * 3_600_000;
});

interface Proof {
  readonly fingerprint: string;
  readonly proof: string;
}
const ask = (locator: unknown) => post<Proof>(school.url, '/api/proof', { locator });
const askFrom = (address: string, locator: string, fingerprint = '') =>
  school.server.slipDoor.prove({ locator }, address, fingerprint);
const toProof = ({ code, entry }: PrintedSlip, fingerprint: string): string =>
  createHmac('sha256', Buffer.from(entry.longHash, 'base64url'))
    .update(toProofText(toLocator(code), fingerprint))
    .digest('base64url');

const numbers = new Map<string, number>();
/** A slip in the hand of its person. */
const giveSlip = async (shortCode: string): Promise<PrintedSlip> => {
  const personId = school.person(shortCode).id;
  const replaces = numbers.get(shortCode) ?? 0;
  const slip = printSlip(personId, replaces);
  const slips = [{ personId, number: replaces + 1 }];
  expect(await head.command('issue-slips', { slips: [slip.entry] })).toMatchObject({ status: 'stored' });
  expect(await head.command('hand-over-slips', { slips })).toMatchObject({ status: 'stored' });
  numbers.set(shortCode, replaces + 1);
  return slip;
};

describe('[SLIP11] a server', () => {
  it('proves by the first block alone that it knows the slip, over the authority it has', async () => {
    const slip = await giveSlip('Dre');
    const without = await ask(toLocator(slip.code));
    expect(without).toEqual({ status: 200, body: { fingerprint: '', proof: toProof(slip, '') } });
    const own = await useOwnAuthority(dataDir, {
      schoolName: 'Schule',
      names: ['schule.example'],
      now: Date.now(),
    });
    if (!own.ok) throw new Error('no authority');
    const { fingerprint } = own.value;
    const found = await askFrom('10.0.0.1', toLocator(slip.code), fingerprint);
    expect(found).toMatchObject({ response: { fingerprint, proof: toProof(slip, fingerprint) } });
  });

  it('goes on proving a slip that was used, so that its bearer is told so', async () => {
    const slip = await giveSlip('Wei');
    await giveSlip('Wei');
    const { body } = await ask(toLocator(slip.code));
    expect(body.proof).toBe(toProof(slip, ''));
    expect((await post(school.url, '/api/code', { code: slip.code })).body.reason).toBe('slip-void');
  });

  it('answers for a block that nobody has in the same shape, and always the same', async () => {
    const foreign = printSlip(newId());
    const first = await ask(toLocator(foreign.code));
    const known = await ask(toLocator((await giveSlip('Dre')).code));
    expect(first.status).toBe(known.status);
    expect(Object.keys(first.body)).toEqual(Object.keys(known.body));
    expect(first.body.proof).toHaveLength(known.body.proof.length);
    expect(first.body.proof).not.toBe(toProof(foreign, ''));
    expect(await ask(toLocator(foreign.code))).toEqual(first);
    expect((await ask(toLocator(printSlip(newId()).code))).body.proof).not.toBe(first.body.proof);
  });

  it('takes nothing but a first block', async () => {
    const { code } = printSlip(newId());
    for (const wrong of [code, code.slice(0, 3), code.slice(0, 4).toLowerCase(), 'UUUU', '', 7, null, [code]])
      expect(await ask(wrong)).toEqual({ status: 400, body: { reason: 'invalid' } });
  });
});

describe('[SLIP12] guessing first blocks', () => {
  it('is limited for an address, whatever it finds, and for nobody else', async () => {
    const slip = await giveSlip('Dre');
    for (let index = 1; index < LIMITS.proofsPerAddress; index += 1)
      expect((await askFrom('192.168.1.66', toLocator(slip.code))).ok).toBe(true);
    const until = school.clock.value + 60_000;
    const refused = { ok: false, reason: 'rate-limited', until };
    expect(await askFrom('192.168.1.66', '0000')).toEqual(refused);
    expect(await askFrom('192.168.1.66', toLocator(slip.code))).toEqual(refused);
    expect((await askFrom('192.168.1.7', toLocator(slip.code))).ok).toBe(true);
  });

  it('is not what a staff does that joins behind one address: who presents the right code is not counted', async () => {
    const slip = await giveSlip('Dre');
    const join = () => askFrom('192.168.1.1', toLocator(slip.code));
    for (let index = 1; index < LIMITS.proofsPerAddress; index += 1) await join();
    expect((await school.server.slipDoor.look({ code: slip.code }, '192.168.1.1')).ok).toBe(true);
    expect((await join()).ok).toBe(true);
    expect((await join()).ok).toBe(false);
  });
});

describe('[SLIP13] the slip of somebody who has left', () => {
  it('opens nothing, in either form, and its first block is like one that nobody has', async () => {
    const slip = await giveSlip('Jag');
    const { personId } = slip.entry;
    // As leaving leaves it; what else belongs to leaving is another matter.
    const database = new DatabaseSync(path.join(dataDir, 'umlauf.db'), { timeout: 10_000 });
    database.prepare('update person set active = 0 where id = ?').run(personId);
    database.close();
    const { body } = await ask(toLocator(slip.code));
    expect(body.proof).not.toBe(toProof(slip, ''));
    const salt = 'A'.repeat(22);
    for (const presented of [{ code: slip.code }, { code: slip.code.slice(-8), shortCode: 'Jag' }]) {
      const refused = { status: 401, body: { reason: 'wrong-credentials' } };
      expect(await post(school.url, '/api/code', presented)).toMatchObject(refused);
      const redeem = { ...presented, salt, auth: 'C'.repeat(43) };
      expect(await post(school.url, '/api/redeem', redeem)).toMatchObject(refused);
    }
  });
});
