/**
 * How a password becomes keys (D14): argon2id in the client, then two branches by HKDF-SHA256 with an empty salt. The
 * server is given the first branch and stores a hash of it; it never sees the second, which opens the local database.
 */
export const PASSWORD_DERIVATION = {
  /** argon2id: memory in KiB. */
  memory: 64 * 1024,
  /** argon2id: passes over the memory. */
  passes: 3,
  /** argon2id: lanes. */
  parallelism: 1,
  /** Bytes of the master key and of each branch. */
  keyBytes: 32,
  /** Bytes of the salt, chosen at random when the password is set. */
  saltBytes: 16,
  /** HKDF's info for the branch that proves the password to the server. */
  authInfo: 'umlauf/auth',
  /** HKDF's info for the branch that opens what is sealed on this device. */
  wrapInfo: 'umlauf/wrap',
} as const;

/** The same password typed on another system has the same characters only in a normal form. */
export const normalizePassword = (password: string): string => password.normalize('NFC');
