import { toImportReport, type ImportReport } from '#core/directory/import/import-report.ts';
import {
  planImport,
  toRoleBound,
  type ExistingPerson,
  type ImportPlan,
} from '#core/directory/import/plan-import.ts';
import { toPlanMark } from '#core/directory/import/plan-mark.ts';
import { toGroupKey, type StaffList } from '#core/directory/import/read-staff-list.ts';
import { toPersonName, toShortCodeKey, type Person } from '#core/directory/person.ts';
import { mayEditPeople } from '#core/directory/policy.ts';
import type { Group } from '#core/groups/group.ts';
import { findAllStaff, sortMembers } from '#core/groups/group.ts';
import { toInverseTime } from '#core/kernel/clock.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler, type Stage } from '../contract.ts';
import { noteAct } from './audit.ts';
import { toFirstPlace, type GroupPort } from './group-port.ts';
import { toGroupType } from './group-type.ts';
import { placePerson } from './placement.ts';
import { tellRights } from './store-rights.ts';

export interface ImportOutcome {
  readonly report: ImportReport;
  readonly membershipChanged: readonly Id[];
}

/** Imports a staff list as planned by core (D24), or with `dryRun` only tells what it would do. */
export const importStaff = async (
  stage: Stage,
  given: { readonly list: StaffList; readonly dryRun: boolean },
  groupPort: GroupPort,
): Promise<ImportOutcome> => {
  const directory = await loadDirectory(stage, null);
  const plan = planImport(given.list, directory.existing, directory.groupNames, directory.allStaff);
  const report = toImportReport(plan);
  if (given.dryRun) return { report, membershipChanged: [] };
  return { report, membershipChanged: await carryOut(stage, plan, directory, groupPort) };
};

/**
 * Takes over one piece of a list that somebody has looked at. It is planned anew here: where this plan would do anything
 * else than the preview showed, the directory has changed meanwhile and nothing is done.
 */
export const createImportStaff =
  (groupPort: GroupPort): Handler<CommandArgs<'import-staff'>> =>
  async (scene, { persons, mark }) => {
    if (!mayEditPeople(scene.actor)) return refused('forbidden');
    const directory = await loadDirectory(scene, scene.actor.personId);
    const list: StaffList = {
      form: 'spreadsheet',
      encoding: 'utf-8',
      read: persons.length,
      people: persons,
      refused: [],
    };
    const plan = planImport(list, directory.existing, directory.groupNames, directory.allStaff);
    if (plan.people.length < persons.length || toPlanMark(plan.people) !== mark) return refused('conflict');
    for (const id of await carryOut(scene, plan, directory, groupPort, scene.me)) scene.membershipChanged(id);
    await noteAct(scene, scene.actor.personId, 'import-staff', null);
    return STORED;
  };

/** The directory as the plan compares a list with it. */
interface Directory {
  readonly persons: readonly Person[];
  readonly groups: readonly Group[];
  readonly existing: readonly ExistingPerson[];
  readonly groupNames: readonly string[];
  readonly allStaff: string | undefined;
}

const loadDirectory = async (stage: Stage, actorId: Id | null): Promise<Directory> => {
  const persons = await stage.loadKind('person');
  const groups = await stage.loadKind('group');
  const names = new Map(groups.map((group) => [group.id, group.name]));
  const joined = await loadJoined(stage);
  return {
    persons,
    groups,
    existing: persons.map((person) => ({
      ...toExisting(person, names, joined.get(person.id) ?? []),
      roleBound: toRoleBound(person, actorId),
    })),
    groupNames: groups.map((group) => group.name),
    allStaff: findAllStaff(groups)?.name,
  };
};

/** Stores what is planned; returns those whose rights may have changed. */
const carryOut = async (
  stage: Stage,
  plan: ImportPlan,
  { persons, groups }: Directory,
  groupPort: GroupPort,
  by?: PersonName,
): Promise<readonly Id[]> => {
  const changed = await storePersons(stage, plan, persons, by);
  await storeGroups(stage, plan, { changed, groups }, groupPort);
  return [...changed.values()].map(({ id }) => id);
};

/** Everybody's groups in the order in which they were joined, so that a list read twice is reported alike. */
const loadJoined = async (stage: Stage): Promise<ReadonlyMap<Id, readonly Id[]>> => {
  const rows = await stage.transaction.all<{ person_id: Id; group_id: Id }>(
    'select person_id, group_id from membership order by rowid',
  );
  const joined = new Map<Id, Id[]>();
  for (const { person_id: person, group_id: group } of rows) {
    const groups = joined.get(person);
    if (groups === undefined) joined.set(person, [group]);
    else groups.push(group);
  }
  return joined;
};

const toExisting = (
  person: Person,
  groupNames: ReadonlyMap<Id, string>,
  joined: readonly Id[],
): ExistingPerson => ({
  ...toPersonName(person),
  role: person.role,
  groups: joined.flatMap((id) => groupNames.get(id) ?? []),
});

/** Stores new and updated persons; returns them by their line in the list. */
const storePersons = async (
  stage: Stage,
  plan: ImportPlan,
  persons: readonly Person[],
  by: PersonName | undefined,
): Promise<ReadonlyMap<number, Person>> => {
  const known = new Map(persons.map((person) => [person.id, person]));
  const changed = new Map<number, Person>();
  for (const planned of [...plan.new, ...plan.updated]) {
    const before = planned.id && known.get(planned.id);
    const person: Person = {
      ...(before ?? {
        id: stage.newId(),
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
    if (before && before.role !== person.role) await tellRights(stage, person, by);
    changed.set(planned.line, person);
  }
  return changed;
};

interface GroupChange {
  readonly changed: ReadonlyMap<number, Person>;
  readonly groups: readonly Group[];
}

/** Adds members, creates missing groups, and shows corrected names where members are listed. Each group is stored once. */
const storeGroups = async (
  stage: Stage,
  plan: ImportPlan,
  { changed, groups }: GroupChange,
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
      const group = touched.get(key) ?? byKey.get(key) ?? createGroup(name, stage);
      const member = toFirstPlace(person);
      touched.set(key, { ...group, members: [...group.members, member] });
      await groupPort.addMember(stage, group.id, member);
    }
  }
  for (const group of touched.values()) {
    await groupPort.store(stage, { ...group, members: sortMembers(group.members) });
  }
};

const createGroup = (name: string, stage: Stage): Group => ({
  id: stage.newId(),
  kind: 'group',
  rev: 0,
  inv: toInverseTime(stage.now),
  name,
  type: toGroupType(name),
  members: [],
});
