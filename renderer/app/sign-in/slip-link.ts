import { readTypedCode } from '#core/admin/slip-code.ts';
import { toAddressPath } from '#renderer/ui/base-path.ts';

/** Where the code on a slip leads: `/beitreten#7K3M-…`. What stands behind the # is never sent to a server. */
const PAGE = /\/beitreten\/?$/u;

/**
 * Takes the code out of the address and the address out of the browser's list of visited pages; undefined if it leads
 * elsewhere. To be asked before the router looks at the address.
 */
export const takeSlipLink = (): string | undefined => {
  if (!PAGE.test(location.pathname)) return undefined;
  const { code } = readTypedCode(location.hash);
  history.replaceState(null, '', toAddressPath('/'));
  return code;
};
