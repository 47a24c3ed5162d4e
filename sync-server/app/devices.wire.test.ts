import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toReceiptId } from '#core/announcements/ids.ts';
import type { Id } from '#core/kernel/id.ts';
import { plainAnnouncement } from '#tests/support/server/staff.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import { newId, type WireClient } from '#tests/support/server/wire-client.ts';

let school: TestSchool;
let head: WireClient;
beforeEach(async () => {
  school = await startTestSchool({ people: ['Kuh', 'Eltern'] });
  head = await school.as('Kuh');
});
afterEach(() => school.close());

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
    const [official, own] = [
      await school.as('Eltern'),
      await school.as('Eltern', { id: newId(), class: 'private' }),
    ];
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
    const own = await school.as('Eltern', { id: newId(), class: 'private' });
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
    const own = await school.as('Eltern', { id: newId(), class: 'private' });
    const acknowledge = (client: WireClient) =>
      client.command('acknowledge', { announcementId: id, content: 1 });
    expect(await acknowledge(own)).toEqual({ status: 'refused', reason: 'not-on-private' });
    const headAtHome = await school.as('Kuh', { id: newId(), class: 'private' });
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
