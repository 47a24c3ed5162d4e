import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { forgetFailures, type AttemptScopes } from '#server/auth/attempts.job.ts';
import { judgeCode, type CodeRefusal, type FoundPerson } from '#server/auth/codes.job.ts';
import type { HashedCode } from '#server/auth/codes.ts';
import { takeProofBack } from '#server/auth/proofs.job.ts';
import { setPassword, type NewPassword } from '#server/auth/password.job.ts';
import { noteAccess } from '#server/features/admin/slips/note-access.ts';
import type { Job, JobTable } from '#server/storage/contract/storage.ts';
import type { Committed } from './door.job.ts';
import { createStage } from './stage.ts';

/** Jobs for whoever stands at the door with a code: there is no session yet, so they are no commands. */

export interface LookAtCodeArgs {
  readonly code: HashedCode;
  readonly scopes: AttemptScopes;
  /** Where the proof was counted that came before a whole code. */
  readonly proofScope: string | undefined;
  readonly now: Instant;
}

export type LookAtCodeResult = { readonly ok: true; readonly person: FoundPerson } | CodeRefusal;

/** Tells whether a code works and whose it is; changes nothing but the count of failed attempts. */
const lookAtCode: Job<LookAtCodeArgs, LookAtCodeResult> = async (transaction, args, context) => {
  const found = await judgeCode(transaction, args.code, args.scopes, args.now);
  if (!found.ok) return found;
  if (args.proofScope !== undefined) await takeProofBack(transaction, args.proofScope);
  const person = await createStage(transaction, context, args.now).load('person', found.personId);
  if (person === undefined) return { ok: false, reason: 'code-void' };
  const { shortCode, firstName, lastName } = person;
  return { ok: true, person: { shortCode, firstName, lastName } };
};

export interface RedeemArgs extends LookAtCodeArgs {
  readonly password: NewPassword;
}

export type RedeemResult =
  | ({
      readonly ok: true;
      readonly personId: Id;
      readonly shortCode: string;
      readonly ended: readonly Id[];
    } & Committed)
  | CodeRefusal;

/** Sets a password by a code, which is used from now on; every session the person had ends. */
const redeem: Job<RedeemArgs, RedeemResult> = async (transaction, args, context) => {
  const { now } = args;
  const found = await judgeCode(transaction, args.code, args.scopes, now);
  if (!found.ok) return found;
  const { personId, locator } = found;
  const stage = createStage(transaction, context, now);
  const person = await stage.load('person', personId);
  if (person === undefined) return { ok: false, reason: 'code-void' };
  await forgetFailures(transaction, args.scopes);
  const ended = await setPassword(transaction, personId, args.password, now);
  if (locator === undefined)
    await transaction.run('update access_code set used_at = ? where person_id = ?', now, personId);
  await noteAccess(stage, person, locator);
  return {
    ok: true,
    personId,
    shortCode: person.shortCode,
    ended,
    changes: stage.changes,
    membershipChanged: [],
  };
};

export const jobs: JobTable = { 'look-at-code': lookAtCode, redeem };
