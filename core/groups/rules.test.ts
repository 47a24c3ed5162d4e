import { describe, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import type { GroupFunction, Role } from '../access/roles.ts';
import type { PersonName } from '../kernel/document.ts';
import { encodeBase32, type Id } from '../kernel/id.ts';
import type { Group, GroupType } from './group.ts';
import { create, dropMember, placeMember, rename } from './rules.ts';

const id = (fill: number): Id => encodeBase32(new Uint8Array(16).fill(fill)) as Id;
const GROUP = id(9);
const person = (fill: number, lastName: string): PersonName => ({
  id: id(fill),
  shortCode: `P${fill}`,
  firstName: 'Vera',
  lastName,
});
const ada = person(1, 'Ahrens');
const bea = person(2, 'Bothe');
const cem = person(3, 'Celik');

const group = (
  places: readonly (readonly [PersonName, GroupFunction])[],
  type: GroupType = 'subject',
): Group => ({
  id: GROUP,
  kind: 'group',
  rev: 3,
  inv: 0,
  name: 'Fachschaft Deutsch',
  type,
  members: places.map(([one, place]) => ({ person: one, function: place, votingStatus: 'entitled' })),
});

const actor = (
  { id: personId }: PersonName,
  said: { place?: GroupFunction; role?: Role; administrator?: boolean } = {},
): Actor => ({
  personId,
  role: said.role ?? 'teacher',
  administrator: said.administrator ?? false,
  memberships:
    said.place === undefined ? [] : [{ groupId: GROUP, function: said.place, votingStatus: 'entitled' }],
});
const CREATORS: readonly Actor[] = [
  actor(ada, { role: 'leadership' }),
  actor(ada, { role: 'office' }),
  actor(ada, { administrator: true }),
];
const lastNames = (members: Group['members']): string[] => members.map((member) => member.person.lastName);

describe('creating a group', () => {
  const args = { id: GROUP, name: 'AG Schulgarten', type: 'working', chairId: bea.id } as const;
  const context = { now: Date.UTC(2026, 10, 23), nameTaken: false };

  test.each(CREATORS)('is for leadership, office and administrators; the chair is its only member', (one) => {
    expect(create(args, bea, one, context)).toMatchObject({
      ok: true,
      value: {
        id: GROUP,
        name: 'AG Schulgarten',
        type: 'working',
        members: [{ person: bea, function: 'chair', votingStatus: 'entitled' }],
      },
    });
  });

  test('is refused to everybody else, also to the chair of another group', () => {
    const teacher = actor(ada, { place: 'chair' });
    expect(create(args, bea, teacher, context)).toEqual({ ok: false, refusal: 'forbidden' });
  });

  test('is refused for a name that is taken', () => {
    const [leadership = actor(ada)] = CREATORS;
    const outcome = create(args, bea, leadership, { ...context, nameTaken: true });
    expect(outcome).toEqual({ ok: false, refusal: 'name-taken' });
  });

  test('[GRP3] is refused for a staff council', () => {
    const [leadership = actor(ada)] = CREATORS;
    const outcome = create({ ...args, name: 'Örtlicher Personalrat' }, bea, leadership, context);
    expect(outcome).toEqual({ ok: false, refusal: 'protected-group' });
  });
});

describe('renaming a group', () => {
  const before = group([[ada, 'chair']]);

  test('is for its chairs and for whoever creates groups', () => {
    for (const one of [actor(ada, { place: 'chair' }), actor(bea, { place: 'deputy' }), ...CREATORS]) {
      const outcome = rename(before, 'Fachschaft Englisch', one, false);
      expect(outcome).toEqual({ ok: true, value: { ...before, name: 'Fachschaft Englisch' } });
    }
    for (const one of [actor(bea, { place: 'member' }), actor(cem)]) {
      expect(rename(before, 'Neu', one, false)).toEqual({ ok: false, refusal: 'forbidden' });
    }
  });

  test('[GRP3] neither takes a name nor makes a staff council of it', () => {
    const chair = actor(ada, { place: 'chair' });
    expect(rename(before, 'Neu', chair, true)).toEqual({ ok: false, refusal: 'name-taken' });
    expect(rename(before, 'ÖPR', chair, false)).toEqual({ ok: false, refusal: 'protected-group' });
  });
});

describe('placing a person', () => {
  const before = group([
    [ada, 'chair'],
    [bea, 'member'],
  ]);
  const chair = actor(ada, { place: 'chair' });
  const place = (one: PersonName, at: GroupFunction, by: Actor = chair) =>
    placeMember(
      before,
      { groupId: GROUP, personId: one.id, function: at, votingStatus: 'entitled' },
      one,
      by,
    );

  test('adds it, chairs first, then by name', () => {
    const outcome = place(cem, 'deputy');
    expect(outcome.ok && lastNames(outcome.value.members)).toEqual(['Ahrens', 'Celik', 'Bothe']);
  });

  test('changes the place it has, and twice the same changes nothing more', () => {
    const outcome = place(bea, 'guest');
    expect(outcome.ok && outcome.value.members).toHaveLength(2);
    expect(outcome.ok && outcome.value.members[1]).toMatchObject({ person: bea, function: 'guest' });
  });

  test('is refused to members and to strangers', () => {
    for (const one of [actor(bea, { place: 'member' }), actor(cem)]) {
      expect(place(cem, 'member', one)).toEqual({ ok: false, refusal: 'forbidden' });
    }
  });

  test('does not take the last chair away', () => {
    expect(place(ada, 'member')).toEqual({ ok: false, refusal: 'last-chair' });
    expect(place(ada, 'deputy')).toEqual({ ok: false, refusal: 'last-chair' });
  });
});

describe('removing a person', () => {
  const drop = (before: Group, one: PersonName, by: Actor) =>
    dropMember(before, { groupId: GROUP, personId: one.id }, by);
  const two = group([
    [ada, 'chair'],
    [bea, 'member'],
  ]);

  test('is for the chair and whoever creates groups; a person not in it changes nothing', () => {
    const outcome = drop(two, bea, actor(ada, { place: 'chair' }));
    expect(outcome.ok && lastNames(outcome.value.members)).toEqual(['Ahrens']);
    expect(drop(two, cem, actor(ada, { place: 'chair' }))).toEqual({ ok: true, value: two });
    expect(drop(two, bea, actor(cem))).toEqual({ ok: false, refusal: 'forbidden' });
    for (const one of CREATORS) expect(drop(two, bea, one).ok).toBe(true);
  });

  test('does not leave members without a chair; the last of all may go', () => {
    expect(drop(two, ada, actor(ada, { place: 'chair' }))).toEqual({ ok: false, refusal: 'last-chair' });
    const alone = group([[ada, 'chair']]);
    expect(drop(alone, ada, actor(ada, { place: 'chair' }))).toMatchObject({
      ok: true,
      value: { members: [] },
    });
  });

  test('[GRP4] everybody leaves of their own accord, but not all staff', () => {
    expect(drop(two, bea, actor(bea, { place: 'member' })).ok).toBe(true);
    const staff = group(
      [
        [ada, 'chair'],
        [bea, 'member'],
        [cem, 'deputy'],
      ],
      'staff',
    );
    expect(drop(staff, bea, actor(bea, { place: 'member' }))).toEqual({ ok: false, refusal: 'forbidden' });
    expect(drop(staff, cem, actor(cem, { place: 'deputy' }))).toEqual({ ok: false, refusal: 'forbidden' });
    expect(drop(staff, bea, actor(bea, { place: 'member', role: 'office' })).ok).toBe(true);
    expect(drop(staff, bea, actor(ada, { place: 'chair' })).ok).toBe(true);
  });
});
