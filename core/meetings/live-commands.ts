import { z } from 'zod';
import { defineCommand } from '../kernel/command.ts';
import { idSchema } from '../kernel/id.ts';
import { presenceSchema } from './outcome.ts';
import { handKindSchema } from './view.ts';

/**
 * Commands to a conference that sits. They go out only while the server is there, never wait in the outbox, and name the
 * item they were given for, so that one that comes late changes nothing (D26). All go through the one door.
 */
const live = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  defineCommand({ name, args: z.object({ conferenceId: idSchema, ...shape }), offline: false });

const people = z
  .array(idSchema)
  .max(3_000)
  .refine((ids) => new Set(ids).size === ids.length);

/** Opens the sitting: the roll is made from the body and its guests, the rules are frozen. */
export const openConference = live('open-conference', {});
/** Ends it for all; what is still open is broken off. */
export const closeConference = live('close-conference', {});
/** A deputy (or leadership) takes the chair because the chair is gone, or the chair hands it over. */
export const takeChair = live('take-chair', { personId: idSchema });
/** Nobody checks in any more and no guest is let in. */
export const setLocked = live('set-locked', { locked: z.boolean() });

/** Somebody checks in: by tap, or with the code on the wall where the chair asks for it. */
export const checkIn = live('check-in', { code: z.string().max(12).optional() });
/** Somebody leaves for good. */
export const checkOut = live('check-out', {});
/** The chair (or the minute-taker) says who is there. Late and early are noted from the present item. */
export const setPresence = live('set-presence', { personIds: people, presence: presenceSchema });
/** Everybody is there except these, who are absent; who was excused stays so. */
export const allPresentExcept = live('all-present-except', { personIds: people });
/** Lets a guest in who waits in the lobby. */
export const admitGuest = live('admit-guest', { personId: idSchema });
/** Sends somebody out; they come back only if the chair lets them. */
export const sendOut = live('send-out', { personId: idSchema });

/** Calls an item; the one before is settled as done, its list lapses. */
export const callItem = live('call-item', { itemId: idSchema });
/** Settles the present item. */
export const settleItem = live('settle-item', { itemId: idSchema, state: z.enum(['done', 'deferred']) });

/** Raises a hand for the present item. */
export const raiseHand = live('raise-hand', { itemId: idSchema, handId: idSchema, kind: handKindSchema });
/** Takes one's own hand down; the chair takes down any. */
export const lowerHand = live('lower-hand', { handId: idSchema });
/** The chair lists the raised arm of somebody without a device. */
export const listHand = live('list-hand', {
  itemId: idSchema,
  handId: idSchema,
  personId: idSchema,
  kind: handKindSchema,
});
/** Calls somebody from the list; who spoke until now is done. */
export const callSpeaker = live('call-speaker', { handId: idSchema });
/** The speaker has ended. */
export const finishSpeaker = live('finish-speaker', { handId: idSchema });
/** The next one is passed over and goes behind the one after. */
export const skipSpeaker = live('skip-speaker', { handId: idSchema });
/** Who was called by mistake, or finished, goes back to the first place. */
export const putSpeakerBack = live('put-speaker-back', { handId: idSchema });
/** Closes the list, or opens it again. Points of order are always taken. */
export const setListClosed = live('set-list-closed', { itemId: idSchema, closed: z.boolean() });

export const liveCommands = [
  openConference,
  closeConference,
  takeChair,
  setLocked,
  checkIn,
  checkOut,
  setPresence,
  allPresentExcept,
  admitGuest,
  sendOut,
  callItem,
  settleItem,
  raiseHand,
  lowerHand,
  listHand,
  callSpeaker,
  finishSpeaker,
  skipSpeaker,
  putSpeakerBack,
  setListClosed,
] as const;
