import type { z } from 'zod';

/**
 * What a command is: its name, the schema of its arguments, and whether it may wait in the outbox.
 * Each feature lists its own in `commands.ts`; `core/protocol/commands.ts` gathers them.
 */
export interface CommandDefinition<Name extends string, Args extends z.ZodType, Offline extends boolean> {
  readonly name: Name;
  readonly args: Args;
  /** Whether it may wait in the outbox while the server is away; else it is given only while the server is there. */
  readonly offline: Offline;
}

export const defineCommand = <Name extends string, Args extends z.ZodType, Offline extends boolean>(
  definition: CommandDefinition<Name, Args, Offline>,
): CommandDefinition<Name, Args, Offline> => definition;
