import { toInverseTime, type Instant } from '#core/kernel/clock.ts';
import type { GroupName, PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { VoteRecord } from '#core/votes/vote-record.ts';
import type { Entry } from '#server/features/meetings/enter-resolution.ts';

/** The jobs of `decided.job.ts`, for a server or a world that is asked for them. */
export const decidedJobs = new URL('./decided.job.ts', import.meta.url).href;

/** What of a vote a test wants to be its own. */
export interface Wanted {
  readonly body: GroupName;
  readonly chair: PersonName;
  readonly minuteTaker?: PersonName;
  readonly circle?: readonly PersonName[];
  readonly guests?: readonly PersonName[];
  readonly at: Instant;
  readonly wording?: string;
  readonly title?: string;
  readonly vote?: Partial<VoteRecord>;
}

/** A vote that was accepted with 28 to 9 and 4 abstentions, with item and sitting. */
export const toDecided = (newId: () => Id, wanted: Wanted): Entry => {
  const conferenceId = newId();
  const itemId = newId();
  const { body, chair, minuteTaker, circle, guests = [], at } = wanted;
  return {
    vote: {
      id: newId(),
      rev: 1,
      inv: toInverseTime(at),
      kind: 'vote-record',
      conferenceId,
      body,
      itemId,
      wording: wanted.wording ?? 'Die Schule führt ab dem Schuljahr 2027/28 das Doppelstundenmodell ein.',
      voteKind: 'yes-no',
      options: [],
      seats: 1,
      procedure: 'show-of-hands',
      state: 'decided',
      entitled: 75,
      present: 41,
      secondCall: false,
      counts: { yes: 28, no: 9, abstain: 4, invalid: 0 },
      decision: {
        quorate: true,
        outcome: 'accepted',
        base: 37,
        needed: 19,
        elected: [],
        runOff: [],
        citation: '§ 13 Abs. 3 KonfO',
        verified: true,
      },
      openedAt: at - 60_000,
      closedAt: at,
      ...wanted.vote,
    },
    item: {
      id: itemId,
      title: wanted.title ?? 'Doppelstundenmodell',
      ...(circle === undefined ? {} : { circle: [...circle] }),
    },
    conference: {
      id: conferenceId,
      body,
      chair,
      ...(minuteTaker === undefined ? {} : { minuteTaker }),
      guests: [...guests],
    },
  };
};
