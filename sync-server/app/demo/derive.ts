import { argon2Sync, hkdfSync } from 'node:crypto';
import { normalizePassword, PASSWORD_DERIVATION } from '#core/access/password.ts';

/** The branch of a password that the server is given, as a client derives it (D14); `salt` in base64url. */
export const deriveAuth = (password: string, salt: string): string => {
  const { memory, passes, parallelism, keyBytes, authInfo } = PASSWORD_DERIVATION;
  const master = argon2Sync('argon2id', {
    message: normalizePassword(password),
    nonce: Buffer.from(salt, 'base64url'),
    memory,
    passes,
    parallelism,
    tagLength: keyBytes,
  });
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), authInfo, keyBytes)).toString('base64url');
};
