import type { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { RefusalKind } from '../../access/refusal.ts';
import type { Instant } from '../../kernel/clock.ts';
import type { PersonName } from '../../kernel/document.ts';
import type { Result } from '../../kernel/result.ts';
import type { liveCommands } from '../live-commands.ts';
import type { RollStatus } from '../outcome.ts';
import type { MeetingEvent } from './events.ts';
import type { CalledItem } from './meeting.ts';

type Definition = (typeof liveCommands)[number];
/** The commands to a sitting; opening it is one of its own, since there is none yet. */
export type LiveCommandName = Exclude<Definition['name'], 'open-conference'>;
export type LiveCommandArgs<Name extends LiveCommandName> = z.infer<
  Extract<Definition, { name: Name }>['args']
>;
export type LiveCommand = {
  [Name in LiveCommandName]: { readonly name: Name; readonly args: LiveCommandArgs<Name> };
}[LiveCommandName];

/** Who gives a command, when, and what the sitting itself does not know. */
export interface Circumstances {
  readonly actor: Actor;
  readonly me: PersonName;
  readonly now: Instant;
  /** For `call-item`: the item as it stands on the agenda; undefined if it is not there. */
  readonly item?: CalledItem | undefined;
  /** As what the actor would be on the roll now, whether they are or not; undefined for who has no place in it. */
  readonly standing?: RollStatus | undefined;
}

/** What a command makes happen; nothing at all if it asks for what is so already. */
export type Decided = Result<readonly MeetingEvent[], RefusalKind>;
