import type { GroupType } from '#core/groups/group.ts';

/** What a group is for, as far as its name tells; a list has no other word for it. */
export const toGroupType = (name: string): GroupType => {
  if (/konferenz|^glk$|gremium/iu.test(name)) return 'body';
  if (/^(lehrer)?kollegium$/iu.test(name)) return 'staff';
  if (/^(fachschaft|fachgruppe|fachbereich|fs) /iu.test(name)) return 'subject';
  if (/^(klasse|klassenteam|jahrgang|stufe) /iu.test(name)) return 'class';
  return 'working';
};
