import CalendarDays from '@lucide/svelte/icons/calendar-days';
import FileText from '@lucide/svelte/icons/file-text';
import House from '@lucide/svelte/icons/house';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import Users from '@lucide/svelte/icons/users';
import { frameTexts as texts } from '#renderer/i18n/frame.ts';
import type { Icon } from '#renderer/ui/icon.ts';
import type { Route } from '../routes.ts';

/** An entry of the rail and of the tabs on a phone. */
export interface Area {
  readonly name: 'overview' | 'announcements' | 'conferences' | 'groups' | 'administration';
  readonly href: string;
  readonly icon: Icon;
  readonly label: string;
  /** On a phone, where four share the width. */
  readonly shortLabel: string;
}

/** The areas that everybody sees, in their order, in the present language. */
export const areas = (): readonly Area[] => [
  { name: 'overview', href: '/', icon: House, label: texts.overview(), shortLabel: texts.overview() },
  {
    name: 'announcements',
    href: '/mitteilungen',
    icon: FileText,
    label: texts.announcements(),
    shortLabel: texts.announcements(),
  },
  {
    name: 'conferences',
    href: '/konferenzen',
    icon: CalendarDays,
    label: texts.conferences(),
    shortLabel: texts.conferences(),
  },
  {
    name: 'groups',
    href: '/gruppen',
    icon: Users,
    label: texts.groupsAndPersons(),
    shortLabel: texts.groupsShort(),
  },
];

/** The area that only administrators and the leadership see; on a phone it stands under "Mehr". */
export const administrationArea = (): Area => ({
  name: 'administration',
  href: '/verwaltung',
  icon: SlidersHorizontal,
  label: texts.administration(),
  shortLabel: texts.administration(),
});

/** The area a route belongs to; undefined for search, settings and the like. */
export const areaOf = (route: Route): Area['name'] | undefined => {
  switch (route.area) {
    case 'overview':
    case 'announcements':
    case 'conferences':
    case 'groups':
    case 'administration':
      return route.area;
    case 'sitting':
    case 'resolutions':
      return 'conferences';
    case 'person':
      return 'groups';
    case 'wall':
    case 'search':
    case 'outbox':
    case 'not-saved':
    case 'settings':
    case 'more':
    case 'set-up':
      return undefined;
  }
};

/** What the main part of the window is called for a screen reader. */
export const nameOf = (route: Route): string => {
  switch (route.area) {
    case 'overview':
      return texts.overview();
    case 'announcements':
      return texts.announcements();
    case 'conferences':
      return texts.conferences();
    case 'groups':
    case 'person':
      return texts.groupsAndPersons();
    case 'administration':
      return texts.administration();
    case 'sitting':
    case 'wall':
      return texts.sitting();
    case 'resolutions':
      return texts.resolutions();
    case 'search':
      return texts.search();
    case 'outbox':
      return texts.outbox();
    case 'not-saved':
      return texts.notSaved();
    case 'settings':
      return texts.settings();
    case 'more':
    case 'set-up':
      return texts.more();
  }
};
