import { z } from 'zod';
import { isProtectedGroupName } from '../access/protected-name.ts';
import { isDoubtfulName, toCleanCell, toName, toShortCode } from '../directory/import/names.ts';
import { toGroupKey } from '../directory/import/read-staff-list.ts';
import { toShortCodeKey } from '../directory/person.ts';
import { landSchema } from '../kernel/calendar/public-holidays.ts';
import { schoolHolidaySchema } from '../kernel/calendar/school-calendar.ts';
import { lineSchema } from '../kernel/text.ts';
import { ruleSetIdSchema } from '../votes/rule-set.ts';
import { findRuleSet } from '../votes/rule-sets/rule-sets.ts';
import { reachSchema, type Reach } from './reach.ts';

/** Marks without a shape of their own, private letters, halves of pairs: a name with them looks like another one. */
const SHAPELESS = /[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u;
/** Longer input is not even looked at. */
const TYPED_MAX = 400;

/** A line in which everything can be seen; gaps and invisible hyphens are put in order first. */
const visibleLine = (max: number) =>
  z
    .string()
    .max(TYPED_MAX)
    .transform(toCleanCell)
    .pipe(lineSchema(max))
    .refine((text) => !SHAPELESS.test(text));

/** What a cleaning function makes of what was typed; what it cannot read is refused. */
const cleaned = (clean: (cell: string) => string | undefined) =>
  z
    .string()
    .max(TYPED_MAX)
    .transform((typed, context) => {
      const value = clean(toCleanCell(typed));
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message: 'unreadable' });
      return z.NEVER;
    });

/** A first or last name by the rules of the import; a lost letter is no name somebody types of themselves. */
export const typedNameSchema = cleaned((cell) => {
  const name = toName(cell);
  return name === undefined || isDoubtfulName(name) ? undefined : name;
});
export const typedShortCodeSchema = cleaned(toShortCode);
export const typedSchoolNameSchema = visibleLine(120);
export const typedBodyNameSchema = visibleLine(80);

/** Administrators belong to the staff: what they may beyond their role is a flag (D7). */
export const administratorRoleSchema = z.enum(['teacher', 'leadership', 'office']);

export const administratorSchema = z.object({
  firstName: typedNameSchema,
  lastName: typedNameSchema,
  shortCode: typedShortCodeSchema,
  role: administratorRoleSchema,
});
export type Administrator = z.infer<typeof administratorSchema>;

/** Everything the set-up assistant has collected. No secret is part of it. */
export const setUpPlanSchema = z.object({
  name: typedSchoolNameSchema,
  land: landSchema,
  bodies: z.array(z.object({ name: typedBodyNameSchema, ruleSet: ruleSetIdSchema.optional() })).max(20),
  holidays: z.array(schoolHolidaySchema).max(200),
  /** Two persons, so that nobody is the only one who gets in (R1). */
  first: administratorSchema,
  second: administratorSchema,
  reach: reachSchema,
});
export type SetUpPlan = z.infer<typeof setUpPlanSchema>;

/** Why a plan that keeps its schema cannot be carried out. */
export type SetUpFault =
  | 'protected-group'
  | 'name-taken'
  /** Both administrators have the same short code. */
  | 'same-short-code'
  /** Both administrators bear the same name: one person twice. */
  | 'same-person'
  /** A body names rules that do not exist or belong to another Land. */
  | 'unknown-rules'
  /** At a proxy the server needs the address it is reached under there. */
  | 'address-missing';

/** The group of all staff, which every school begins with; lists name it so as well. */
export const ALL_STAFF_NAME = 'Kollegium';

/** The first thing that is wrong with the bodies, or undefined. */
export const findBodyFault = ({
  bodies,
  land,
}: Pick<SetUpPlan, 'bodies' | 'land'>): SetUpFault | undefined => {
  if (bodies.some(({ name }) => isProtectedGroupName(name))) return 'protected-group';
  const keys = [ALL_STAFF_NAME, ...bodies.map(({ name }) => name)].map(toGroupKey);
  if (new Set(keys).size < keys.length) return 'name-taken';
  const isKnown = (id: string | undefined): boolean => id === undefined || findRuleSet(id)?.land === land;
  return bodies.every(({ ruleSet }) => isKnown(ruleSet)) ? undefined : 'unknown-rules';
};

/** What is wrong with the two administrators together, or undefined. */
export const findAdministratorFault = (
  first: Administrator,
  second: Administrator,
): 'same-short-code' | 'same-person' | undefined => {
  if (toShortCodeKey(first.shortCode) === toShortCodeKey(second.shortCode)) return 'same-short-code';
  const toKey = ({ firstName, lastName }: Administrator): string =>
    `${firstName}\n${lastName}`.normalize('NFC').toLowerCase();
  return toKey(first) === toKey(second) ? 'same-person' : undefined;
};

/** The first thing that is wrong with the plan, or undefined: the same on the screen and on the server. */
export const findSetUpFault = (plan: SetUpPlan): SetUpFault | undefined =>
  findBodyFault(plan) ?? findAdministratorFault(plan.first, plan.second) ?? findReachFault(plan.reach);

/** What is wrong with the way to the server, or undefined. */
export const findReachFault = ({ certificate, publicAddress }: Reach): 'address-missing' | undefined =>
  certificate === 'proxy' && publicAddress === undefined ? 'address-missing' : undefined;
