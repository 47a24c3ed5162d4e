import { hostname, networkInterfaces } from 'node:os';
import { toReadableFingerprint } from '#server/pki/authority.ts';
import { useOwnAuthority } from '#server/pki/choose.ts';
import type { Reach } from '#server/pki/keeper.ts';

/** The addresses of this computer in its networks, without those that lead only to itself. */
export const listOwnAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    // Addresses of one cable (fe80) lead nowhere without its name.
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
    .map(({ address }) => address);

/** `--tls own`: a certificate of the own authority under this computer's name and addresses. */
export const chooseOwnAuthority = async (dataDir: string): Promise<void> => {
  const names = [hostname(), ...listOwnAddresses()];
  const result = await useOwnAuthority(dataDir, { schoolName: hostname(), names, now: Date.now() });
  if (!result.ok) throw new Error(`--tls own: ${result.refusal.problem} ${result.refusal.detail ?? ''}`);
};

/** What the console says about the ways to the server: addresses, how long the certificate lasts, what it is known by. */
export const describeReach = ({ tls, until, authority, proxy }: Reach, port: number): readonly string[] => [
  ...(tls === undefined ? [] : [`Im Netz der Schule: https://${hostname()}:${port}`]),
  ...(proxy === undefined ? [] : [`Über den Reverse Proxy: ${proxy.address}`]),
  ...(until === undefined ? [] : [`Zertifikat gültig bis: ${new Date(until).toLocaleDateString('de-DE')}`]),
  ...(authority === undefined
    ? []
    : [
        'Fingerabdruck der eigenen Zertifizierungsstelle (SHA-256 ihres Schlüssels):',
        `  ${toReadableFingerprint(authority.fingerprint)}`,
      ]),
];
