import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printSlip } from '#tests/support/server/slips.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import { post, signIn, toAuth, type WireClient } from '#tests/support/server/wire-client.ts';

let school: TestSchool;
let head: WireClient;
beforeAll(async () => {
  school = await startTestSchool({ people: ['Kuh'] });
  head = await school.as('Kuh');
});
afterAll(() => school.close());

/** A slip in the hand of Weiß, who had so many before. */
const giveSlip = async (replaces: number): Promise<string> => {
  const personId = school.person('Wei').id;
  const { code, entry } = printSlip(personId, replaces);
  await head.command('issue-slips', { slips: [entry] });
  await head.command('hand-over-slips', { slips: [{ personId, number: replaces + 1 }] });
  return code;
};

describe('[RESC1] the salts of earlier passwords', () => {
  it('are named to whoever signs in with the present one, the newest first and eight at most', async () => {
    const salts: string[] = [];
    for (let number = 0; number < 11; number += 1) {
      const own = String.fromCharCode(65 + number).repeat(22);
      salts.unshift(own);
      const body = { salt: own, auth: toAuth('neu', own), code: await giveSlip(number) };
      expect((await post(school.url, '/api/redeem', body)).status).toBe(200);
      school.clock.value += 1_000;
    }
    const { body } = await signIn(school.url, 'Wei', 'neu');
    expect(body.salt).toBe(salts[0]);
    expect(body.formerSalts).toEqual(salts.slice(1, 9));
  });

  it('are named to nobody else', async () => {
    const refused = await signIn(school.url, 'Wei', 'falsch');
    expect(JSON.stringify(refused.body)).not.toContain('salt');
    const challenge = await post(school.url, '/api/challenge', { shortCode: 'Wei' });
    expect(Object.keys(challenge.body)).toEqual(['salt']);
  });
});
