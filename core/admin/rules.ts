import type { z } from 'zod';
import { isAdministration, type Actor } from '../access/actor.ts';
import type { RefusalKind } from '../access/refusal.ts';
import { isStaff, type Role } from '../access/roles.ts';
import type { Person } from '../directory/person.ts';
import { toSettings, type School } from '../directory/school.ts';
import { sortHolidays } from '../kernel/calendar/school-calendar.ts';
import { accept, refuse, type Result } from '../kernel/result.ts';
import type { setFlags, setHolidays, setSchool } from './commands.ts';
import { maySetAdministrator, maySetRole, maySetSchool, maySetStaffCouncil } from './policy.ts';

type Args<Definition extends { args: z.ZodType }> = z.infer<Definition['args']>;

/** Fewer administrators than this are warned about: one may fall ill (R1). */
export const ADMINISTRATORS_WANTED = 2;

/** The school with other settings; its calendar keeps the days it has. */
export const changeSchool = (
  school: School,
  changes: Args<typeof setSchool>,
  actor: Actor,
): Result<School, RefusalKind> => {
  if (!maySetSchool(actor)) return refuse('forbidden');
  const now = toSettings(school);
  return accept({
    ...school,
    name: changes.name ?? now.name,
    land: changes.land ?? now.land,
    quietHours: changes.quietHours ?? now.quietHours,
    teachersReachAllStaff: changes.teachersReachAllStaff ?? now.teachersReachAllStaff,
    slipDays: changes.slipDays ?? now.slipDays,
    privateDevices: changes.privateDevices ?? now.privateDevices,
    addresses: changes.addresses ?? now.addresses,
  });
};

/** The school with other free days of its own. */
export const changeHolidays = (
  school: School,
  { holidays }: Args<typeof setHolidays>,
  actor: Actor,
): Result<School, RefusalKind> =>
  maySetSchool(actor) ? accept({ ...school, holidays: sortHolidays(holidays) }) : refuse('forbidden');

/** The names of the settings that differ. */
export const toChangedSettings = (before: School, after: School): readonly string[] => {
  const [left, right] = [before, after].map((school) => ({ ...school, ...toSettings(school) }));
  return Object.entries(right ?? {})
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(left ?? {}, key)))
    .map(([key]) => key);
};

/** The person in another role. Whoever carries a flag belongs to the staff: the flag is taken first. */
export const changeRole = (person: Person, role: Role, actor: Actor): Result<Person, RefusalKind> => {
  if (!isAdministration(actor)) return refuse('forbidden');
  if (!maySetRole(actor, person.id)) return refuse('own-rights');
  if (!isStaff(role) && (person.administrator || person.staffCouncil)) return refuse('staff-only');
  return accept({ ...person, role });
};

/**
 * The person with other flags. `administrators` counts those there are now: the last one stays, or nobody could appoint
 * the next.
 */
export const changeFlags = (
  person: Person,
  { administrator, staffCouncil }: Args<typeof setFlags>,
  actor: Actor,
  administrators: number,
): Result<Person, RefusalKind> => {
  if (!isAdministration(actor)) return refuse('forbidden');
  if (person.administrator !== administrator) {
    if (!maySetAdministrator(actor, person.id, administrator)) return refuse('own-rights');
    if (administrator && !isStaff(person.role)) return refuse('staff-only');
    if (!administrator && administrators <= 1) return refuse('last-administrator');
  }
  if (person.staffCouncil !== staffCouncil) {
    if (!maySetStaffCouncil(actor, person.id, staffCouncil)) {
      return refuse(actor.administrator ? 'own-rights' : 'forbidden');
    }
    if (staffCouncil && !isStaff(person.role)) return refuse('staff-only');
  }
  return accept({ ...person, administrator, staffCouncil });
};
