import { placeLinks, toAddressPath, toAppPath, toLinkedPath } from '#renderer/ui/base-path.ts';
import { navigate } from '#renderer/ui/navigate.ts';
import { toRoute, type Route } from './routes.ts';

/** The present route; follows links, back and forward, and `navigate`. */
export interface Router {
  readonly route: Route;
  stop(): void;
}

/** A press that the browser itself should follow: new tab, download, another origin, already handled. */
const isForBrowser = (event: MouseEvent, link: HTMLAnchorElement): boolean =>
  event.defaultPrevented ||
  event.button !== 0 ||
  event.ctrlKey ||
  event.metaKey ||
  event.shiftKey ||
  event.altKey ||
  (link.target !== '' && link.target !== '_self') ||
  link.hasAttribute('download') ||
  link.origin !== location.origin;

/** Starts the router on the address bar. A path that leads nowhere becomes the overview. */
export const createRouter = (): Router => {
  const read = (): Route => {
    const route = toRoute(toAppPath(location.pathname));
    if (route !== undefined) return route;
    history.replaceState(null, '', toAddressPath('/'));
    return { area: 'overview' };
  };
  let route = $state.raw(read());

  const follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || isForBrowser(event, link)) return;
    if (link.hash !== '' && link.pathname === location.pathname) return;
    event.preventDefault();
    const path = toLinkedPath(link);
    if (path !== toAppPath(location.pathname)) navigate(path);
  };
  const turn = (): void => {
    route = read();
  };

  const unplaceLinks = placeLinks();
  addEventListener('popstate', turn);
  document.addEventListener('click', follow);
  return {
    get route() {
      return route;
    },
    stop() {
      unplaceLinks();
      removeEventListener('popstate', turn);
      document.removeEventListener('click', follow);
    },
  };
};
