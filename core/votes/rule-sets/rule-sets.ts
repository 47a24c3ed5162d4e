import type { Land } from '../../kernel/calendar/public-holidays.ts';
import type { BodyKind, RuleSet } from '../rule-set.ts';
import { badenWuerttemberg } from './baden-wuerttemberg.ts';

/** Every rule set that comes with the program. */
export const RULE_SETS: readonly RuleSet[] = badenWuerttemberg;

/** The rule set with this id, or undefined. */
export const findRuleSet = (id: string): RuleSet | undefined =>
  RULE_SETS.find((ruleSet) => ruleSet.id === id);

/** What the conference of all teachers is called in a Land. */
export const toStaffConferenceName = (land: Land): string => {
  switch (land) {
    case 'BW':
    case 'SN':
      return 'Gesamtlehrerkonferenz';
    case 'BY':
    case 'HH':
    case 'MV':
    case 'NW':
    case 'SH':
    case 'TH':
      return 'Lehrerkonferenz';
    case 'BE':
    case 'HB':
    case 'HE':
    case 'NI':
    case 'RP':
    case 'SL':
    case 'ST':
      return 'Gesamtkonferenz';
    case 'BB':
      return 'Konferenz der Lehrkräfte';
  }
};

/** What a school is, as far as its bodies depend on it. `combined`: several kinds of school under one roof. */
export type SchoolForm = 'primary' | 'secondary' | 'vocational' | 'combined';

/** A body that a new school may want. */
export interface ProposedBody {
  readonly body: BodyKind;
  readonly name: string;
  /** The id of its rule set; absent where the program brings none for the Land. */
  readonly ruleSet?: string;
  /** Whether nearly every school of this form has it. */
  readonly usual: boolean;
}

/** Bodies of which a school has one; those of classes and subjects come with their groups. */
const SINGLE: readonly BodyKind[] = ['staff', 'school', 'division', 'school-type', 'stage'];

/**
 * The bodies to propose, the conference of all teachers first. Divisions are for vocational schools, kinds of school for
 * combined ones (§ 12 (1) KonfO names both). Where a Land has no rule set yet only that first conference is proposed.
 */
export const toProposedBodies = (land: Land, form: SchoolForm): readonly ProposedBody[] => {
  const sets = RULE_SETS.filter((ruleSet) => ruleSet.land === land && SINGLE.includes(ruleSet.body));
  if (sets.length === 0) return [{ body: 'staff', name: toStaffConferenceName(land), usual: true }];
  return sets
    .filter(({ body }) => isAtForm(body, form))
    .map(({ id, body, name }) => ({ body, name, ruleSet: id, usual: body !== 'stage' }));
};

const isAtForm = (body: BodyKind, form: SchoolForm): boolean => {
  if (body === 'division') return form === 'vocational';
  if (body === 'school-type' || body === 'stage') return form === 'combined';
  return true;
};
