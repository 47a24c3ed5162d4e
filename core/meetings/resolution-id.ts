import { combineIds, encodeBase32, type Id } from '../kernel/id.ts';

const RESOLUTION = encodeBase32(new Uint8Array(16).fill(0x52)) as Id;

/** The id of the resolution that came of a vote: however often it is entered, there is one. */
export const toResolutionId = (voteId: Id): Id => combineIds(voteId, RESOLUTION);
