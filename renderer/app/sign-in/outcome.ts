import { momentShort } from '#renderer/i18n/format.ts';
import { signInTexts as texts } from '#renderer/i18n/sign-in.ts';
import type { SignInOutcome } from '#renderer/replica/contract.ts';

/** How a refused sign-in is said: at the field that was wrong, or as a message over the form. */
export type Trouble =
  | { readonly at: 'field'; readonly text: string }
  | { readonly at: 'form'; readonly title: string; readonly text: string };

type Refused = Extract<SignInOutcome, { ok: false }>;

/** The words for a refused sign-in; `how` says whether a password or an access code was given. */
export const toTrouble = (outcome: Refused, how: 'password' | 'code', now: number): Trouble => {
  switch (outcome.reason) {
    case 'wrong-credentials':
    case 'code-void':
      if (outcome.remaining === 0 || outcome.until !== undefined) return toPause(outcome, now);
      return {
        at: 'field',
        text: withRemaining(how === 'code' ? texts.wrongCode() : texts.wrongCredentials(), outcome),
      };
    case 'rate-limited':
      return toPause(outcome, now);
    case 'unknown-here':
      return { at: 'form', title: texts.unreachableTitle(), text: texts.unknownHere() };
    case 'unreachable':
      return {
        at: 'form',
        title: texts.unreachableTitle(),
        text: how === 'code' ? texts.redeemUnreachable() : texts.unreachable(),
      };
    case 'no-secure-context':
      return { at: 'form', title: texts.insecureTitle(), text: texts.insecure() };
    case 'disk-full':
      return { at: 'form', title: texts.diskFullTitle(), text: texts.diskFull() };
    case 'locked-offline':
      return { at: 'form', title: texts.lockedOfflineTitle(), text: texts.lockedOffline() };
    case 'clock-behind':
      return { at: 'form', title: texts.clockBehindTitle(), text: texts.clockBehind() };
    case 'proof-failed':
      return { at: 'form', title: texts.proofFailedTitle(), text: texts.proofFailed() };
    case 'unavailable':
    case 'storage-full':
      return { at: 'form', title: texts.busyTitle(), text: texts.busy() };
    case 'protocol-version':
      return { at: 'form', title: texts.oldProgramTitle(), text: texts.oldProgram() };
    case 'device-revoked':
      return { at: 'form', title: texts.revokedTitle(), text: texts.revoked() };
    case 'private-not-allowed':
      return { at: 'form', title: texts.notAllowedTitle(), text: texts.notAllowed() };
    case 'device-waiting':
    case 'invalid':
    case 'forbidden':
    case 'not-found':
    case 'conflict':
    case 'withdrawn':
    case 'too-late':
    case 'full':
    case 'protected-group':
    case 'name-taken':
    case 'code-taken':
    case 'last-chair':
    case 'conference-passed':
    case 'already-invited':
    case 'motion-settled':
    case 'file-missing':
    case 'file-damaged':
    case 'own-rights':
    case 'last-administrator':
    case 'not-quorate':
    case 'quorum-rule-open':
    case 'majority-rule-open':
    case 'count-impossible':
    case 'already-voted':
    case 'staff-only':
    case 'not-on-private':
    case 'not-open':
    case 'phase-passed':
    case 'vote-running':
    case 'not-present':
    case 'list-closed':
    case 'locked':
    case 'resolution-changed':
    case 'too-early':
    case 'mid-reused':
    case 'unauthenticated':
    case 'too-large':
    case 'bad-frame':
    case 'slip-waits':
    case 'slip-used':
    case 'slip-expired':
    case 'slip-void':
      return { at: 'form', title: texts.failedTitle(), text: texts.failed() };
  }
};

const MINUTE = 60_000;

/** From when on it works again; a full minute, rounded up, so that it does work then. */
const toPause = ({ until }: Refused, now: number): Trouble => {
  const again = Math.ceil((until ?? now + MINUTE) / MINUTE) * MINUTE;
  return { at: 'field', text: texts.rateLimited(momentShort(again, now)) };
};

const withRemaining = (text: string, { remaining }: Refused): string =>
  remaining === undefined ? text : `${text} ${texts.remaining(remaining)}`;
