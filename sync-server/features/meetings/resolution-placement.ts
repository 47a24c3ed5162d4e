import { groupBucket, personBucket, type Bucket } from '#core/access/bucket.ts';
import type { Resolution } from '#core/meetings/outcome.ts';

/** A resolution lies with its body; one of a restricted item with its circle alone. */
export const placeResolution = ({ body, circle }: Pick<Resolution, 'body' | 'circle'>): readonly Bucket[] =>
  circle === undefined ? [groupBucket(body.id)] : circle.map(({ id }) => personBucket(id));
