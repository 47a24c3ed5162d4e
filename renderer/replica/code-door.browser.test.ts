import { expect, test } from 'vitest';
import { createSlipCode, formatSlipCode, toLocator } from '#core/admin/slip-code.ts';
import { toLocatorSalt, toProofText, toSecret } from '#core/admin/slip-derivation.ts';
import { createBrowserEnvironment } from './environment.ts';
import { fromBase64Url, toBase64Url } from './sealing.ts';
import { toSlowHash } from './slow-hash.ts';
import { enter, openTab, School } from './testing/door.ts';

const code = createSlipCode(createBrowserEnvironment().random);
const FINGERPRINT = 'a0'.repeat(32);

/** What a server answers that has the hash of this code. */
const prove = async (known: string, fingerprint: string) => {
  const hash = await toSlowHash(toSecret(known), toLocatorSalt(toLocator(known)));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', fromBase64Url(hash), algorithm, false, ['sign']);
  const text = new TextEncoder().encode(toProofText(toLocator(known), fingerprint));
  return { fingerprint, proof: toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key, text))) };
};

test('[SLIP11] of a whole code the first block alone is sent until the server has proved that it knows the slip', async () => {
  const school = new School();
  const entrance = openTab(school);
  school.proof = await prove(code, FINGERPRINT);
  expect(await entrance.lookAtCode({ code: formatSlipCode(code) })).toMatchObject({ ok: true });
  expect(school.proofsAsked).toEqual([toLocator(code)]);
  expect(await entrance.redeem({ code }, 'Löwenzahn 7')).toEqual({ ok: true });
  await enter(entrance);
  // It has proved itself to this page.
  expect(school.proofsAsked).toEqual([toLocator(code)]);
  expect(school.codesAsked).toHaveLength(2);
});

test.each([
  ['no proof at all', async () => ({ fingerprint: '', proof: 'A'.repeat(43) })],
  ['that of another slip', () => prove(`${toLocator(code)}${'7'.repeat(16)}`, FINGERPRINT)],
  ['one over another authority', async () => ({ ...(await prove(code, FINGERPRINT)), fingerprint: '' })],
])(
  '[SLIP11] a server that answers %s is sent nothing more, and no password is set',
  async (_what, answer) => {
    const school = new School();
    const entrance = openTab(school);
    school.proof = await answer();
    expect(await entrance.lookAtCode({ code })).toEqual({ ok: false, reason: 'proof-failed' });
    expect(await entrance.redeem({ code }, 'Löwenzahn 7')).toEqual({ ok: false, reason: 'proof-failed' });
    expect(school.codesAsked).toEqual([]);
    expect(school.proofsAsked).toEqual([toLocator(code), toLocator(code)]);
  },
);

test('[SLIP11] the short form needs no proof; a server that is away is said to be away', async () => {
  const school = new School();
  const entrance = openTab(school);
  const short = code.slice(-8);
  expect(await entrance.lookAtCode({ code: short, shortCode: 'Oe' })).toMatchObject({ ok: true });
  expect(school.proofsAsked).toEqual([]);
  school.reachable = false;
  expect(await entrance.lookAtCode({ code })).toEqual({ ok: false, reason: 'unreachable' });
  expect(school.codesAsked).toEqual([short]);
});
