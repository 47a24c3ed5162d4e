import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toSlipId } from '#core/admin/ids.ts';
import type { Slip } from '#core/admin/slip.ts';
import type { Id } from '#core/kernel/id.ts';
import { createSignIn } from '#server/auth/sign-in.ts';
import { createSlipDoor, type SlipDoor } from '#server/commands/slip-door.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';
import { printSlip, type PrintedSlip } from '#tests/support/server/slips.ts';

let world: RuleWorld;
let door: SlipDoor;
const clock = { now: () => world.clock.value };
beforeEach(async () => {
  world = await createRuleWorld();
  door = await createSlipDoor({
    store: world.store,
    clock,
    random: world.chance,
    onCommitted: () => undefined,
  });
});
afterEach(() => world.close());

const id = (shortCode: string): Id => world.person(shortCode).id;
const slipOf = async (shortCode: string): Promise<Slip | undefined> =>
  world.read('slip', toSlipId(id(shortCode)));
const flag = (shortCode: string, flags: { administrator?: boolean; staffCouncil?: boolean }) =>
  world.store.write('set-flags', {
    personId: id(shortCode),
    administrator: false,
    staffCouncil: false,
    ...flags,
    now: world.clock.value,
  });

const issue = async (by: string, whom: string): Promise<PrintedSlip & { readonly said: string }> => {
  const printed = printSlip(id(whom), (await slipOf(whom))?.number ?? 0);
  return { ...printed, said: said(await world.send(by, 'issue-slips', { slips: [printed.entry] })) };
};
const handOver = async (by: string, whom: string, number?: number): Promise<string> => {
  const known = number ?? (await slipOf(whom))?.number ?? 0;
  return said(await world.send(by, 'hand-over-slips', { slips: [{ personId: id(whom), number: known }] }));
};
const said = (answer: { status: string; reason?: string }): string => answer.reason ?? answer.status;
const redeem = async (code: string, shortCode?: string, address = '10.0.0.7'): Promise<string> => {
  const result = await door.redeem({ code, shortCode, salt: 'A'.repeat(22), auth: 'B'.repeat(43) }, address);
  return result.ok ? result.shortCode : result.reason;
};
/** Somebody who has a password already. */
const join = async (shortCode: string): Promise<void> => {
  const { code } = await issue('Kuh', shortCode);
  await handOver('Hau', shortCode);
  expect(await redeem(code)).toBe(shortCode);
};

describe('[SLIP4] a slip', () => {
  it('works from being handed over to the end of the tenth teaching day', async () => {
    const { code, said: issued } = await issue('Kuh', 'Dre');
    expect(issued).toBe('stored');
    expect(await slipOf('Dre')).toMatchObject({ state: 'issued', number: 1, reset: false });
    expect(await redeem(code)).toBe('slip-waits');
    expect(await handOver('Hau', 'Dre')).toBe('stored');
    // Handed over on Monday, 23 November; two weeks of lessons later it is Monday, 7 December.
    expect(await slipOf('Dre')).toMatchObject({
      state: 'handed-over',
      validUntil: '2026-12-07',
      issued: { by: { shortCode: 'Kuh' } },
      handedOver: { at: world.clock.value, by: { shortCode: 'Hau' } },
    });
    world.clock.value = Date.parse('2026-12-07T23:59:59.999+01:00');
    const look = await door.look({ code }, '10.0.0.7');
    expect(look).toMatchObject({ ok: true, person: { shortCode: 'Dre', firstName: 'Daniela' } });
    world.clock.value += 1;
    expect(await redeem(code)).toBe('slip-expired');
    await world.due.tick();
    expect(await slipOf('Dre')).toMatchObject({ state: 'expired', endedAt: world.clock.value });
    expect(await redeem(code)).toBe('slip-expired');
  });

  it('waits for the end of the holidays', async () => {
    world.clock.value = Date.parse('2026-12-22T10:00:00+01:00');
    await issue('Kuh', 'Dre');
    await handOver('Kuh', 'Dre');
    // Without school holidays in the calendar: Christmas, New Year and Epiphany of Baden-Württemberg.
    expect((await slipOf('Dre'))?.validUntil).toBe('2027-01-08');
  });

  it('that is handed over twice works no longer for it', async () => {
    await issue('Kuh', 'Dre');
    await handOver('Hau', 'Dre');
    const first = await slipOf('Dre');
    world.clock.value += 3 * 86_400_000;
    expect(await handOver('Kuh', 'Dre')).toBe('stored');
    expect(await slipOf('Dre')).toEqual(first);
  });
});

describe('[SLIP5] a slip sets a password', () => {
  it('once, and is used from then on', async () => {
    const { code } = await issue('Kuh', 'Dre');
    await handOver('Hau', 'Dre');
    const both = await Promise.all([redeem(code), redeem(code)]);
    expect(both.sort()).toEqual(['Dre', 'slip-used']);
    expect(await slipOf('Dre')).toMatchObject({ state: 'used', endedAt: world.clock.value });
    expect(await redeem(code)).toBe('slip-used');
    world.clock.value += 90 * 86_400_000;
    await world.due.tick();
    expect((await slipOf('Dre'))?.state).toBe('used');
  });

  it('by its short form together with the short code, and not for anybody else', async () => {
    const { code } = await issue('Kuh', 'Dre');
    await handOver('Hau', 'Dre');
    expect(await redeem(code.slice(-8))).toBe('wrong-credentials');
    expect(await redeem(code.slice(-8), 'Jag')).toBe('wrong-credentials');
    expect(await redeem(code.slice(-8), 'Niemand')).toBe('wrong-credentials');
    expect(await redeem(code.slice(-8), ' dre ')).toBe('Dre');
  });
});

describe('[SLIP6] a new slip', () => {
  it('voids the one before, whose bearer is told', async () => {
    const first = await issue('Kuh', 'Dre');
    await handOver('Hau', 'Dre');
    const second = await issue('Kuh', 'Dre');
    expect(await redeem(first.code)).toBe('slip-void');
    expect(await handOver('Hau', 'Dre', 1)).toBe('conflict');
    expect(await handOver('Hau', 'Dre', 2)).toBe('stored');
    expect(await redeem(second.code)).toBe('Dre');
    expect((await slipOf('Dre'))?.number).toBe(2);
  });

  it('of two who issue at once is made by one, and the other is told', async () => {
    const [mine, other] = [printSlip(id('Dre')), printSlip(id('Dre'))];
    expect(said(await world.send('Kuh', 'issue-slips', { slips: [mine.entry] }))).toBe('stored');
    expect(said(await world.send('Kuh', 'issue-slips', { slips: [other.entry] }))).toBe('conflict');
    await handOver('Hau', 'Dre');
    expect(await redeem(other.code)).toBe('wrong-credentials');
    expect(await redeem(mine.code)).toBe('Dre');
  });

  it('never takes the locator of a slip that still works, but that of one that has ended', async () => {
    const { code } = await issue('Kuh', 'Dre');
    await handOver('Hau', 'Dre');
    const same = printSlip(id('Jag'), 0, code.slice(0, 4));
    expect(said(await world.send('Kuh', 'issue-slips', { slips: [same.entry] }))).toBe('conflict');
    expect(await redeem(code)).toBe('Dre');
    expect(said(await world.send('Kuh', 'issue-slips', { slips: [same.entry] }))).toBe('stored');
    await handOver('Hau', 'Jag');
    expect(await redeem(same.code)).toBe('Jag');
  });

  it('is issued for all or for nobody', async () => {
    const slips = [printSlip(id('Dre')).entry, printSlip(world.newId()).entry];
    expect(said(await world.send('Kuh', 'issue-slips', { slips }))).toBe('not-found');
    expect(await slipOf('Dre')).toBeUndefined();
    expect(said(await world.send('Kuh', 'issue-slips', { slips: [slips[0], slips[0]] as never }))).toBe(
      'invalid',
    );
  });

  it('5,000 times over leaves one document and a handful of rows', { timeout: 120_000 }, async () => {
    const printed = printSlip(id('Dre'));
    for (let replaces = 0; replaces < 5_000; replaces += 1) {
      const locator = `0${(replaces % 3).toString()}00`;
      await world.send('Kuh', 'issue-slips', { slips: [{ ...printed.entry, replaces, locator }] });
    }
    expect((await slipOf('Dre'))?.number).toBe(5_000);
    const rows = await world.store.read.all('select number from slip');
    expect(rows.length).toBeLessThanOrEqual(5);
    expect(await world.store.read.all("select id from document where kind = 'slip'")).toHaveLength(1);
  });

  it('may be taken back before it is used', async () => {
    const { code } = await issue('Kuh', 'Dre');
    await handOver('Hau', 'Dre');
    const args = { personId: id('Dre'), number: 1 };
    expect(said(await world.send('Hau', 'void-slip', args))).toBe('forbidden');
    expect(said(await world.send('Kuh', 'void-slip', args))).toBe('stored');
    expect(said(await world.send('Kuh', 'void-slip', args))).toBe('stored');
    expect(await redeem(code)).toBe('slip-void');
    expect(await handOver('Hau', 'Dre')).toBe('slip-void');
    const next = await issue('Kuh', 'Dre');
    await handOver('Hau', 'Dre');
    await redeem(next.code);
    expect(said(await world.send('Kuh', 'void-slip', { personId: id('Dre'), number: 2 }))).toBe('slip-used');
  });
});

describe('[SLIP7] who gives access', () => {
  it('issues as administrator or leadership; the office hands over; nobody else does either', async () => {
    await flag('Jag', { administrator: true });
    expect((await issue('Jag', 'Dre')).said).toBe('stored');
    for (const by of ['Hau', 'Dre', 'Eltern', 'Gast'])
      expect([by, (await issue(by, 'Wei')).said]).toEqual([by, 'forbidden']);
    for (const by of ['Wei', 'Dre', 'Eltern', 'Gast'])
      expect([by, await handOver(by, 'Dre')]).toEqual([by, 'forbidden']);
    expect(await handOver('Hau', 'Dre')).toBe('stored');
  });

  it('resets nobody’s own password: an open screen must not be enough', async () => {
    await join('Kuh');
    expect((await issue('Kuh', 'Kuh')).said).toBe('forbidden');
    await flag('Jag', { administrator: true });
    await issue('Jag', 'Kuh');
    expect(await handOver('Kuh', 'Kuh')).toBe('forbidden');
  });

  it.each([
    ['the leadership', 'Kuh', {}],
    ['an administrator', 'Dre', { administrator: true }],
    ['the staff council', 'Dre', { staffCouncil: true }],
  ])('resets %s only by two: one issues, another one hands over', async (_name, whom, flags) => {
    await flag('Jag', { administrator: true });
    await flag('Wei', { administrator: true });
    await flag(whom, flags);
    const first = await issue('Jag', whom);
    expect(await handOver('Jag', whom)).toBe('stored');
    expect(await redeem(first.code)).toBe(whom);
    const reset = await issue('Jag', whom);
    expect(reset.said).toBe('stored');
    expect(await handOver('Jag', whom)).toBe('forbidden');
    expect(await handOver('Hau', whom)).toBe('forbidden');
    expect(await redeem(reset.code)).toBe('slip-waits');
    expect(await handOver('Wei', whom)).toBe('stored');
    expect(await redeem(reset.code)).toBe(whom);
  });

  it('is kept in the record of administrative acts', async () => {
    await join('Dre');
    await issue('Kuh', 'Dre');
    await world.send('Kuh', 'void-slip', { personId: id('Dre'), number: 2 });
    const kept = await world.store.read.all<{ actor: Id; act: string; detail: string | null }>(
      'select actor, act, detail from audit where subject = ? order by id',
      id('Dre'),
    );
    expect(kept.map((row) => ({ ...row }))).toEqual([
      { actor: id('Kuh'), act: 'issue-slip', detail: 'first' },
      { actor: id('Hau'), act: 'hand-over-slip', detail: null },
      { actor: id('Kuh'), act: 'issue-slip', detail: 'reset' },
      { actor: id('Kuh'), act: 'void-slip', detail: null },
    ]);
  });
});

describe('[SLIP8] the document of a slip', () => {
  it('is void after a restore unless it was used: nobody knows which ones were used since', async () => {
    const { code } = await issue('Kuh', 'Dre');
    await handOver('Hau', 'Dre');
    await join('Jag');
    await world.store.write('after-restore', { madeAt: 0, now: world.clock.value, deletions: [] });
    expect(await slipOf('Dre')).toMatchObject({ state: 'void' });
    expect(await slipOf('Jag')).toMatchObject({ state: 'used' });
    expect(await redeem(code)).toBe('slip-void');
  });

  it('lies with administration and office; whose password is reset sees it from its issue on', async () => {
    await issue('Kuh', 'Dre');
    const office = ['school:administration', 'school:office'];
    expect(await world.buckets(toSlipId(id('Dre')))).toEqual(office);
    await handOver('Hau', 'Dre');
    await world.send('Kuh', 'void-slip', { personId: id('Dre'), number: 1 });
    await join('Dre');
    expect(await world.buckets(toSlipId(id('Dre')))).toEqual(office);
    await issue('Kuh', 'Dre');
    expect(await world.buckets(toSlipId(id('Dre')))).toEqual([`person:${id('Dre')}`, ...office]);
  });

  it('also stands for who came in by the console, and their slip that was out is void', async () => {
    const { code } = await issue('Kuh', 'Dre');
    await handOver('Hau', 'Dre');
    const signIn = await createSignIn(world.store, clock, world.chance);
    const consoleCode = (await signIn.issueAccessCode('Dre')) ?? '';
    expect(await redeem(consoleCode, 'Dre')).toBe('Dre');
    expect(await slipOf('Dre')).toMatchObject({ state: 'used', locator: '', number: 1 });
    expect(await redeem(code)).toBe('slip-void');
    expect((await issue('Kuh', 'Dre')).said).toBe('stored');
    expect(await slipOf('Dre')).toMatchObject({ number: 2, reset: true });
  });
});
