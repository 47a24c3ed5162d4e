import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainAnnouncement } from '#tests/support/server/staff.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import { newId } from '#tests/support/server/wire-client.ts';

let school: TestSchool;
beforeAll(async () => {
  school = await startTestSchool();
});
afterAll(() => school.close());

describe('an announcement on its way', () => {
  it('reaches a colleague at once, who confirms it, and the author sees one name fewer', async () => {
    const author = await school.as('Dre');
    const reader = await school.as('Jag');
    const before = await reader.pullAll();
    expect(before.documents.map(({ kind }) => kind)).toContain('school');
    await author.live();
    await reader.live();

    const id = newId();
    const german = school.group('Fachschaft Deutsch').id;
    const answer = await author.command('announce', {
      ...plainAnnouncement(id, [german]),
      acknowledgement: {},
    });
    expect(answer).toEqual({ status: 'stored', rev: 1 });

    const change = await reader.next('change');
    expect(change.documents.map(({ kind }) => kind).sort()).toEqual(['announcement', 'receipt']);
    expect(await reader.command('acknowledge', { announcementId: id, content: 1 })).toEqual({
      status: 'stored',
      rev: 2,
    });
    const seen = await author.next('change');
    expect(seen.documents.find(({ kind }) => kind === 'status')).toMatchObject({
      asked: 1,
      missing: [{ shortCode: 'Jag' }],
    });
    const then = await author.next('change');
    expect(then.documents).toMatchObject([{ kind: 'status', missing: [] }]);

    const later = await reader.pullAll({ ...before.checkpoint });
    expect(later.documents.map(({ kind }) => kind).sort()).toEqual(['announcement', 'receipt']);
    author.close();
    reader.close();
  });
});
