import type { RefusalKind } from '#core/access/refusal.ts';
import { toPersonName } from '#core/directory/person.ts';
import type { Group } from '#core/groups/group.ts';
import { toLocal } from '#core/kernel/calendar/wall-time.ts';
import type { Id } from '#core/kernel/id.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import { toNames } from '#core/meetings/build.ts';
import type { AgendaItem, Conference, Motion } from '#core/meetings/conference.ts';
import type { PlanningContext } from '#core/meetings/planning-rules.ts';
import type { Scene } from '../contract.ts';

/** A conference the actor may read, with its body. */
export interface KnownConference {
  readonly conference: Conference;
  readonly body: Group;
}

/** What the actor cannot read does not exist for them. */
export const findConference = async (
  scene: Scene,
  conferenceId: Id,
): Promise<Result<KnownConference, RefusalKind>> => {
  const conference = await scene.load('conference', conferenceId);
  if (conference === undefined || !(await scene.isReadable(conferenceId))) return refuse('not-found');
  const body = await scene.load('group', conference.body.id);
  return body === undefined ? refuse('not-found') : accept({ conference, body });
};

/** An item the actor may read, with its conference. */
export const findItem = async (
  scene: Scene,
  itemId: Id,
): Promise<Result<KnownConference & { readonly item: AgendaItem }, RefusalKind>> => {
  const item = await scene.load('agenda-item', itemId);
  if (item === undefined || !(await scene.isReadable(itemId))) return refuse('not-found');
  const known = await findConference(scene, item.conferenceId);
  return known.ok ? accept({ ...known.value, item }) : known;
};

/** A motion the actor may read, with its conference. */
export const findMotion = async (
  scene: Scene,
  motionId: Id,
): Promise<Result<KnownConference & { readonly motion: Motion }, RefusalKind>> => {
  const motion = await scene.load('motion', motionId);
  if (motion === undefined || !(await scene.isReadable(motionId))) return refuse('not-found');
  const known = await findConference(scene, motion.conferenceId);
  return known.ok ? accept({ ...known.value, motion }) : known;
};

/** What the rules of planning need: the names of everybody named who belongs to the school, and the day it is. */
export const toPlanningContext = async (scene: Scene, ids: readonly Id[]): Promise<PlanningContext> => {
  const { zone } = await scene.school();
  const wanted = [...new Set(ids)];
  const persons = await scene.loadAll('person', wanted);
  const active = await findActive(scene, wanted);
  const people = persons.filter(({ id }) => active.has(id)).map(toPersonName);
  return { actor: scene.actor, names: toNames(people), zone, today: toLocal(scene.now, zone).date };
};

/** Ids in one statement. */
const CHUNK = 200;

const findActive = async (scene: Scene, ids: readonly Id[]): Promise<ReadonlySet<Id>> => {
  const found = new Set<Id>();
  for (let start = 0; start < ids.length; start += CHUNK) {
    const some = ids.slice(start, start + CHUNK);
    const rows = await scene.transaction.all<{ id: Id }>(
      `select id from person where active = 1 and id in (${some.map(() => '?').join(', ')}) order by id`,
      ...some,
    );
    for (const { id } of rows) found.add(id);
  }
  return found;
};

/** Everybody whom the arguments of a conference name. */
export const toNamed = ({
  chairId,
  minuteTakerId,
  guestIds,
}: {
  readonly chairId: Id;
  readonly minuteTakerId?: Id | undefined;
  readonly guestIds: readonly Id[];
}): readonly Id[] => [chairId, ...(minuteTakerId === undefined ? [] : [minuteTakerId]), ...guestIds];

/** Everybody whom the arguments of an item name. */
export const toNamedInItem = ({
  presenterId,
  guestIds,
  entitledIds = [],
  circleIds = [],
}: {
  readonly presenterId?: Id | undefined;
  readonly guestIds: readonly Id[];
  readonly entitledIds?: readonly Id[] | undefined;
  readonly circleIds?: readonly Id[] | undefined;
}): readonly Id[] => [
  ...(presenterId === undefined ? [] : [presenterId]),
  ...guestIds,
  ...entitledIds,
  ...circleIds,
];
