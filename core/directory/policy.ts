import type { Actor } from '../access/actor.ts';

/** Names, short codes and roles of people are entered, imported and changed by administrators alone (R2). */
export const mayEditPeople = (actor: Actor): boolean => actor.administrator;
