import { toReadableBuckets } from '#core/access/bucket.ts';
import { publish } from '#core/announcements/rules.ts';
import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler, type Scene } from '../contract.ts';
import { askEverybody } from './asked.ts';
import { toDeadline } from './deadline.ts';
import { isReleased, placeAnnouncement } from './placement.ts';

/** Publishes at once, or stores for its author alone until the release (D11). */
export const announce: Handler<CommandArgs<'announce'>> = async (scene, args) => {
  if (await scene.isTaken(args.id)) return refused('invalid');
  const school = await scene.school();
  const deadlines = [args.acknowledgement?.deadline, args.form?.deadline].filter(
    (text) => text !== undefined,
  );
  if (deadlines.some((text) => toDeadline(text, school.zone) === undefined)) return refused('invalid');
  if (!(await scene.mayReferTo(args.attachments ?? []))) return refused('file-missing');
  const groups = await loadReadableGroups(scene, args.groupIds);
  const outcome = publish(args, scene.me, scene.actor, { now: scene.now, groups, settings: school });
  if (!outcome.ok) return refused(outcome.refusal);
  if (await scene.isKeptOff(args.groupIds)) return refused('not-on-private');
  const announcement = outcome.value;
  await scene.put(announcement, placeAnnouncement(announcement, isReleased(announcement)));
  if (isReleased(announcement)) await askEverybody(scene, announcement, groups);
  else await scene.plan('release', announcement.id, announcement.publishAt);
  if (announcement.expiresAt !== undefined) {
    await scene.plan('expire', announcement.id, announcement.expiresAt);
  }
  return STORED;
};

/** A group the actor cannot read is as if it did not exist. */
const loadReadableGroups = async (scene: Scene, ids: readonly Id[]) => {
  const buckets = toReadableBuckets(scene.actor);
  const groups = await scene.loadAll('group', ids);
  const readable = await Promise.all(groups.map((group) => scene.isPlaced(group.id, buckets)));
  return groups.filter((_, index) => readable[index] === true);
};
