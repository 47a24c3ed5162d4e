import { ADMINISTRATION_BUCKET, OFFICE_BUCKET, personBucket, type Bucket } from '#core/access/bucket.ts';
import type { Slip } from '#core/admin/slip.ts';

/**
 * Slips lie with the administration and with the office, which hands them over. Whose password is reset sees the slip as
 * well, from its issue on: nobody's access changes hands behind their back (R6).
 */
export const placeSlip = (slip: Slip): readonly Bucket[] => [
  ADMINISTRATION_BUCKET,
  OFFICE_BUCKET,
  ...(slip.reset ? [personBucket(slip.person.id)] : []),
];
