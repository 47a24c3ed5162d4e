import type { PersonName } from '#core/kernel/document.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Transaction } from '#server/storage/contract/storage.ts';
import { countFailure, refuseLocked, type AttemptRefusal, type AttemptScopes } from './attempts.job.ts';
import type { HashedCode } from './codes.ts';
import { isSameHash } from './hash.ts';

/** What a right code is for. */
export interface FoundCode {
  readonly ok: true;
  readonly personId: Id;
  /** The slip it belongs to; undefined for a code of the console. */
  readonly locator: string | undefined;
}

export type CodeRefusal =
  | {
      readonly ok: false;
      readonly reason: 'code-void' | 'slip-waits' | 'slip-used' | 'slip-expired' | 'slip-void';
    }
  | ({ readonly ok: false } & AttemptRefusal);

/** The person a code was made for, as the screen greets them. */
export type FoundPerson = Pick<PersonName, 'shortCode' | 'firstName' | 'lastName'>;

interface SlipRow {
  readonly locator: string;
  readonly person_id: Id;
  readonly short_hash: string;
  readonly long_hash: string;
  readonly state: 'issued' | 'handed-over' | 'used' | 'expired' | 'void';
  readonly expires_at: number | null;
}

interface CodeRow {
  readonly person_id: Id;
  readonly code_hash: string;
  readonly expires_at: number;
  readonly used_at: number | null;
}

/**
 * Judges a code; a wrong one counts as a failed attempt. Only who holds the right code learns what became of it: not handed
 * over yet, used, expired, void.
 */
export const judgeCode = async (
  transaction: Transaction,
  code: HashedCode,
  scopes: AttemptScopes,
  now: Instant,
): Promise<FoundCode | CodeRefusal> => {
  const locked = await refuseLocked(transaction, scopes, now);
  if (locked !== undefined) return { ok: false, ...locked };
  const slip = await findSlip(transaction, code);
  if (slip !== undefined) return judgeSlip(slip, now);
  const issued = await findConsoleCode(transaction, code);
  if (issued === undefined) return { ok: false, ...(await countFailure(transaction, scopes, now)) };
  if (issued.used_at !== null || issued.expires_at <= now) return { ok: false, reason: 'code-void' };
  return { ok: true, personId: issued.person_id, locator: undefined };
};

const SLIP = `select locator, person_id, short_hash, long_hash, state, expires_at from slip
  join person on person.id = slip.person_id where active = 1`;

const findSlip = async (transaction: Transaction, code: HashedCode): Promise<SlipRow | undefined> => {
  if (code.form === 'none') return undefined;
  if (code.form === 'long') {
    const slip = await transaction.get<SlipRow>(`${SLIP} and locator = ?`, code.locator);
    return isSameHash(code.longHash, slip?.long_hash ?? '') ? slip : undefined;
  }
  const slips = await transaction.all<SlipRow>(
    `${SLIP} and short_code_key = ? order by number desc`,
    code.shortCodeKey,
  );
  return slips.find((slip) => isSameHash(code.shortHash, slip.short_hash));
};

const judgeSlip = (slip: SlipRow, now: Instant): FoundCode | CodeRefusal => {
  switch (slip.state) {
    case 'issued':
      return { ok: false, reason: 'slip-waits' };
    case 'used':
      return { ok: false, reason: 'slip-used' };
    case 'void':
      return { ok: false, reason: 'slip-void' };
    case 'expired':
      return { ok: false, reason: 'slip-expired' };
    case 'handed-over':
      // The plan that marks it as expired may come late.
      return (slip.expires_at ?? 0) < now
        ? { ok: false, reason: 'slip-expired' }
        : { ok: true, personId: slip.person_id, locator: slip.locator };
  }
};

const findConsoleCode = async (transaction: Transaction, code: HashedCode): Promise<CodeRow | undefined> => {
  if (code.form !== 'short' || code.consoleHash === undefined) return undefined;
  const issued = await transaction.get<CodeRow>(
    `select person_id, code_hash, expires_at, used_at from access_code
     join person on person.id = access_code.person_id where short_code_key = ? and active = 1`,
    code.shortCodeKey,
  );
  return isSameHash(code.consoleHash, issued?.code_hash ?? '') ? issued : undefined;
};
