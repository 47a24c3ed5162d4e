import { ADMINISTRATION_BUCKET, personBucket, type Bucket } from '#core/access/bucket.ts';
import type { Id } from '#core/kernel/id.ts';

/** A device lies with its person alone: when it was last used is nobody else's business (R9). */
export const placeDevice = (personId: Id): readonly Bucket[] => [personBucket(personId)];

/** Approvals lie with the administration: there they are decided and shown to whoever checks. */
export const placeApproval = (): readonly Bucket[] => [ADMINISTRATION_BUCKET];
