import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { RefusalKind } from '../access/refusal.ts';
import { toInverseTime, type Instant } from '../kernel/clock.ts';
import type { PersonName } from '../kernel/document.ts';
import type { Id } from '../kernel/id.ts';
import { accept, refuse, type Result } from '../kernel/result.ts';
import type { createGroup, removeMember, setGroupDevices, setMember } from './commands.ts';
import { findMember, sortMembers, type Group } from './group.ts';
import { mayCreateGroup, mayLeave, mayManageMembers, maySetDevices } from './policy.ts';
import { isProtectedGroupName } from './protected-name.ts';

type Args<Definition extends { args: z.ZodType }> = z.infer<Definition['args']>;
type Outcome = Result<Group, RefusalKind>;

/** The group that `create-group` makes; `nameTaken` tells whether another group bears the name. */
export const create = (
  args: Args<typeof createGroup>,
  chair: PersonName,
  actor: Actor,
  context: { now: Instant; nameTaken: boolean },
): Outcome => {
  if (!mayCreateGroup(actor)) return refuse('forbidden');
  if (isProtectedGroupName(args.name)) return refuse('protected-group');
  if (args.ruleSet !== undefined && args.type !== 'body') return refuse('invalid');
  if (context.nameTaken) return refuse('name-taken');
  return accept({
    id: args.id,
    kind: 'group',
    rev: 0,
    inv: toInverseTime(context.now),
    name: args.name,
    type: args.type,
    ...(args.ruleSet === undefined ? {} : { ruleSet: args.ruleSet }),
    members: [{ person: chair, function: 'chair', votingStatus: 'entitled' }],
  });
};

/** The group under another name. */
export const rename = (group: Group, name: string, actor: Actor, nameTaken: boolean): Outcome => {
  if (!mayManageMembers(actor, group.id)) return refuse('forbidden');
  if (isProtectedGroupName(name)) return refuse('protected-group');
  return nameTaken ? refuse('name-taken') : accept({ ...group, name });
};

/** The group with the person at the given place. */
export const placeMember = (
  group: Group,
  args: Args<typeof setMember>,
  person: PersonName,
  actor: Actor,
): Outcome => {
  if (!mayManageMembers(actor, group.id)) return refuse('forbidden');
  const others = group.members.filter((member) => member.person.id !== person.id);
  const members = [...others, { person, function: args.function, votingStatus: args.votingStatus }];
  return hasChair({ ...group, members }) || !hasChair(group)
    ? accept({ ...group, members: sortMembers(members) })
    : refuse('last-chair');
};

/** The group without the person. */
export const dropMember = (group: Group, args: Args<typeof removeMember>, actor: Actor): Outcome => {
  const isAllowed =
    args.personId === actor.personId ? mayLeave(actor, group) : mayManageMembers(actor, group.id);
  if (!isAllowed) return refuse('forbidden');
  if (findMember(group, args.personId as Id) === undefined) return accept(group);
  const members = group.members.filter((member) => member.person.id !== args.personId);
  return members.length === 0 || hasChair({ ...group, members }) || !hasChair(group)
    ? accept({ ...group, members })
    : refuse('last-chair');
};

/** The body with its documents on all devices of its members, or on those of the school alone. */
export const setDevices = (group: Group, args: Args<typeof setGroupDevices>, actor: Actor): Outcome => {
  if (!maySetDevices(actor)) return refuse('forbidden');
  if (group.type !== 'body') return refuse('invalid');
  const { officialOnly: _before, ...rest } = group;
  return accept(args.officialOnly ? { ...rest, officialOnly: true } : rest);
};

/** A body that nobody chairs: as set-up and lists leave it, and nobody can convene it. */
export const lacksChair = (group: Group): boolean => group.type === 'body' && !hasChair(group);

const hasChair = (group: Group): boolean => group.members.some((member) => member.function === 'chair');
