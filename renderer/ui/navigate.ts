/**
 * Goes to a path of the app, as a link to it would: the router listens to `popstate`.
 * `replace` puts it in place of the present entry, so that "back" does not return to it.
 */
export const navigate = (path: string, { replace = false }: { readonly replace?: boolean } = {}): void => {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
};
