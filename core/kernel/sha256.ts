/** The first 64 prime numbers, from whose roots the constants of SHA-256 come. */
const PRIMES: readonly number[] = Array.from({ length: 312 }, (_, number) => number).filter(
  (number) =>
    number > 1 && !Array.from({ length: number - 2 }, (_, index) => index + 2).some((d) => number % d === 0),
);
const toFraction = (root: number): number => ((root % 1) * 2 ** 32) | 0;
const ROUNDS = PRIMES.map((prime) => toFraction(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => toFraction(Math.sqrt(prime)));
/** What fits into one block beside the mark of its end and its length. */
const MAX_BYTES = 55;

const rotate = (word: number, count: number): number => (word >>> count) | (word << (32 - count));

/**
 * SHA-256 (FIPS 180-4) of a short ASCII text. WebCrypto's answers only later, and ids are made where nothing can wait.
 *
 * @throws RangeError for more than 55 characters, which would need a second block
 */
export const toShortSha256 = (text: string): Uint8Array => {
  if (text.length > MAX_BYTES) throw new RangeError('The text does not fit into one block.');
  const block = new DataView(new ArrayBuffer(64));
  for (let index = 0; index < text.length; index += 1) block.setUint8(index, text.charCodeAt(index));
  block.setUint8(text.length, 0x80);
  block.setUint32(60, text.length * 8);
  const words = new Int32Array(64);
  const word = (index: number): number => words[index] ?? 0;
  for (let index = 0; index < 64; index += 1) {
    const [early, late] = [word(index - 15), word(index - 2)];
    words[index] =
      index < 16
        ? block.getInt32(index * 4)
        : word(index - 16) +
          (rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)) +
          word(index - 7) +
          (rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10));
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = START;
  for (let round = 0; round < 64; round += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first =
      h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + (ROUNDS[round] ?? 0) + word(round);
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  const digest = new DataView(new ArrayBuffer(32));
  [a, b, c, d, e, f, g, h].forEach((value, index) => {
    digest.setInt32(index * 4, (START[index] ?? 0) + value);
  });
  return new Uint8Array(digest.buffer);
};
