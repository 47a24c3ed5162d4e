import type { Bucket } from '#core/access/bucket.ts';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { leads, mayTakeChair } from '#core/meetings/live/policy.ts';
import type { Meeting } from '#core/meetings/live/meeting.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import { findSession } from '#server/auth/sessions.ts';
import { loadActor } from '#server/commands/actor.ts';
import { loadReadableBuckets, type Subject } from '#server/commands/readable.ts';
import { readDocument } from '#server/feed/documents.ts';
import { readBuckets } from '#server/feed/numbering.ts';
import { loadMeeting, type Logged } from '#server/features/meetings/live/log.ts';
import { countTurnout, findBallotMid } from '#server/features/meetings/votes/box.ts';
import { isSupporter, toSupportKeyName } from '#server/features/meetings/votes/support.ts';
import type { Reader } from '#server/storage/contract/storage.ts';
import type { Own, VoteTurnout } from './room.ts';

/** What somebody finds who may come in. */
export interface Entry extends Logged {
  readonly own: Own;
  /** What the person may read on this device. */
  readonly buckets: ReadonlySet<Bucket>;
  /** Where the conference's document is placed. */
  readonly placed: ReadonlySet<Bucket>;
  /** How many have voted in the vote of the moment. */
  readonly turnout: VoteTurnout | undefined;
}

/** The clock, and keys that lie outside of the store. */
export interface EntryPorts {
  readonly now: Instant;
  readonly findKey: (name: string) => Uint8Array | undefined;
}

/**
 * Whether a session may be shown a conference, read in one snapshot: whoever reads its document may, while it sits and for a
 * while afterwards. What they cannot read does not exist.
 */
export const findEntry = async (
  reader: Reader,
  session: Subject & { readonly id: Id },
  conferenceId: Id,
  { now, findKey }: EntryPorts,
): Promise<Entry | RefusalKind> => {
  // The session may have ended since its socket was opened.
  if ((await findSession(reader, session.id, now)) === undefined) return 'unauthenticated';
  const buckets = new Set(await loadReadableBuckets(reader, session));
  const placed = new Set(await readBuckets(reader, conferenceId));
  const conference = await readDocument(reader, conferenceId);
  if (conference?.kind !== 'conference' || !meets(placed, buckets)) return 'not-found';
  const { state, closedAt = 0 } = conference;
  const isShown = state === 'open' || (state === 'closed' && now - closedAt < LIMITS.closedShown);
  const logged = isShown ? await loadMeeting(reader, conferenceId) : undefined;
  if (logged === undefined) return 'not-open';
  const turnout = await readTurnout(reader, logged.meeting.vote);
  const own = await readOwn(reader, logged.meeting, { personId: session.personId, findKey });
  return { ...logged, buckets, placed, turnout, own };
};

/** The same for a device on the wall: only the conference it was let in to, as long as its token lives. */
export const findWallEntry = async (
  reader: Reader,
  wallId: Id,
  conferenceId: Id,
): Promise<Entry | RefusalKind> => {
  const row = await reader.get('select 1 from wall where id = ? and conference = ?', wallId, conferenceId);
  const logged = row === undefined ? undefined : await loadMeeting(reader, conferenceId);
  if (logged === undefined) return 'not-open';
  const placed = new Set(await readBuckets(reader, conferenceId));
  const turnout = await readTurnout(reader, logged.meeting.vote);
  return { ...logged, buckets: new Set(), placed, turnout, own: NOBODY };
};

/** What concerns a device on the wall alone: nothing. */
const NOBODY: Own = { voted: false, supports: false, mayLead: false };

const readTurnout = async (reader: Reader, vote: Meeting['vote']): Promise<VoteTurnout | undefined> =>
  vote === null ? undefined : { voteId: vote.id, count: await countTurnout(reader, vote.id) };

/** Whether a document placed there is readable with these buckets. */
export const meets = (placed: ReadonlySet<Bucket>, buckets: ReadonlySet<Bucket>): boolean =>
  [...placed].some((bucket) => buckets.has(bucket));

const readOwn = async (
  reader: Reader,
  meeting: Meeting,
  { personId, findKey }: Pick<EntryPorts, 'findKey'> & { readonly personId: Id },
): Promise<Own> => {
  const actor = await loadActor(reader, personId);
  const mayLead = actor !== undefined && (leads(actor, meeting) || mayTakeChair(actor, meeting.body.id));
  const { vote } = meeting;
  const voted = vote !== null && (await findBallotMid(reader, vote.id, personId)) !== undefined;
  const key = vote === null ? undefined : findKey(toSupportKeyName(vote.id));
  const supports =
    vote !== null && key !== undefined && (await isSupporter(reader, vote.id, { personId, key }));
  return { voted, supports, mayLead };
};
