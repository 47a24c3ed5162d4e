import { argon2id } from 'hash-wasm';
import { normalizePassword, PASSWORD_DERIVATION } from '#core/access/password.ts';
import { fromBase64Url, toBase64Url } from './sealing.ts';

/** What a password becomes together with its salt (D14). */
export interface PasswordKeys {
  /** Proves the password to the server: 32 bytes in base64url. */
  readonly auth: string;
  /** Opens the data key on this device; the server never sees it. */
  readonly wrap: CryptoKey;
}

/** Turns a password into keys; the port exists because 64 MiB of argon2id are too much for a thousand simulated clients. */
export type DerivePasswordKeys = (password: string, salt: string) => Promise<PasswordKeys>;

/** Derives both branches by argon2id and HKDF-SHA256. Takes some tenths of a second, on purpose. */
export const derivePasswordKeys: DerivePasswordKeys = async (password, salt) => {
  const master = await argon2id({
    password: normalizePassword(password),
    salt: fromBase64Url(salt),
    iterations: PASSWORD_DERIVATION.passes,
    memorySize: PASSWORD_DERIVATION.memory,
    parallelism: PASSWORD_DERIVATION.parallelism,
    hashLength: PASSWORD_DERIVATION.keyBytes,
    outputType: 'binary',
  });
  const material = await crypto.subtle.importKey('raw', new Uint8Array(master), 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ]);
  master.fill(0);
  const branch = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: new TextEncoder().encode(info),
  });
  const auth = await crypto.subtle.deriveBits(
    branch(PASSWORD_DERIVATION.authInfo),
    material,
    PASSWORD_DERIVATION.keyBytes * 8,
  );
  const wrap = await crypto.subtle.deriveKey(
    branch(PASSWORD_DERIVATION.wrapInfo),
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  return { auth: toBase64Url(new Uint8Array(auth)), wrap };
};

/** The bytes of a new data key. Wipe them once they are imported and wrapped. */
export const createDataKeyBytes = (): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(PASSWORD_DERIVATION.keyBytes));

/** The data key of a profile; nobody can take its bytes out again. */
export const importDataKey = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** A new random salt for a password, in base64url. */
export const createSalt = (): string =>
  toBase64Url(crypto.getRandomValues(new Uint8Array(PASSWORD_DERIVATION.saltBytes)));
