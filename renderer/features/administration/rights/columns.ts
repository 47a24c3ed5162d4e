import { RIGHTS_COLUMNS, type RightsColumn, type RightsRow } from '#core/admin/rights-matrix.ts';
import { rightsTexts as texts } from '#renderer/i18n/rights.ts';
import { rolesTexts } from '#renderer/i18n/roles.ts';
import { toRoleWord } from '../role-words.ts';

/** "Lehrkraft", "Administration". */
export const toColumnWord = (column: RightsColumn): string => {
  if (column === 'administrator') return rolesTexts.administrator();
  return column === 'staff-council' ? rolesTexts.staffCouncil() : toRoleWord(column);
};

/** Who may do it, in words: everybody, nobody, or the columns; a flag that adds nothing to a teacher is not named. */
export const toWho = ({ may }: RightsRow): readonly string[] => {
  const allowed = RIGHTS_COLUMNS.filter((column) => may[column]);
  if (allowed.length === RIGHTS_COLUMNS.length) return [texts.everybody()];
  if (allowed.length === 0) return [texts.nobody()];
  const isFlag = (column: RightsColumn): boolean => column === 'administrator' || column === 'staff-council';
  return allowed.filter((column) => !(isFlag(column) && may.teacher)).map(toColumnWord);
};
