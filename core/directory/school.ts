import { z } from 'zod';
import { quietHoursSchema } from '../kernel/calendar/quiet-hours.ts';
import { schoolCalendarSchema } from '../kernel/calendar/school-calendar.ts';
import { documentBaseShape } from '../kernel/document.ts';
import { lineSchema } from '../kernel/text.ts';

/** What a school may be called. */
export const schoolNameSchema = lineSchema(120);

/** The school's name, its calendar and the settings every client needs; readable for everybody. */
export const schoolSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('school'),
  name: z.string().min(1).max(120),
  ...schoolCalendarSchema.shape,
  /** When nothing notifies, except what is urgent (R16). */
  quietHours: quietHoursSchema,
  /** Whether teachers may announce to all staff (D7). */
  teachersReachAllStaff: z.boolean(),
  /** The server was restored at `at` from a backup made at `madeAt`: clients say so and give back what it lost. */
  restored: z.object({ madeAt: z.int(), at: z.int() }).optional(),
});

export type School = z.infer<typeof schoolSchema>;
