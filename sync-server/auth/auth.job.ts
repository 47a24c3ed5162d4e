import type { Role } from '#core/access/roles.ts';
import type { Instant } from '#core/kernel/clock.ts';
import { encodeBase32, type Id } from '#core/kernel/id.ts';
import type { DeviceClass } from '#core/protocol/messages/sign-in.ts';
import { note } from '#server/audit/note.ts';
import type { Job, JobTable, Reader, Transaction } from '#server/storage/contract/storage.ts';
import {
  countFailure,
  forgetFailures,
  refuseLocked,
  type AttemptRefusal,
  type AttemptScopes,
} from './attempts.job.ts';
import { findCodeOwner, spendCode } from './device-codes.job.ts';
import { admitDevice, type DeviceRefusal } from './devices.ts';
import { isSameHash } from './hash.ts';
import { readFormerSalts } from './password.job.ts';

/** A session lasts half a year, then the password is asked again. */
const SESSION_LIFETIME = 180 * 86_400_000;
/** A one-time code is handed over in person within ten days. */
const CODE_LIFETIME = 10 * 86_400_000;
/** Sessions of one person beyond this end, the longest unused first. */
const SESSIONS_MAX = 50;

export interface SignInArgs {
  readonly shortCodeKey: string;
  /** The slow hash of what was sent; made before the job, since jobs never wait. */
  readonly authHash: string;
  readonly tokenHash: string;
  readonly device: { readonly id: Id; readonly class: DeviceClass; readonly name: string };
  /** Present if a code for a further device stands in the place of the short code. */
  readonly deviceCodeHash: string | undefined;
  readonly scopes: AttemptScopes;
  readonly now: Instant;
}

export type SignInResult =
  | {
      readonly ok: true;
      readonly personId: Id;
      readonly role: Role;
      readonly salt: string;
      /** As the school writes it. */
      readonly shortCode: string;
      readonly formerSalts: readonly string[];
      /** Sessions that ended by it because there were too many. */
      readonly ended: readonly Id[];
    }
  | ({ readonly ok: false } & AttemptRefusal)
  | { readonly ok: false; readonly reason: DeviceRefusal };

interface Known {
  readonly id: Id;
  readonly role: Role;
  readonly salt: string;
  readonly auth_hash: string;
}

const signIn: Job<SignInArgs, SignInResult> = async (transaction, args, context) => {
  const { now, scopes } = args;
  const locked = await refuseLocked(transaction, scopes, now);
  if (locked !== undefined) return { ok: false, ...locked };
  const known = await transaction.get<Known>(
    `select person.id, role, salt, auth_hash from person join credential on credential.person_id = person.id
     where short_code_key = ? and active = 1`,
    args.shortCodeKey,
  );
  const { deviceCodeHash } = args;
  const owner =
    deviceCodeHash === undefined ? args.shortCodeKey : await findCodeOwner(transaction, deviceCodeHash, now);
  const isRight = isSameHash(args.authHash, known?.auth_hash ?? '') && owner === args.shortCodeKey;
  if (known === undefined || !isRight) {
    return { ok: false, ...(await countFailure(transaction, scopes, now)) };
  }
  await forgetFailures(transaction, scopes);
  // Only who has proved who they are learns anything of the device.
  const admitted = await admitDevice(transaction, {
    device: args.device,
    personId: known.id,
    joinedBy: deviceCodeHash === undefined ? 'password' : 'code',
    now,
  });
  if (typeof admitted === 'object') return { ok: false, reason: admitted.refused };
  if (deviceCodeHash !== undefined) await spendCode(transaction, deviceCodeHash);
  await transaction.run(
    `insert into session (id, token_hash, person_id, device_id, device_class, created_at, last_seen_at, expires_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    encodeBase32(context.randomBytes(16)),
    args.tokenHash,
    known.id,
    args.device.id,
    admitted,
    now,
    now,
    now + SESSION_LIFETIME,
  );
  const ended = await endSurplusSessions(transaction, known.id, now);
  const { id: personId, role, salt } = known;
  const shortCode = await readShortCode(transaction, personId);
  const formerSalts = await readFormerSalts(transaction, personId);
  return { ok: true, personId, role, salt, shortCode, formerSalts, ended };
};

const readShortCode = async (reader: Reader, personId: Id): Promise<string> => {
  const row = await reader.get<{ body: string }>('select body from document where id = ?', personId);
  return (JSON.parse(row?.body ?? '{}') as { readonly shortCode?: string }).shortCode ?? '';
};

const endSurplusSessions = async (
  transaction: Transaction,
  personId: Id,
  now: Instant,
): Promise<readonly Id[]> => {
  await transaction.run(
    'delete from session where person_id = ? and (expires_at <= ? or revoked_at is not null)',
    personId,
    now,
  );
  const surplus = await transaction.all<{ id: Id }>(
    'select id from session where person_id = ? order by last_seen_at desc, created_at desc limit -1 offset ?',
    personId,
    SESSIONS_MAX,
  );
  for (const { id } of surplus) await transaction.run('delete from session where id = ?', id);
  return surplus.map(({ id }) => id);
};

const signOut: Job<{ sessionId: Id; now: Instant }, undefined> = async (transaction, { sessionId, now }) => {
  await transaction.run(
    'update session set revoked_at = ? where id = ? and revoked_at is null',
    now,
    sessionId,
  );
};

export interface IssueCodeArgs {
  readonly shortCodeKey: string;
  readonly codeHash: string;
  readonly now: Instant;
}

export interface IssueCodeResult {
  /** False if nobody has this short code. */
  readonly found: boolean;
}

/** Issues a one-time code; an earlier one is void from now on. Only for whoever runs the server. */
const issueAccessCode: Job<IssueCodeArgs, IssueCodeResult> = async (transaction, args) => {
  const person = await transaction.get<{ id: Id }>(
    'select id from person where short_code_key = ? and active = 1',
    args.shortCodeKey,
  );
  if (person === undefined) return { found: false };
  await transaction.run(
    `insert into access_code (person_id, code_hash, created_at, expires_at, used_at) values (?, ?, ?, ?, null)
     on conflict (person_id) do update set code_hash = excluded.code_hash, created_at = excluded.created_at,
       expires_at = excluded.expires_at, used_at = null`,
    person.id,
    args.codeHash,
    args.now,
    args.now + CODE_LIFETIME,
  );
  await note(transaction, args.now, null, 'issue-access-code', person.id);
  return { found: true };
};

/** The secret behind keyed hashes; made once per school. */
const ensureSecret: Job<undefined, string> = async (transaction, _args, context) => {
  const known = await transaction.get<{ value: string }>(
    'select value from meta where key = ?',
    'auth-secret',
  );
  if (known !== undefined) return known.value;
  const value = Buffer.from(context.randomBytes(32)).toString('base64url');
  await transaction.run('insert into meta (key, value) values (?, ?)', 'auth-secret', value);
  return value;
};

export const jobs: JobTable = {
  'sign-in': signIn,
  'sign-out': signOut,
  'issue-access-code': issueAccessCode,
  'ensure-auth-secret': ensureSecret,
};
