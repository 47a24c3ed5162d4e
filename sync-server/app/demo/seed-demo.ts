import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { toFullName, toShortCodeKey, type Person } from '#core/directory/person.ts';
import { readStaffList } from '#core/directory/import/read-staff-list.ts';
import type { Group } from '#core/groups/group.ts';
import { toLocalDateTime } from '#core/kernel/calendar/local-date.ts';
import { toInstant } from '#core/kernel/calendar/wall-time.ts';
import type { Instant } from '#core/kernel/clock.ts';
import { createId } from '#core/kernel/id.ts';
import { createSignIn } from '#server/auth/sign-in.ts';
import { createSlipDoor } from '#server/commands/slip-door.ts';
import { createDoor } from '#server/commands/door.ts';
import { createDue } from '#server/commands/due.ts';
import type { CreateSchoolArgs, ImportStaffArgs, SetFlagsArgs } from '#server/commands/school.job.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { createSqliteStore } from '#server/storage/sqlite/sqlite-store.ts';
import { acquireWriterLock } from '#server/storage/sqlite/lock.ts';
import { openDataFolder, type DataFolder } from '../data-folder.ts';
import { jobModules } from '../job-modules.ts';
import { createChance, type Chance } from './chance.ts';
import { deriveAuth } from './derive.ts';
import { createDiary, type Entry, type Names } from './diary.ts';
import { DEMO_CHAIRS, DEMO_GROUPS } from './groups.ts';
import { DEMO_LOGINS } from './logins.ts';
import { markAsDemo } from './marker.ts';
import { writeConferences } from './conferences.ts';
import { writePast } from './past.ts';
import { writePresent } from './present.ts';
import { DEMO_HOLIDAYS, DEMO_LAND, DEMO_ZONE } from './school-year.ts';
import { DEMO_STAFF } from './staff.ts';
import { createTimeline, toFirstDay, type Rosters } from './timeline.ts';

const SEED = 20_261_123;
const ADMINISTRATORS = ['Gro', 'Now'];
const WEEK = 7 * 86_400_000;

/** Makes the demonstration school in a data folder: all of it or nothing. The same `now` gives the same school. */
export const seedDemo = async (dataDir: string, now: Instant): Promise<void> => {
  const folder = openDataFolder(dataDir);
  // Two that seed at once would put each other's unfinished school in place.
  const lock = acquireWriterLock(folder.database);
  try {
    await seedLocked(folder, now);
  } finally {
    lock.release();
  }
};

const seedLocked = async (folder: DataFolder, now: Instant): Promise<void> => {
  const workshop = path.join(folder.path, 'seeding');
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { mode: 0o700 });
  const unfinished = openDataFolder(workshop);
  const store = await createSqliteStore({ path: unfinished.database, jobModules });
  try {
    await furnish(store, now);
  } finally {
    await store.close();
  }
  markAsDemo(folder.path);
  renameSync(unfinished.database, folder.database);
  rmSync(workshop, { recursive: true, force: true });
};

const furnish = async (store: Store, now: Instant): Promise<void> => {
  const chance = createChance(SEED);
  const begin = toInstant(toLocalDateTime(toFirstDay(now), 8 * 60), DEMO_ZONE);
  await createPeople(store, begin);
  const people = new Map(
    (await readDocumentsOfKind(store.read, 'person')).map((one) => [one.shortCode, one]),
  );
  const groups = await createGroups(store, begin, chance, people);
  const names = toNames(people, groups);
  const rosters = toRosters(groups);
  const toName = (code: string): string => toFullName(people.get(code) ?? { firstName: '', lastName: '' });

  const diary = createDiary();
  const context = { now, chance, names, rosters };
  writePast(diary, createTimeline(now, chance, rosters, toName), context);
  writePresent(diary, context);
  writeConferences(diary, context);
  await live(store, diary.read(), { chance, names, until: now });
  await handOutPasswords(store, now, chance);
};

const createPeople = async (store: Store, now: Instant): Promise<void> => {
  const school: CreateSchoolArgs = {
    name: 'Hölderlin-Schule Neckarau (Vorführung)',
    land: DEMO_LAND,
    holidays: DEMO_HOLIDAYS,
    // Whoever tries it out has nobody who would approve their device.
    privateDevices: 'allowed',
    now,
  };
  await store.write('create-school', school);
  const list = readStaffList(new TextEncoder().encode(DEMO_STAFF));
  if (!list.ok) throw new Error(`the demonstration's staff list is ${list.refusal}`);
  const staff: ImportStaffArgs = { list: list.value, dryRun: false, now };
  await store.write('import-staff', staff);
  for (const shortCode of ADMINISTRATORS) {
    const person = await store.read.get<{ id: Person['id'] }>(
      'select id from person where short_code_key = ?',
      toShortCodeKey(shortCode),
    );
    if (person === undefined) continue;
    const flags: SetFlagsArgs = { personId: person.id, administrator: true, staffCouncil: false, now };
    await store.write('set-flags', flags);
  }
};

const createGroups = async (
  store: Store,
  now: Instant,
  chance: Chance,
  people: ReadonlyMap<string, Person>,
): Promise<readonly Group[]> => {
  const listed = await readDocumentsOfKind(store.read, 'group');
  const names = toNames(people, listed);
  const diary = createDiary();
  for (const [name, chair] of Object.entries(DEMO_CHAIRS)) {
    diary.write(now, 'Kuh', 'set-member', {
      groupId: names.group(name),
      personId: names.person(chair),
      function: 'chair',
      votingStatus: 'entitled',
    });
  }
  for (const { name, type, ruleSet, chair, members } of DEMO_GROUPS) {
    const id = createId(chance);
    diary.write(now, 'Kuh', 'create-group', {
      id,
      name,
      type,
      chairId: names.person(chair),
      ...(ruleSet === undefined ? {} : { ruleSet }),
    });
    const teaching = [...people.values()].filter(({ role }) => role === 'teacher' || role === 'leadership');
    const codes = members === 'teaching-staff' ? teaching.map(({ shortCode }) => shortCode) : members;
    for (const code of codes.filter((member) => member !== chair)) {
      diary.write(now, 'Kuh', 'set-member', {
        groupId: id,
        personId: names.person(code),
        function: 'member',
        votingStatus: 'entitled',
      });
    }
  }
  await live(store, diary.read(), { chance, names, until: now });
  return readDocumentsOfKind(store.read, 'group');
};

/** Lets everything happen again at its time, through the door every command takes. */
const live = async (
  store: Store,
  entries: readonly Entry[],
  { chance, names, until }: { chance: Chance; names: Names; until: Instant },
): Promise<void> => {
  const clock = { value: entries[0]?.at ?? until, now: () => clock.value };
  const fail = (error: unknown): void => {
    throw error instanceof Error ? error : new Error(String(error));
  };
  const silent = { store, clock, onCommitted: () => undefined, onError: fail };
  const door = createDoor(silent);
  const due = createDue(silent);
  let waiting: Promise<void>[] = [];
  const settle = async (): Promise<void> => {
    await Promise.all(waiting);
    waiting = [];
    await due.tick();
  };
  let nextTick = clock.value + WEEK;
  for (const { at, by, command } of entries) {
    if (at >= nextTick) {
      await settle();
      nextTick = at + WEEK;
    }
    clock.value = at;
    const sent = { mid: createId(chance), ...command };
    // The writer works in the order of the calls, so nobody has to wait for the one before.
    waiting.push(
      door.submit({ personId: names.person(by), sessionId: null }, sent).then((answer) => {
        // A sign-up list may be full and a deadline over, as in life; everything else is a mistake in this file.
        const isLife =
          answer.status === 'refused' && (answer.reason === 'full' || answer.reason === 'too-late');
        if (answer.status !== 'stored' && !isLife) {
          throw new Error(`${command.name} by ${by} was answered ${JSON.stringify(answer)}`);
        }
      }),
    );
  }
  clock.value = until;
  await settle();
};

const handOutPasswords = async (store: Store, now: Instant, chance: Chance): Promise<void> => {
  const clock = { now: () => now };
  const signIn = await createSignIn(store, clock, chance);
  const slipDoor = await createSlipDoor({ store, clock, random: chance, onCommitted: () => undefined });
  for (const { shortCode, password } of DEMO_LOGINS) {
    const code = await signIn.issueAccessCode(shortCode);
    const salt = Buffer.from(chance.bytes(16)).toString('base64url');
    const auth = deriveAuth(password, salt);
    const result = code && (await slipDoor.redeem({ shortCode, code, salt, auth }, 'demonstration'));
    if (!result || !result.ok) throw new Error(`${shortCode} could not be given a password`);
  }
};

const toNames = (people: ReadonlyMap<string, Person>, groups: readonly Group[]): Names => ({
  person: (shortCode) => {
    const person = people.get(shortCode);
    if (person === undefined) throw new Error(`nobody has the short code ${shortCode}`);
    return person.id;
  },
  group: (name) => {
    const group = groups.find((one) => one.name === name);
    if (group === undefined) throw new Error(`there is no group ${name}`);
    return group.id;
  },
});

const toRosters = (groups: readonly Group[]): Rosters =>
  new Map(groups.map(({ name, members }) => [name, members.map(({ person }) => person.shortCode)]));
