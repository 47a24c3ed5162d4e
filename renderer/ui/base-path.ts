/**
 * The path under which the client lies, with a slash at both ends: `/`, or `/umlauf/` behind a proxy that offers it
 * there. The server notes it in the page. Screens know nothing of it: they write paths of the app, such as `/gruppen`.
 */
export const basePath = (): string => {
  const noted = document.querySelector<HTMLMetaElement>('meta[name="umlauf-base"]')?.content ?? '/';
  return /^\/([\w.-]+\/)*$/.test(noted) ? noted : '/';
};

/** The path in the address bar for a path of the app. */
export const toAddressPath = (path: string, base = basePath()): string =>
  path.startsWith('/') ? base + path.slice(1) : path;

/** The path of the app for a path in the address bar; what lies elsewhere is the app's beginning. */
export const toAppPath = (addressPath: string, base = basePath()): string => {
  if (addressPath.startsWith(base)) return addressPath.slice(base.length - 1);
  return base === '/' ? addressPath : '/';
};

/** The path of the app a link leads to, whether it was placed (see `placeLinks`) or not. */
export const toLinkedPath = (link: HTMLAnchorElement, base = basePath()): string => {
  const written = link.getAttribute('href') ?? '';
  return written.startsWith('/') && !written.startsWith(base)
    ? link.pathname
    : toAppPath(link.pathname, base);
};

/**
 * Lets links lead to where the client lies, whoever opens them: with the middle button, by "open in a new tab", or by
 * copying them. A link is set right before a hand can be on it. Returns how to end it.
 */
export const placeLinks = (base = basePath()): (() => void) => {
  if (base === '/') return () => undefined;
  const place = ({ target }: Event): void => {
    const link = target instanceof Element ? target.closest('a[href^="/"]') : null;
    const path = link?.getAttribute('href') ?? '';
    if (link !== null && !path.startsWith(base)) link.setAttribute('href', toAddressPath(path, base));
  };
  const events = ['pointerover', 'pointerdown', 'focusin', 'contextmenu'] as const;
  for (const event of events) document.addEventListener(event, place, true);
  return () => {
    for (const event of events) document.removeEventListener(event, place, true);
  };
};
