import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import { plainAnnouncement } from '#tests/support/server/staff.ts';
import { newId, type WireClient } from '#tests/support/server/wire-client.ts';

let school: TestSchool;
let leadership: WireClient;
beforeAll(async () => {
  school = await startTestSchool();
  leadership = await school.as('Kuh');
});
afterAll(() => school.close());

const german = () => school.group('Fachschaft Deutsch').id;
const sport = () => school.group('Fachschaft Sport').id;

const place = (code: string, groupId = sport()) => ({
  groupId,
  personId: school.person(code).id,
  function: 'member' as const,
  votingStatus: 'entitled' as const,
});

describe('hearing of changes', () => {
  it('[REP1][REP8] tells each reader only what is placed in their buckets', async () => {
    const [inside, outside, guest] = [
      await school.as('Wei'),
      await school.as('Dre'),
      await school.as('Gast'),
    ];
    for (const client of [inside, outside, guest]) await client.live();
    const id = newId();
    await leadership.command('announce', plainAnnouncement(id, [sport()]));
    expect((await inside.next('change')).documents).toMatchObject([{ id }]);
    // Something everybody hears of proves that the earlier one passed them by.
    const everybody = newId();
    await leadership.command('create-group', {
      id: everybody,
      name: 'AG Live',
      type: 'working',
      chairId: school.person('Gast').id,
    });
    expect((await outside.next('change')).documents).toMatchObject([{ id: everybody }]);
    expect((await guest.next('resync')).op).toBe('resync');
    const heard = [...outside.received, ...guest.received].map((message) => JSON.stringify(message)).join();
    expect(heard).not.toContain(id);
  });

  it('[REP8][GRP1] who is removed is told to pull and is given stubs; who stays hears on', async () => {
    const [leaver, stayer] = [await school.as('Wei'), await school.as('Kuh')];
    const before = await leaver.pullAll();
    const texts = before.documents.filter(({ kind }) => kind === 'announcement');
    expect(texts.length).toBeGreaterThan(0);
    await leaver.live();
    await stayer.live();
    await leadership.command('remove-member', { groupId: sport(), personId: school.person('Wei').id });
    await leaver.next('resync');
    const id = newId();
    await leadership.command('announce', plainAnnouncement(id, [sport()]));
    await expect.poll(() => JSON.stringify(stayer.received)).toContain(id);
    expect(JSON.stringify(leaver.received)).not.toContain(id);

    const after = await leaver.pull(before.checkpoint);
    const stubs = after.documents.filter(({ _deleted }) => _deleted === true).map((stub) => stub.id);
    expect(stubs).toEqual(expect.arrayContaining(texts.map((document) => document.id)));
    expect(after.checkpoint[`group:${sport()}`]).toBe('');
  });

  it('[REP8][GRP2] who joins is told to pull and reads the whole history', async () => {
    const joiner = await school.as('Jag');
    const before = await joiner.pullAll();
    await joiner.live();
    await leadership.command('set-member', place('Jag'));
    await joiner.next('resync');
    const { documents } = await joiner.pullAll(before.checkpoint);
    expect(documents.filter(({ kind }) => kind === 'announcement').length).toBeGreaterThan(1);
  });

  it('[REP12] sends a page before every change that was committed after it was read', async () => {
    const reader = await school.as('Dre');
    await reader.live();
    const pullOften = async (): Promise<void> => {
      for (let count = 0; count < 5; count += 1) await reader.pull();
    };
    const pages = pullOften();
    const writes = Array.from({ length: 5 }, (_, index) =>
      leadership.command(
        'announce',
        plainAnnouncement(newId(), [german(), school.group('Kollegium').id], `Nummer ${index}`),
      ),
    );
    await Promise.all([pages, ...writes]);
    const seen = new Set<string>();
    for (const message of reader.received) {
      if (message.op === 'change') for (const { id } of message.documents) seen.add(id);
      if (message.op !== 'page') continue;
      const ids = new Set(message.documents.map(({ id }) => id));
      for (const id of seen) expect(ids).toContain(id);
    }
    expect(reader.received.filter(({ op }) => op === 'page')).toHaveLength(5);
  });

  it('[ANN9] hears of a release that nobody sent', async () => {
    const reader = await school.as('Dre');
    await reader.live();
    const id = newId();
    const publishAt = school.clock.value + 3_600_000;
    await leadership.command('announce', {
      ...plainAnnouncement(id, [school.group('Kollegium').id]),
      publishAt,
    });
    school.clock.value = publishAt;
    await school.server.due.tick();
    await expect.poll(() => JSON.stringify(reader.received)).toContain(id);
  });
});
