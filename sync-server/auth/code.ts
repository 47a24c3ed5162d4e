import { createShortSlipCode, formatSlipCode, readTypedCode, SHORT_PAYLOAD } from '#core/admin/slip-code.ts';

/** Random bytes a code is made of. */
export const CODE_BYTES = SHORT_PAYLOAD;

/** A one-time code as it is handed over, `7K3M-Q2XD`: the short form of a slip's code, 30 random bits and two checks. */
export const toAccessCode = (bytes: Uint8Array): string =>
  formatSlipCode(createShortSlipCode({ bytes: (length) => bytes.slice(0, length) }));

/** What somebody typed, as it is compared: without gaps, O read as 0, I and L as 1. */
export const normalizeAccessCode = (typed: string): string => readTypedCode(typed).code;
