import { isAdministration, type Actor } from '../access/actor.ts';
import type { Id } from '../kernel/id.ts';

/** The area "Verwaltung" and what lies there are for administrators and the leadership. */
export const mayAdminister = (actor: Actor): boolean => isAdministration(actor);

/** Settings for the whole school (R8), its calendar included. */
export const maySetSchool = (actor: Actor): boolean => isAdministration(actor);

/** Nobody gives themselves another role. */
export const maySetRole = (actor: Actor, personId: Id): boolean =>
  isAdministration(actor) && actor.personId !== personId;

/** The flag "administrator" is given and taken by administrators and the leadership; nobody gives it to themselves. */
export const maySetAdministrator = (actor: Actor, personId: Id, given: boolean): boolean =>
  isAdministration(actor) && !(given && actor.personId === personId);

/**
 * Who belongs to the staff council is written down by administrators. The leadership has no say in it: the council is
 * elected and stands opposite to it.
 */
export const maySetStaffCouncil = (actor: Actor, personId: Id, given: boolean): boolean =>
  actor.administrator && !(given && actor.personId === personId);
