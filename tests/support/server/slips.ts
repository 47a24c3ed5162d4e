import { randomBytes, scryptSync } from 'node:crypto';
import { createSlipCode, toLocator, toShortForm } from '#core/admin/slip-code.ts';
import { SLIP_DERIVATION, toLocatorSalt, toSecret, toSlipSalt } from '#core/admin/slip-derivation.ts';
import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';

type Entry = CommandArgs<'issue-slips'>['slips'][number];

/** A slip as it is printed, and what of it is sent. */
export interface PrintedSlip {
  readonly code: string;
  readonly entry: Entry;
}

/** Draws a code for a person and hashes it, as a client does. */
export const printSlip = (personId: Id, replaces = 0, locator?: string): PrintedSlip => {
  const drawn = createSlipCode({ bytes: (length) => randomBytes(length) });
  const code = (locator ?? toLocator(drawn)) + drawn.slice(4);
  const { cost: N, blockSize: r, parallelism: p, hashBytes } = SLIP_DERIVATION;
  const hash = (secret: string, salt: string): string =>
    scryptSync(secret, salt, hashBytes, { N, r, p }).toString('base64url');
  const shortHash = hash(toShortForm(code), toSlipSalt(personId));
  const longHash = hash(toSecret(code), toLocatorSalt(toLocator(code)));
  return { code, entry: { personId, replaces, locator: toLocator(code), shortHash, longHash } };
};
