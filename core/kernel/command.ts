import type { z } from 'zod';

/**
 * What a command is: its name, the schema of its arguments, and whether it may wait in the outbox.
 * Each feature lists its own in `commands.ts`; `core/protocol/commands.ts` gathers them.
 */
export interface CommandDefinition<Name extends string, Args extends z.ZodType> {
  readonly name: Name;
  readonly args: Args;
  /** Whether it may be given while the server is away and go out later. */
  readonly offline: boolean;
}

export const defineCommand = <Name extends string, Args extends z.ZodType>(
  definition: CommandDefinition<Name, Args>,
): CommandDefinition<Name, Args> => definition;
