import { z } from 'zod';
import { localDateSchema } from '../kernel/calendar/local-date.ts';
import { documentBaseShape, personNameSchema } from '../kernel/document.ts';
import { BLOCK_LENGTH } from './slip-code.ts';

/**
 * Where a slip stands: `issued` on paper, `handed-over` and from then on valid, `used` to set a password, `expired`
 * unused, `void` because somebody took it back. Whoever came in without a slip (by the console) has one that is `used`.
 */
export const slipStateSchema = z.enum(['issued', 'handed-over', 'used', 'expired', 'void']);
export type SlipState = z.infer<typeof slipStateSchema>;

const stampSchema = z.object({ at: z.int(), by: personNameSchema });

/** The last slip of a person, without its secret. There is one for each person who was ever given access. */
export const slipSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('slip'),
  person: personNameSchema,
  /** Counts the slips of the person: only the last one works. 0: access without a slip. */
  number: z.int().min(0),
  /** The part of the code that finds the slip; no secret (D19). Empty without a slip. */
  locator: z.string().max(BLOCK_LENGTH),
  state: slipStateSchema,
  /** The person had a password already: the slip sets a new one (R6), and the person is told. */
  reset: z.boolean(),
  issued: stampSchema.optional(),
  handedOver: stampSchema.optional(),
  /** The last day on which it works; from the day of handing over on. */
  validUntil: localDateSchema.optional(),
  /** When it was used or voided or had expired, in UTC milliseconds. */
  endedAt: z.int().optional(),
});

export type Slip = z.infer<typeof slipSchema>;

/** Whether the person has set a password. */
export const hasAccess = (slip: Slip | undefined): boolean =>
  slip !== undefined && (slip.reset || slip.state === 'used');

/** Whether the slip is somewhere on paper and may still be used, now or once it was handed over. */
export const isOut = (slip: Slip | undefined): boolean =>
  slip?.state === 'issued' || slip?.state === 'handed-over';
