import type { DeviceClass } from '#core/access/device-class.ts';
import { isStaff } from '#core/access/roles.ts';
import { toReceiptId } from '#core/announcements/ids.ts';
import type { Announcement } from '#core/announcements/announcement.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Document } from '#core/protocol/documents.ts';
import { mayReadMeeting } from './meeting-rights.ts';
import type { Committed, KnownPerson } from './observer.ts';

/** What is committed, and which announcements their groups have ever had: a withdrawn one no longer says so itself. */
export type Known = Pick<Committed, 'documents'> & { readonly released: ReadonlySet<Id> };

/** Somebody at a device of this class. */
export type Reader = KnownPerson & { readonly deviceClass: DeviceClass };

/**
 * Who may read what, said anew from the decisions (D2, D6, D7, R10, R34) and from what documents say of themselves: it knows
 * nothing of buckets and placements, so that it can tell when those are wrong.
 */
export const mayRead = (reader: Reader, document: Document, committed: Known): boolean => {
  /** Whether the documents of a group are kept off the device. */
  const isKeptOff = (groupId: Id): boolean => {
    const group = committed.documents.get(groupId);
    return reader.deviceClass === 'private' && group?.kind === 'group' && group.officialOnly === true;
  };
  const isIn = (groupId: Id): boolean =>
    !isKeptOff(groupId) && reader.memberships.some((membership) => membership.groupId === groupId);
  const toAnnouncement = (id: Id): Announcement | undefined => {
    const found = committed.documents.get(id);
    return found?.kind === 'announcement' ? found : undefined;
  };
  /** What lies with a person is kept off with the announcement it stems from: if none of its groups is open. */
  const isOpen = (announcement: Pick<Announcement, 'groups'> | undefined): boolean =>
    announcement === undefined || !announcement.groups.every(({ id }) => isKeptOff(id));
  switch (document.kind) {
    case 'school':
      return true;
    case 'person':
      return isStaff(reader.role) || document.id === reader.id;
    case 'group':
      return isStaff(reader.role) || isIn(document.id);
    case 'announcement':
      return (
        (document.author.id === reader.id && isOpen(document)) ||
        (committed.released.has(document.id) && document.groups.some((group) => isIn(group.id)))
      );
    case 'receipt':
      return toReceiptId(document.announcementId, reader.id) === document.id && isOpen(document);
    case 'status': {
      const announcement = toAnnouncement(document.announcementId);
      return announcement?.author.id === reader.id && isOpen(announcement);
    }
    case 'totals': {
      const announcement = toAnnouncement(document.announcementId);
      if (announcement === undefined) return false;
      const isList = announcement.form?.type === 'sign-up';
      return (
        (announcement.author.id === reader.id && isOpen(announcement)) ||
        (isList && announcement.groups.some((group) => isIn(group.id)))
      );
    }
    case 'thread':
      return (
        (document.asker.id === reader.id || document.author.id === reader.id) &&
        isOpen(toAnnouncement(document.announcementId))
      );
    // Nobody signs in over HTTP here, where devices get their documents.
    case 'device':
    case 'device-approval':
      return false;
    case 'conference':
    case 'agenda-item':
    case 'motion':
    case 'attendance':
    case 'vote-record':
      return mayReadMeeting(reader, document, committed) && !isKeptOff(document.body.id);
    case 'resolution':
      return document.circle === undefined
        ? isIn(document.body.id)
        : document.circle.some(({ id }) => id === reader.id) && !isKeptOff(document.body.id);
    case 'rights-notice':
      return document.personId === reader.id;
    case 'slip':
      return (
        reader.administrator ||
        reader.role === 'leadership' ||
        reader.role === 'office' ||
        (document.reset && document.person.id === reader.id)
      );
  }
};

/** Everything a person may read on a device of this class. */
export const toReadable = (reader: Reader, committed: Known): readonly Document[] =>
  [...committed.documents.values()].filter((document) => mayRead(reader, document, committed));
