import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toSettings, type School } from '#core/directory/school.ts';
import { localDateSchema } from '#core/kernel/calendar/local-date.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
let id: School['id'];
beforeEach(async () => {
  world = await createRuleWorld();
  id = (await school()).id;
});
afterEach(() => world.close());

const school = async (): Promise<School> => {
  const [found] = await readDocumentsOfKind(world.store.read, 'school');
  if (found === undefined) throw new Error('there is no school');
  return found;
};
const set = async (by: string, args: Omit<CommandArgs<'set-school'>, 'id'>, baseRev?: number) =>
  world.send(by, 'set-school', { id, ...args }, { baseRev: baseRev ?? (await school()).rev });
const date = (text: string) => localDateSchema.parse(text);
const autumn = { name: 'Herbstferien', from: date('2026-10-26'), to: date('2026-10-31') };

describe('[SET4] settings for the whole school', () => {
  it('change what is named, leave the rest, and are kept by name and not by content', async () => {
    const before = await school();
    expect(await set('Kuh', { land: 'NW', privateDevices: 'no' })).toEqual({
      status: 'stored',
      rev: before.rev + 1,
    });
    const after = await school();
    expect(after).toEqual({
      ...before,
      rev: before.rev + 1,
      land: 'NW',
      privateDevices: 'no',
      slipDays: 10,
      addresses: [],
    });
    expect(toSettings(after)).toMatchObject({ slipDays: 10, privateDevices: 'no', land: 'NW' });
    expect(await world.store.read.get('select act, detail from audit order by id desc')).toEqual({
      act: 'set-school',
      detail: 'land privateDevices',
    });
  });

  it('[REACH12] hold the addresses of the server, each in its one form and once', async () => {
    const addresses = ['https://umlauf.lindenhof.example', 'https://192.168.10.5:4400'];
    expect(await set('Kuh', { addresses })).toMatchObject({ status: 'stored' });
    expect((await school()).addresses).toEqual(addresses);
    for (const wrong of [
      ['umlauf'],
      ['javascript:alert(1)'],
      ['https://localhost'],
      [...addresses, ...addresses],
    ]) {
      expect(await set('Kuh', { addresses: wrong })).toEqual({ status: 'refused', reason: 'invalid' });
    }
    expect((await school()).addresses).toEqual(addresses);
  });

  it('are for administrators and the leadership', async () => {
    expect(await set('Jag', { name: 'Andere Schule' })).toMatchObject({ reason: 'forbidden' });
    expect(await set('Hau', { name: 'Andere Schule' })).toMatchObject({ reason: 'forbidden' });
    await world.store.write('set-flags', {
      personId: world.person('Jag').id,
      administrator: true,
      staffCouncil: false,
      now: world.clock.value,
    });
    expect(await set('Jag', { name: 'Andere Schule' })).toMatchObject({ status: 'stored' });
  });

  it('[CMD6] show the second of two what the first one has decided', async () => {
    const { rev } = await school();
    expect(await set('Kuh', { name: 'Eine' }, rev)).toMatchObject({ status: 'stored' });
    expect(await set('Kuh', { name: 'Andere' }, rev)).toEqual({ status: 'conflict', rev: rev + 1 });
    expect((await school()).name).toBe('Eine');
    expect(await world.send('Kuh', 'set-school', { id, name: 'Ohne Stand' })).toMatchObject({
      status: 'conflict',
    });
  });

  it('[CMD5] take nothing that is no setting', async () => {
    for (const args of [{}, { zone: 'Europe/Paris' }, { slipDays: 0 }, { slipDays: 31 }, { name: ' ' }]) {
      expect(await set('Kuh', args)).toEqual({ status: 'refused', reason: 'invalid' });
    }
  });
});

describe('[SET5] free days of the school', () => {
  const free = async (holidays: School['holidays'], by = 'Kuh') =>
    world.send(by, 'set-holidays', { id, holidays }, { baseRev: (await school()).rev });

  it('replace those there were, in order, each span once', async () => {
    const winter = { name: 'Weihnachtsferien', from: date('2026-12-23'), to: date('2027-01-09') };
    expect(await free([winter, autumn, autumn])).toMatchObject({ status: 'stored' });
    expect((await school()).holidays).toEqual([autumn, winter]);
    expect(await free([])).toMatchObject({ status: 'stored' });
    expect((await school()).holidays).toEqual([]);
  });

  it('[CMD5] are whole days that exist, 120 in a row at most and 200 spans', async () => {
    const reversed = { ...autumn, to: date('2026-10-25') };
    const endless = { ...autumn, to: date('2027-10-25') };
    for (const holidays of [[reversed], [endless], Array.from({ length: 201 }, () => autumn)]) {
      expect(await free(holidays)).toEqual({ status: 'refused', reason: 'invalid' });
    }
  });

  it('are for administrators and the leadership', async () => {
    expect(await free([autumn], 'Hau')).toMatchObject({ reason: 'forbidden' });
  });
});
