import { createSlipCode, toLocator, toShortForm } from '#core/admin/slip-code.ts';
import { toLocatorSalt, toSecret, toSlipSalt } from '#core/admin/slip-derivation.ts';
import type { Random } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { toSlowHash } from '#renderer/replica/slow-hash.ts';

/** Who is to get a slip; `replaces` is the number of the one they have, 0 for none. */
export interface Recipient {
  readonly personId: Id;
  readonly replaces: number;
}

/** A code for the paper, and what of it is sent: hashes. */
export interface DrawnSlip {
  readonly code: string;
  readonly entry: CommandArgs<'issue-slips'>['slips'][number];
}

/**
 * Draws a code for everybody. Each takes some hundredths of a second, on purpose: `onprogress` hears of every one. `taken`
 * are locators of slips that still work.
 */
export const drawSlips = async (
  recipients: readonly Recipient[],
  taken: ReadonlySet<string>,
  random: Random,
  onprogress: (done: number) => void,
): Promise<readonly DrawnSlip[]> => {
  const used = new Set(taken);
  const drawn: DrawnSlip[] = [];
  for (const { personId, replaces } of recipients) {
    const code = drawFree(random, used);
    const locator = toLocator(code);
    const shortHash = await toSlowHash(toShortForm(code), toSlipSalt(personId));
    const longHash = await toSlowHash(toSecret(code), toLocatorSalt(locator));
    const entry = { personId, replaces, locator, shortHash, longHash };
    drawn.push({ code, entry });
    onprogress(drawn.length);
    await nextTurn();
  }
  return drawn;
};

const drawFree = (random: Random, used: Set<string>): string => {
  for (;;) {
    const code = createSlipCode(random);
    if (used.has(toLocator(code))) continue;
    used.add(toLocator(code));
    return code;
  }
};

/** Lets the screen show how far it is: the hash holds the thread. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
