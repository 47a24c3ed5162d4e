import type { Thread } from '#core/announcements/announcement.ts';
import type { Id } from '#core/kernel/id.ts';
import { toSegment, type Place } from '#renderer/features/announcements/place.ts';
import type { Destination } from '#renderer/features/outbox/describe.ts';
import type { Links as ConferenceLinks } from '#renderer/features/conferences/links.ts';
import type { Links } from '#renderer/features/groups/links.ts';
import type { SearchHit } from '#renderer/replica/contract.ts';

/** The address of a place among the announcements. */
export const toAnnouncementHref = (place: Place): string => {
  const segment = toSegment(place);
  return segment === '' ? '/mitteilungen' : `/mitteilungen/${segment}`;
};

/** Where groups and people lead. */
export const groupLinks: Links = {
  group: (id) => `/gruppen/${id}`,
  person: (id) => `/personen/${id}`,
  announcement: (id) => toAnnouncementHref({ kind: 'announcement', id }),
  create: '/gruppen/neu',
};

/** The address of the conferences, or of a place among them. */
export const toConferenceHref = (segment?: string): string =>
  segment === undefined ? '/konferenzen' : `/konferenzen/${segment}`;
/** The register, or one resolution in it. */
export const toResolutionHref = (id?: Id): string =>
  id === undefined ? '/konferenzen/beschluesse' : `/konferenzen/beschluesse/${id}`;

/** Where conferences lead. */
export const conferenceLinks: ConferenceLinks = {
  list: '/konferenzen',
  plan: '/konferenzen/neu',
  resolutions: toResolutionHref(),
  conference: (id) => toConferenceHref(id),
  announcement: (id) => toAnnouncementHref({ kind: 'announcement', id }),
};

/** Where a command of the outbox leads. */
export const toDestinationHref = (destination: Destination): string => {
  switch (destination.kind) {
    case 'group':
      return groupLinks.group(destination.id);
    case 'conference':
      return toConferenceHref(destination.id);
    case 'resolution':
      return toResolutionHref(destination.id);
    case 'import':
      return '/verwaltung/einlesen';
    case 'announcement':
    case 'edit':
    case 'merge':
      return toAnnouncementHref(destination);
  }
};

/** Where a search hit leads; a question leads to its announcement. */
export const toHitHref = (hit: SearchHit, threads: readonly Thread[]): string => {
  switch (hit.kind) {
    case 'person':
      return groupLinks.person(hit.id);
    case 'group':
      return groupLinks.group(hit.id);
    case 'announcement':
      return groupLinks.announcement(hit.id);
    case 'conference':
      return toConferenceHref(hit.id);
    case 'agenda-item':
      return toConferenceHref(hit.conferenceId);
    case 'resolution':
      return toResolutionHref(hit.id);
    case 'thread': {
      const thread = threads.find(({ id }) => id === hit.id);
      return thread === undefined ? '/mitteilungen' : groupLinks.announcement(thread.announcementId);
    }
  }
};
