import { readFileSync } from 'node:fs';
import path from 'node:path';
import { groupBucket, personBucket } from '#core/access/bucket.ts';
import type { Announcement } from '#core/announcements/announcement.ts';
import { toPersonName, type Person } from '#core/directory/person.ts';
import { toGroupName, type Group } from '#core/groups/group.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import { createApi } from '#renderer/replica/api.ts';
import { createSalt, derivePasswordKeys } from '#renderer/replica/keys.ts';
import { openDataFolder } from '#server/app/data-folder.ts';
import { createLocalActs } from '#server/app/control/local-acts.ts';
import { startServer, type UmlaufServer } from '#server/app/server.ts';
import { readDocument, readDocumentsOfKind } from '#server/feed/documents.ts';
import { createRecoveryKey } from '#server/operations/recovery-key.ts';
import { createSqliteStore } from '#server/storage/sqlite/sqlite-store.ts';
import { createAnnouncements, createContent } from './announcements.ts';
import type { FillArgs } from './fill.job.ts';
import { createChance } from './texts.ts';

const STAFF = new URL('../../fixtures/staff/kollegium-excel.csv', import.meta.url);
/** Has the whole directory and not one announcement. */
const NEWCOMER = 'Leer;Lea;Leer;Lehrkraft;"Fachschaft Astronomie"\n';
const BATCH = 500;

/** Who reads: with all announcements, or with none. */
export interface Reader {
  readonly personId: Id;
  readonly shortCode: string;
  readonly token: string;
}

/** The real server on the real store, with a school of sixty people and as many announcements as wanted. */
export interface School {
  readonly url: string;
  readonly reader: Reader;
  readonly newcomer: Reader;
  /** The announcements it began with. */
  readonly announcements: readonly Announcement[];
  /** Publishes one more through the door; resolves with it when it is committed. */
  announce(): Promise<Id>;
  /** Edits one of the first announcements through the door. */
  edit(): Promise<Id>;
  read(id: Id): Promise<Announcement>;
  /** Makes a backup as the server does by night. */
  backUp(): Promise<void>;
  close(): Promise<void>;
}

export const openSchool = async (options: {
  readonly folder: string;
  readonly count: number;
  /** The pages to serve. */
  readonly staticDir: string;
}): Promise<School> => {
  const dataDir = path.join(options.folder, 'school');
  const founded = await found(dataDir);
  const announcements = await fill(dataDir, founded, options.count);
  const server = await startServer({ dataDir, staticDir: options.staticDir });
  const { author, groups, reader, newcomer } = founded;
  const chance = createChance(2);
  const sender = { personId: author.id, sessionId: null };
  const submit = async (name: string, args: object, baseRev?: number): Promise<void> => {
    const answer = await server.door.submit(sender, { mid: newId(), name, args, baseRev });
    if (answer.status !== 'stored') throw new Error(`${name}: ${JSON.stringify(answer)}`);
  };
  const read = async (id: Id): Promise<Announcement> => {
    const document = await readDocument(server.store.read, id);
    if (document?.kind !== 'announcement') throw new Error(`no announcement ${id}`);
    return document;
  };
  let announced = 0;
  let edited = 0;
  return {
    url: server.url,
    reader: await toReader(server, reader),
    newcomer: await toReader(server, newcomer),
    announcements,
    read,
    announce: async () => {
      const id = newId();
      const group = groups[announced % groups.length];
      const content = createContent(chance, options.count + ++announced);
      await submit('announce', { id, ...content, groupIds: [group?.id], pinned: false, urgent: false });
      return id;
    },
    edit: async () => {
      const { id } = announcements.at(-1 - edited++) ?? { id: newId() };
      const { rev } = await read(id);
      await submit(
        'edit-announcement',
        { id, ...createContent(chance, edited), pinned: false, essential: false },
        rev,
      );
      return id;
    },
    backUp: async () => {
      const { publicKey } = createRecoveryKey(random);
      await server.store.write('set-backup', { publicKey, now: Date.now() });
      const made = await server.backups.make();
      if (!made.ok) throw new Error(`no backup was made: ${made.refusal}`);
    },
    close: () => server.close(),
  };
};

interface Founded {
  readonly author: Person;
  readonly groups: readonly Group[];
  readonly reader: Person;
  readonly newcomer: Person;
}

/** The school as an import leaves it. */
const found = async (dataDir: string): Promise<Founded> => {
  const server = await startServer({ dataDir });
  try {
    await importStaff(server);
    const persons = await readDocumentsOfKind(server.store.read, 'person');
    const groups = await readDocumentsOfKind(server.store.read, 'group');
    const membershipsOf = (person: Person) =>
      groups.filter((group) => group.members.some((member) => member.person.id === person.id));
    const busiest = persons
      .filter((person) => person.role === 'teacher')
      .toSorted((left, right) => membershipsOf(right).length - membershipsOf(left).length)[0];
    const author = persons.find((person) => person.role === 'leadership');
    const newcomer = persons.find((person) => person.shortCode === 'Leer');
    if (busiest === undefined || author === undefined || newcomer === undefined)
      throw new Error('the staff list lacks somebody');
    return { author, reader: busiest, newcomer, groups: membershipsOf(busiest) };
  } finally {
    await server.close();
  }
};

const importStaff = async (server: UmlaufServer): Promise<void> => {
  const file = Buffer.concat([readFileSync(STAFF), Buffer.from(NEWCOMER)]).toString('base64');
  const act = createLocalActs({
    store: server.store,
    clock: { now: () => Date.now() },
    signIn: server.signIn,
    onCommitted: () => undefined,
  });
  await act({ act: 'import', file, dryRun: false });
};

const fill = async (dataDir: string, { author, groups }: Founded, count: number): Promise<Announcement[]> => {
  const announcements = createAnnouncements(count, {
    author: toPersonName(author),
    groups: groups.map(toGroupName),
    until: Date.now(),
  });
  const store = await createSqliteStore({
    path: openDataFolder(dataDir).database,
    jobModules: [new URL('./fill.job.ts', import.meta.url).href],
  });
  try {
    for (let start = 0; start < count; start += BATCH) {
      const entries = announcements.slice(start, start + BATCH).map((announcement) => ({
        announcement,
        buckets: [personBucket(author.id), ...announcement.groups.map(({ id }) => groupBucket(id))],
      }));
      await store.write<undefined>('bench-fill', { entries } satisfies FillArgs);
    }
  } finally {
    await store.close();
  }
  return announcements;
};

/** Signs a person in with a password that a one-time code has set, as the client does. */
const toReader = async (server: UmlaufServer, { id, shortCode }: Person): Promise<Reader> => {
  const api = createApi(server.url, fetch);
  const salt = createSalt();
  const { auth } = await derivePasswordKeys(toPassword(shortCode), salt);
  const code = (await server.signIn.issueAccessCode(shortCode)) ?? '';
  await api.redeem({ shortCode, code, salt, auth });
  const answer = await api.signIn({ shortCode, auth, device: { id: newId(), class: 'official' } });
  if (!answer.ok) throw new Error(`${shortCode} cannot sign in: ${answer.refusal.reason}`);
  return { personId: id, shortCode, token: answer.value.token };
};

/** Everybody's password. */
export const toPassword = (shortCode: string): string => `passwort-${shortCode}`;

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
const newId = (): Id => createId(random);
