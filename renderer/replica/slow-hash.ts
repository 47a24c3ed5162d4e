// Another file of the package than the door takes argon2id from: a file is bundled once, and scrypt would load there too.
import { scrypt } from 'hash-wasm/dist/index.esm.min.js';
import { SLIP_DERIVATION } from '#core/admin/slip-derivation.ts';
import { toBase64Url } from './sealing.ts';

/** The slow hash of a slip's code, in base64url. Takes some hundredths of a second, on purpose. Load it lazily. */
export const toSlowHash = async (secret: string, salt: string): Promise<string> => {
  const bytes = await scrypt({
    password: secret,
    salt,
    costFactor: SLIP_DERIVATION.cost,
    blockSize: SLIP_DERIVATION.blockSize,
    parallelism: SLIP_DERIVATION.parallelism,
    hashLength: SLIP_DERIVATION.hashBytes,
    outputType: 'binary',
  });
  return toBase64Url(bytes);
};
