import type { PrivateDevices, School } from '#core/directory/school.ts';
import { DEFAULT_QUIET_HOURS } from '#core/kernel/calendar/quiet-hours.ts';
import type { Land } from '#core/kernel/calendar/public-holidays.ts';
import { createSchoolCalendar } from '#core/kernel/calendar/school-calendar.ts';
import { toInverseTime } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../contract.ts';
import { placeSchool } from './placement.ts';

/** What is known of a school when it begins. */
export interface NewSchool {
  readonly id: Id;
  readonly name: string;
  readonly land: Land;
  readonly holidays: School['holidays'];
  readonly privateDevices?: PrivateDevices | undefined;
  readonly addresses?: readonly string[] | undefined;
}

/** Creates the school unless there is one. True if it did. */
export const createSchool = async (stage: Stage, given: NewSchool): Promise<boolean> => {
  if ((await stage.loadKind('school')).length > 0) return false;
  const school: School = {
    id: given.id,
    kind: 'school',
    rev: 0,
    inv: toInverseTime(stage.now),
    name: given.name,
    ...createSchoolCalendar(given.land, given.holidays),
    teachersReachAllStaff: true,
    quietHours: { ...DEFAULT_QUIET_HOURS },
    ...(given.privateDevices === undefined ? {} : { privateDevices: given.privateDevices }),
    ...(given.addresses === undefined ? {} : { addresses: [...given.addresses] }),
  };
  await stage.put(school, placeSchool());
  return true;
};
