/** The least length of a password in characters. Length alone: rules about kinds of characters make passwords worse (NIST SP 800-63B). */
export const PASSWORD_LEAST = 10;

/** How many characters a password lacks; counted as a person counts, so that an emoji or an umlaut is one. */
export const missingCharacters = (password: string): number =>
  Math.max(0, PASSWORD_LEAST - [...password.normalize('NFC')].length);
