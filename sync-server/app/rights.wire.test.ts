import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toTotalsId } from '#core/announcements/ids.ts';
import type { Id } from '#core/kernel/id.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import { commandDefinitions, type CommandArgs, type CommandName } from '#core/protocol/commands.ts';
import { documentSchema, type DocumentKind } from '#core/protocol/documents.ts';
import { plainAnnouncement } from '#tests/support/server/staff.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import { newId, type WireClient } from '#tests/support/server/wire-client.ts';

/**
 * Every kind of person × every command × every kind of document, over the wire. The announcement is Daniela Dreßler's
 * (Dre), for her subject group, to which Jag belongs and which Cha chairs; Wei teaches another subject.
 */
let school: TestSchool;
let clients: Record<Who, WireClient>;
const mine = new Map<Who, ReadonlyMap<string, DocumentKind>>();
let announcementId: Id;
let signUpId: Id;

const PEOPLE = {
  author: 'Dre',
  member: 'Jag',
  chair: 'Hau',
  outsider: 'Wei',
  leadership: 'Kuh',
  parent: 'Eltern',
  guest: 'Gast',
} as const;
type Who = keyof typeof PEOPLE;
const everybody = Object.keys(PEOPLE) as Who[];

const german = () => school.group('Fachschaft Deutsch').id;
const id = (who: Who) => school.person(PEOPLE[who]).id;
const form = (type: 'yes-no' | 'sign-up') => ({
  type,
  question: 'Ja?',
  options: [{ label: 'Ja' }, { label: 'Nein' }],
});

beforeAll(async () => {
  school = await startTestSchool();
  const opened = await Promise.all(
    everybody.map(async (who) => [who, await school.as(PEOPLE[who])] as const),
  );
  clients = Object.fromEntries(opened) as typeof clients;
  await clients.leadership.command('set-member', {
    groupId: german(),
    personId: id('chair'),
    function: 'chair',
    votingStatus: 'entitled',
  });
  [announcementId, signUpId] = [newId(), newId()];
  await clients.author.command('announce', {
    ...plainAnnouncement(announcementId, [german()]),
    acknowledgement: {},
    form: form('yes-no'),
  });
  await clients.author.command('announce', {
    ...plainAnnouncement(signUpId, [german()]),
    form: form('sign-up'),
  });
  await clients.member.command('ask-sender', { announcementId, askerId: id('member'), text: 'Frage' });
  for (const who of everybody) {
    const { documents } = await clients[who].pullAll();
    const parsed = documents.map((document) => documentSchema.parse(document));
    mine.set(who, new Map(parsed.map(({ id: documentId, kind }) => [documentId, kind])));
  }
});
afterAll(() => school.close());

describe('[REP1] what each kind of person is sent', () => {
  const holders = (matches: (id: string, kind: DocumentKind) => boolean): readonly Who[] =>
    everybody.filter((who) => [...(mine.get(who) ?? [])].some(([document, kind]) => matches(document, kind)));

  const readable: Record<DocumentKind, readonly Who[]> = {
    school: everybody,
    // Everybody has at least their own.
    person: everybody,
    group: everybody,
    announcement: ['author', 'member', 'chair'],
    receipt: ['member', 'chair'],
    status: ['author'],
    totals: ['author', 'member', 'chair'],
    thread: ['author', 'member'],
  };

  it.each(Object.entries(readable))('%s: %j', (kind, who) => {
    expect(holders((_id, found) => found === kind)).toEqual(who);
  });

  it('the directory is the staff’s; others are sent themselves and their groups', () => {
    const count = (who: Who, kind: DocumentKind) =>
      [...(mine.get(who)?.values() ?? [])].filter((found) => found === kind).length;
    for (const who of everybody) {
      const isStaff = who !== 'parent' && who !== 'guest';
      expect([who, count(who, 'person'), count(who, 'group')]).toEqual([
        who,
        isStaff ? 7 : 1,
        isStaff ? 4 : 1,
      ]);
    }
  });

  it('each receipt is its person’s alone, and answers are the author’s alone unless it is a sign-up list', () => {
    expect(holders((document) => document === toTotalsId(announcementId))).toEqual(['author']);
    expect(holders((document) => document === toTotalsId(signUpId))).toEqual(['author', 'member', 'chair']);
    const receipts = everybody.flatMap((who) =>
      [...(mine.get(who) ?? [])].filter(([, kind]) => kind === 'receipt').map(([document]) => document),
    );
    expect(new Set(receipts).size).toBe(receipts.length);
  });
});

type Verdict = 'stored' | 'forbidden' | 'not-found' | 'conflict' | 'invalid' | 'withdrawn';
type Table = Record<Who, Verdict>;
interface Attempt<Name extends CommandName> {
  readonly expected: Table;
  /** Made anew for each attempt, so that no success changes the next one. */
  readonly prepare: (who: Who) => Promise<CommandArgs<Name>>;
  readonly baseRev?: number;
}

const fresh = async (): Promise<Id> => {
  const made = newId();
  await clients.author.command('announce', {
    ...plainAnnouncement(made, [german()]),
    acknowledgement: {},
    form: form('yes-no'),
  });
  return made;
};
const freshGroup = async (): Promise<Id> => {
  const made = newId();
  await clients.leadership.command('create-group', {
    id: made,
    name: `Gruppe ${made}`,
    type: 'working',
    chairId: id('chair'),
  });
  await clients.leadership.command('set-member', {
    groupId: made,
    personId: id('member'),
    function: 'member',
    votingStatus: 'entitled',
  });
  return made;
};

const readersOnly = (verdicts: Partial<Table>): Table => ({
  author: 'not-found',
  member: 'not-found',
  chair: 'not-found',
  outsider: 'not-found',
  leadership: 'not-found',
  parent: 'not-found',
  guest: 'not-found',
  ...verdicts,
});

const nobody: Table = {
  author: 'forbidden',
  member: 'forbidden',
  chair: 'forbidden',
  outsider: 'forbidden',
  leadership: 'forbidden',
  parent: 'forbidden',
  guest: 'forbidden',
};
const somebody = { shortCode: 'Neu', firstName: 'Nina', lastName: 'Neumann', role: 'teacher' } as const;

const attempts: { readonly [Name in CommandName]: Attempt<Name> } = {
  announce: {
    expected: readersOnly({
      author: 'stored',
      member: 'stored',
      chair: 'stored',
      leadership: 'stored',
      outsider: 'forbidden',
    }),
    prepare: async () => plainAnnouncement(newId(), [german()]),
  },
  'edit-announcement': {
    expected: readersOnly({ author: 'stored', chair: 'stored', member: 'forbidden' }),
    prepare: async () => ({
      id: await fresh(),
      title: 'Neu',
      body: createRichText('Neu.'),
      pinned: false,
      essential: true,
    }),
    baseRev: 1,
  },
  'withdraw-announcement': {
    expected: readersOnly({ author: 'stored', chair: 'stored', member: 'forbidden' }),
    prepare: async () => ({ id: await fresh() }),
  },
  acknowledge: {
    expected: readersOnly({ member: 'stored', chair: 'stored' }),
    prepare: async () => ({ announcementId: await fresh(), content: 1 }),
  },
  respond: {
    expected: readersOnly({ author: 'stored', member: 'stored', chair: 'stored' }),
    prepare: async () => ({ announcementId: await fresh(), answer: [0] }),
  },
  'ask-sender': {
    expected: readersOnly({ author: 'forbidden', member: 'stored', chair: 'stored' }),
    prepare: async (who) => ({ announcementId: await fresh(), askerId: id(who), text: 'Frage' }),
  },
  remind: {
    expected: readersOnly({ author: 'stored', member: 'forbidden', chair: 'forbidden' }),
    prepare: async () => ({ announcementId: await fresh() }),
  },
  'create-group': {
    // The office chairs this group, and its role may create groups.
    expected: {
      author: 'forbidden',
      member: 'forbidden',
      chair: 'stored',
      outsider: 'forbidden',
      leadership: 'stored',
      parent: 'forbidden',
      guest: 'forbidden',
    },
    prepare: async () => {
      const made = newId();
      return { id: made, name: `Neu ${made}`, type: 'working', chairId: id('member') };
    },
  },
  'rename-group': {
    expected: readersOnly({
      author: 'forbidden',
      member: 'forbidden',
      outsider: 'forbidden',
      chair: 'stored',
      leadership: 'stored',
    }),
    prepare: async () => {
      const made = await freshGroup();
      return { id: made, name: `Umbenannt ${made}` };
    },
  },
  'set-member': {
    expected: readersOnly({
      author: 'forbidden',
      member: 'forbidden',
      outsider: 'forbidden',
      chair: 'stored',
      leadership: 'stored',
    }),
    prepare: async () => ({
      groupId: await freshGroup(),
      personId: id('outsider'),
      function: 'member',
      votingStatus: 'entitled',
    }),
  },
  'remove-member': {
    // Everybody may leave; the member is the one who is removed.
    expected: readersOnly({
      author: 'forbidden',
      member: 'stored',
      outsider: 'forbidden',
      chair: 'stored',
      leadership: 'stored',
    }),
    prepare: async () => ({ groupId: await freshGroup(), personId: id('member') }),
  },
  // None of these people administers.
  'import-staff': {
    expected: nobody,
    prepare: async () => ({
      importId: newId(),
      persons: [{ line: 2, ...somebody, groups: undefined, doubtful: false }],
      mark: '0123456789abcdef',
    }),
  },
  'add-person': { expected: nobody, prepare: async () => ({ id: newId(), ...somebody, groupIds: [] }) },
  'edit-person': {
    expected: nobody,
    prepare: async () => ({ id: id('outsider'), ...somebody }),
    baseRev: 1,
  },
};

const names = commandDefinitions.map(({ name }) => name);

describe('[CMD3] what each kind of person may do', () => {
  it.each(
    names.flatMap((name) => everybody.map((who) => [name, who, attempts[name].expected[who]] as const)),
  )('%s by %s: %s', async (name, who, expected) => {
    await send(name, who, expected);
  });

  it.each(names)('[CMD5] %s with the arguments of another command is invalid for everybody', async (name) => {
    for (const who of everybody) {
      const args = { id: 7, body: { type: 'doc', content: [{ type: 'image' }] } };
      expect(await clients[who].submit({ mid: newId(), name, args })).toEqual({
        status: 'refused',
        reason: 'invalid',
      });
    }
  });

  it.each(names)('%s on what does not exist is refused for everybody', async (name) => {
    for (const who of everybody) {
      if (name === 'announce' || name === 'create-group' || attempts[name].expected === nobody) continue;
      const args = JSON.parse(
        JSON.stringify(await attempts[name].prepare(who)).replace(
          /"(id|announcementId|groupId)":"[a-z2-7]{26}"/,
          `"$1":"${newId()}"`,
        ),
      ) as CommandArgs<typeof name>;
      expect(await clients[who].command(name, args, { baseRev: 1 })).toEqual({
        status: 'refused',
        reason: 'not-found',
      });
      school.clock.value += 1_000;
    }
  });
});

it('[CMD1] an answer is a status, a revision or a reason, and never a document', () => {
  const answers = everybody.flatMap((who) =>
    clients[who].received.flatMap((message) => (message.op === 'answer' ? [message.answer] : [])),
  );
  expect(answers.length).toBeGreaterThan(100);
  for (const answer of answers) {
    expect(['stored', 'conflict', 'refused']).toContain(answer.status);
    expect(Object.keys(answer).filter((key) => !['status', 'rev', 'reason'].includes(key))).toEqual([]);
  }
});

const send = async <Name extends CommandName>(name: Name, who: Who, expected: Verdict): Promise<void> => {
  const attempt = attempts[name];
  const args = await attempt.prepare(who);
  const extra = attempt.baseRev === undefined ? {} : { baseRev: attempt.baseRev };
  const answer = await clients[who].command(name, args, extra);
  expect(answer.status === 'refused' ? answer.reason : answer.status).toBe(expected);
  // The rate limit is not what is tested here.
  school.clock.value += 1_000;
};
