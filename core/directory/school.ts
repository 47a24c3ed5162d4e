import { z } from 'zod';
import { documentBaseShape } from '../kernel/document.ts';

/** The school's name and the settings every client needs; readable for everybody. */
export const schoolSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('school'),
  name: z.string().min(1).max(120),
  /** ISO 3166-2:DE without the country, for example `BW`. */
  land: z.string().regex(/^[A-Z]{2}$/),
  /** IANA time zone. */
  zone: z.string(),
  /** Whether teachers may announce to all staff (D7). */
  teachersReachAllStaff: z.boolean(),
  quietHours: z.object({
    /** Local wall time, `HH:MM`. */
    from: z.string().regex(/^\d\d:\d\d$/),
    to: z.string().regex(/^\d\d:\d\d$/),
    weekend: z.boolean(),
    holidays: z.boolean(),
  }),
  /** School holidays as the Land announced them; dates inclusive. */
  holidays: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
});

export type School = z.infer<typeof schoolSchema>;
