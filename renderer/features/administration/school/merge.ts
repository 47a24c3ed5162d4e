import { toSettings, type School, type SchoolSettings } from '#core/directory/school.ts';

export type Setting = keyof SchoolSettings;
export const SETTINGS: readonly Setting[] = [
  'name',
  'land',
  'quietHours',
  'teachersReachAllStaff',
  'slipDays',
  'privateDevices',
  'addresses',
];

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** The settings in which a form differs from what it was filled with. */
export const toChanged = (basis: SchoolSettings, mine: SchoolSettings): readonly Setting[] =>
  SETTINGS.filter((setting) => !isSame(basis[setting], mine[setting]));

export interface Merged {
  readonly mine: SchoolSettings;
  /** What both have changed, and not alike: a person must decide. */
  readonly clashes: readonly Setting[];
}

/** A form that was filled with `basis`, after somebody else has stored something: what only they changed is taken. */
export const mergeSettings = (basis: School, mine: SchoolSettings, stored: School): Merged => {
  const [before, now] = [toSettings(basis), toSettings(stored)];
  const changed = toChanged(before, mine);
  const kept = Object.fromEntries(changed.map((setting) => [setting, mine[setting]]));
  return {
    mine: { ...now, ...kept },
    clashes: changed.filter(
      (setting) => !isSame(now[setting], before[setting]) && !isSame(now[setting], mine[setting]),
    ),
  };
};
