/** How the bytes of a file were taken for letters. */
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252';

/** A text and what is known about the letters it came in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether letters were lost before: a question mark beside a letter, or a sign for what could not be read. */
  readonly doubtful: boolean;
}

const LOST_LETTER = /\uFFFD|\?\p{L}|\p{L}\?/u;
const CHUNK = 8_192;

/**
 * The bytes 0x80 to 0x9F in Windows-1252 (unicode.org, VENDORS/MICSFT/WINDOWS/CP1252.TXT); the five it leaves free
 * become U+FFFD.
 */
const WINDOWS_1252 =
  '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd' +
  '\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178';

/**
 * Turns the bytes of a list into text: UTF-16 where a byte order mark says so, UTF-8 where the bytes are valid UTF-8,
 * otherwise Windows-1252, which German programs write and which has a letter for almost every byte. Never fails.
 */
export const decodeBytes = (bytes: Uint8Array): DecodedText => {
  const { text, encoding } = decode(bytes);
  return { text, encoding, doubtful: LOST_LETTER.test(text) };
};

function decode(bytes: Uint8Array): Omit<DecodedText, 'doubtful'> {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decodeUtf16(bytes, 0), encoding: 'utf-16' };
  if (first === 0xfe && second === 0xff) return { text: decodeUtf16(bytes, 1), encoding: 'utf-16' };
  const body = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
  const text = decodeUtf8(body);
  return text === undefined
    ? { text: decodeWindows1252(body), encoding: 'windows-1252' }
    : { text, encoding: 'utf-8' };
}

/** Strict UTF-8 (RFC 3629, section 4): no overlong forms, no surrogates, nothing above U+10FFFF; else undefined. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  const pieces: string[] = [];
  let units: number[] = [];
  for (let index = 0; index < bytes.length;) {
    const lead = bytes[index] ?? 0;
    const length = toSequenceLength(lead);
    if (length === 0) return undefined;
    let point = length === 1 ? lead : lead & (0x7f >> length);
    for (let next = index + 1; next < index + length; next += 1) {
      const byte = bytes[next];
      if (byte === undefined || (byte & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (byte & 0x3f);
    }
    if (!isScalar(point, length)) return undefined;
    if (point > 0xffff) units.push(0xd7c0 + (point >> 10), 0xdc00 + (point & 0x3ff));
    else units.push(point);
    if (units.length >= CHUNK) {
      pieces.push(String.fromCharCode(...units));
      units = [];
    }
    index += length;
  }
  return pieces.join('') + String.fromCharCode(...units);
}

/** How many bytes a character takes, by its first byte; 0 when no character begins with it. */
function toSequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

function isScalar(point: number, length: number): boolean {
  if (length === 3) return point >= 0x800 && (point < 0xd800 || point > 0xdfff);
  return length < 4 || (point >= 0x10000 && point <= 0x10ffff);
}

function decodeWindows1252(bytes: Uint8Array): string {
  return mapChunks(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte,
  );
}

/** Reads pairs of bytes after the mark; a half pair at the end is dropped, a lone surrogate becomes U+FFFD. */
function decodeUtf16(bytes: Uint8Array, bigEndian: 0 | 1): string {
  const units = new Uint16Array(Math.floor(bytes.length / 2) - 1);
  for (let index = 0; index < units.length; index += 1) {
    const low = bytes[2 * index + 2 + bigEndian] ?? 0;
    const high = bytes[2 * index + 3 - bigEndian] ?? 0;
    units[index] = (high << 8) | low;
  }
  return mapChunks(units, (unit) => unit).toWellFormed();
}

function mapChunks(units: Uint8Array | Uint16Array, map: (unit: number) => number): string {
  const pieces: string[] = [];
  for (let start = 0; start < units.length; start += CHUNK) {
    pieces.push(String.fromCharCode(...Array.from(units.subarray(start, start + CHUNK), map)));
  }
  return pieces.join('');
}
