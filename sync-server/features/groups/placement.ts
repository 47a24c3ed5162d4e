import { groupBucket, STAFF_BUCKET, type Bucket } from '#core/access/bucket.ts';
import type { Group } from '#core/groups/group.ts';

/** All staff find a group (R10); its members read it, whatever their role. */
export const placeGroup = (group: Pick<Group, 'id'>): readonly Bucket[] => [
  STAFF_BUCKET,
  groupBucket(group.id),
];
