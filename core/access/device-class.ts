import { z } from 'zod';

/** What a device is, as far as keeping data on it is concerned (R34). */
export const deviceClassSchema = z.enum(['official', 'private', 'staff-room']);
export type DeviceClass = z.infer<typeof deviceClassSchema>;
