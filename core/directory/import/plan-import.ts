import { isStaff, type Role } from '../../access/roles.ts';
import type { Id } from '../../kernel/id.ts';
import { accept, refuse, type Result } from '../../kernel/result.ts';
import { toShortCodeKey, type Person } from '../person.ts';
import { createNameIndex, type NameIndex } from './name-index.ts';
import { isDoubtfulName, mergeNames } from './names.ts';
import { toGroupKey, toWho, type ImportedPerson, type StaffList } from './read-staff-list.ts';
import type { ImportRefusal } from './refusal.ts';

/** Members a group has at most, as its schema says. */
const MAX_MEMBERS = 2_000;

/** A person the directory has, with the names of its groups. */
export interface ExistingPerson {
  readonly id: Id;
  readonly shortCode: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly role: Role;
  readonly groups: readonly string[];
  /**
   * What a list may not do to the role: nobody imports themselves another one, and whoever carries a flag belongs to the
   * staff.
   */
  readonly roleBound?: 'own' | 'staff' | undefined;
}

/** A person of the list as it stands after the import. Nothing here says administrator: no list decides that. */
export interface PlannedPerson {
  readonly line: number;
  readonly status: 'new' | 'updated' | 'unchanged';
  /** The person it is, unless new. */
  readonly id: Id | undefined;
  /** The person as the directory has it, unless new. */
  readonly before: ExistingPerson | undefined;
  readonly shortCode: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly role: Role;
  readonly groups: readonly string[];
  /** Those of `groups` in which the person has no place yet. */
  readonly groupsAdded: readonly string[];
  /** Whether a letter of the name is lost; to be shown until another list or a person corrects it. */
  readonly doubtful: boolean;
}

/** A place in a group that the list does not mention; it is only taken away when somebody says so. */
export interface ProposedRemoval {
  readonly personId: Id;
  readonly shortCode: string;
  readonly group: string;
}

/** What a list may not do to the role of a person; `actorId` is who imports, null for whoever runs the server. */
export const toRoleBound = (
  person: Pick<Person, 'id' | 'administrator' | 'staffCouncil'>,
  actorId: Id | null,
): ExistingPerson['roleBound'] => {
  if (person.id === actorId) return 'own';
  return person.administrator || person.staffCouncil ? 'staff' : undefined;
};

/** What an import would do; nothing is done by it. */
export interface ImportPlan {
  readonly read: number;
  readonly new: readonly PlannedPerson[];
  readonly updated: readonly PlannedPerson[];
  readonly unchanged: readonly PlannedPerson[];
  readonly refused: readonly ImportRefusal[];
  /** All of new, updated and unchanged, in the order of the list. */
  readonly people: readonly PlannedPerson[];
  readonly removalsProposed: readonly ProposedRemoval[];
  /** Names of groups that are not there yet. */
  readonly groupsCreated: readonly string[];
  /** Persons of the directory whom the list does not name. */
  readonly missing: readonly ExistingPerson[];
}

/**
 * Compares a list with the directory (D24): persons are matched by short code; the same name under another code is
 * refused, since nobody can tell whether it is one person or two. Planning the same list again changes nothing.
 *
 * @param groupNames names of all groups there are, so that a group keeps the spelling it has
 * @param allStaff name of the group that is all staff: whoever comes new as staff belongs to it, whatever the list says
 */
export const planImport = (
  list: StaffList,
  existing: readonly ExistingPerson[],
  groupNames: readonly string[] = [],
  allStaff?: string,
): ImportPlan => {
  const byCode = new Map(existing.map((person) => [toShortCodeKey(person.shortCode), person]));
  const names = createNameIndex(existing);
  const spellings = createSpellings([...groupNames, ...existing.flatMap(({ groups }) => groups)]);
  const members = countMembers(existing);
  const people: PlannedPerson[] = [];
  const refused: ImportRefusal[] = [...list.refused];
  const removalsProposed: ProposedRemoval[] = [];
  for (const given of list.people) {
    const stored = byCode.get(toShortCodeKey(given.shortCode));
    const outcome = planPerson(given, stored, spellings, allStaff);
    const planned = outcome.ok ? refuseAmbiguous(outcome.value, stored, names) : outcome;
    if (planned.ok) {
      const { person, refusals } = takePlaces(planned.value, members);
      people.push(person);
      names.add(person);
      refused.push(...refusals);
      if (isRoleKept(stored, given.role)) {
        refused.push({ kind: 'role-kept', line: given.line, person: toWho(person) });
      }
      removalsProposed.push(...proposeRemovals(given, stored, allStaff));
    } else {
      refused.push(planned.refusal);
    }
  }
  const withStatus = (status: PlannedPerson['status']) => people.filter((person) => person.status === status);
  const named = new Set(list.people.map(({ shortCode }) => toShortCodeKey(shortCode)));
  return {
    read: list.read,
    new: withStatus('new'),
    updated: withStatus('updated'),
    unchanged: withStatus('unchanged'),
    refused: refused.sort((left, right) => left.line - right.line),
    people,
    removalsProposed,
    groupsCreated: toNewGroups(people, existing, groupNames),
    missing: existing.filter(({ shortCode }) => !named.has(toShortCodeKey(shortCode))),
  };
};

function toNewGroups(
  people: readonly PlannedPerson[],
  existing: readonly ExistingPerson[],
  groupNames: readonly string[],
): readonly string[] {
  const known = new Set([...groupNames, ...existing.flatMap(({ groups }) => groups)].map(toGroupKey));
  const created = new Map<string, string>();
  for (const name of people.flatMap(({ groupsAdded }) => groupsAdded)) {
    if (!known.has(toGroupKey(name))) created.set(toGroupKey(name), name);
  }
  return [...created.values()];
}

function planPerson(
  given: ImportedPerson,
  stored: ExistingPerson | undefined,
  spellings: Spellings,
  allStaff: string | undefined,
): Result<PlannedPerson, ImportRefusal> {
  const { line } = given;
  const lastName = mergeField(stored?.lastName, given.lastName);
  const firstName = mergeField(stored?.firstName, given.firstName);
  if (lastName === 'doubtful-name' || firstName === 'doubtful-name') {
    return refuse({ kind: 'doubtful-name', line, person: toWho(given) });
  }
  if (lastName === undefined) return refuse({ kind: 'last-name-missing', line, person: toWho(given) });
  if (firstName === undefined) return refuse({ kind: 'first-name-missing', line, person: toWho(given) });
  const wanted = isRoleKept(stored, given.role) ? undefined : given.role;
  const role = wanted ?? stored?.role ?? 'teacher';
  const before = stored?.groups ?? [];
  const placed = new Set(before.map(toGroupKey));
  const asked = (given.groups ?? []).filter((group) => !placed.has(toGroupKey(group))).map(spellings.spell);
  const joinsStaff =
    stored === undefined && isStaff(role) && allStaff !== undefined && !asked.includes(allStaff);
  const groupsAdded = joinsStaff ? [allStaff, ...asked] : asked;
  return accept({
    line,
    status: toStatus(stored, { lastName, firstName, role, groupsAdded }),
    id: stored?.id,
    before: stored,
    shortCode: stored?.shortCode ?? given.shortCode,
    lastName,
    firstName,
    role,
    groups: [...before, ...groupsAdded],
    groupsAdded,
    doubtful: isDoubtfulName(lastName) || isDoubtfulName(firstName),
  });
}

function isRoleKept(stored: ExistingPerson | undefined, role: Role | undefined): boolean {
  if (stored?.roleBound === undefined || role === undefined || role === stored.role) return false;
  return stored.roleBound === 'own' || !isStaff(role);
}

function toStatus(
  stored: ExistingPerson | undefined,
  after: Pick<PlannedPerson, 'lastName' | 'firstName' | 'role' | 'groupsAdded'>,
): PlannedPerson['status'] {
  if (stored === undefined) return 'new';
  const isChanged =
    stored.lastName !== after.lastName ||
    stored.firstName !== after.firstName ||
    stored.role !== after.role ||
    after.groupsAdded.length > 0;
  return isChanged ? 'updated' : 'unchanged';
}

/** Leaves out groups that have no place left; the person and the other groups stay. */
function takePlaces(
  person: PlannedPerson,
  members: Map<string, number>,
): { readonly person: PlannedPerson; readonly refusals: readonly ImportRefusal[] } {
  const full = person.groupsAdded.filter((group) => {
    const count = (members.get(toGroupKey(group)) ?? 0) + 1;
    if (count <= MAX_MEMBERS) members.set(toGroupKey(group), count);
    return count > MAX_MEMBERS;
  });
  if (full.length === 0) return { person, refusals: [] };
  const groupsAdded = person.groupsAdded.filter((group) => !full.includes(group));
  return {
    person: {
      ...person,
      status: toStatus(person.before, { ...person, groupsAdded }),
      groups: person.groups.filter((group) => !full.includes(group)),
      groupsAdded,
    },
    refusals: full.map((group) => ({
      kind: 'group-full',
      line: person.line,
      person: toWho(person),
      group,
    })),
  };
}

function countMembers(existing: readonly ExistingPerson[]): Map<string, number> {
  const members = new Map<string, number>();
  for (const key of existing.flatMap(({ groups }) => groups.map(toGroupKey))) {
    members.set(key, (members.get(key) ?? 0) + 1);
  }
  return members;
}

function mergeField(
  stored: string | undefined,
  given: string | undefined,
): string | undefined | 'doubtful-name' {
  if (given === undefined || stored === undefined) return given ?? stored;
  return mergeNames(stored, given) ?? 'doubtful-name';
}

/** Refuses a name that came new into the directory and is there under another code. */
function refuseAmbiguous(
  planned: PlannedPerson,
  stored: ExistingPerson | undefined,
  names: NameIndex,
): Result<PlannedPerson, ImportRefusal> {
  if (stored?.lastName === planned.lastName && stored.firstName === planned.firstName) return accept(planned);
  const other = names.findOther(planned);
  return other === undefined
    ? accept(planned)
    : refuse({
        kind: 'ambiguous-name',
        line: planned.line,
        otherShortCode: other.shortCode,
        person: toWho(planned),
      });
}

function proposeRemovals(
  given: ImportedPerson,
  stored: ExistingPerson | undefined,
  allStaff: string | undefined,
): readonly ProposedRemoval[] {
  if (stored === undefined || given.groups === undefined) return [];
  const kept = new Set(given.groups.map(toGroupKey));
  return stored.groups
    .filter((group) => !kept.has(toGroupKey(group)) && !(group === allStaff && isStaff(stored.role)))
    .map((group) => ({ personId: stored.id, shortCode: stored.shortCode, group }));
}

interface Spellings {
  /** The name as it is written already, or as it was written first. */
  readonly spell: (group: string) => string;
}

function createSpellings(groupNames: readonly string[]): Spellings {
  const known = new Map<string, string>();
  const spell = (group: string): string => {
    const key = toGroupKey(group);
    const spelling = known.get(key) ?? group;
    known.set(key, spelling);
    return spelling;
  };
  groupNames.forEach(spell);
  return { spell };
}
