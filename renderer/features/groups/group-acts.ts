import type { RefusalKind } from '#core/access/refusal.ts';
import type { GroupFunction, VotingStatus } from '#core/access/roles.ts';
import { findMember, type Group, type GroupMember, type GroupType } from '#core/groups/group.ts';
import { dropMember, placeMember } from '#core/groups/rules.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Self, Submitted, Workspace } from '#renderer/replica/contract.ts';

/** What became of an act: in the outbox, or why it was not even written there. */
export type ActOutcome =
  { readonly ok: true } | { readonly ok: false; readonly reason: RefusalKind | 'outbox-full' | 'disk-full' };

const toOutcome = (submitted: Submitted): ActOutcome =>
  submitted.ok ? { ok: true } : { ok: false, reason: submitted.reason };

/** What can be done with a group. Core's rules are asked first, so that nobody waits for a refusal foreseen here. */
export interface GroupActs {
  /** Adds people as members, one command each; returns those who could not be added, and why. */
  add(
    group: Group,
    persons: readonly PersonName[],
    votingStatus: VotingStatus,
  ): Promise<ActOutcome & { readonly left: readonly PersonName[] }>;
  place(
    group: Group,
    member: GroupMember,
    change: { function?: GroupFunction; votingStatus?: VotingStatus },
  ): Promise<ActOutcome>;
  /** Removes a person, or oneself: leaving is the same act. */
  remove(group: Group, person: PersonName): Promise<ActOutcome>;
  rename(group: Group, name: string): Promise<ActOutcome>;
  /** Keeps the documents of a body off private devices, or lets them there again. */
  setDevices(group: Group, officialOnly: boolean): Promise<ActOutcome>;
  /** `ruleSet`: the id of the rules by which a body decides. */
  create(
    group: { readonly name: string; readonly type: GroupType; readonly ruleSet?: string | undefined },
    chair: PersonName,
  ): Promise<ActOutcome & { readonly id: Id }>;
}

/** The acts of one person in a workspace. */
export const createGroupActs = (workspace: Workspace, self: Self): GroupActs => ({
  async add(group, persons, votingStatus) {
    for (const [index, person] of persons.entries()) {
      if (findMember(group, person.id) !== undefined) continue;
      const args = { groupId: group.id, personId: person.id, function: 'member', votingStatus } as const;
      const outcome = toOutcome(await workspace.submit('set-member', args, { hints: { person } }));
      if (!outcome.ok) return { ...outcome, left: persons.slice(index) };
    }
    return { ok: true, left: [] };
  },

  async place(group, member, change) {
    const { person, ...place } = member;
    const args = { ...place, ...change, groupId: group.id, personId: person.id };
    const foreseen = placeMember(group, args, person, self.actor);
    if (!foreseen.ok) return { ok: false, reason: foreseen.refusal };
    return toOutcome(await workspace.submit('set-member', args, { hints: { person } }));
  },

  async remove(group, person) {
    const args = { groupId: group.id, personId: person.id };
    const foreseen = dropMember(group, args, self.actor);
    if (!foreseen.ok) return { ok: false, reason: foreseen.refusal };
    return toOutcome(await workspace.submit('remove-member', args, { hints: { person } }));
  },

  async rename(group, name) {
    return toOutcome(await workspace.submit('rename-group', { id: group.id, name: name.trim() }));
  },

  async setDevices(group, officialOnly) {
    return toOutcome(await workspace.submit('set-group-devices', { groupId: group.id, officialOnly }));
  },

  async create({ name, type, ruleSet }, chair) {
    const id = workspace.createId();
    const rules = ruleSet === undefined ? {} : { ruleSet };
    const args = { id, name: name.trim(), type, chairId: chair.id, ...rules };
    return { ...toOutcome(await workspace.submit('create-group', args, { hints: { person: chair } })), id };
  },
});
