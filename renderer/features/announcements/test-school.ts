import { DEFAULT_QUIET_HOURS } from '#core/kernel/calendar/quiet-hours.ts';
import type { Role } from '#core/access/roles.ts';
import type { Announcement, Receipt, Status } from '#core/announcements/announcement.ts';
import { toReceiptId, toStatusId, toTotalsId } from '#core/announcements/ids.ts';
import { createReceipt } from '#core/announcements/rules.ts';
import type { School } from '#core/directory/school.ts';
import type { Group } from '#core/groups/group.ts';
import { toInverseTime } from '#core/kernel/clock.ts';
import type { PersonName } from '#core/kernel/document.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import type { DocumentOf } from '#core/protocol/documents.ts';
import type { Self } from '#renderer/replica/contract.ts';
import { createCounter } from './test-workspace.ts';

/** Monday, 23 November 2026, 07:50 at school. */
export const NOW = Date.parse('2026-11-23T07:50:00+01:00');

const nextId = createCounter(0);

const person = (shortCode: string, firstName: string, lastName: string): PersonName => ({
  id: nextId(),
  shortCode,
  firstName,
  lastName,
});

/** Invented people of an invented school. */
export const BRA = person('BRA', 'Katharina', 'Brandt');
export const OEH = person('OEH', 'Sabine', 'Oehlschläger');
export const VOL = person('VOL', 'Henrike', 'Vollmer');
export const DEM = person('DEM', 'Yusuf', 'Demirel');
export const SAN = person('SAN', 'Ute', 'Sandrock');
export const KRA = person('KRA', 'Annette', 'Krautwurst');
export const WIE = person('WIE', 'Jonas', 'Wiechert');
export const TAU = person('TAU', 'Miriam', 'Tausendfreund');
export const REI = person('REI', 'Claudia', 'Reinhardt-Schönefeld');
export const HRY = person('HRY', 'Oksana', 'Hrytsenko');
export const YIL = person('YIL', 'Elif', 'Yıldız');

export const PEOPLE = [BRA, OEH, VOL, DEM, SAN, KRA, WIE, TAU, REI, HRY, YIL] as const;

const group = (name: string, type: Group['type'], members: readonly PersonName[]): Group => ({
  id: nextId(),
  kind: 'group',
  rev: 1,
  inv: 0,
  name,
  type,
  members: members.map((it, index) => ({
    person: it,
    function: index === 0 ? 'chair' : 'member',
    votingStatus: 'entitled',
  })),
});

export const STAFF = group('Kollegium', 'staff', [VOL, ...PEOPLE.filter((it) => it !== VOL)]);
export const HISTORY = group('Fachschaft Geschichte', 'subject', [DEM, BRA, OEH]);
export const CLASS_8B = group('Klassenteam 8b', 'class', [WIE, BRA, KRA]);
export const GROUPS = [STAFF, HISTORY, CLASS_8B] as const;

export const SCHOOL: School = {
  id: nextId(),
  kind: 'school',
  rev: 1,
  inv: 0,
  name: 'Gymnasium am Lindenhof',
  land: 'BW',
  weekendDays: [6, 7],
  zone: 'Europe/Berlin',
  teachersReachAllStaff: true,
  quietHours: DEFAULT_QUIET_HOURS,
  holidays: [],
};

/** A person as the one who sits here, with the memberships the groups give. */
export const toSelf = (name: PersonName, role: Role = 'teacher'): Self => ({
  name,
  role,
  administrator: false,
  actor: {
    personId: name.id,
    role,
    administrator: false,
    memberships: GROUPS.flatMap((it) =>
      it.members
        .filter((member) => member.person.id === name.id)
        .map((member) => ({
          groupId: it.id,
          function: member.function,
          votingStatus: member.votingStatus,
        })),
    ),
  },
});

/** An announcement as stored at school; what is not said is plausible. `at` is local time. */
export const toAnnouncement = (
  said: Partial<Announcement> & { readonly title: string },
  at = '2026-11-23T07:33',
): DocumentOf<'announcement'> => {
  const publishAt = Date.parse(`${at}:00+01:00`);
  return {
    id: nextId(),
    kind: 'announcement',
    rev: 1,
    inv: toInverseTime(publishAt),
    body: createRichText('Liebe Kolleginnen und Kollegen,', 'bitte beachten Sie die Änderung.'),
    author: OEH,
    groups: [{ id: STAFF.id, name: STAFF.name }],
    pinned: false,
    urgent: false,
    state: 'published',
    publishAt,
    content: 1,
    history: [],
    ...said,
  };
};

/** What the server lays into a person's bucket for an announcement. */
export const toReceipt = (
  announcement: Announcement,
  reader: PersonName,
  said: Partial<Receipt> = {},
): DocumentOf<'receipt'> => ({
  ...createReceipt(announcement, reader.id, {
    acknowledgement: announcement.acknowledgement !== undefined,
    response: announcement.form !== undefined,
  }),
  id: toReceiptId(announcement.id, reader.id),
  rev: 1,
  ...said,
});

/** Who is missing, as the author holds it. */
export const toStatus = (
  announcement: Announcement,
  asked: number,
  missing: readonly PersonName[],
  said: Partial<Status> = {},
): DocumentOf<'status'> => ({
  id: toStatusId(announcement.id),
  kind: 'status',
  rev: 1,
  inv: announcement.inv,
  announcementId: announcement.id,
  asked,
  missing: [...missing],
  ...said,
});

/** The responses, as the author holds them. */
export const toTotals = (
  announcement: Announcement,
  asked: number,
  names: readonly (readonly PersonName[])[],
  none: readonly PersonName[] = [],
): DocumentOf<'totals'> => ({
  id: toTotalsId(announcement.id),
  kind: 'totals',
  rev: 1,
  inv: announcement.inv,
  announcementId: announcement.id,
  asked,
  answered: new Set([...names.flat(), ...none].map((it) => it.id)).size,
  options: names.map((people) => ({ names: [...people] })),
  none: [...none],
});
