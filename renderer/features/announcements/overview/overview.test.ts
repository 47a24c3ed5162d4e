import { describe, expect, it } from 'vitest';
import { toThreadId } from '#core/announcements/ids.ts';
import { BRA, DEM, NOW, OEH, toAnnouncement, toReceipt, toStatus } from '../test-school.ts';
import { toWaiting } from '../waiting.ts';
import { toAhead } from './ahead.ts';
import { toGreeting } from './greeting.ts';
import { toNews, toNewsHeading } from './news.ts';
import { toWaitingMark } from './waiting-mark.ts';

const base = { threads: [], waitingIds: new Set<never>(), personId: BRA.id, now: NOW };

describe('what is new', () => {
  it('came within seven days from others, is current, and wants nothing', () => {
    const news = toAnnouncement({ title: 'Kopierer' }, '2026-11-19T15:48');
    const waiting = toAnnouncement({ title: 'Wartet' });
    const announcements = [
      waiting,
      news,
      toAnnouncement({ title: 'Eigene', author: BRA }),
      toAnnouncement({ title: 'Zurückgezogen', state: 'withdrawn' }),
      toAnnouncement({ title: 'Abgelaufen', expiresAt: NOW - 1 }),
      toAnnouncement({ title: 'Alt' }, '2026-11-16T23:59'),
    ];
    const found = toNews({ ...base, announcements, waitingIds: new Set([waiting.id]) });
    expect(found.map((it) => it.title)).toEqual(['Kopierer']);
    expect(toNewsHeading(found, NOW)).toBe('Neu seit Donnerstag');
  });

  it('shows at once what arrives within the minute that is shown', () => {
    const later = toAnnouncement({ title: 'Eben gekommen' }, '2026-11-23T07:51');
    const trip = toAnnouncement({ title: 'Exkursion', author: DEM }, '2026-11-22T10:00');
    const thread = {
      id: toThreadId(trip.id, BRA.id),
      kind: 'thread' as const,
      rev: 2,
      inv: 1,
      announcementId: trip.id,
      title: trip.title,
      asker: BRA,
      author: DEM,
      messages: [{ by: DEM.id, text: 'Um acht.', at: NOW + 30_000 }],
    };
    expect(later.publishAt).toBeGreaterThan(NOW);
    const found = toNews({ ...base, announcements: [trip, later], threads: [thread] });
    expect(found.map((it) => it.title)).toEqual(['Eben gekommen', 'Exkursion']);
    expect(toNewsHeading(found, NOW)).toBe('Neu heute');
  });

  it('begins with what is urgent, and is dated by the oldest all the same', () => {
    const announcements = [
      toAnnouncement({ title: 'Heute' }),
      toAnnouncement({ title: 'Unwetter', urgent: true }, '2026-11-20T10:00'),
      toAnnouncement({ title: 'Gestern' }, '2026-11-22T10:00'),
      toAnnouncement({ title: 'Vorbei', urgent: true, expiresAt: NOW - 1 }, '2026-11-22T10:00'),
    ];
    const found = toNews({ ...base, announcements });
    expect(found.map((it) => [it.title, it.urgent])).toEqual([
      ['Unwetter', true],
      ['Heute', false],
      ['Gestern', false],
    ]);
    expect(toNewsHeading(found, NOW)).toBe('Neu seit Freitag');
  });

  it('holds an answer to a question in place of its announcement', () => {
    const trip = toAnnouncement({ title: 'Exkursion', author: DEM }, '2026-11-22T10:00');
    const thread = {
      id: toThreadId(trip.id, BRA.id),
      kind: 'thread' as const,
      rev: 2,
      inv: 1,
      announcementId: trip.id,
      title: trip.title,
      asker: BRA,
      author: DEM,
      messages: [
        { by: BRA.id, text: 'Wann?', at: NOW - 2_000 },
        { by: DEM.id, text: 'Um acht.', at: NOW - 1_000 },
      ],
    };
    const found = toNews({ ...base, announcements: [trip], threads: [thread] });
    expect(found.map((it) => it.beside)).toEqual(['Antwort auf Ihre Rückfrage']);
    expect(toNewsHeading(found, NOW)).toBe('Neu heute');
    expect(toNewsHeading([], NOW)).toBe('Neu');
  });
});

describe('the greeting', () => {
  it.each([
    ['04:59', 'Guten Tag'],
    ['05:00', 'Guten Morgen'],
    ['11:00', 'Guten Tag'],
    ['18:00', 'Guten Abend'],
    ['21:59', 'Guten Abend'],
    ['22:00', 'Guten Tag'],
    ['00:30', 'Guten Tag'],
  ])('at %s is %s', (clock, words) => {
    const now = Date.parse(`2026-11-23T${clock}:00+01:00`);
    expect(toGreeting(now, 'Katharina Brandt')).toBe(`${words}, Katharina Brandt`);
    expect(toGreeting(now, undefined)).toBe(words);
  });
});

describe('what is next', () => {
  it('are own deadlines, deadlines one has set, and what one will publish, soonest first', () => {
    const plan = toAnnouncement({ title: 'Plan', acknowledgement: { content: 1, deadline: '2026-11-25' } });
    const own = toAnnouncement({
      title: 'Projekt',
      author: BRA,
      acknowledgement: { content: 1, deadline: '2026-11-23T12:00' },
    });
    const planned = toAnnouncement({ title: 'Feier', author: BRA, state: 'scheduled' }, '2026-11-24T07:00');
    const past = toAnnouncement({ title: 'Vorbei', acknowledgement: { content: 1, deadline: '2026-11-20' } });
    const ahead = toAhead({
      announcements: [own, planned],
      receipts: [toReceipt(plan, BRA), toReceipt(past, BRA)],
      statuses: [toStatus(own, 10, [OEH])],
      personId: BRA.id,
      now: NOW,
    });
    expect(ahead.map((it) => [it.title, it.date, it.time, it.what])).toEqual([
      ['Projekt', '2026-11-23', '12:00', 'Ihre Frist, 1 Bestätigung fehlt'],
      ['Feier', '2026-11-24', '07:00', 'Ihre Mitteilung erscheint'],
      ['Plan', '2026-11-25', '', 'Zur Kenntnis nehmen'],
    ]);
  });
});

describe('the line under something that waits', () => {
  it('names the act and the deadline as near as it is', () => {
    const water = toAnnouncement({
      title: 'Wasser',
      urgent: true,
      acknowledgement: { content: 1, deadline: '2026-11-23T09:00' },
    });
    const plan = toAnnouncement({ title: 'Plan', acknowledgement: { content: 1, deadline: '2026-11-25' } });
    const receipts = [toReceipt(water, BRA), toReceipt(plan, BRA)];
    expect(toWaiting(receipts, [], BRA.id, NOW).map((it) => toWaitingMark(it, NOW).text)).toEqual([
      'Dringend: bestätigen bis heute, 09:00',
      'Bestätigen bis Mi., 25. November',
    ]);
  });
});
