import { isStaff } from '#core/access/roles.ts';
import { toReceiptId } from '#core/announcements/ids.ts';
import type { Announcement } from '#core/announcements/announcement.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Document } from '#core/protocol/documents.ts';
import type { Committed, KnownPerson } from './observer.ts';

/** What is committed, and which announcements their groups have ever had: a withdrawn one no longer says so itself. */
export type Known = Pick<Committed, 'documents'> & { readonly released: ReadonlySet<Id> };

/**
 * Who may read what, said anew from the decisions (D2, D6, D7, R10) and from what documents say of themselves: it knows
 * nothing of buckets and placements, so that it can tell when those are wrong.
 */
export const mayRead = (reader: KnownPerson, document: Document, committed: Known): boolean => {
  const isIn = (groupId: Id): boolean =>
    reader.memberships.some((membership) => membership.groupId === groupId);
  const toAnnouncement = (id: Id): Announcement | undefined => {
    const found = committed.documents.get(id);
    return found?.kind === 'announcement' ? found : undefined;
  };
  switch (document.kind) {
    case 'school':
      return true;
    case 'person':
      return isStaff(reader.role) || document.id === reader.id;
    case 'group':
      return isStaff(reader.role) || isIn(document.id);
    case 'announcement':
      return (
        document.author.id === reader.id ||
        (committed.released.has(document.id) && document.groups.some((group) => isIn(group.id)))
      );
    case 'receipt':
      return toReceiptId(document.announcementId, reader.id) === document.id;
    case 'status':
      return toAnnouncement(document.announcementId)?.author.id === reader.id;
    case 'totals': {
      const announcement = toAnnouncement(document.announcementId);
      if (announcement === undefined) return false;
      const isList = announcement.form?.type === 'sign-up';
      return (
        announcement.author.id === reader.id ||
        (isList && announcement.groups.some((group) => isIn(group.id)))
      );
    }
    case 'thread':
      return document.asker.id === reader.id || document.author.id === reader.id;
    case 'rights-notice':
      return document.personId === reader.id;
  }
};

/** Everything a person may read. */
export const toReadable = (reader: KnownPerson, committed: Known): readonly Document[] =>
  [...committed.documents.values()].filter((document) => mayRead(reader, document, committed));
