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

/** The least length of a password in characters. Length alone: rules about kinds of characters make passwords worse (NIST SP 800-63B). */
export const PASSWORD_LEAST = 10;

/** How many characters a password lacks; counted as a person counts, so that an emoji or an umlaut is one. */
export const missingCharacters = (password: string): number =>
  Math.max(0, PASSWORD_LEAST - [...normalizePassword(password)].length);

/** Words everybody tries first. */
const FIRST_TRIED = ['passwort', 'kennwort', 'password', 'umlauf', 'schule', 'admin', 'qwertz', 'qwerty'];
/** Runs everybody tries first. */
const RUNS = /(.)\1+|0?123(4(5(6(7(8(90?)?)?)?)?)?)?|abc(d(e(f)?)?)?/gu;
/** So many different characters must be left of a password without what everybody tries first. */
const LEFT_LEAST = 5;

/**
 * Whether a password consists of little but what an attacker tries first: the person's and the school's names (`known`),
 * common words, runs. For accounts worth attacking; the length is asked for beside it.
 */
export const isGuessable = (password: string, known: readonly string[]): boolean => {
  const words = [...FIRST_TRIED, ...known.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))]
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= 3)
    .sort((left, right) => right.length - left.length);
  let left = normalizePassword(password).toLowerCase();
  for (const word of words) left = left.replaceAll(word, '');
  return new Set(left.replaceAll(RUNS, '')).size < LEFT_LEAST;
};
