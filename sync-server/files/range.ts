/** The bytes to send: `end` is the last one. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** One range, as `bytes=0-499`, `bytes=500-` or `bytes=-500`; no number has more digits than a size can have. */
const SINGLE = /^bytes=(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))$/iu;

/**
 * What a `Range` header asks of a representation of `size` bytes (RFC 9110, section 14.2). Several ranges at once, and
 * what is no range, are ignored, as the section allows: then the whole is sent. So ten thousand of them cost no more
 * than none.
 */
export const toRange = (header: string | undefined, size: number): ByteRange | 'whole' | 'unsatisfiable' => {
  const match = SINGLE.exec(header?.trim() ?? '');
  if (match === null) return 'whole';
  const [, from, to = '', last] = match;
  if (last !== undefined) {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return 'whole';
  return start >= size ? 'unsatisfiable' : { start, end };
};
