import { z } from 'zod';
import { defineCommand } from '../kernel/command.ts';
import { fileReferencesSchema } from '../kernel/file.ts';
import { idSchema } from '../kernel/id.ts';
import { richTextSchema } from '../kernel/rich-text.ts';
import { lineSchema, plainTextSchema } from '../kernel/text.ts';
import {
  hybridCheckSchema,
  itemKindSchema,
  localDateSchema,
  sittingSchema,
  wallClockSchema,
} from './conference.ts';

const title = lineSchema(200);
const people = (max: number) =>
  z
    .array(idSchema)
    .max(max)
    .refine((ids) => new Set(ids).size === ids.length);

const conferenceShape = {
  id: idSchema,
  title,
  briefing: z.boolean(),
  date: localDateSchema,
  start: wallClockSchema,
  end: wallClockSchema.optional(),
  place: z.string().trim().max(200),
  sitting: sittingSchema,
  checks: z.array(hybridCheckSchema).max(10),
  chairId: idSchema,
  minuteTakerId: idSchema.optional(),
  guestIds: people(100),
  motionsUntil: localDateSchema.optional(),
  secondCall: z.boolean(),
};

/** Plans a conference of a body; its members see the date, the agenda stays the chair's until the invitation. */
export const planConference = defineCommand({
  name: 'plan-conference',
  args: z.object({ ...conferenceShape, groupId: idSchema }),
  offline: true,
});

/** Changes what was planned. Needs `baseRev`. */
export const editConference = defineCommand({
  name: 'edit-conference',
  args: z.object(conferenceShape),
  offline: true,
});

/** The conference does not take place; the invited are told by an announcement of its chair. */
export const cancelConference = defineCommand({
  name: 'cancel-conference',
  args: z.object({ id: idSchema }),
  offline: true,
});

const itemShape = {
  id: idSchema,
  title,
  itemKind: itemKindSchema,
  presenterId: idSchema.optional(),
  minutes: z.int().min(1).max(600).optional(),
  text: richTextSchema.optional(),
  papers: fileReferencesSchema.optional(),
  guestIds: people(100),
  /** Who may vote on it; absent means everybody entitled in the body. */
  entitledIds: people(2_000).optional(),
  /** Who alone takes part and reads it. */
  circleIds: people(500).optional(),
};

/** Puts an item on the agenda. After the invitation it is a late one. */
export const addItem = defineCommand({
  name: 'add-item',
  args: z.object({
    ...itemShape,
    conferenceId: idSchema,
    position: z.int().min(0).max(10_000),
    motionId: idSchema.optional(),
  }),
  offline: true,
});

/** Changes an item; its place on the agenda stays. Needs `baseRev`. */
export const editItem = defineCommand({ name: 'edit-item', args: z.object(itemShape), offline: true });

/** Takes an item off the agenda; a motion on it goes back to its author's hands. */
export const removeItem = defineCommand({
  name: 'remove-item',
  args: z.object({ id: idSchema }),
  offline: true,
});

/** Puts the agenda into this order, first to last; items that are not named stay behind them as they are. */
export const orderItems = defineCommand({
  name: 'order-items',
  args: z.object({ conferenceId: idSchema, itemIds: people(200) }),
  offline: true,
});

/** Hands in a motion, until the last day for motions. */
export const submitMotion = defineCommand({
  name: 'submit-motion',
  args: z.object({
    id: idSchema,
    conferenceId: idSchema,
    title,
    wording: plainTextSchema(4_000),
    reason: plainTextSchema(8_000).optional(),
  }),
  offline: true,
});

/** Its author takes a motion back while it is not on the agenda. */
export const withdrawMotion = defineCommand({
  name: 'withdraw-motion',
  args: z.object({ id: idSchema }),
  offline: true,
});

/** The chair merges a motion into another one, or returns it to its author. */
export const settleMotion = defineCommand({
  name: 'settle-motion',
  args: z.object({
    id: idSchema,
    settlement: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('merge'), into: idSchema }),
      z.object({ kind: z.literal('return') }),
    ]),
  }),
  offline: true,
});

/**
 * Sends the invitation: an announcement to the body with the agenda, which everybody confirms (the proof of receipt).
 * From then on the agenda lies with the body.
 */
export const invite = defineCommand({
  name: 'invite',
  args: z.object({
    conferenceId: idSchema,
    announcementId: idSchema,
    note: plainTextSchema(4_000).optional(),
  }),
  offline: true,
});

export const planningCommands = [
  planConference,
  editConference,
  cancelConference,
  addItem,
  editItem,
  removeItem,
  orderItems,
  submitMotion,
  withdrawMotion,
  settleMotion,
  invite,
] as const;
