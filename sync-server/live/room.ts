import type { Bucket } from '#core/access/bucket.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { toAudience } from '#core/meetings/live/audience.ts';
import type { MeetingEvent } from '#core/meetings/live/events.ts';
import { foldAll } from '#core/meetings/live/fold.ts';
import type { Meeting } from '#core/meetings/live/meeting.ts';
import { toChangedEntries, toChangedParts, toParts, toRollView } from '#core/meetings/live/parts.ts';
import type { MeetingAudience, MeetingParts } from '#core/meetings/view.ts';
import type { Subject } from '#server/commands/readable.ts';

/** Who hears of a conference: a socket of a person, or of the wall. */
export interface Listener {
  /** A message in the form of the wire. */
  send(text: string): void;
}

/** Somebody in a room. */
export interface Member {
  readonly listener: Listener;
  /** Null for a device on the wall, which is nobody's. */
  readonly subject: Subject | null;
  /** Everybody looks at it, whoever has opened it. */
  readonly isWall: boolean;
  /** What they may read, as of the last look. */
  buckets: ReadonlySet<Bucket>;
  audience: MeetingAudience;
}

/** What concerns one person alone when they come. */
export interface Own {
  readonly voted: boolean;
  readonly supports: boolean;
  readonly mayLead: boolean;
}

/** How many have voted in a vote. */
export interface VoteTurnout {
  readonly voteId: Id;
  readonly count: number;
}

/** A conference that somebody is shown: what it is now, and what was told of it last. */
export interface Room {
  readonly members: ReadonlyMap<Listener, Member>;
  /** The number of the last row of the log that is in it. */
  readonly seq: number;
  /** Whether something was not told yet. */
  readonly isBehind: boolean;
  /** Where its document is placed: who may not read it is shown nothing. */
  placed: ReadonlySet<Bucket>;
  /** Takes in what has happened; false if something before it is missing. */
  take(seq: number, events: readonly MeetingEvent[]): boolean;
  /** Takes the whole state anew. */
  replace(meeting: Meeting, seq: number): void;
  countTurnout(voteId: Id, turnout: number): void;
  join(
    member: Omit<Member, 'audience'>,
    request: { readonly id: number; readonly now: Instant; readonly own: Own },
  ): void;
  leave(listener: Listener): void;
  /** Tells everybody what has changed since the last time: one string for each audience. */
  tell(): void;
}

export const createRoom = (
  conferenceId: Id,
  start: {
    readonly meeting: Meeting;
    readonly seq: number;
    readonly turnout?: VoteTurnout | undefined;
  },
): Room => {
  const members = new Map<Listener, Member>();
  let { meeting, seq, turnout } = start;
  /** As it was told last; whoever comes is shown this, so that the next frame fits. */
  let told = meeting;
  let frame = 0;
  const shown = new Map<MeetingAudience, MeetingParts>();
  const wholes = new Map<MeetingAudience, string>();
  let isBehind = false;

  const toView = (of: Meeting, audience: MeetingAudience, before?: MeetingParts): MeetingParts => {
    const counted = turnout !== undefined && turnout.voteId === of.vote?.id ? turnout.count : 0;
    return toParts(of, audience, { before, turnout: counted });
  };
  const toMemberAudience = (
    of: Meeting,
    { subject, isWall }: Pick<Member, 'subject' | 'isWall'>,
  ): MeetingAudience => (isWall || subject === null ? 'wall' : toAudience(of, subject.personId));

  const showTold = (audience: MeetingAudience): MeetingParts => {
    const parts = shown.get(audience) ?? toView(told, audience);
    shown.set(audience, parts);
    return parts;
  };
  /** The whole as a JSON object without its first brace; made once however many come at the same time. */
  const toWhole = (audience: MeetingAudience): string => {
    const known = wholes.get(audience);
    if (known !== undefined) return known;
    const roll = toRollView(told, audience);
    const text = JSON.stringify({ conferenceId, seq: frame, parts: showTold(audience), roll }).slice(1);
    wholes.set(audience, text);
    return text;
  };

  return {
    members,
    placed: new Set(),
    get seq() {
      return seq;
    },
    get isBehind() {
      return isBehind;
    },
    take: (next, events) => {
      if (next <= seq) return true;
      const after = next === seq + 1 ? foldAll(events, meeting) : undefined;
      if (after === undefined) return false;
      [meeting, seq] = [after, next];
      isBehind = true;
      return true;
    },
    replace: (whole, at) => {
      [meeting, seq] = [whole, at];
      isBehind = true;
    },
    countTurnout: (voteId, count) => {
      // What was read when the room opened may be newer than what is still told: it never falls back.
      const known = turnout?.voteId === voteId ? turnout.count : 0;
      turnout = { voteId, count: Math.max(known, count) };
      isBehind = true;
    },
    join: (given, { id, now, own }) => {
      const audience = toMemberAudience(told, given);
      members.set(given.listener, { ...given, audience });
      const mine = JSON.stringify({ op: 'joined', id, now, you: own });
      given.listener.send(`${mine.slice(0, -1)},${toWhole(audience)}`);
    },
    leave: (listener) => {
      members.delete(listener);
    },
    tell: () => {
      isBehind = false;
      frame += 1;
      const before = told;
      const parts = new Map(shown);
      told = meeting;
      shown.clear();
      wholes.clear();
      const head = `{"op":"frame","conferenceId":"${conferenceId}","seq":${frame},`;
      const roll = toChangedEntries(before.roll, told.roll);
      const rollText = Object.keys(roll).length === 0 ? '' : `,"roll":${JSON.stringify(roll)}`;
      const texts = new Map<string, string>();
      const toText = (was: MeetingAudience, is: MeetingAudience): string => {
        const key = `${was} ${is}`;
        const known = texts.get(key);
        if (known !== undefined) return known;
        const last = parts.get(is);
        const next = shown.get(is) ?? toView(told, is, last);
        shown.set(is, next);
        // Whoever changes places is told all that is to be seen there.
        const changed = was === is && last !== undefined ? toChangedParts(last, next) : next;
        const text = `${head}"parts":${JSON.stringify(changed)}${is === 'wall' ? '' : rollText}}`;
        texts.set(key, text);
        return text;
      };
      for (const member of members.values()) {
        const audience = toMemberAudience(told, member);
        const text = toText(member.audience, audience);
        member.audience = audience;
        member.listener.send(text);
      }
    },
  };
};
