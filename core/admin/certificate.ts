import { z } from 'zod';

/**
 * Why a certificate, its key or the address of a proxy was not taken: a closed list. The screens map each kind to a
 * sentence (`renderer/i18n`), the console to another.
 */
export const CERTIFICATE_PROBLEMS = [
  /** No name and no address was given under which the server is to be reached. */
  'no-names',
  /** `detail` is no name or address a certificate can carry. */
  'bad-name',
  /** The text holds no certificate. */
  'no-certificate',
  /** The text holds no private key. */
  'no-key',
  /** The private key is locked with a passphrase. */
  'key-encrypted',
  /** The private key belongs to another certificate. */
  'key-mismatch',
  /** The server's own certificate is not the first of the chain, or the others are not in their order. */
  'chain-order',
  /** A certificate of the chain was not issued by the one after it. */
  'chain-broken',
  /** The certificate belongs to an authority, not to a server. */
  'is-authority',
  /** The certificate is for something else than servers. */
  'not-for-servers',
  /** The certificate, or one of its chain, ran out at `at`. */
  'expired',
  /** The certificate, or one of its chain, holds only from `at` on; often the server's clock is wrong. */
  'not-yet-valid',
  /** None of the school's addresses stands in the certificate; `detail` names those that do. */
  'names-missing',
  /** The key is too short for today's browsers. */
  'weak-key',
  /** The certificate or key cannot be used for TLS. */
  'unusable',
  /** No address of the proxy was given. */
  'no-proxy',
  /** `detail` is neither an address nor a small network. */
  'bad-proxy',
  /** `detail` is a network so large that clients would be in it and could forge where they come from. */
  'wide-proxy',
  /** `detail` is no address that begins with https://. */
  'bad-address',
  /** The key file `detail` can be read by other accounts of the server. */
  'key-readable',
  /** The key file `detail` is missing or damaged. */
  'key-lost',
] as const;

export type CertificateProblemKind = (typeof CERTIFICATE_PROBLEMS)[number];

/** What is wrong, with what the sentence about it names. */
export const certificateProblemSchema = z.object({
  problem: z.enum(CERTIFICATE_PROBLEMS),
  /** A name, address or file, depending on the kind. */
  detail: z.string().optional(),
  /** UTC milliseconds, for dates that do not fit. */
  at: z.int().optional(),
});
export type CertificateProblem = z.infer<typeof certificateProblemSchema>;
