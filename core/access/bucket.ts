import type { Id } from '../kernel/id.ts';
import { isAdministration, type Actor } from './actor.ts';
import type { DeviceClass } from './device-class.ts';
import { isStaff } from './roles.ts';

/**
 * A document is readable if and only if it is placed in a bucket of mine that this device may hold (D2). Kinds: a group,
 * a person, of a person what stems from a body that is not for private devices, the staff (the directory), the
 * administration (slips, devices, requests), the office (slips it hands over) and everybody (the school's name and settings).
 */
export type Bucket =
  | `group:${string}`
  | `person:${string}`
  | `official:${string}`
  | 'school:staff'
  | 'school:administration'
  | 'school:office'
  | 'school:all';

export const STAFF_BUCKET: Bucket = 'school:staff';
export const ADMINISTRATION_BUCKET: Bucket = 'school:administration';
export const OFFICE_BUCKET: Bucket = 'school:office';
export const EVERYBODY_BUCKET: Bucket = 'school:all';
export const groupBucket = (groupId: Id): Bucket => `group:${groupId}`;
export const personBucket = (personId: Id): Bucket => `person:${personId}`;
/** The half of a person's bucket that no private device may hold. */
export const officialBucket = (personId: Id): Bucket => `official:${personId}`;

/** The buckets an actor may read on a device that may hold all of them, in sorted order. */
export const toReadableBuckets = (actor: Actor): readonly Bucket[] =>
  [
    EVERYBODY_BUCKET,
    personBucket(actor.personId),
    officialBucket(actor.personId),
    ...(isStaff(actor.role) ? [STAFF_BUCKET] : []),
    ...(isAdministration(actor) ? [ADMINISTRATION_BUCKET] : []),
    ...(actor.role === 'office' ? [OFFICE_BUCKET] : []),
    ...actor.memberships.map((membership) => groupBucket(membership.groupId)),
  ].sort();

/** Those of a person's buckets that a device of this class may hold (R34); `officialOnly` are the bodies kept off private ones. */
export const toHeldBuckets = (
  buckets: readonly Bucket[],
  deviceClass: DeviceClass,
  officialOnly: ReadonlySet<string>,
): readonly Bucket[] =>
  deviceClass === 'private'
    ? buckets.filter((bucket) => {
        const [kind, id = ''] = bucket.split(':');
        return kind !== 'official' && !(kind === 'group' && officialOnly.has(id));
      })
    : buckets;

/** The same bucket in the half of its person that private devices may hold, or in the other; a group's is what it is. */
export const toHalf = (bucket: Bucket, isOfficialOnly: boolean): Bucket => {
  const [kind, id = ''] = bucket.split(':');
  if (kind !== 'person' && kind !== 'official') return bucket;
  return isOfficialOnly ? `official:${id}` : `person:${id}`;
};
