import { groupBucket } from '#core/access/bucket.ts';
import { toLocal } from '#core/kernel/calendar/wall-time.ts';
import type { LocalDate } from '#core/kernel/calendar/local-date.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { AgendaItem, Conference } from '#core/meetings/conference.ts';
import { toResolutionId } from '#core/meetings/resolution-id.ts';
import * as rules from '#core/meetings/resolutions.ts';
import type { VoteRecord } from '#core/votes/vote-record.ts';
import type { Stage } from '../contract.ts';
import { placeResolution } from './resolution-placement.ts';

/** A vote that has ended, with the item it was about and the sitting it was given in. */
export interface Entry {
  readonly vote: VoteRecord;
  readonly item: Pick<AgendaItem, 'id' | 'title' | 'circle'>;
  readonly conference: Pick<Conference, 'id' | 'body' | 'chair' | 'minuteTaker' | 'guests'>;
}

/**
 * Enters what a vote has decided, in the transaction that stores its result. Nothing where nothing was decided; once for
 * each vote, however often it is called (a tie is settled after the count).
 */
export const enterResolution = async (stage: Stage, { vote, item, conference }: Entry): Promise<void> => {
  const id = toResolutionId(vote.id);
  if (!rules.isResolved(vote) || (await stage.isTaken(id))) return;
  const { zone } = await stage.school();
  const decidedOn = toLocal(vote.closedAt, zone).date;
  const circle = item.circle === undefined ? undefined : await toReaders(stage, item.circle, conference);
  const number =
    circle === undefined
      ? await toCommonNumber(stage, conference.body.id, decidedOn)
      : rules.toRestrictedNumber(stage.newId(), decidedOn);
  const entered = rules.enterResolution({ id, number, vote, item, circle, conference, decidedOn });
  if (entered !== undefined) await stage.put(entered, placeResolution(entered));
};

/** A vote was annulled: what it decided has no effect any more, and stays to be read. */
export const repealResolution = async (stage: Stage, voteId: Id, reason: string): Promise<void> => {
  const before = await stage.load('resolution', toResolutionId(voteId));
  if (before === undefined || before.annulled !== undefined) return;
  const { zone } = await stage.school();
  await stage.put(rules.annul(before, reason, toLocal(stage.now, zone).date), placeResolution(before));
};

/** Numbers are counted over what lies with the whole body; restricted ones lie elsewhere and leave no gap. */
const toCommonNumber = async (stage: Stage, bodyId: Id, date: LocalDate): Promise<string> => {
  const given = await stage.loadPlaced('resolution', groupBucket(bodyId));
  return rules.toNextNumber(
    given.map(({ number }) => number),
    date,
  );
};

/** The circle and the chair, as far as they still belong to the body or were guests of the sitting. */
const toReaders = async (
  stage: Stage,
  circle: readonly PersonName[],
  { body, chair, guests }: Entry['conference'],
): Promise<readonly PersonName[]> => {
  const group = await stage.load('group', body.id);
  const present = new Set([
    ...(group?.members ?? []).map(({ person }) => person.id),
    ...guests.map(({ id }) => id),
  ]);
  const named = new Map([...circle, chair].map((person) => [person.id, person]));
  return [...named.values()].filter(({ id }) => present.has(id));
};
