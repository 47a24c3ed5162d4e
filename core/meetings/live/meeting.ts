import type { Instant } from '../../kernel/clock.ts';
import type { GroupName, PersonName } from '../../kernel/document.ts';
import type { Id } from '../../kernel/id.ts';
import type { RuleSet } from '../../votes/rule-set.ts';
import type { AgendaItem, ItemKind } from '../conference.ts';
import type { QuorumNote, RollEntry } from '../outcome.ts';
import type { Hand } from '../view.ts';
import type { MeetingVote } from './vote-slot.ts';

/** Who belongs to the sitting, by person id. */
export type Roll = Readonly<Record<string, RollEntry>>;

/** The item that was called, as it stood on the agenda at that moment. */
export interface CalledItem {
  readonly id: Id;
  readonly label: string;
  readonly title: string;
  readonly itemKind: ItemKind;
  readonly presenter: PersonName | null;
  readonly minutes: number | null;
  readonly guests: readonly Id[];
  /** Who may vote on it, where not everybody entitled in the body may. */
  readonly entitled: readonly Id[] | null;
  /** Who alone takes part, where it is restricted. */
  readonly circle: readonly Id[] | null;
  readonly calledAt: Instant;
}

/** The item of the agenda as it is called. */
export const toCalledItem = (item: AgendaItem, label: string, calledAt: Instant): CalledItem => ({
  id: item.id,
  label,
  title: item.title,
  itemKind: item.itemKind,
  presenter: item.presenter ?? null,
  minutes: item.minutes ?? null,
  guests: item.guests.map(({ id }) => id),
  entitled: item.entitled?.map(({ id }) => id) ?? null,
  circle: item.circle?.map(({ id }) => id) ?? null,
  calledAt,
});

export type ItemOutcome = 'done' | 'deferred';

export interface SettledItem {
  readonly id: Id;
  readonly state: ItemOutcome;
  readonly restricted: boolean;
}

/** Who wants to speak to the present item, in the order in which they are called. */
export interface SpeakerList {
  readonly closed: boolean;
  readonly speaking: { readonly hand: Hand; readonly since: Instant } | null;
  readonly hands: readonly Hand[];
  readonly last: Hand | null;
}

export const NO_SPEAKERS: SpeakerList = { closed: false, speaking: null, hands: [], last: null };

/** A conference that sits (or has sat), as its events have made it. */
export interface Meeting {
  readonly conferenceId: Id;
  readonly body: GroupName;
  readonly title: string;
  readonly briefing: boolean;
  /** The rules it decides by, frozen when it was opened; null where the body has none. */
  readonly ruleSet: RuleSet | null;
  readonly secondCall: boolean;
  readonly phase: 'open' | 'closed';
  readonly openedAt: Instant;
  readonly chair: PersonName;
  readonly minuteTaker: PersonName | null;
  readonly locked: boolean;
  readonly roll: Roll;
  /** Who was sent out and comes back only if the chair lets them. */
  readonly sentOut: readonly Id[];
  /** Who waits to be let in, first come first. */
  readonly lobby: readonly PersonName[];
  readonly settled: readonly SettledItem[];
  readonly item: CalledItem | null;
  /** The label of the latest common item: "from item 3" must never name a restricted one. */
  readonly label: string | null;
  readonly speakers: SpeakerList;
  readonly vote: MeetingVote | null;
  readonly quorum: readonly QuorumNote[];
}
