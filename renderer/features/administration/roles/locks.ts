import type { Actor } from '#core/access/actor.ts';
import { isStaff, type Role } from '#core/access/roles.ts';
import { maySetAdministrator, maySetStaffCouncil } from '#core/admin/policy.ts';
import type { Person } from '#core/directory/person.ts';
import { rolesTexts as texts } from '#renderer/i18n/roles.ts';

interface Look {
  readonly actor: Actor;
  /** As stored. */
  readonly person: Person;
  /** As chosen in the dialog. */
  readonly role: Role;
}

/** Why the flag of administrators cannot be changed here; undefined if it can. */
export const findAdministratorLock = ({
  actor,
  person,
  role,
  administrators,
}: Look & { readonly administrators: number }): string | undefined => {
  if (!maySetAdministrator(actor, person.id, !person.administrator)) return texts.notOneself();
  if (person.administrator && administrators <= 1) return texts.lastOne();
  return !person.administrator && !isStaff(role) ? texts.onlyStaff() : undefined;
};

/** Why the flag of the staff council cannot be changed here; undefined if it can. */
export const findStaffCouncilLock = ({ actor, person, role }: Look): string | undefined => {
  if (!actor.administrator) return texts.onlyAdministrators();
  if (!maySetStaffCouncil(actor, person.id, !person.staffCouncil)) return texts.notOneself();
  return !person.staffCouncil && !isStaff(role) ? texts.onlyStaff() : undefined;
};
