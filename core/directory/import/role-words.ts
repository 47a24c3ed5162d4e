import type { Role } from '../../access/roles.ts';
import { spellOut } from '../../kernel/folding.ts';

/**
 * The words lists have for roles, spelled out and without endings for gender, dots and spaces. No word makes an
 * administrator: that is a flag no list can set (D24).
 */
const ROLE_WORDS: Readonly<Record<Role, readonly string[]>> = {
  teacher: [
    ...[
      'lehrkraft',
      'lehrer',
      'lehrerin',
      'lehrperson',
      'lk',
      'lehramtsanwaerter',
      'lehramtsanwaerterin',
      'laa',
    ],
    ...['referendar', 'referendarin', 'teacher'],
  ],
  leadership: [
    ...['schulleitung', 'schulleiter', 'schulleiterin', 'sl', 'stellvertretendeschulleitung', 'leadership'],
    ...['stellvertretenderschulleiter', 'stellvertretendeschulleiterin', 'stellvschulleitung'],
    ...['stellvschulleiter', 'stellvschulleiterin', 'rektor', 'rektorin', 'konrektor', 'konrektorin'],
  ],
  office: [
    ...['sekretariat', 'sekretaer', 'sekretaerin', 'schulsekretariat', 'schulsekretaer', 'schulsekretaerin'],
    ...['sekr', 'office'],
  ],
  'parent-representative': [
    ...['elternvertretung', 'elternvertreter', 'elternvertreterin', 'parentrepresentative'],
  ],
  guest: ['gast', 'guest'],
};

const ROLES: ReadonlyMap<string, Role> = new Map(
  Object.entries(ROLE_WORDS).flatMap(([role, words]) => words.map((word) => [word, role as Role] as const)),
);

const NO_WORDS: ReadonlySet<string> = new Set(['nein', 'n', 'no', '0', '-', 'false', 'falsch']);

/** The role a word means, or undefined where it means none: "Lehrer:in", "Schulleiterin", "Sekretariat". */
export const toRole = (word: string): Role | undefined =>
  ROLES.get(
    spellOut(word)
      .replace(/(\(in\)|[/:*_]-?in)$/u, '')
      .replaceAll(/[^a-z]/gu, ''),
  );

/** Whether a cell of SchILD's column `Schulleitung` ("Schulleiter", "Vertret") marks a member of the leadership. */
export const isLeadershipMark = (cell: string): boolean => cell !== '' && !NO_WORDS.has(cell.toLowerCase());
