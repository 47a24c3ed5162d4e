import type { Choice } from '#core/votes/vote-record.ts';

/** A choice as bytes, all of one size: how long a ballot is must not tell what it says. */
export const CHOICE_BYTES = 32;

const PLAIN = ['yes', 'no', 'abstain'] as const;
/** The first byte of a ballot that chooses options; the bits behind it say which. */
const OPTIONS = PLAIN.length;

export const toChoiceBytes = (choice: Choice): Uint8Array => {
  const bytes = new Uint8Array(CHOICE_BYTES);
  if (typeof choice === 'string') {
    bytes[0] = PLAIN.indexOf(choice);
    return bytes;
  }
  bytes[0] = OPTIONS;
  for (const index of choice) {
    const at = 1 + (index >> 3);
    bytes[at] = (bytes[at] ?? 0) | (1 << (index & 7));
  }
  return bytes;
};

/** Undefined for bytes that no ballot has. */
export const toChoice = (bytes: Uint8Array): Choice | undefined => {
  const [first] = bytes;
  if (bytes.length !== CHOICE_BYTES || first === undefined || first > OPTIONS) return undefined;
  if (first < OPTIONS) return PLAIN[first];
  const indexes: number[] = [];
  for (let index = 0; index < (CHOICE_BYTES - 1) * 8; index += 1) {
    if (((bytes[1 + (index >> 3)] ?? 0) & (1 << (index & 7))) !== 0) indexes.push(index);
  }
  return indexes;
};
