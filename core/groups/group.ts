import { z } from 'zod';
import { groupFunctionSchema, votingStatusSchema } from '../access/roles.ts';
import { documentBaseShape, personNameSchema, type GroupName } from '../kernel/document.ts';
import type { Id } from '../kernel/id.ts';

/** What a group is for: all staff, a subject, a class team, a working group, or a body that confers and decides. */
export const groupTypeSchema = z.enum(['staff', 'subject', 'class', 'working', 'body']);
export type GroupType = z.infer<typeof groupTypeSchema>;

export const groupRuleSetSchema = z
  .string()
  .regex(/^[a-z]{2}-[a-z]+(-[a-z]+)*$/)
  .max(40);

export const groupMemberSchema = z.object({
  person: personNameSchema,
  function: groupFunctionSchema,
  votingStatus: votingStatusSchema,
});
export type GroupMember = z.infer<typeof groupMemberSchema>;

/** A group with its members. Found by all staff (R10), readable for its members. */
export const groupSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('group'),
  name: z.string().min(1).max(80),
  type: groupTypeSchema,
  /** The rules by which a body decides: the id of a rule set (`core/votes/rule-set.ts`). */
  ruleSet: groupRuleSetSchema.optional(),
  /** A body whose documents are kept off private devices (R34). */
  officialOnly: z.boolean().optional(),
  members: z.array(groupMemberSchema).max(2_000),
});

export type Group = z.infer<typeof groupSchema>;

export const toGroupName = (group: Group): GroupName => ({ id: group.id, name: group.name });

/** The member's place in the group, if the person has one. */
export const findMember = (group: Group, personId: Id): GroupMember | undefined =>
  group.members.find((member) => member.person.id === personId);

/** Members in the order in which they are shown: chairs, deputies, members, guests; then by name. */
export const sortMembers = (members: readonly GroupMember[]): GroupMember[] => {
  const order = { chair: 0, deputy: 1, member: 2, guest: 3 } as const;
  return [...members].sort(
    (left, right) =>
      order[left.function] - order[right.function] ||
      left.person.lastName.localeCompare(right.person.lastName, 'de') ||
      left.person.firstName.localeCompare(right.person.firstName, 'de'),
  );
};

/** The group that is all staff; undefined where there is none, or where nobody could tell which. */
export const findAllStaff = <Named extends Pick<Group, 'type'>>(
  groups: readonly Named[],
): Named | undefined => {
  const [first, second] = groups.filter(({ type }) => type === 'staff');
  return second === undefined ? first : undefined;
};
