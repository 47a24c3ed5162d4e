import { combineIds, encodeBase32, type Id } from '../kernel/id.ts';

const ATTENDANCE = encodeBase32(new Uint8Array(16).fill(0x41)) as Id;

/** The id of the list of who was there: everybody finds it without asking. */
export const toAttendanceId = (conferenceId: Id): Id => combineIds(conferenceId, ATTENDANCE);
