import type { BehaviorSubject } from 'rxjs';
import type { z } from 'zod';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { liveCommands } from '#core/meetings/live-commands.ts';
import type { MeetingView } from '#core/meetings/view.ts';
import type { voteCommands } from '#core/votes/commands.ts';

type Definition = (typeof liveCommands)[number] | (typeof voteCommands)[number];

/** What can be said to a conference that sits; it never waits in the outbox (D1). */
export type LiveName = Definition['name'];
/** Its arguments; the line knows itself which conference it is for. */
export type LiveArgs<Name extends LiveName> = Omit<
  z.input<Extract<Definition, { name: Name }>['args']>,
  'conferenceId'
>;

/** What concerns the reader alone. */
export interface You {
  /** The ballot of the running vote is in. */
  readonly voted: boolean;
  /** Supports the demand for a secret vote. */
  readonly supports: boolean;
  readonly mayLead: boolean;
}

/**
 * `connecting`: for the first time, or again for a moment. `live`: what is shown is what holds. `lost`: the server is away;
 * what is shown is how it was. `shut`: the conference is not shown to this reader, or it is the device that may not.
 */
export type LiveStanding = 'connecting' | 'live' | 'lost' | 'shut';

/** Something that was said and has no answer yet. */
export interface UnderWay {
  readonly mid: Id;
  readonly name: LiveName;
  readonly args: object;
}

export interface LiveState {
  readonly standing: LiveStanding;
  /** Why it is shut. */
  readonly reason: RefusalKind | undefined;
  /** Undefined until the first answer; kept while the line is lost. */
  readonly view: MeetingView | undefined;
  readonly you: You;
  /** In the order of saying; nothing of it is done before it is answered. */
  readonly underWay: readonly UnderWay[];
}

/**
 * What became of it. `not-sent`: it did not go out and never will, because the line was away or its moment is over;
 * `unanswered`: it went out and nobody knows whether it arrived; the view will show it.
 */
export type Said =
  | { readonly ok: true; readonly at: Instant }
  | { readonly ok: false; readonly reason: RefusalKind | 'not-sent' | 'unanswered' };

/** The line of one tab to one conference (D16, D21). */
export interface LiveLine {
  readonly state$: BehaviorSubject<LiveState>;
  /** Says it to the conference; resolves when the server has answered or its moment is over. */
  say<Name extends LiveName>(name: Name, args: LiveArgs<Name>): Promise<Said>;
  /** The server's clock as this line measured it, in UTC milliseconds (D5). */
  now(): Instant;
  /** Tries again at once, if it waits. */
  retryNow(): void;
  close(): void;
}

/** Whose eyes it is opened for: mine, or those of everybody who looks at the wall. */
export type LiveEyes = 'own' | 'wall';
