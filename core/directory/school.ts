import { z } from 'zod';
import { landSchema } from '../kernel/calendar/public-holidays.ts';
import { quietHoursSchema } from '../kernel/calendar/quiet-hours.ts';
import { schoolCalendarSchema } from '../kernel/calendar/school-calendar.ts';
import { documentBaseShape } from '../kernel/document.ts';
import { lineSchema } from '../kernel/text.ts';
import { addressesSchema } from './address.ts';

/** What a school may be called. */
export const schoolNameSchema = lineSchema(120);

/** What is decided once for the whole school (R8). */
export const schoolSettingsSchema = z.object({
  name: schoolNameSchema,
  /** Decides the public holidays. */
  land: landSchema,
  /** When nothing notifies, except what is urgent (R16). */
  quietHours: quietHoursSchema,
  /** Whether teachers may announce to all staff (D7). */
  teachersReachAllStaff: z.boolean(),
  /** An invitation slip is valid for so many teaching days after it was handed out (R3). */
  slipDays: z.int().min(1).max(30),
  /** Whether private devices may be used: at once, after the head's approval, or not at all (R34). */
  privateDevices: z.enum(['allowed', 'approval', 'no']),
  /** Where people reach the server, the address for everybody first; empty while nobody has said so. */
  addresses: addressesSchema,
});
export type PrivateDevices = z.infer<typeof schoolSettingsSchema>['privateDevices'];
export type SchoolSettings = z.infer<typeof schoolSettingsSchema>;

const { slipDays, privateDevices, addresses } = schoolSettingsSchema.shape;

/** The school's name, its calendar and the settings every client needs; readable for everybody. */
export const schoolSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('school'),
  ...schoolSettingsSchema.shape,
  ...schoolCalendarSchema.shape,
  slipDays: slipDays.optional(),
  privateDevices: privateDevices.optional(),
  addresses: addresses.optional(),
  /** The server was restored at `at` from a backup made at `madeAt`: clients say so and give back what it lost. */
  restored: z.object({ madeAt: z.int(), at: z.int() }).optional(),
});

export type School = z.infer<typeof schoolSchema>;

/** What holds until somebody decides otherwise. */
const USUAL = { slipDays: 10, privateDevices: 'approval' } as const;

/** The settings of a school, those included that nobody has decided yet. */
export const toSettings = (school: School): SchoolSettings => ({
  name: school.name,
  land: school.land,
  quietHours: school.quietHours,
  teachersReachAllStaff: school.teachersReachAllStaff,
  slipDays: school.slipDays ?? USUAL.slipDays,
  privateDevices: school.privateDevices ?? USUAL.privateDevices,
  addresses: school.addresses ?? [],
});
