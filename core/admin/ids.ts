import { combineIds, encodeBase32, type Id } from '../kernel/id.ts';

const SLIP = encodeBase32(new Uint8Array(16).fill(0x5a)) as Id;

/** The id of a person's slip: one document, however many slips there were. */
export const toSlipId = (personId: Id): Id => combineIds(personId, SLIP);
