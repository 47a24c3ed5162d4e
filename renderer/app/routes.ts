/** Where in the app one is. Ids are random, so a path tells nobody anything; words a person types never stand in one (D17). */
export type Route =
  | { readonly area: 'overview' }
  | { readonly area: 'announcements'; readonly id?: string }
  /** A conference that sits: taking part in it, or leading it. */
  | { readonly area: 'sitting'; readonly id: string; readonly as: 'member' | 'chair' }
  /** The view for the wall, in a window of its own. */
  | { readonly area: 'wall'; readonly id: string }
  | { readonly area: 'conferences'; readonly id?: string }
  | { readonly area: 'groups'; readonly id?: string }
  | { readonly area: 'person'; readonly id: string }
  | { readonly area: 'resolutions'; readonly id?: string }
  | { readonly area: 'administration'; readonly page?: string }
  | { readonly area: 'search' }
  | { readonly area: 'outbox' }
  | { readonly area: 'not-saved' }
  | { readonly area: 'settings' }
  | { readonly area: 'more' }
  | { readonly area: 'set-up' };

/** The route of a path, or undefined for a path that leads nowhere. */
export const toRoute = (path: string): Route | undefined => {
  const [head = '', id, ...rest] = path.split('/').filter((part) => part !== '');
  if (head === 'konferenzen' && id === 'beschluesse') return toResolutionRoute(rest);
  if (head === 'konferenzen' && id !== undefined && rest.length === 1) return toSitting(id, rest[0]);
  if (rest.length > 0) return undefined;
  switch (head) {
    case 'mitteilungen':
      return id === undefined ? { area: 'announcements' } : { area: 'announcements', id };
    case 'wand':
      return id === undefined ? undefined : { area: 'wall', id };
    case 'konferenzen':
      return id === undefined ? { area: 'conferences' } : { area: 'conferences', id };
    case 'gruppen':
      return id === undefined ? { area: 'groups' } : { area: 'groups', id };
    case 'personen':
      return id === undefined ? { area: 'groups' } : { area: 'person', id };
    case 'verwaltung':
      return id === undefined ? { area: 'administration' } : { area: 'administration', page: id };
    default:
      return id === undefined ? SINGLE.get(head) : undefined;
  }
};

const toSitting = (id: string, page = ''): Route | undefined => {
  switch (page) {
    case 'sitzung':
      return { area: 'sitting', id, as: 'member' };
    case 'leitung':
      return { area: 'sitting', id, as: 'chair' };
    default:
      return undefined;
  }
};

const toResolutionRoute = ([id, ...rest]: readonly string[]): Route | undefined => {
  if (rest.length > 0) return undefined;
  return id === undefined ? { area: 'resolutions' } : { area: 'resolutions', id };
};

const SINGLE: ReadonlyMap<string, Route> = new Map([
  ['', { area: 'overview' }],
  ['suche', { area: 'search' }],
  ['postausgang', { area: 'outbox' }],
  ['nicht-gespeichert', { area: 'not-saved' }],
  ['einstellungen', { area: 'settings' }],
  ['mehr', { area: 'more' }],
  ['einrichten', { area: 'set-up' }],
]);

/** One step up: where "back" and Escape lead. */
export const toParentPath = (route: Route): string => {
  switch (route.area) {
    case 'announcements':
      return route.id === undefined ? '/' : '/mitteilungen';
    case 'conferences':
      return route.id === undefined ? '/' : '/konferenzen';
    case 'groups':
      return route.id === undefined ? '/' : '/gruppen';
    case 'sitting':
      return `/konferenzen/${route.id}`;
    case 'wall':
      return `/konferenzen/${route.id}/leitung`;
    case 'resolutions':
      return route.id === undefined ? '/konferenzen' : '/konferenzen/beschluesse';
    case 'person':
      return '/gruppen';
    case 'administration':
      return route.page === undefined ? '/' : '/verwaltung';
    case 'overview':
    case 'search':
    case 'outbox':
    case 'not-saved':
    case 'settings':
    case 'more':
    case 'set-up':
      return '/';
  }
};
