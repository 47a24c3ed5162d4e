const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/gu;
const PRIVATE_KEY = /-----BEGIN ((?:RSA |EC |ENCRYPTED )?PRIVATE KEY)-----[\s\S]+?-----END \1-----/u;

/** A key with its chain, each in PEM; the server's own certificate is the first. */
export interface KeyAndChain {
  readonly key: string;
  readonly chain: readonly string[];
}

/** All certificates in a text, in their order. */
export const findCertificates = (text: string): readonly string[] => text.match(CERTIFICATE) ?? [];

/** The first private key in a text. */
export const findKey = (text: string): string | undefined => PRIVATE_KEY.exec(text)?.[0];

/** One text for both, so that a key never lies beside a certificate it does not belong to. */
export const joinPem = ({ key, chain }: KeyAndChain): string =>
  [key.trim(), ...chain.map((certificate) => certificate.trim()), ''].join('\n');

/** Key and chain from such a text, or undefined if one of them is missing. */
export const splitPem = (text: string): KeyAndChain | undefined => {
  const key = findKey(text);
  const chain = findCertificates(text);
  return key === undefined || chain.length === 0 ? undefined : { key, chain };
};
