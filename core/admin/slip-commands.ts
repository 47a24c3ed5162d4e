import { z } from 'zod';
import { defineCommand } from '../kernel/command.ts';
import { idSchema } from '../kernel/id.ts';
import { locatorSchema } from './slip-code.ts';

/** Slips of one command: those of a large school go out in a few. */
export const SLIPS_MAX = 200;

/** 32 bytes in base64url without padding. */
const hash = z.string().regex(/^[\w-]{43}$/);
const number = z.int().min(0).max(1_000_000);

const distinct = <Entry extends { readonly personId: string }>(entries: readonly Entry[]): boolean =>
  new Set(entries.map(({ personId }) => personId)).size === entries.length;

/**
 * Issues slips; each takes the place of the one its person had, which is void from then on. The codes are drawn where they
 * are printed and never leave the paper: only their hashes are sent. `replaces` is the number of the slip that is known
 * (0: none), so that of two who issue at once one is told.
 */
export const issueSlips = defineCommand({
  name: 'issue-slips',
  args: z.object({
    slips: z
      .array(
        z.object({
          personId: idSchema,
          replaces: number,
          locator: locatorSchema,
          shortHash: hash,
          longHash: hash,
        }),
      )
      .min(1)
      .max(SLIPS_MAX)
      .refine(distinct)
      .refine((slips) => new Set(slips.map(({ locator }) => locator)).size === slips.length),
  }),
  offline: false,
});

/** Says that slips were put into the hands of their persons: they work from now on. All or none. */
export const handOverSlips = defineCommand({
  name: 'hand-over-slips',
  args: z.object({
    slips: z
      .array(z.object({ personId: idSchema, number }))
      .min(1)
      .max(SLIPS_MAX)
      .refine(distinct),
  }),
  offline: false,
});

/** Takes a slip back that was not used. */
export const voidSlip = defineCommand({
  name: 'void-slip',
  args: z.object({ personId: idSchema, number }),
  offline: false,
});

export const slipCommands = [issueSlips, handOverSlips, voidSlip] as const;
