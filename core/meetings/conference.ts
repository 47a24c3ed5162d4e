import { z } from 'zod';
import { documentBaseShape, groupNameSchema, personNameSchema } from '../kernel/document.ts';
import { fileReferencesSchema } from '../kernel/file.ts';
import { idSchema } from '../kernel/id.ts';
import { richTextSchema } from '../kernel/rich-text.ts';
import { ruleSetIdSchema } from '../votes/rule-set.ts';

const instant = z.int().min(0);

/** A day in the school's zone, `2026-11-25`. */
export const localDateSchema = z.string().regex(/^\d{4}-\d\d-\d\d$/);
/** What a clock on the wall of the school shows, `14:00` (D5). */
export const wallClockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/**
 * Where a conference stands. `planned`: the date is known, the agenda is the chair's alone; `invited`: the agenda is out;
 * `open`: it sits; `closed`: it has ended; `cancelled`: it does not take place.
 */
export const conferenceStateSchema = z.enum(['planned', 'invited', 'open', 'closed', 'cancelled']);
export type ConferenceState = z.infer<typeof conferenceStateSchema>;

/** Where people sit: in one room, in a room and elsewhere, or each elsewhere. */
export const sittingSchema = z.enum(['room', 'hybrid', 'remote']);
export type Sitting = z.infer<typeof sittingSchema>;

/** What has to be settled before a hybrid or remote sitting (§ 12a KonfO: confidentiality, no recording). */
export const hybridCheckSchema = z.enum([
  'everybody-reached',
  'alone-in-the-room',
  'no-recording',
  'votes-possible',
  'secret-votes-settled',
]);
export type HybridCheck = z.infer<typeof hybridCheckSchema>;

/**
 * A conference of a body, or a briefing (*Dienstbesprechung*), which decides nothing (§ 1 (2) KonfO). Placed with its body
 * and with each guest. Its `inv` is the inverse time of its start.
 */
export const conferenceSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('conference'),
  body: groupNameSchema,
  /** The rules it decides by; absent where the body has none. */
  ruleSet: ruleSetIdSchema.optional(),
  briefing: z.boolean(),
  title: z.string().min(1).max(200),
  date: localDateSchema,
  start: wallClockSchema,
  /** When it is meant to end. */
  end: wallClockSchema.optional(),
  place: z.string().max(200),
  sitting: sittingSchema,
  checks: z.array(hybridCheckSchema).max(10),
  state: conferenceStateSchema,
  chair: personNameSchema,
  /** Who planned it; reads the agenda before the invitation, as the chairs do. */
  plannedBy: personNameSchema,
  minuteTaker: personNameSchema.optional(),
  /** People who are no members of the body; they read the conference and the items that name them. */
  guests: z.array(personNameSchema).max(100),
  /** The last day on which members may hand in motions. */
  motionsUntil: localDateSchema.optional(),
  /** Whether this is the second call for the same items. */
  secondCall: z.boolean(),
  /** The announcement that invited, and whether the rule set's period was kept; absent before. */
  invitation: z
    .object({
      announcementId: idSchema,
      at: instant,
      /** Its author, who alone is told who has not confirmed it. */
      by: personNameSchema,
      /** The last day on which the invitation was in time; absent where no period is set. */
      latest: localDateSchema.optional(),
      inTime: z.boolean(),
    })
    .optional(),
  openedAt: instant.optional(),
  closedAt: instant.optional(),
});
export type Conference = z.infer<typeof conferenceSchema>;

/** What an item wants of the conference. */
export const itemKindSchema = z.enum(['information', 'discussion', 'resolution', 'election', 'other']);
export type ItemKind = z.infer<typeof itemKindSchema>;

/**
 * An item of the agenda. Placed with the body and the guests it names, in the planned conference with the chair alone;
 * a restricted one with its circle alone, so that to everybody else it does not exist, also not as a gap in the numbers:
 * common items are numbered among themselves, restricted ones after them (`toItemLabels`).
 */
export const agendaItemSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('agenda-item'),
  conferenceId: idSchema,
  body: groupNameSchema,
  /** Its place on the agenda, ascending; gaps are allowed. */
  position: z.int().min(0).max(10_000),
  title: z.string().min(1).max(200),
  itemKind: itemKindSchema,
  presenter: personNameSchema.optional(),
  /** Minutes planned. */
  minutes: z.int().min(1).max(600).optional(),
  text: richTextSchema.optional(),
  papers: fileReferencesSchema.optional(),
  guests: z.array(personNameSchema).max(100),
  /** Who may vote on it, where not everybody entitled in the body may (§ 13 (1) KonfO: grades and transfers). */
  entitled: z.array(personNameSchema).max(2_000).optional(),
  /** Who alone takes part and reads it, where it is restricted. */
  circle: z.array(personNameSchema).max(500).optional(),
  /** Put on the agenda after the invitation. */
  late: z.boolean(),
  motionId: idSchema.optional(),
  state: z.enum(['open', 'done', 'deferred']),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

/** A motion (*Antrag*) of a member. Placed with its author and the body's chairs, and with its item once it is on the agenda. */
export const motionSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('motion'),
  conferenceId: idSchema,
  body: groupNameSchema,
  author: personNameSchema,
  title: z.string().min(1).max(200),
  /** What is to be resolved, word by word. */
  wording: z.string().min(1).max(4_000),
  reason: z.string().max(8_000).optional(),
  state: z.enum(['submitted', 'on-agenda', 'merged', 'returned', 'withdrawn']),
  itemId: idSchema.optional(),
  /** The motion it was merged into. */
  mergedInto: idSchema.optional(),
  submittedAt: instant,
});
export type Motion = z.infer<typeof motionSchema>;
