import { z } from 'zod';
import { adminCommands } from '../admin/commands.ts';
import { slipCommands } from '../admin/slip-commands.ts';
import { announcementCommands } from '../announcements/commands.ts';
import { directoryCommands } from '../directory/commands.ts';
import { groupCommands } from '../groups/commands.ts';
import { planningCommands } from '../meetings/commands.ts';
import { liveCommands } from '../meetings/live-commands.ts';
import { idSchema } from '../kernel/id.ts';
import { resolutionCommands } from '../meetings/resolution-commands.ts';
import { voteCommands } from '../votes/commands.ts';
import type { Command } from './commands.ts';

/**
 * Every command there is. To add one: list it in its feature's `commands.ts`, then here it appears by itself. Apart from
 * the types, since only the server checks all of them: a client that loaded this would load every schema.
 */
export const commandDefinitions = [
  ...announcementCommands,
  ...groupCommands,
  ...directoryCommands,
  ...adminCommands,
  ...slipCommands,
  ...planningCommands,
  ...liveCommands,
  ...resolutionCommands,
  ...voteCommands,
] as const;

const envelope = { mid: idSchema, baseRev: z.int().min(0).optional() };

const variants = commandDefinitions.map((definition) =>
  z.object({ ...envelope, name: z.literal(definition.name), args: definition.args }),
);

/** The schema of a command with its arguments. */
export const commandSchema = z.union(variants).transform((command) => command as Command);
