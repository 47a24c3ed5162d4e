import { describe, expect, test } from 'vitest';
import type { Announcement } from '../announcements/announcement.ts';
import { encodeBase32, type Id } from '../kernel/id.ts';
import { createRichText } from '../kernel/rich-text.ts';
import type { OutboxCommand as Command } from './commands.ts';
import type { Document } from './documents.ts';
import { paintPending, type Delivery, type Pending } from './overlay.ts';

const id = (fill: number): Id => encodeBase32(new Uint8Array(16).fill(fill)) as Id;
const me = { id: id(1), shortCode: 'BRA', firstName: 'Katharina', lastName: 'Brandt' };
const actor = {
  personId: me.id,
  role: 'teacher' as const,
  administrator: false,
  memberships: [{ groupId: id(50), function: 'member' as const, votingStatus: 'entitled' as const }],
};
const group = {
  id: id(50),
  kind: 'group' as const,
  rev: 1,
  inv: 0,
  name: 'Fachschaft',
  type: 'subject' as const,
  members: [],
};
const announcement = (fill: number, inv: number, rev = 1): Announcement => ({
  id: id(fill),
  kind: 'announcement',
  rev,
  inv,
  title: `Nr. ${fill}`,
  body: createRichText('Text'),
  author: me,
  groups: [{ id: group.id, name: group.name }],
  pinned: false,
  urgent: false,
  state: 'published',
  publishAt: 1,
  content: 1,
  history: [],
});
const pending = (command: Command, delivery: Delivery = { state: 'waiting' }, order = 1): Pending => ({
  command,
  hints: { me, actor, at: 5_000, groups: [group] },
  order,
  delivery,
});
const editing = (fill: number, title: string): Command => ({
  mid: id(200),
  name: 'edit-announcement',
  args: { id: id(fill), title, body: createRichText('Neu'), pinned: false, essential: false },
  baseRev: 1,
});
const announcing: Command = {
  mid: id(201),
  name: 'announce',
  args: {
    id: id(30),
    title: 'Neu',
    body: createRichText('Text'),
    groupIds: [group.id],
    pinned: false,
    urgent: false,
  },
};
const titles = (documents: readonly Document[], entries: Pending[], stored = documents): string[] =>
  paintPending(
    'announcement',
    documents.filter((document) => document.kind === 'announcement'),
    entries,
    new Map(stored.map((document) => [document.id, document])),
  ).map((painted) => painted.title);

describe('[CMD9] waiting commands are painted over the replica', () => {
  const replica = [announcement(10, 9_999_999_990_000), announcement(11, 9_999_999_999_000)];

  test('what was just written stands where its time puts it', () => {
    expect(titles(replica, [pending(announcing)])).toEqual(['Nr. 10', 'Neu', 'Nr. 11']);
  });

  test('an edit shows at once and is marked as waiting', () => {
    const [first] = paintPending(
      'announcement',
      replica.slice(0, 1) as Announcement[],
      [pending(editing(10, 'Anders'))],
      new Map(replica.map((d) => [d.id, d])),
    );
    expect(first).toMatchObject({ title: 'Anders', pending: 'waiting' });
  });

  test.each([
    ['the answer came, the revision did not', { state: 'stored', rev: 2, at: 1 }, 1, 'Anders'],
    ['the revision came, the answer did not', { state: 'sent' }, 2, 'Anders'],
    ['both came', { state: 'stored', rev: 2, at: 1 }, 2, 'vom Server'],
    ['it was refused', { state: 'refused', reason: 'forbidden', at: 1 }, 1, 'Nr. 10'],
    ['it is in conflict', { state: 'conflict', reason: 'conflict', at: 1 }, 2, 'vom Server'],
  ] as const)('nothing flickers: %s', (_name, delivery, rev, shown) => {
    const stored = {
      ...announcement(10, 9_999_999_990_000, rev),
      ...(rev === 2 ? { title: 'vom Server' } : {}),
    };
    expect(titles([stored], [pending(editing(10, 'Anders'), delivery)])).toEqual([shown]);
  });

  test('an edit of something that is gone paints nothing', () => {
    expect(titles([], [pending(editing(10, 'Anders'))])).toEqual([]);
  });

  test('two edits of one announcement apply in the order of writing', () => {
    const entries = [
      pending(editing(10, 'erst'), { state: 'sent' }, 1),
      pending({ ...editing(10, 'dann'), mid: id(202) }, { state: 'waiting' }, 2),
    ];
    expect(titles(replica, entries)).toEqual(['dann', 'Nr. 11']);
  });

  test('a change that arrives before its answer is not painted over its own result', () => {
    const edited: Announcement = {
      ...announcement(10, 1, 2),
      title: 'Nr. 10 neu',
      body: createRichText('Neu'),
      content: 2,
      lastEdit: { by: me, at: 6_000, essential: false },
    };
    const editOfIt = pending(editing(10, 'Nr. 10 neu'), { state: 'sent' });
    expect(paintPending('announcement', [edited], [editOfIt], new Map([[edited.id, edited]]))).toEqual([
      edited,
    ]);

    const author = { ...me, id: id(2) };
    const theirs = { ...announcement(11, 1), author };
    const asking: Command = {
      mid: id(202),
      name: 'ask-sender',
      args: { announcementId: theirs.id, askerId: me.id, text: 'Wann?' },
    };
    const asked = {
      ...pending(asking, { state: 'sent' }),
      hints: { ...editOfIt.hints, announcement: theirs },
    };
    const [before] = paintPending('thread', [], [asked], new Map());
    expect(before?.messages).toHaveLength(1);
    if (before === undefined) return;
    const arrived = { ...before, rev: 1, messages: [{ by: me.id, text: 'Wann?', at: 6_000 }] };
    const [after] = paintPending('thread', [arrived], [asked], new Map([[arrived.id, arrived]]));
    expect(after?.messages).toHaveLength(1);
  });
});
