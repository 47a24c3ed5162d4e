import type { Id } from '../kernel/id.ts';
import { isAdministration, type Actor } from './actor.ts';
import { isStaff } from './roles.ts';

/**
 * A document is readable if and only if it is placed in a bucket of mine (D2). Kinds: a group, a person,
 * the staff (the directory), the administration (slips, devices, requests) and everybody (the school's name and settings).
 */
export type Bucket =
  `group:${string}` | `person:${string}` | 'school:staff' | 'school:administration' | 'school:all';

export const STAFF_BUCKET: Bucket = 'school:staff';
export const ADMINISTRATION_BUCKET: Bucket = 'school:administration';
export const EVERYBODY_BUCKET: Bucket = 'school:all';
export const groupBucket = (groupId: Id): Bucket => `group:${groupId}`;
export const personBucket = (personId: Id): Bucket => `person:${personId}`;

/** The buckets an actor may read, in sorted order. */
export const toReadableBuckets = (actor: Actor): readonly Bucket[] =>
  [
    EVERYBODY_BUCKET,
    personBucket(actor.personId),
    ...(isStaff(actor.role) ? [STAFF_BUCKET] : []),
    ...(isAdministration(actor) ? [ADMINISTRATION_BUCKET] : []),
    ...actor.memberships.map((membership) => groupBucket(membership.groupId)),
  ].sort();
