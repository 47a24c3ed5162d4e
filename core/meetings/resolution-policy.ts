import { isChair, type Actor } from '../access/actor.ts';
import type { Resolution } from './outcome.ts';

type Kept = Pick<Resolution, 'body' | 'chair' | 'minuteTaker'>;

/** The register is kept by chairs and deputies of the body, chair and minute-taker of the sitting, and the leadership. */
export const mayKeepResolution = (actor: Actor, { body, chair, minuteTaker }: Kept): boolean =>
  actor.role === 'leadership' ||
  isChair(actor, body.id) ||
  [chair.id, minuteTaker?.id].includes(actor.personId);

/** Objecting is the head's (§ 16 (2) KonfO); the program knows the head by the role of the leadership. */
export const mayObject = (actor: Actor): boolean => actor.role === 'leadership';
