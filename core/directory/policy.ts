import type { Actor } from '../access/actor.ts';
import { isStaff } from '../access/roles.ts';

/**
 * Names, short codes and roles of people are entered, imported and changed by administrators alone (R2). They belong to the
 * staff; whoever does not sees no directory, and a preview made without it would show everybody as new.
 */
export const mayEditPeople = (actor: Pick<Actor, 'administrator' | 'role'>): boolean =>
  actor.administrator && isStaff(actor.role);
