import { z } from 'zod';
import { votingStatusSchema } from '../access/roles.ts';
import { documentBaseShape, groupNameSchema, personNameSchema } from '../kernel/document.ts';
import { idSchema } from '../kernel/id.ts';
import { voteCountsSchema, voteKindSchema } from '../votes/vote-record.ts';
import { localDateSchema } from './conference.ts';

/** Whether somebody is there. `expected`: nothing is known yet; excused never has a reason. */
export const presenceSchema = z.enum(['expected', 'present', 'excused', 'absent', 'left']);
export type Presence = z.infer<typeof presenceSchema>;

/** Guests are on the roll and count nowhere. */
export const rollStatusSchema = z.union([votingStatusSchema, z.literal('guest')]);
export type RollStatus = z.infer<typeof rollStatusSchema>;

/** Somebody on the roll. `from`, `until`: labels of items ("3"), where they came late or left early, never the clock (R19). */
export const rollEntrySchema = z.object({
  person: personNameSchema,
  status: rollStatusSchema,
  presence: presenceSchema,
  from: z.string().max(8).optional(),
  until: z.string().max(8).optional(),
});
export type RollEntry = z.infer<typeof rollEntrySchema>;

/** The quorum at one moment: at the opening, at each item, at each vote. */
export const quorumNoteSchema = z.object({
  /** The item's label; absent for the opening and for restricted items. */
  label: z.string().max(8).optional(),
  present: z.int().min(0),
  entitled: z.int().min(0),
  quorate: z.boolean(),
});
export type QuorumNote = z.infer<typeof quorumNoteSchema>;

/** Who was there, kept when the conference closes (and while it sits at each item). Placed as the conference is. */
export const attendanceSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('attendance'),
  conferenceId: idSchema,
  body: groupNameSchema,
  roll: z.array(rollEntrySchema).max(3_000),
  quorum: z.array(quorumNoteSchema).max(1_000),
});
export type Attendance = z.infer<typeof attendanceSchema>;

/**
 * A resolution in the register. `in-force`, `done`; `objected`: the head has objected, it is not executed until decided
 * anew (§ 16 (2) KonfO); `upheld` is `in-force` again; `lapsed`: its time is over; `repealed`: by a later one or annulled.
 */
export const resolutionStateSchema = z.enum(['in-force', 'done', 'objected', 'lapsed', 'repealed']);
export type ResolutionState = z.infer<typeof resolutionStateSchema>;

export const resolutionSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('resolution'),
  /**
   * `12/2026`, counted per body and calendar year. A restricted one has a drawn mark, `V KQ7M/2026`: a number of its own
   * series would tell every other circle how many there are.
   */
  number: z.string().max(20),
  conferenceId: idSchema,
  itemId: idSchema,
  voteId: idSchema.optional(),
  body: groupNameSchema,
  /** Who alone reads it: the circle of its item, where that was restricted. */
  circle: z.array(personNameSchema).max(500).optional(),
  /** Chair and minute-taker of the sitting: they keep it. */
  chair: personNameSchema,
  minuteTaker: personNameSchema.optional(),
  title: z.string().min(1).max(200),
  /** Verbatim. */
  wording: z.string().min(1).max(4_000),
  voteKind: voteKindSchema,
  /** What was to choose from, in the order of `counts.options`, and what was chosen. */
  options: z.array(z.string().max(200)).max(100),
  elected: z.array(z.string().max(200)).max(100),
  counts: voteCountsSchema.optional(),
  /** The rule it was decided by, with `verified` false where nobody has read it. */
  citation: z.string().max(400),
  verified: z.boolean(),
  decidedOn: localDateSchema,
  responsible: personNameSchema.optional(),
  due: localDateSchema.optional(),
  expires: localDateSchema.optional(),
  /** As stored; that its time is over follows from `expires` (`toPresentState`), so that it holds offline as well. */
  state: resolutionStateSchema,
  objection: z
    .object({
      by: personNameSchema,
      on: localDateSchema,
      reason: z.string().max(2_000),
      /** The body has to meet again not before and not after these days (7 teaching days, not earlier than the next day). */
      notBefore: localDateSchema,
      /** Absent where the body's rules name no period that somebody has read. */
      reconveneBy: localDateSchema.optional(),
      citation: z.string().max(200).optional(),
      outcome: z.enum(['upheld', 'repealed']).optional(),
      /** The day on which the second decision was entered. */
      settledOn: localDateSchema.optional(),
    })
    .optional(),
  /** The vote it came from was annulled. */
  annulled: z.object({ on: localDateSchema, reason: z.string().max(1_000) }).optional(),
});
export type Resolution = z.infer<typeof resolutionSchema>;
