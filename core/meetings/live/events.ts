import type { Instant } from '../../kernel/clock.ts';
import type { PersonName } from '../../kernel/document.ts';
import type { Id } from '../../kernel/id.ts';
import type { QuorumNote, RollEntry } from '../outcome.ts';
import type { Hand } from '../view.ts';
import type { CalledItem, ItemOutcome, Meeting } from './meeting.ts';
import type { MeetingVoteEvent } from './vote-slot.ts';

/** What is known of a sitting when it opens; everything else starts empty. */
export type Opening = Pick<
  Meeting,
  | 'conferenceId'
  | 'body'
  | 'title'
  | 'briefing'
  | 'ruleSet'
  | 'secondCall'
  | 'openedAt'
  | 'chair'
  | 'minuteTaker'
  | 'roll'
>;

/** What has happened in a sitting. Only ever added to: the log of every earlier version can be read. */
export type MeetingEvent =
  | { readonly type: 'opened'; readonly opening: Opening }
  | { readonly type: 'closed'; readonly at: Instant }
  | { readonly type: 'chair-taken'; readonly person: PersonName }
  | { readonly type: 'locked'; readonly locked: boolean }
  /** Who is not `present` any more has no hand raised either. */
  | { readonly type: 'roll-changed'; readonly entries: readonly RollEntry[] }
  | { readonly type: 'lobby-entered'; readonly person: PersonName }
  | { readonly type: 'lobby-left'; readonly personIds: readonly Id[] }
  | { readonly type: 'sent-out'; readonly personId: Id }
  /** May come back. */
  | { readonly type: 'let-back'; readonly personIds: readonly Id[] }
  | { readonly type: 'item-called'; readonly item: CalledItem; readonly quorum: QuorumNote }
  | {
      readonly type: 'item-settled';
      readonly itemId: Id;
      readonly state: ItemOutcome;
      readonly restricted: boolean;
    }
  | { readonly type: 'hand-raised'; readonly hand: Hand }
  | { readonly type: 'hand-lowered'; readonly handId: Id }
  | { readonly type: 'speaker-called'; readonly handId: Id; readonly at: Instant }
  | { readonly type: 'speaker-finished'; readonly handId: Id }
  | { readonly type: 'speaker-skipped'; readonly handId: Id }
  | { readonly type: 'speaker-put-back'; readonly handId: Id }
  | { readonly type: 'list-closed'; readonly closed: boolean }
  | MeetingVoteEvent;
