import type { z } from 'zod';
import { toShortCodeKey } from '#core/directory/person.ts';
import type { Clock, Random } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type {
  challengeRequestSchema,
  challengeResponseSchema,
  deviceCodeResponseSchema,
  signInRequestSchema,
  signInResponseSchema,
} from '#core/protocol/messages/sign-in.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { refuseLocked } from './attempts.job.ts';
import type { IssueCodeArgs, IssueCodeResult, SignInArgs, SignInResult } from './auth.job.ts';
import { CODE_BYTES, normalizeAccessCode, toAccessCode } from './code.ts';
import { DEVICE_CODE_LIFETIME, findCodeOwner, type IssueDeviceCodeArgs } from './device-codes.job.ts';
import { toSlowHash, toTokenHash } from './hash.ts';
import type { Session } from './sessions.ts';
import { openKeyed, toCodeSalt } from './keyed.ts';

type Refused = Extract<SignInResult, { ok: false }>;

/** Signing in with a password (D14), and the console's way in. */
export interface SignIn {
  /** The salt of a short code; for unknown ones a false salt that never changes. */
  challenge(who: z.infer<typeof challengeRequestSchema>): Promise<z.infer<typeof challengeResponseSchema>>;
  signIn(
    request: z.infer<typeof signInRequestSchema>,
    address: string,
  ): Promise<
    | {
        readonly ok: true;
        readonly response: z.infer<typeof signInResponseSchema>;
        readonly ended: readonly Id[];
      }
    | Refused
  >;
  /** What is stored of a one-time code. */
  hashAccessCode(shortCode: string, code: string): Promise<string>;
  /** A code for a further device of whoever has this session; it lies in no replica and in no log. */
  issueDeviceCode(session: Pick<Session, 'personId'>): Promise<z.infer<typeof deviceCodeResponseSchema>>;
  /** A new one-time code for a person, or undefined if nobody has the short code. */
  issueAccessCode(shortCode: string): Promise<string | undefined>;
}

export const createSignIn = async (store: Store, clock: Clock, random: Random): Promise<SignIn> => {
  const keyed = await openKeyed(store);
  const toCodeHash = (key: string, code: string): Promise<string> =>
    toSlowHash(normalizeAccessCode(code), toCodeSalt(keyed, key));
  const toDeviceCodeHash = (code: string): string => keyed.toHash('device-code', normalizeAccessCode(code));
  /**
   * Whom a short code or a code for a further device means: the short code as it is compared, and the name under which
   * failures count and false salts are made, so that a code nobody has answers like one that somebody has.
   */
  const findWho = async ({
    shortCode = '',
    deviceCode,
  }: z.infer<typeof challengeRequestSchema>): Promise<{
    readonly key: string;
    readonly name: string;
    readonly deviceCodeHash: string | undefined;
  }> => {
    const typed = toShortCodeKey(shortCode);
    if (deviceCode === undefined) return { key: typed, name: typed, deviceCodeHash: undefined };
    const deviceCodeHash = toDeviceCodeHash(deviceCode);
    const key = (await findCodeOwner(store.read, deviceCodeHash, clock.now())) ?? '';
    return { key, name: `code ${deviceCodeHash}`, deviceCodeHash };
  };
  const isKnownDevice = async (key: string, deviceId: Id): Promise<boolean> =>
    (await store.read.get(
      `select 1 from session join person on person.id = session.person_id
       where short_code_key = ? and device_id = ? limit 1`,
      key,
      deviceId,
    )) !== undefined;
  const findCredential = (key: string) =>
    store.read.get<{ salt: string; auth_salt: string }>(
      `select salt, auth_salt from credential join person on person.id = credential.person_id
       where short_code_key = ? and active = 1`,
      key,
    );

  return {
    hashAccessCode: (shortCode, code) => toCodeHash(toShortCodeKey(shortCode), code),
    challenge: async (who) => {
      const { key, name } = await findWho(who);
      const falseSalt = keyed.toFalseSalt('salt', name);
      const credential = await findCredential(key);
      return { salt: credential?.salt ?? falseSalt };
    },
    signIn: async (request, address) => {
      const { key, name, deviceCodeHash } = await findWho(request);
      const isKnown = await isKnownDevice(key, request.device.id);
      const scopes = keyed.toScopes(name, address, isKnown ? request.device.id : undefined);
      const locked = await refuseLocked(store.read, scopes, clock.now());
      if (locked !== undefined) return { ok: false, ...locked };
      const falseSalt = keyed.toFalseSalt('auth-salt', name);
      const credential = await findCredential(key);
      const authHash = await toSlowHash(request.auth, credential?.auth_salt ?? falseSalt);
      const token = Buffer.from(random.bytes(32)).toString('base64url');
      const args: SignInArgs = {
        shortCodeKey: key,
        authHash,
        tokenHash: toTokenHash(token),
        device: { ...request.device, name: request.device.name ?? '' },
        deviceCodeHash,
        scopes,
        now: clock.now(),
      };
      const result = await store.write<SignInResult>('sign-in', args);
      if (!result.ok) return result;
      const { personId, role, salt, shortCode, ended } = result;
      const formerSalts = [...result.formerSalts];
      return { ok: true, response: { token, personId, role, salt, shortCode, formerSalts }, ended };
    },
    issueDeviceCode: async ({ personId }) => {
      const code = toAccessCode(random.bytes(CODE_BYTES));
      const now = clock.now();
      const args: IssueDeviceCodeArgs = { personId, codeHash: toDeviceCodeHash(code), now };
      await store.write('issue-device-code', args);
      return { code, until: now + DEVICE_CODE_LIFETIME };
    },
    issueAccessCode: async (shortCode) => {
      const key = toShortCodeKey(shortCode);
      const code = toAccessCode(random.bytes(CODE_BYTES));
      const args: IssueCodeArgs = {
        shortCodeKey: key,
        codeHash: await toCodeHash(key, code),
        now: clock.now(),
      };
      const result = await store.write<IssueCodeResult>('issue-access-code', args);
      return result.found ? code : undefined;
    },
  };
};
