import { z } from 'zod';

/** What a person is at the school (D7). Administrator and staff council are flags beside it, never roles. */
export const roleSchema = z.enum(['teacher', 'leadership', 'office', 'parent-representative', 'guest']);
export type Role = z.infer<typeof roleSchema>;

/** What a person does in a group. */
export const groupFunctionSchema = z.enum(['chair', 'deputy', 'member', 'guest']);
export type GroupFunction = z.infer<typeof groupFunctionSchema>;

/** Whether a member of a body votes, advises, or rests (D26). */
export const votingStatusSchema = z.enum(['entitled', 'advisory', 'dormant']);
export type VotingStatus = z.infer<typeof votingStatusSchema>;

/** Whether a role belongs to the staff: reads the directory and may announce to groups of its own. */
export const isStaff = (role: Role): boolean =>
  role === 'teacher' || role === 'leadership' || role === 'office';
