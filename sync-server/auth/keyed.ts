import { PASSWORD_DERIVATION } from '#core/access/password.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import type { AttemptScopes } from './attempts.job.ts';
import { toKeyedHash } from './hash.ts';

/** What hangs on the school's own secret: whose attempts count together, and salts for whom nobody knows. */
export interface Keyed {
  /** `name` is a short code or a slip; `knownDevice` one on which its person was signed in before. */
  toScopes(name: string, address: string, knownDevice?: Id): AttemptScopes;
  /** What is stored of a short-lived secret: without the school's own secret it says nothing. */
  toHash(purpose: string, value: string): string;
  /** A salt that never changes for the same key, so that it does not tell that nobody is behind it. */
  toFalseSalt(purpose: string, key: string): string;
}

/** The salt of a code that the console shows. */
export const toCodeSalt = (keyed: Keyed, shortCodeKey: string): string =>
  keyed.toFalseSalt('access-code', shortCodeKey);

export const openKeyed = async (store: Store): Promise<Keyed> => {
  const secret = await store.write<string>('ensure-auth-secret', undefined);
  const toScope = (purpose: string, value: string): string =>
    toKeyedHash(secret, purpose, value).toString('base64url');
  return {
    toScopes: (name, address, knownDevice) => ({
      pair:
        knownDevice === undefined
          ? toScope('attempt-pair', `${name}\0${address}`)
          : toScope('attempt-device', `${name}\0${knownDevice}`),
      person: toScope('attempt-person', name),
      address: toScope('attempt-address', address),
      isKnownDevice: knownDevice !== undefined,
    }),
    toHash: toScope,
    toFalseSalt: (purpose, key) =>
      toKeyedHash(secret, purpose, key).subarray(0, PASSWORD_DERIVATION.saltBytes).toString('base64url'),
  };
};
