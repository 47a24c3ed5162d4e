import type { Bucket } from '#core/access/bucket.ts';
import { readStaffList } from '#core/directory/import/read-staff-list.ts';
import type { Person } from '#core/directory/person.ts';
import type { Group } from '#core/groups/group.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import type { CommandArgs, CommandName } from '#core/protocol/commands.ts';
import type { DocumentKind, DocumentOf } from '#core/protocol/documents.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import { createChance, type Chance } from '#server/app/demo/chance.ts';
import { jobModules } from '#server/app/job-modules.ts';
import type { Committed } from '#server/commands/door.job.ts';
import { createDoor, type Door } from '#server/commands/door.ts';
import { createDue, type Due } from '#server/commands/due.ts';
import { readDocument, readDocumentsOfKind } from '#server/feed/documents.ts';
import { readBuckets } from '#server/feed/numbering.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { createInlineSqliteStore } from '#server/storage/sqlite/inline-store.ts';
import { MONDAY, plainAnnouncement, TEST_STAFF } from './staff.ts';

/** Real door, handlers and store in memory, without a thread and without sockets; time and chance in the test's hand. */
export interface RuleWorld {
  readonly store: Store;
  readonly door: Door;
  readonly due: Due;
  readonly clock: { value: number };
  readonly chance: Chance;
  /** What was committed, oldest first. */
  readonly commits: readonly Committed[];
  person(shortCode: string): Person;
  group(name: string): Group;
  newId(): Id;
  /** Lets somebody send a command. */
  send<Name extends CommandName>(
    shortCode: string,
    name: Name,
    args: CommandArgs<Name>,
    extra?: { readonly mid?: Id; readonly baseRev?: number },
  ): Promise<CommandAnswer>;
  /** Publishes a plain announcement and returns its id. */
  announce(
    shortCode: string,
    groups: readonly string[],
    extra?: Partial<CommandArgs<'announce'>>,
  ): Promise<Id>;
  /** A document as it is stored now. */
  read<Kind extends DocumentKind>(kind: Kind, id: Id): Promise<DocumentOf<Kind> | undefined>;
  /** Where a document is placed now. */
  buckets(id: Id): Promise<readonly Bucket[]>;
  close(): Promise<void>;
}

export const createRuleWorld = async ({
  path = ':memory:',
  keyFolder,
  moreStaff = '',
  moreJobs = [],
}: {
  readonly path?: string;
  readonly keyFolder?: string;
  /** Lines beside those of `TEST_STAFF`. */
  readonly moreStaff?: string;
  /** Modules of jobs that only tests know. */
  readonly moreJobs?: readonly string[];
} = {}): Promise<RuleWorld> => {
  const chance = createChance(7);
  const clock = { value: MONDAY, now: () => clock.value };
  const store = await createInlineSqliteStore({
    path,
    keyFolder,
    jobModules: [...jobModules, ...moreJobs],
    context: { now: clock.now, randomBytes: (length) => chance.bytes(length) },
  });
  const commits: Committed[] = [];
  const ports = {
    store,
    clock,
    onCommitted: (committed: Committed) => void commits.push(committed),
    onError: (error: unknown) => {
      throw error;
    },
  };
  const door = createDoor(ports);
  const due = createDue(ports);
  const list = readStaffList(new TextEncoder().encode(TEST_STAFF + moreStaff));
  if (!list.ok) throw new Error(list.refusal);
  await store.write('create-school', { name: 'Testschule', land: 'BW', holidays: [], now: clock.value });
  await store.write('import-staff', { list: list.value, dryRun: false, now: clock.value });
  const persons = await readDocumentsOfKind(store.read, 'person');
  const groups = await readDocumentsOfKind(store.read, 'group');
  const find = <Found>(found: Found | undefined): Found => {
    if (found === undefined) throw new Error('the test school has no such person or group');
    return found;
  };
  const world: RuleWorld = {
    store,
    door,
    due,
    clock,
    chance,
    commits,
    person: (shortCode) => find(persons.find((person) => person.shortCode === shortCode)),
    group: (name) => find(groups.find((group) => group.name === name)),
    newId: () => createId(chance),
    send: (shortCode, name, args, extra = {}) =>
      door.submit(
        { personId: world.person(shortCode).id, sessionId: null },
        { mid: createId(chance), name, args, ...extra },
      ),
    announce: async (shortCode, names, extra = {}) => {
      const id = createId(chance);
      const groupIds = names.map((name) => world.group(name).id);
      const answer = await world.send(shortCode, 'announce', {
        ...plainAnnouncement(id, groupIds),
        ...extra,
      });
      if (answer.status !== 'stored') throw new Error(`announce was answered ${JSON.stringify(answer)}`);
      return id;
    },
    read: async <Kind extends DocumentKind>(kind: Kind, id: Id) => {
      const document = await readDocument(store.read, id);
      return document?.kind === kind ? (document as DocumentOf<Kind>) : undefined;
    },
    buckets: (id) => readBuckets(store.read, id),
    close: () => store.close(),
  };
  return world;
};
