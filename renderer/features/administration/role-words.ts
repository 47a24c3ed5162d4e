import type { Role } from '#core/access/roles.ts';
import type { Person } from '#core/directory/person.ts';
import { rolesTexts as texts } from '#renderer/i18n/roles.ts';

/** The roles in the order in which they are offered. */
export const ROLES: readonly Role[] = ['teacher', 'leadership', 'office', 'parent-representative', 'guest'];

/** "Lehrkraft". */
export const toRoleWord = (role: Role): string =>
  ({
    teacher: texts.teacher,
    leadership: texts.leadership,
    office: texts.office,
    'parent-representative': texts.parents,
    guest: texts.guest,
  })[role]();

/** What somebody in this role may do, in a sentence. */
export const toRoleSentence = (role: Role): string =>
  ({
    teacher: texts.teacherSays,
    leadership: texts.leadershipSays,
    office: texts.officeSays,
    'parent-representative': texts.parentsSays,
    guest: texts.guestSays,
  })[role]();

/** "Lehrkraft · Administration". */
export const toRightsLine = (person: Pick<Person, 'role' | 'administrator' | 'staffCouncil'>): string =>
  [
    toRoleWord(person.role),
    ...(person.administrator ? [texts.administrator()] : []),
    ...(person.staffCouncil ? [texts.staffCouncil()] : []),
  ].join(' · ');
