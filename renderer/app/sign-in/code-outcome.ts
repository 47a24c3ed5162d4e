import { joiningTexts as texts } from '#renderer/i18n/joining.ts';
import type { SignInOutcome } from '#renderer/replica/contract.ts';
import { toTrouble, type Trouble } from './outcome.ts';

type Refused = Extract<SignInOutcome, { ok: false }>;

/** What became of a slip, for who holds it. */
const ENDED: Partial<Record<Refused['reason'], () => string>> = {
  'slip-waits': texts.waits,
  'slip-used': texts.used,
  'slip-expired': texts.expired,
  'slip-void': texts.voided,
  'code-void': texts.codeVoid,
};

/** The words for a code that was not taken; `isWhole` says that no short code was asked for. */
export const toCodeTrouble = (outcome: Refused, isWhole: boolean, now: number): Trouble => {
  const text = ENDED[outcome.reason]?.();
  if (text !== undefined) return { at: 'field', text };
  const isUnknown = outcome.reason === 'wrong-credentials' && outcome.until === undefined;
  return isUnknown && isWhole && outcome.remaining !== 0
    ? { at: 'field', text: texts.unknown() }
    : toTrouble(outcome, 'code', now);
};
