const encoder = new TextEncoder();
const decoder = new TextDecoder();
const IV_BYTES = 12;

/** What lies on this device cannot be opened with this key: a wrong key, or bytes that somebody changed. */
export class LocalKeyError extends Error {
  override readonly name = 'LocalKeyError';
}

/** Seals bytes with AES-256-GCM; the result is the random IV, the ciphertext and its tag. `bound` must be the same when it is opened. */
export const seal = async (
  key: CryptoKey,
  plain: Uint8Array<ArrayBuffer>,
  bound: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const additionalData = encoder.encode(bound);
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  const sealed = new Uint8Array(IV_BYTES + cipher.byteLength);
  sealed.set(iv);
  sealed.set(new Uint8Array(cipher), IV_BYTES);
  return sealed;
};

/** Opens what `seal` made. Throws `LocalKeyError`. */
export const unseal = async (
  key: CryptoKey,
  sealed: Uint8Array<ArrayBuffer>,
  bound: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const iv = sealed.subarray(0, IV_BYTES);
  const additionalData = encoder.encode(bound);
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed.subarray(IV_BYTES)),
    );
  } catch (cause) {
    throw new LocalKeyError('local data cannot be opened with this key', { cause });
  }
};

/** Seals a value as JSON. */
export const sealJson = (key: CryptoKey, value: unknown, bound: string): Promise<Uint8Array<ArrayBuffer>> =>
  seal(key, encoder.encode(JSON.stringify(value)), bound);

/** Opens what `sealJson` made. Throws `LocalKeyError`. */
export const unsealJson = async (
  key: CryptoKey,
  sealed: Uint8Array<ArrayBuffer>,
  bound: string,
): Promise<unknown> => JSON.parse(decoder.decode(await unseal(key, sealed, bound)));

/** Whether the engine converts base64 by itself (Chromium 140, Firefox 133, Safari 18.2; Node 24 does not). */
const isNative = 'toBase64' in Uint8Array.prototype;
/** `String.fromCharCode` takes its bytes as arguments; more than this overflows the stack. */
const CHUNK = 0x8000;

/** Bytes to base64. */
export const toBase64 = (bytes: Uint8Array): string => {
  if (isNative) return bytes.toBase64();
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return btoa(binary);
};

/** Base64 to bytes. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => {
  if (isNative) return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
};

/** Bytes to base64url without padding, as keys and salts go over the wire. */
export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** Base64url without padding to bytes. */
export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> => {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  return fromBase64(standard.padEnd(Math.ceil(standard.length / 4) * 4, '='));
};
