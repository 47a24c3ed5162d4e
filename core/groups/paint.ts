import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { Instant } from '../kernel/clock.ts';
import type { PersonName } from '../kernel/document.ts';
import type { createGroup, removeMember, renameGroup, setGroupDevices, setMember } from './commands.ts';
import type { Group } from './group.ts';
import { create, dropMember, placeMember, rename, setDevices } from './rules.ts';

type Args<Definition extends { args: z.ZodType }> = z.infer<Definition['args']>;

/** What the screen knew when the command was written. */
export interface GroupHints {
  readonly me: PersonName;
  readonly actor: Actor;
  readonly at: Instant;
  /** The chair or member whom the command names. */
  readonly person?: PersonName | undefined;
}

export const paintCreateGroup = (
  before: Group | undefined,
  args: Args<typeof createGroup>,
  hints: GroupHints,
): Group | undefined => {
  if (before !== undefined || hints.person === undefined) return before;
  const outcome = create(args, hints.person, hints.actor, { now: hints.at, nameTaken: false });
  return outcome.ok ? outcome.value : undefined;
};

export const paintRenameGroup = (
  before: Group | undefined,
  args: Args<typeof renameGroup>,
  hints: GroupHints,
): Group | undefined => {
  if (before === undefined) return undefined;
  const outcome = rename(before, args.name, hints.actor, false);
  return outcome.ok ? outcome.value : before;
};

export const paintSetMember = (
  before: Group | undefined,
  args: Args<typeof setMember>,
  hints: GroupHints,
): Group | undefined => {
  if (before === undefined || hints.person === undefined) return before;
  const outcome = placeMember(before, args, hints.person, hints.actor);
  return outcome.ok ? outcome.value : before;
};

export const paintRemoveMember = (
  before: Group | undefined,
  args: Args<typeof removeMember>,
  hints: GroupHints,
): Group | undefined => {
  if (before === undefined) return undefined;
  const outcome = dropMember(before, args, hints.actor);
  return outcome.ok ? outcome.value : before;
};

export const paintSetGroupDevices = (
  before: Group | undefined,
  args: Args<typeof setGroupDevices>,
  hints: GroupHints,
): Group | undefined => {
  if (before === undefined) return undefined;
  const outcome = setDevices(before, args, hints.actor);
  return outcome.ok ? outcome.value : before;
};
