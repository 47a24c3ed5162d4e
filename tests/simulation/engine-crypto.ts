import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** WebCrypto whose work the world can wait for. */
export interface InstalledCrypto {
  /** Operations that run in the engine's threads at this moment. */
  inFlight(): number;
  uninstall(): void;
}

const TAG_BYTES = 16;
/** The bytes of the AES keys that were imported while the simulation was in place. */
const rawKeys = new WeakMap<CryptoKey, Uint8Array>();

/** Where a planted bug makes sealing do nothing. */
export const sealing = { isBroken: false };

/**
 * Replaces AES-GCM and SHA-256 by node:crypto's, which are the same without a thread: an answer at once instead of one
 * whose moment depends on the machine. Everything else stays with the real WebCrypto and is counted.
 */
export const installCrypto = (): InstalledCrypto => {
  const { subtle } = globalThis.crypto;
  let inFlight = 0;
  const counted = <Result>(work: Promise<Result>): Promise<Result> => {
    inFlight += 1;
    return work.finally(() => {
      inFlight -= 1;
    });
  };
  const own: Partial<SubtleCrypto> = {
    encrypt: (algorithm, key, data) => {
      const raw = rawKeys.get(key);
      return raw === undefined || !isGcm(algorithm)
        ? counted(real.encrypt(algorithm, key, data))
        : attempt(() => encrypt(algorithm, raw, toBytes(data)));
    },
    decrypt: (algorithm, key, data) => {
      const raw = rawKeys.get(key);
      return raw === undefined || !isGcm(algorithm)
        ? counted(real.decrypt(algorithm, key, data))
        : attempt(() => decrypt(algorithm, raw, toBytes(data)));
    },
    digest: (algorithm, data) =>
      algorithm === 'SHA-256'
        ? attempt(() => toBuffer(createHash('sha256').update(toBytes(data)).digest()))
        : counted(real.digest(algorithm, data)),
  };
  const real = {
    encrypt: subtle.encrypt.bind(subtle),
    decrypt: subtle.decrypt.bind(subtle),
    digest: subtle.digest.bind(subtle),
  };
  for (const [name, value] of Object.entries(own)) {
    Object.defineProperty(subtle, name, { value, configurable: true, writable: true });
  }
  return {
    inFlight: () => inFlight,
    uninstall: () => {
      for (const name of Object.keys(own)) Reflect.deleteProperty(subtle, name);
    },
  };
};

/** A key of a device, made before the world begins. */
export const createDeviceKey = async (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> => {
  const key = await globalThis.crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  rawKeys.set(key, bytes);
  return key;
};

const attempt = <Result>(work: () => Result): Promise<Result> =>
  new Promise((resolve) => {
    resolve(work());
  });

const encrypt = (algorithm: AesGcmParams, key: Uint8Array, plain: Uint8Array): ArrayBuffer => {
  const cipher = createCipheriv('aes-256-gcm', key, toBytes(algorithm.iv));
  if (algorithm.additionalData !== undefined) cipher.setAAD(toBytes(algorithm.additionalData));
  const sealed = sealing.isBroken
    ? Buffer.from(plain)
    : Buffer.concat([cipher.update(plain), cipher.final()]);
  return toBuffer(
    sealing.isBroken
      ? Buffer.concat([sealed, Buffer.alloc(TAG_BYTES)])
      : Buffer.concat([sealed, cipher.getAuthTag()]),
  );
};

const decrypt = (algorithm: AesGcmParams, key: Uint8Array, sealed: Uint8Array): ArrayBuffer => {
  const body = sealed.subarray(0, sealed.length - TAG_BYTES);
  if (sealing.isBroken) return toBuffer(body);
  const decipher = createDecipheriv('aes-256-gcm', key, toBytes(algorithm.iv));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  if (algorithm.additionalData !== undefined) decipher.setAAD(toBytes(algorithm.additionalData));
  return toBuffer(Buffer.concat([decipher.update(body), decipher.final()]));
};

const isGcm = (algorithm: AlgorithmIdentifier | object): algorithm is AesGcmParams =>
  typeof algorithm === 'object' && 'name' in algorithm && algorithm.name === 'AES-GCM';

const toBytes = (source: BufferSource): Uint8Array =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);

const toBuffer = (bytes: Uint8Array): ArrayBuffer => {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
};
