import { combineIds, encodeBase32, type Id } from '../kernel/id.ts';

const constant = (fill: number): Id => encodeBase32(new Uint8Array(16).fill(fill)) as Id;
const STATUS = constant(0x53);
const TOTALS = constant(0x54);
const THREAD = constant(0x51);

/** The id of a person's receipt for an announcement: every device finds it without asking. */
export const toReceiptId = (announcementId: Id, personId: Id): Id => combineIds(announcementId, personId);

/** The id of the author's list of who is missing. */
export const toStatusId = (announcementId: Id): Id => combineIds(announcementId, STATUS);

/** The id of the responses to an announcement. */
export const toTotalsId = (announcementId: Id): Id => combineIds(announcementId, TOTALS);

/** The id of the thread in which a person asks the sender. */
export const toThreadId = (announcementId: Id, askerId: Id): Id =>
  combineIds(combineIds(announcementId, askerId), THREAD);
