import { createHash, createHmac } from 'node:crypto';
import type { z } from 'zod';
import { PASSWORD_DERIVATION } from '#core/access/password.ts';
import type { RefusalKind } from '#core/access/refusal.ts';
import { toAddresses, type Reach } from '#core/admin/reach.ts';
import { findSetUpFault, type SetUpFault } from '#core/admin/set-up.ts';
import type { Clock, Random } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import type { setUpFinishRequestSchema, setUpFinishResponseSchema } from '#core/protocol/messages/set-up.ts';
import { CODE_BYTES, toAccessCode } from '#server/auth/code.ts';
import { toSlowHash, toTokenHash } from '#server/auth/hash.ts';
import type { SignIn } from '#server/auth/sign-in.ts';
import type { Committed } from '#server/commands/door.job.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { createRecoveryKey, type RecoveryKey } from '#server/operations/recovery-key.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import type { ReachKeeper } from '#server/pki/keeper.ts';
import { applyReach, isReachPossible } from './apply-reach.ts';
import { createGate, type Gate } from './gate.ts';
import {
  isFoundedBy,
  readFounding,
  readReach,
  type FoundSchoolArgs,
  type FoundSchoolResult,
} from './set-up.job.ts';

type FinishRequest = z.infer<typeof setUpFinishRequestSchema>;
type FinishResponse = z.infer<typeof setUpFinishResponseSchema>;

/** A browser that heard no answer asks again within this time, in milliseconds. */
const REPEAT_WITHIN = 3_600_000;
/** The second administrator's code is handed over in person within ten days. */
const CODE_LIFETIME = 10 * 86_400_000;

export interface SetUpPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly signIn: Pick<SignIn, 'hashAccessCode'>;
  readonly onCommitted: (committed: Committed) => void;
  readonly dataDir: string;
  /** Where the server listens. */
  readonly port: () => number;
  readonly keeper: Pick<ReachKeeper, 'current' | 'refresh'>;
  /** Told of what should not happen; never of contents. */
  readonly onError: (error: unknown) => void;
}

/** Set-up of a store that has no school yet (R1). */
export interface SetUp extends Gate {
  /** Whether there is no school yet; once there is one, never again. */
  isOpen(): Promise<boolean>;
  /** A new key for backups; nothing of it is kept here. */
  createRecoveryKey(): RecoveryKey;
  /** Founds the school; only after the gate has let the request in. */
  finish(request: FinishRequest): Promise<Result<FinishResponse, RefusalKind>>;
  /** The answer to a request that has founded the school already, or undefined if another one has. */
  repeat(request: FinishRequest): Promise<Result<FinishResponse, RefusalKind> | undefined>;
  /** Makes up for what a server that died right after the founding had not come to: its certificate. */
  resume(): Promise<void>;
}

export const createSetUp = (ports: SetUpPorts): SetUp => {
  const { store, clock, random, signIn, onCommitted, dataDir, port, keeper, onError } = ports;
  const gate = createGate(clock, random);
  let isFounded = false;
  /** The certificate that is being made: a repeated request waits for it, so that its answer is the first one. */
  let securing: Promise<void> = Promise.resolve();

  return {
    ...gate,
    isOpen: async () => {
      isFounded ||= (await readDocumentsOfKind(store.read, 'school', 1)).length > 0;
      return !isFounded;
    },
    createRecoveryKey: () => createRecoveryKey(random),
    finish: async (request) => {
      const { plan, id, password, recoveryKey } = request;
      const fault = findSetUpFault(plan);
      if (fault !== undefined) return refuse(toRefusal(fault));
      if (!isReachPossible(plan.reach)) return refuse('invalid');
      const accessCode = toStandingCode(id);
      const authSalt = Buffer.from(random.bytes(PASSWORD_DERIVATION.saltBytes)).toString('base64url');
      const now = clock.now();
      const args: FoundSchoolArgs = {
        plan,
        idHash: toTokenHash(id),
        contentHash: toContentHash(request),
        credential: { salt: password.salt, authSalt, authHash: await toSlowHash(password.auth, authSalt) },
        accessCodeHash: await signIn.hashAccessCode(plan.second.shortCode, accessCode),
        codeExpiresAt: now + CODE_LIFETIME,
        recoveryKey,
        addresses: toAddresses(plan.reach, port()),
        now,
      };
      const result = await store.write<FoundSchoolResult>('found-school', args);
      // The same request may have been under way twice.
      if (result.status === 'taken') return (await findRepeat(request)) ?? refuse('conflict');
      isFounded = true;
      onCommitted(result);
      securing = secure(plan.reach, plan.name);
      await securing;
      return accept({ accessCode, expiresAt: args.codeExpiresAt, secured: isSecured() });
    },
    repeat: (request) => findRepeat(request),
    resume: async () => {
      const reach = await readReach(store.read);
      if (reach !== undefined)
        await secure(reach, (await readDocumentsOfKind(store.read, 'school', 1))[0]?.name);
    },
  };

  /** The school is founded by then: what goes wrong here is told and tried again with the next start. */
  async function secure(reach: Reach, schoolName = ''): Promise<void> {
    try {
      const problem = await applyReach(dataDir, reach, schoolName, clock.now());
      if (problem === undefined) await keeper.refresh();
      else onError(new Error(`set-up: ${problem.problem}`));
    } catch (error) {
      onError(error);
    }
  }

  function isSecured(): boolean {
    const { tls, proxy } = keeper.current();
    return (tls ?? proxy) !== undefined;
  }

  async function findRepeat(
    request: FinishRequest,
  ): Promise<Result<FinishResponse, RefusalKind> | undefined> {
    const founding = await readFounding(store.read);
    if (founding === undefined || !isFoundedBy(founding, toTokenHash(request.id))) return undefined;
    if (clock.now() - founding.at > REPEAT_WITHIN) return undefined;
    if (founding.contentHash !== toContentHash(request)) return refuse('mid-reused');
    await securing;
    return accept({
      accessCode: toStandingCode(request.id),
      expiresAt: founding.at + CODE_LIFETIME,
      secured: isSecured(),
    });
  }
};

/**
 * The second administrator's one-time code follows from the request's id, 128 bits that only its browser knows: so a
 * repeat gets the same code although the server keeps nothing but hashes.
 */
const toStandingCode = (id: Id): string =>
  toAccessCode(createHmac('sha256', id).update('umlauf/set-up/access-code').digest().subarray(0, CODE_BYTES));

const toContentHash = ({ plan, password, recoveryKey }: FinishRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([plan, password, recoveryKey]))
    .digest('base64url');

const toRefusal = (fault: SetUpFault): RefusalKind => {
  switch (fault) {
    case 'protected-group':
    case 'name-taken':
      return fault;
    case 'same-short-code':
    case 'same-person':
    case 'unknown-rules':
    case 'address-missing':
      return 'invalid';
  }
};
