import { z } from 'zod';
import { groupFunctionSchema, votingStatusSchema } from '../access/roles.ts';
import { defineCommand } from '../kernel/command.ts';
import { idSchema } from '../kernel/id.ts';
import { lineSchema } from '../kernel/text.ts';
import { groupRuleSetSchema, groupTypeSchema } from './group.ts';

const groupName = lineSchema(80);

/**
 * Creates a group; its creator does not become a member by it. The chair is the first member. A body may be given the
 * rules it decides by; without them it holds no votes.
 */
export const createGroup = defineCommand({
  name: 'create-group',
  args: z.object({
    id: idSchema,
    name: groupName,
    type: groupTypeSchema,
    chairId: idSchema,
    ruleSet: groupRuleSetSchema.optional(),
  }),
  offline: true,
});

export const renameGroup = defineCommand({
  name: 'rename-group',
  args: z.object({ id: idSchema, name: groupName }),
  offline: true,
});

/** Adds a person or changes the place it has; the same command twice changes nothing. */
export const setMember = defineCommand({
  name: 'set-member',
  args: z.object({
    groupId: idSchema,
    personId: idSchema,
    function: groupFunctionSchema,
    votingStatus: votingStatusSchema,
  }),
  offline: true,
});

/** Removes a person; a person may leave a group of its own accord unless it is the last chair or the group is all staff. */
export const removeMember = defineCommand({
  name: 'remove-member',
  args: z.object({ groupId: idSchema, personId: idSchema }),
  offline: true,
});

/** Keeps the documents of a body off private devices, or lets them there again (R34). */
export const setGroupDevices = defineCommand({
  name: 'set-group-devices',
  args: z.object({ groupId: idSchema, officialOnly: z.boolean() }),
  offline: true,
});

export const groupCommands = [createGroup, renameGroup, setMember, removeMember, setGroupDevices] as const;
