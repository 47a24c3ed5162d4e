import type { Id } from '../kernel/id.ts';
import type { Document } from './documents.ts';

/**
 * What a document stems from, as far as keeping it off private devices is concerned (D2, R34): the groups it was written
 * for, or the announcement that says which. Undefined for what belongs to no group: such a document lies on every device
 * of its reader. Each kind has to say it here, or it does not compile.
 */
export type Origin = { readonly groups: readonly Id[] } | { readonly announcementId: Id };

export const toOrigin = (document: Document): Origin | undefined => {
  switch (document.kind) {
    case 'announcement':
    case 'receipt':
      return { groups: document.groups.map(({ id }) => id as Id) };
    case 'conference':
    case 'agenda-item':
    case 'motion':
    case 'resolution':
    case 'attendance':
    case 'vote-record':
      return { groups: [document.body.id] };
    case 'status':
    case 'totals':
    case 'thread':
      return { announcementId: document.announcementId };
    case 'school':
    case 'rights-notice':
    case 'device':
    case 'device-approval':
    case 'slip':
    case 'person':
    // The directory: all staff find a body by its name, also where its documents are kept away.
    case 'group':
      return undefined;
  }
};

/** Whether something written for these groups is kept off private devices: if all of them are; one open group opens it. */
export const isOfficialOnly = (groups: readonly Id[], officialOnly: ReadonlySet<string>): boolean =>
  groups.length > 0 && groups.every((id) => officialOnly.has(id));
