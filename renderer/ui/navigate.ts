import { toAddressPath } from './base-path.ts';

/**
 * Goes to a path of the app, as a link to it would: the router listens to `popstate`.
 * `replace` puts it in place of the present entry, so that "back" does not return to it.
 */
export const navigate = (path: string, { replace = false }: { readonly replace?: boolean } = {}): void => {
  const address = toAddressPath(path);
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
};
