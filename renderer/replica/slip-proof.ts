import { toLocator } from '#core/admin/slip-code.ts';
import { toLocatorSalt, toProofText, toSecret } from '#core/admin/slip-derivation.ts';
import { fromBase64Url } from './sealing.ts';
import { toSlowHash } from './slow-hash.ts';

/** Loaded with the first whole code: it brings scrypt along. */

/** Whether a server has proved that it knows the slip of this whole code; judged in a time that tells nothing of the code. */
export const isProof = async (
  code: string,
  { fingerprint, proof }: { readonly fingerprint: string; readonly proof: string },
): Promise<boolean> => {
  const locator = toLocator(code);
  const hash = await toSlowHash(toSecret(code), toLocatorSalt(locator));
  const key = await crypto.subtle.importKey(
    'raw',
    fromBase64Url(hash),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  const text = new TextEncoder().encode(toProofText(locator, fingerprint));
  return crypto.subtle.verify('HMAC', key, fromBase64Url(proof), text);
};
