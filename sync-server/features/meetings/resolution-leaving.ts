import { personBucket } from '#core/access/bucket.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../contract.ts';
import { placeResolution } from './resolution-placement.ts';

/** Somebody has left a body: what its restricted items resolved they read no longer. */
export const afterLeavingCircle = async (stage: Stage, groupId: Id, personId: Id): Promise<void> => {
  for (const resolution of await stage.loadPlaced('resolution', personBucket(personId))) {
    if (resolution.body.id !== groupId || resolution.circle === undefined) continue;
    const circle = resolution.circle.filter(({ id }) => id !== personId);
    await stage.put({ ...resolution, circle }, placeResolution({ body: resolution.body, circle }));
  }
};
