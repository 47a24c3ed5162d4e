import { DEFAULT_QUIET_HOURS } from '#core/kernel/calendar/quiet-hours.ts';
import { toInverseTime } from '#core/kernel/clock.ts';
import { encodeBase32, type Id } from '#core/kernel/id.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import type { DocumentOf } from '#core/protocol/documents.ts';

/** An id made of a number, the same in every run. */
export const toId = (number: number): Id => {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(12, number);
  return encodeBase32(bytes) as Id;
};

export const ME = toId(1);
export const OTHER = toId(2);
export const GROUP = toId(10);

const name = (id: Id, shortCode: string, firstName: string, lastName: string) => ({
  id,
  shortCode,
  firstName,
  lastName,
});
export const MY_NAME = name(ME, 'Oe', 'Sabine', 'Oehlschläger');
export const OTHER_NAME = name(OTHER, 'Kz', 'Jürgen', 'Kurz');

export const me = (change: Partial<DocumentOf<'person'>> = {}): DocumentOf<'person'> => ({
  ...MY_NAME,
  kind: 'person',
  rev: 1,
  inv: toInverseTime(1_000),
  role: 'teacher',
  administrator: false,
  staffCouncil: false,
  ...change,
});

export const group = (change: Partial<DocumentOf<'group'>> = {}): DocumentOf<'group'> => ({
  id: GROUP,
  kind: 'group',
  rev: 1,
  inv: toInverseTime(1_000),
  name: 'Fachschaft Deutsch',
  type: 'subject',
  members: [{ person: MY_NAME, function: 'chair', votingStatus: 'entitled' }],
  ...change,
});

export const school = (change: Partial<DocumentOf<'school'>> = {}): DocumentOf<'school'> => ({
  id: toId(99),
  kind: 'school',
  rev: 1,
  inv: toInverseTime(1_000),
  name: 'Gymnasium am Lindenhof',
  zone: 'Europe/Berlin',
  land: 'BW',
  weekendDays: [6, 7],
  holidays: [],
  quietHours: DEFAULT_QUIET_HOURS,
  teachersReachAllStaff: true,
  ...change,
});

/** The announcement of this number; a higher number is newer. */
export const announcement = (
  number: number,
  change: Partial<DocumentOf<'announcement'>> = {},
): DocumentOf<'announcement'> => ({
  id: toId(1_000 + number),
  kind: 'announcement',
  rev: 1,
  inv: toInverseTime(1_700_000_000_000 + number * 60_000),
  title: `Mitteilung ${number}`,
  body: createRichText(`Text der Mitteilung ${number}`),
  author: OTHER_NAME,
  groups: [{ id: GROUP, name: 'Fachschaft Deutsch' }],
  pinned: false,
  urgent: false,
  state: 'published',
  publishAt: 1_700_000_000_000 + number * 60_000,
  content: 1,
  history: [],
  ...change,
});
