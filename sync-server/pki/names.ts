import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import type { CertificateProblem } from '#core/admin/certificate.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';

/** Under which a server is reached: a host name, or an address. */
export interface ServerName {
  readonly type: 'dns' | 'ip';
  readonly value: string;
}

/** More names than any school has. */
const MOST = 20;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/u;

/** These lead to the server from itself and stand in every certificate of the own authority. */
export const LOCAL_NAMES: readonly ServerName[] = [
  { type: 'dns', value: 'localhost' },
  { type: 'ip', value: '127.0.0.1' },
  { type: 'ip', value: '::1' },
];

/**
 * Names as people write them: host names (umlauts become punycode), addresses, or whole web addresses, of which the
 * host counts. Doubles fall away. At least one, at most 20; no wildcards.
 */
export const toServerNames = (
  written: readonly string[],
): Result<readonly ServerName[], CertificateProblem> => {
  const names = new Map<string, ServerName>();
  for (const text of written) {
    const name = toServerName(text);
    if (name === undefined) return refuse({ problem: 'bad-name', detail: text.slice(0, 120) });
    names.set(name.value, name);
  }
  const [extra] = [...names.keys()].slice(MOST);
  if (extra !== undefined) return refuse({ problem: 'bad-name', detail: extra });
  return names.size === 0 ? refuse({ problem: 'no-names' }) : accept([...names.values()]);
};

const toServerName = (text: string): ServerName | undefined => {
  const host = toHost(text.trim());
  if (isIP(host) !== 0) return { type: 'ip', value: host };
  const ascii = domainToASCII(host.replace(/\.$/u, '')).toLowerCase();
  const isName =
    ascii.length > 0 &&
    ascii.length <= 253 &&
    // What ends in a number is a mistyped address.
    !/(^|\.)\d+$/u.test(ascii) &&
    ascii.split('.').every((label) => LABEL.test(label));
  return isName ? { type: 'dns', value: ascii } : undefined;
};

const toHost = (text: string): string => {
  const bare = text.replace(/^\[(.*)\]$/u, '$1');
  if (isIP(bare) !== 0 || !/^https?:\/\//iu.test(text)) return bare;
  return URL.canParse(text) ? new URL(text).hostname.replace(/^\[(.*)\]$/u, '$1') : '';
};
