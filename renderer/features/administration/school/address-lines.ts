import { toAddress } from '#core/directory/address.ts';

/** The lines of a text as addresses, each once; a line that is none stays as it was typed. */
export const toAddressLines = (text: string): string[] => {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== '').map((line) => toAddress(line) ?? line))];
};
