import { groupBucket, personBucket, type Bucket } from '#core/access/bucket.ts';
import type { Group } from '#core/groups/group.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { AgendaItem, Conference, Motion } from '#core/meetings/conference.ts';
import { toAttendanceId } from '#core/meetings/ids.ts';
import { isAgendaOut } from '#core/meetings/policy.ts';
import type { Stage } from '../contract.ts';
import { loadItems, loadMotions, loadVoteRecords } from './parts.ts';

/**
 * Who may read the documents of this feature (D2; `core/meetings/policy.ts` says the same of people). Nobody is a reader by
 * name alone: who is named must belong to the body or be among the guests of the conference, so that whoever leaves reads
 * nothing more.
 */
const toPersonBuckets = (
  named: readonly (PersonName | undefined)[],
  { guests }: Pick<Conference, 'guests'>,
  body: Group | undefined,
): readonly Bucket[] => {
  const present = new Set<Id>([
    ...(body?.members ?? []).map(({ person }) => person.id),
    ...guests.map(({ id }) => id),
  ]);
  const ids = named.flatMap((name) => (name !== undefined && present.has(name.id) ? [name.id] : []));
  return [...new Set(ids)].map(personBucket);
};

const chairsOf = (body: Group | undefined): readonly PersonName[] =>
  (body?.members ?? [])
    .filter((member) => member.function === 'chair' || member.function === 'deputy')
    .map(({ person }) => person);

/** A conference lies with its body and with everybody whom it names from outside. */
export const placeConference = (conference: Conference, body: Group | undefined): readonly Bucket[] => [
  groupBucket(conference.body.id),
  ...toPersonBuckets(conference.guests, conference, body),
];

/** Who plans: chairs and deputies of the body, the chair of the sitting, and who planned it. */
const placeWithPlanners = (conference: Conference, body: Group | undefined): readonly Bucket[] =>
  toPersonBuckets([...chairsOf(body), conference.chair, conference.plannedBy], conference, body);

/** A restricted item lies with its circle and the chair; another one with who plans until the agenda is out, then with the body. */
export const placeItem = (
  item: AgendaItem,
  conference: Conference,
  body: Group | undefined,
): readonly Bucket[] => {
  const { chair, plannedBy, minuteTaker } = conference;
  if (item.circle !== undefined) return toPersonBuckets([...item.circle, chair], conference, body);
  if (!isAgendaOut(conference)) return placeWithPlanners(conference, body);
  const outsiders = conference.guests.filter(({ id }) =>
    [...item.guests, chair, plannedBy, minuteTaker].some((name) => name?.id === id),
  );
  return [groupBucket(conference.body.id), ...toPersonBuckets(outsiders, conference, body)];
};

/** A motion lies with its author and who plans; on the agenda it lies with its item as well. */
export const placeMotion = (
  motion: Motion,
  conference: Conference,
  body: Group | undefined,
  item: AgendaItem | undefined,
): readonly Bucket[] => {
  const planners = placeWithPlanners(conference, body);
  const author = toPersonBuckets([motion.author], conference, body);
  const readers = item === undefined ? [] : placeItem(item, conference, body);
  return [...new Set([...author, ...planners, ...readers])];
};

/** A vote lies where its item lies; where that was taken off, with the planners. */
export const placeVoteRecord = (
  conference: Conference,
  body: Group | undefined,
  item: AgendaItem | undefined,
): readonly Bucket[] =>
  item === undefined ? placeWithPlanners(conference, body) : placeItem(item, conference, body);

/** Places everything of a conference anew: its state, its guests or the chairs of its body have changed. */
export const placeAnew = async (stage: Stage, conference: Conference): Promise<void> => {
  const body = await stage.load('group', conference.body.id);
  await stage.place(conference, placeConference(conference, body));
  const attendance = await stage.load('attendance', toAttendanceId(conference.id));
  if (attendance !== undefined) await stage.place(attendance, placeConference(conference, body));
  const items = await loadItems(stage, conference.id);
  for (const item of items) await stage.place(item, placeItem(item, conference, body));
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const motion of await loadMotions(stage, conference.id)) {
    const item = motion.itemId === undefined ? undefined : byId.get(motion.itemId);
    await stage.place(motion, placeMotion(motion, conference, body, item));
  }
  for (const record of await loadVoteRecords(stage, conference.id)) {
    await stage.place(record, placeVoteRecord(conference, body, byId.get(record.itemId)));
  }
};

/** The same for all conferences of a body whose members or chairs have changed. */
export const placeBodyAnew = async (stage: Stage, bodyId: Id): Promise<void> => {
  for (const conference of await stage.loadPlaced('conference', groupBucket(bodyId))) {
    await placeAnew(stage, conference);
  }
};
