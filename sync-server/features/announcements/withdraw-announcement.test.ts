import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toReceiptId, toStatusId, toTotalsId } from '#core/announcements/ids.ts';
import { createRichText, toPlainText } from '#core/kernel/rich-text.ts';
import { createRuleWorld, type RuleWorld } from '#tests/support/server/rule-world.ts';

let world: RuleWorld;
beforeEach(async () => {
  world = await createRuleWorld();
});
afterEach(() => world.close());

describe('withdrawing an announcement', () => {
  it('[ANN8] empties text and history, closes what was asked and takes the lists away', async () => {
    const id = await world.announce('Dre', ['Fachschaft Deutsch'], {
      acknowledgement: {},
      form: { type: 'yes-no', question: 'Ja?', options: [{ label: 'Ja' }, { label: 'Nein' }] },
    });
    await world.send(
      'Dre',
      'edit-announcement',
      { id, title: 'Neu', body: createRichText('Geheim'), pinned: false, essential: false },
      { baseRev: 1 },
    );
    expect(await world.send('Dre', 'withdraw-announcement', { id })).toEqual({ status: 'stored', rev: 3 });
    const after = await world.read('announcement', id);
    expect(after).toMatchObject({ state: 'withdrawn', history: [] });
    expect(after && toPlainText(after.body)).toBe('');
    expect(await world.read('receipt', toReceiptId(id, world.person('Jag').id))).toMatchObject({
      closed: true,
    });
    expect(await world.read('status', toStatusId(id))).toBeUndefined();
    expect(await world.read('totals', toTotalsId(id))).toBeUndefined();
    expect(await world.buckets(toStatusId(id))).toEqual([]);
    const stored = await world.store.read.all<{ body: string }>('select body from document');
    expect(stored.map(({ body }) => body).join()).not.toContain('Geheim');
  });

  it('changes nothing the second time', async () => {
    const id = await world.announce('Dre', ['Fachschaft Deutsch']);
    await world.send('Dre', 'withdraw-announcement', { id });
    expect(await world.send('Dre', 'withdraw-announcement', { id })).toEqual({ status: 'stored', rev: 2 });
  });

  it('is not for readers', async () => {
    const id = await world.announce('Dre', ['Fachschaft Deutsch']);
    expect(await world.send('Jag', 'withdraw-announcement', { id })).toMatchObject({ reason: 'forbidden' });
    expect(await world.send('Kuh', 'withdraw-announcement', { id })).toMatchObject({ reason: 'not-found' });
  });
});
