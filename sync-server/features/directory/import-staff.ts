import { toImportReport, type ImportReport } from '#core/directory/import/import-report.ts';
import {
  planImport,
  type ExistingPerson,
  type ImportPlan,
  type PlannedPerson,
} from '#core/directory/import/plan-import.ts';
import { toGroupKey, type StaffList } from '#core/directory/import/read-staff-list.ts';
import { toPersonName, toShortCodeKey, type Person } from '#core/directory/person.ts';
import type { Group, GroupMember } from '#core/groups/group.ts';
import { sortMembers } from '#core/groups/group.ts';
import { toInverseTime } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../contract.ts';
import { placePerson } from './placement.ts';
import { toGroupType } from './group-type.ts';

/** What the import needs of the groups feature; composed in the registry. */
export interface GroupPort {
  store(stage: Stage, group: Group): Promise<void>;
  addMember(stage: Stage, groupId: Id, member: GroupMember): Promise<void>;
}

export interface ImportOutcome {
  readonly report: ImportReport;
  readonly membershipChanged: readonly Id[];
}

/** Imports a staff list as planned by core (D24), or with `dryRun` only tells what it would do. */
export const importStaff = async (
  stage: Stage,
  given: { readonly list: StaffList; readonly dryRun: boolean; readonly createId: () => Id },
  groupPort: GroupPort,
): Promise<ImportOutcome> => {
  const persons = await stage.loadKind('person');
  const groups = await stage.loadKind('group');
  const joined = await loadJoined(stage);
  const plan = planImport(
    given.list,
    persons.map((person) => toExisting(person, groups, joined.get(person.id) ?? [])),
    groups.map((group) => group.name),
  );
  const report = toImportReport(plan);
  if (given.dryRun) return { report, membershipChanged: [] };
  const changed = await storePersons(stage, plan, persons, given.createId);
  await storeGroups(stage, plan, { changed, groups, createId: given.createId }, groupPort);
  return { report, membershipChanged: [...changed.values()].map(({ id }) => id) };
};

/** Everybody's groups in the order in which they were joined, so that a list read twice is reported alike. */
const loadJoined = async (stage: Stage): Promise<ReadonlyMap<Id, readonly Id[]>> => {
  const rows = await stage.transaction.all<{ person_id: Id; group_id: Id }>(
    'select person_id, group_id from membership order by rowid',
  );
  const joined = new Map<Id, Id[]>();
  for (const { person_id: person, group_id: group } of rows) {
    joined.set(person, [...(joined.get(person) ?? []), group]);
  }
  return joined;
};

const toExisting = (person: Person, groups: readonly Group[], joined: readonly Id[]): ExistingPerson => ({
  ...toPersonName(person),
  role: person.role,
  groups: joined.flatMap((id) => groups.find((group) => group.id === id)?.name ?? []),
});

/** Stores new and updated persons; returns them by their line in the list. */
const storePersons = async (
  stage: Stage,
  plan: ImportPlan,
  persons: readonly Person[],
  createId: () => Id,
): Promise<ReadonlyMap<number, Person>> => {
  const known = new Map(persons.map((person) => [person.id, person]));
  const changed = new Map<number, Person>();
  for (const planned of [...plan.new, ...plan.updated]) {
    const before = planned.id && known.get(planned.id);
    const person: Person = {
      ...(before ?? {
        id: createId(),
        kind: 'person',
        rev: 0,
        inv: toInverseTime(stage.now),
        administrator: false,
        staffCouncil: false,
      }),
      shortCode: planned.shortCode,
      firstName: planned.firstName,
      lastName: planned.lastName,
      role: planned.role,
    };
    await stage.transaction.run(
      `insert into person (id, short_code_key, role, administrator, staff_council, active) values (?, ?, ?, 0, 0, 1)
       on conflict (id) do update set role = excluded.role, active = 1`,
      person.id,
      toShortCodeKey(person.shortCode),
      person.role,
    );
    await stage.put(person, placePerson(person));
    changed.set(planned.line, person);
  }
  return changed;
};

interface GroupChange {
  readonly changed: ReadonlyMap<number, Person>;
  readonly groups: readonly Group[];
  readonly createId: () => Id;
}

/** Adds members, creates missing groups, and shows corrected names where members are listed. Each group is stored once. */
const storeGroups = async (
  stage: Stage,
  plan: ImportPlan,
  { changed, groups, createId }: GroupChange,
  groupPort: GroupPort,
): Promise<void> => {
  const byKey = new Map(groups.map((group) => [toGroupKey(group.name), group]));
  const touched = new Map<string, Group>();
  const names = new Map([...changed.values()].map((person) => [person.id, toPersonName(person)]));
  for (const [key, group] of byKey) {
    if (group.members.some((member) => names.has(member.person.id))) {
      const members = group.members.map((member) => ({
        ...member,
        person: names.get(member.person.id) ?? member.person,
      }));
      touched.set(key, { ...group, members });
    }
  }
  for (const planned of [...plan.new, ...plan.updated]) {
    const person = changed.get(planned.line);
    if (person === undefined) continue;
    for (const name of planned.groupsAdded) {
      const key = toGroupKey(name);
      const group = touched.get(key) ?? byKey.get(key) ?? createGroup(name, createId(), stage);
      const member = toMember(person, planned);
      touched.set(key, { ...group, members: [...group.members, member] });
      await groupPort.addMember(stage, group.id, member);
    }
  }
  for (const group of touched.values()) {
    await groupPort.store(stage, { ...group, members: sortMembers(group.members) });
  }
};

const createGroup = (name: string, id: Id, stage: Stage): Group => ({
  id,
  kind: 'group',
  rev: 0,
  inv: toInverseTime(stage.now),
  name,
  type: toGroupType(name),
  members: [],
});

/** Teachers and leadership vote, everybody else advises until somebody decides otherwise (D26). */
const toMember = (person: Person, planned: PlannedPerson): GroupMember => ({
  person: toPersonName(person),
  function: planned.role === 'guest' ? 'guest' : 'member',
  votingStatus: planned.role === 'teacher' || planned.role === 'leadership' ? 'entitled' : 'advisory',
});
