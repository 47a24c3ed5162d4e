import type { CertificateProblem } from '#core/admin/certificate.ts';
import type { Reach } from '#core/admin/reach.ts';
import type { Instant } from '#core/kernel/clock.ts';
import { useOwnAuthority, useReverseProxy } from '#server/pki/choose.ts';
import { readChoice } from '#server/pki/choice.ts';
import { toServerNames } from '#server/pki/names.ts';
import { toPkiFolder } from '#server/pki/pki-folder.ts';
import { toProxies } from '#server/pki/proxies.ts';

/** Where a proxy comes from that stands on the same machine. */
const SAME_MACHINE = ['127.0.0.1', '::1'];

const toNames = ({ hosts, publicAddress }: Reach): readonly string[] => [
  ...hosts,
  ...(publicAddress === undefined ? [] : [publicAddress]),
];

/** Whether the choice can be carried out; asked before the school is founded. */
export const isReachPossible = (reach: Reach): boolean => {
  switch (reach.certificate) {
    case 'own':
      return toServerNames(toNames(reach)).ok;
    case 'proxy':
      return reach.publicAddress !== undefined && toProxies(reach.proxies ?? SAME_MACHINE).ok;
    case 'uploaded':
      return true;
  }
};

/**
 * Carries out how the server is reached. Beside the store, since keys are files; so it is done after the founding, and by
 * the next start where it could not be. What somebody has chosen meanwhile stays.
 */
export const applyReach = async (
  dataDir: string,
  reach: Reach,
  schoolName: string,
  now: Instant,
): Promise<CertificateProblem | undefined> => {
  const { certificate, proxy } = readChoice(toPkiFolder(dataDir));
  if ((certificate ?? proxy) !== undefined) return undefined;
  switch (reach.certificate) {
    case 'own': {
      const result = await useOwnAuthority(dataDir, { schoolName, names: toNames(reach), now });
      return result.ok ? undefined : result.refusal;
    }
    case 'proxy': {
      const { proxies = SAME_MACHINE, publicAddress = '' } = reach;
      const result = useReverseProxy(dataDir, { proxies, address: publicAddress });
      return result.ok ? undefined : result.refusal;
    }
    case 'uploaded':
      // Its files come after the founding.
      return undefined;
  }
};
