import { createHmac } from 'node:crypto';
import type { z } from 'zod';
import { PASSWORD_DERIVATION } from '#core/access/password.ts';
import type { Clock, Instant, Random } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { toProofText } from '#core/admin/slip-derivation.ts';
import type {
  codeRequestSchema,
  proofRequestSchema,
  proofResponseSchema,
  redeemRequestSchema,
} from '#core/protocol/messages/sign-in.ts';
import type { CountProofArgs, CountProofResult } from '#server/auth/proofs.job.ts';
import { refuseLocked } from '#server/auth/attempts.job.ts';
import type { CodeRefusal, FoundPerson } from '#server/auth/codes.job.ts';
import { hashCode, toAttemptName, type PresentedCode } from '#server/auth/codes.ts';
import { toSlowHash } from '#server/auth/hash.ts';
import { openKeyed, type Keyed } from '#server/auth/keyed.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import type { Committed } from './door.job.ts';
import type { LookAtCodeArgs, LookAtCodeResult, RedeemArgs, RedeemResult } from './slip.job.ts';

type RateLimited = { readonly ok: false; readonly reason: 'rate-limited'; readonly until: Instant };

/** Where somebody comes with a slip: the one change that is no command, since nobody is signed in yet. */
export interface SlipDoor {
  /** Proves that this server knows the slip of this locator (D19); for one that nobody has it makes up a proof that never changes. */
  prove(
    request: z.infer<typeof proofRequestSchema>,
    address: string,
    /** Of the own authority's public key; empty without one. */
    fingerprint: string,
  ): Promise<{ readonly ok: true; readonly response: z.infer<typeof proofResponseSchema> } | RateLimited>;
  /** Whose code it is, if it works now; a wrong one counts as a failed attempt. */
  look(
    request: z.infer<typeof codeRequestSchema>,
    address: string,
  ): Promise<{ readonly ok: true; readonly person: FoundPerson } | CodeRefusal>;
  /** Sets a password; the code is used from then on, and every session the person had ends. */
  redeem(
    request: z.infer<typeof redeemRequestSchema>,
    address: string,
  ): Promise<
    | {
        readonly ok: true;
        readonly personId: Id;
        readonly shortCode: string;
        /** Sessions that ended by it. */
        readonly ended: readonly Id[];
      }
    | CodeRefusal
  >;
}

export interface SlipDoorOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** Told of every commit before `redeem` resolves. */
  readonly onCommitted: (committed: Committed) => void;
}

export const createSlipDoor = async (options: SlipDoorOptions): Promise<SlipDoor> => {
  const { store, clock, random, onCommitted } = options;
  const keyed = await openKeyed(store);

  const prepare = async (
    presented: PresentedCode,
    address: string,
  ): Promise<{ readonly ok: true; readonly args: LookAtCodeArgs } | CodeRefusal> => {
    const name = toAttemptName(presented);
    const scopes = keyed.toScopes(name, address);
    const locked = await refuseLocked(store.read, scopes, clock.now());
    if (locked !== undefined) return { ok: false, ...locked };
    const code = await hashCode(store.read, presented, keyed);
    const proofScope = code.form === 'long' ? toProofScope(keyed, address) : undefined;
    return { ok: true, args: { code, scopes, proofScope, now: clock.now() } };
  };

  return {
    prove: async ({ locator }, address, fingerprint) => {
      const args: CountProofArgs = { scope: toProofScope(keyed, address), now: clock.now() };
      const until = await store.write<CountProofResult>('count-proof', args);
      if (until !== undefined) return { ok: false, reason: 'rate-limited', until };
      const slip = await store.read.get<{ long_hash: string }>(
        'select long_hash from slip join person on person.id = slip.person_id where active = 1 and locator = ?',
        locator,
      );
      // Made in both cases, so that the time tells nothing either.
      const falseHash = keyed.toHash('slip-proof', locator);
      const hash = Buffer.from(slip?.long_hash ?? falseHash, 'base64url');
      const proof = createHmac('sha256', hash).update(toProofText(locator, fingerprint)).digest('base64url');
      return { ok: true, response: { fingerprint, proof } };
    },
    look: async (request, address) => {
      const prepared = await prepare(request, address);
      return prepared.ok ? store.write<LookAtCodeResult>('look-at-code', prepared.args) : prepared;
    },
    redeem: async (request, address) => {
      const prepared = await prepare(request, address);
      if (!prepared.ok) return prepared;
      const authSalt = Buffer.from(random.bytes(PASSWORD_DERIVATION.saltBytes)).toString('base64url');
      const authHash = await toSlowHash(request.auth, authSalt);
      const args: RedeemArgs = { ...prepared.args, password: { salt: request.salt, authHash, authSalt } };
      const result = await store.write<RedeemResult>('redeem', args);
      if (!result.ok) return result;
      const { changes, membershipChanged, ...done } = result;
      onCommitted({ changes, membershipChanged });
      return done;
    },
  };
};

/** Who asks for proofs counts by the address alone, apart from failures: a proof asked for is no wrong password. */
const toProofScope = (keyed: Keyed, address: string): string => keyed.toHash('attempt-proof', address);
