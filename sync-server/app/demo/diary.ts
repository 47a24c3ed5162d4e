import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs, CommandName } from '#core/protocol/commands.ts';

/** One command of somebody at some time: the demonstration is made of what people did, through the one door. */
export interface Entry {
  readonly at: Instant;
  readonly by: string;
  readonly command: {
    readonly name: CommandName;
    readonly args: unknown;
    readonly baseRev?: number;
  };
}

/** Collects what people did, in any order. */
export interface Diary {
  write<Name extends CommandName>(
    at: Instant,
    by: string,
    name: Name,
    args: CommandArgs<Name>,
    baseRev?: number,
  ): void;
  /** Everything, in the order in which it happened; what happened at one instant stays in the order of writing. */
  read(): readonly Entry[];
}

export const createDiary = (): Diary => {
  const entries: Entry[] = [];
  return {
    write: (at, by, name, args, baseRev) => {
      entries.push({ at, by, command: { name, args, ...(baseRev === undefined ? {} : { baseRev }) } });
    },
    read: () => entries.toSorted((left, right) => left.at - right.at),
  };
};

/** How the demonstration names people and groups. */
export interface Names {
  person(shortCode: string): Id;
  group(name: string): Id;
}
