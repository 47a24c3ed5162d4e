import { spellOut } from '../kernel/folding.ts';

/** Parts of words that only bodies representing the staff have; compared without case, accents, spaces and signs. */
const WORDS =
  /personal(rat|raete|raetin|vertretung)|lehrer(innen)?rat(?!geb|haus|los)|mitarbeite(r|rinnen|nden)vertretung|betriebsr(at|aete)|schwerbehindertenvertretung|vertrauenspersonderschwerbehinderten|(staff|works)council/u;

/** Abbreviations, as a word of their own; "PR" alone is too short to mean it inside other names ("PR-Team"). */
const ABBREVIATIONS: ReadonlySet<string> = new Set(['oepr', 'opr', 'bpr', 'hpr', 'gpr', 'mav', 'sbv']);

/**
 * Whether a name is plainly that of a group representing the staff (Personalrat, ÖPR, Lehrerrat in NW, MAV in church
 * schools, SBV, staff council). R12: as long as there are no protected groups, whose content administrators cannot
 * read, the program refuses to create one. It is a reminder for honest people, no filter against evasion.
 */
export const isProtectedGroupName = (name: string): boolean => {
  const words = toWords(name);
  const joined = words.join('');
  return joined === 'pr' || WORDS.test(joined) || words.some((word) => ABBREVIATIONS.has(word));
};

function toWords(name: string): readonly string[] {
  return spellOut(name)
    .replaceAll(/[:*_]innen/gu, 'innen')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
