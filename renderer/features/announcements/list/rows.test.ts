import { describe, expect, it } from 'vitest';
import { toThreadId } from '#core/announcements/ids.ts';
import type { Painted } from '#core/protocol/overlay.ts';
import {
  BRA,
  CLASS_8B,
  DEM,
  NOW,
  OEH,
  toAnnouncement,
  toReceipt,
  toStatus,
  toTotals,
  VOL,
  WIE,
} from '../test-school.ts';
import { toRows, type ListInput, type ListView } from './rows.ts';

const look = { personId: BRA.id, now: NOW, online: true };
const nothing: ListInput = { announcements: [], receipts: [], statuses: [], totals: [], threads: [], look };

const marks = (input: Partial<ListInput>, view: ListView = 'all'): (string | undefined)[] =>
  toRows(view, { ...nothing, ...input }).map((row) => row.mark && `${row.mark.kind}: ${row.mark.text}`);

describe('the list of announcements', () => {
  it('puts what waits to be sent first, then pinned, then scheduled, then day by day', () => {
    const unsent: Painted<'announcement'> = {
      ...toAnnouncement({ title: 'Ungesendet', author: BRA, rev: 0 }),
      pending: 'waiting',
    };
    const announcements = [
      toAnnouncement({ title: 'Morgen', author: BRA, state: 'scheduled' }, '2026-11-24T07:00'),
      unsent,
      toAnnouncement({ title: 'Heute' }, '2026-11-23T07:33'),
      toAnnouncement({ title: 'Freitag' }, '2026-11-20T13:20'),
      toAnnouncement({ title: 'Brandschutz', pinned: true }, '2026-09-14T10:00'),
    ];
    const rows = toRows('all', { ...nothing, announcements });
    expect(rows.map((row) => [row.heading, row.title, row.time])).toEqual([
      ['Warten im Postausgang', 'Ungesendet', '07:33'],
      ['Angeheftet', 'Brandschutz', '14.9.'],
      ['Geplant', 'Morgen', '24.11.'],
      ['Heute', 'Heute', '07:33'],
      ['Fr., 20. November', 'Freitag', '13:20'],
    ]);
    expect(rows.map((row) => row.over)).toContain('Sie · Kollegium');
  });

  it('keeps expired ones to themselves and filters by group', () => {
    const expired = toAnnouncement({ title: 'Alt', expiresAt: NOW - 1 });
    const ofClass = toAnnouncement({
      title: '8b',
      author: WIE,
      groups: [{ id: CLASS_8B.id, name: CLASS_8B.name }],
    });
    const input = { ...nothing, announcements: [expired, ofClass, toAnnouncement({ title: 'Alle' })] };
    expect(toRows('all', input).map((row) => row.title)).toEqual(['8b', 'Alle']);
    expect(toRows('expired', input).map((row) => row.title)).toEqual(['Alt']);
    expect(toRows('all', { ...input, groupId: CLASS_8B.id }).map((row) => row.title)).toEqual(['8b']);
    expect(toRows('own', { ...input, look: { ...look, personId: WIE.id } }).map((row) => row.title)).toEqual([
      '8b',
    ]);
  });

  it('says what a reader has to do and has done', () => {
    const asked = { content: 1, deadline: '2026-11-25' };
    const plan = toAnnouncement({ title: 'Plan', acknowledgement: asked });
    const form = {
      type: 'yes-no' as const,
      question: '?',
      options: [{ label: 'Ja' }, { label: 'Nein' }],
      deadline: '2026-11-27',
    };
    const day = toAnnouncement({ title: 'Sprechtag', form });
    const water = toAnnouncement({
      title: 'Wasser',
      urgent: true,
      acknowledgement: { content: 1, deadline: '2026-11-23T09:00' },
    });
    const late = toAnnouncement({ title: 'Spät', acknowledgement: { content: 1, deadline: '2026-11-20' } });
    const again = toAnnouncement({ title: 'Neu gefasst', acknowledgement: { content: 2 } });
    const at = Date.parse('2026-11-23T07:43:00+01:00');
    expect(marks({ announcements: [plan], receipts: [toReceipt(plan, BRA)] })).toEqual([
      'wants: Bestätigen bis Mi.',
    ]);
    expect(marks({ announcements: [day], receipts: [toReceipt(day, BRA)] })).toEqual([
      'wants: Antworten bis Fr.',
    ]);
    expect(marks({ announcements: [water], receipts: [toReceipt(water, BRA)] })).toEqual([
      'urgent: Dringend · bis 09:00',
    ]);
    expect(marks({ announcements: [late], receipts: [toReceipt(late, BRA)] })).toEqual([
      'wants: Bestätigen, Frist vorbei',
    ]);
    const seen = toReceipt(again, BRA, { acknowledged: { content: 1, at } });
    expect(marks({ announcements: [again], receipts: [seen] })).toEqual([
      'wants: Geändert: erneut bestätigen',
    ]);
    const done: Painted<'receipt'> = toReceipt(plan, BRA, { acknowledged: { content: 1, at } });
    expect(marks({ announcements: [plan], receipts: [done] })).toEqual(['done: Bestätigt 07:43']);
    const offline = { ...look, online: false };
    expect(
      marks({ announcements: [plan], receipts: [{ ...done, pending: 'waiting' }], look: offline }),
    ).toEqual(['quiet: Bestätigt, wartet auf Verbindung']);
  });

  it('says to the author how many have answered, and first of all that somebody has asked', () => {
    const own = toAnnouncement({ title: 'Projektwoche', author: BRA, acknowledgement: { content: 1 } });
    const input = { announcements: [own], statuses: [toStatus(own, 42, [DEM, OEH])] };
    expect(marks(input, 'own')).toEqual(['quiet: 40 von 42 bestätigt']);
    expect(marks({ ...input, statuses: [toStatus(own, 78, [])] })).toEqual(['done: Alle 78 haben bestätigt']);
    const asked = { ...own, acknowledgement: undefined };
    const totals = [toTotals(own, 24, [[DEM], [OEH, VOL]])];
    expect(marks({ ...input, announcements: [asked], totals })).toEqual([
      'quiet: 3 von 24 haben geantwortet',
    ]);
    const thread = {
      id: toThreadId(own.id, DEM.id),
      kind: 'thread' as const,
      rev: 1,
      inv: 1,
      announcementId: own.id,
      title: own.title,
      asker: DEM,
      author: BRA,
      messages: [{ by: DEM.id, text: '?', at: NOW }],
    };
    expect(marks({ ...input, threads: [thread] })).toEqual(['wants: 1 Rückfrage offen']);
    expect(toRows('waiting', { ...nothing, threads: [thread] }).map((row) => row.over)).toEqual([
      'Yusuf Demirel',
    ]);
  });

  it('says to the author too that something is urgent', () => {
    const own = toAnnouncement({
      title: 'Wasser',
      author: BRA,
      urgent: true,
      acknowledgement: { content: 1 },
    });
    expect(marks({ announcements: [own] })).toEqual(['urgent: Dringend']);
    expect(marks({ announcements: [own], statuses: [toStatus(own, 42, [DEM, OEH])] }, 'own')).toEqual([
      'urgent: Dringend · 40 von 42 bestätigt',
    ]);
    expect(marks({ announcements: [own], statuses: [toStatus(own, 42, [])] })).toEqual([
      'done: Alle 42 haben bestätigt',
    ]);
    const expired = { ...own, expiresAt: NOW - 1 };
    expect(marks({ announcements: [expired] }, 'expired')).toEqual(['quiet: Abgelaufen']);
  });

  it('says of one answer that it is one', () => {
    const own = toAnnouncement({ title: 'Projektwoche', author: BRA, acknowledgement: { content: 1 } });
    expect(marks({ announcements: [own], totals: [toTotals(own, 59, [[DEM]])] })).toEqual([
      'quiet: 1 von 59 hat geantwortet',
    ]);
  });

  it('tells the truth about what is withdrawn, scheduled, expired or on its way', () => {
    expect(marks({ announcements: [toAnnouncement({ title: 'Weg', state: 'withdrawn' })] })).toEqual([
      'quiet: Zurückgezogen',
    ]);
    const planned = toAnnouncement({ title: 'Morgen', author: BRA, state: 'scheduled' }, '2026-11-24T07:00');
    expect(marks({ announcements: [planned] })).toEqual(['quiet: Geplant für morgen, 07:00']);
    expect(
      marks({ announcements: [toAnnouncement({ title: 'Alt', expiresAt: NOW - 1 })] }, 'expired'),
    ).toEqual(['quiet: Abgelaufen']);
    const unsent: Painted<'announcement'> = {
      ...toAnnouncement({ title: 'Neu', author: BRA, rev: 0 }),
      pending: 'waiting',
    };
    expect(marks({ announcements: [unsent], look: { ...look, online: false } })).toEqual([
      'quiet: Wartet auf Verbindung',
    ]);
    expect(marks({ announcements: [{ ...unsent, pending: 'sent' }] })).toEqual(['quiet: Wird gesendet']);
    expect(marks({ announcements: [{ ...unsent, rev: 1, pending: 'stored' }] })).toEqual([undefined]);
  });

  it('shows everything that waits, also what is older than the window, urgent first', () => {
    const old = toAnnouncement({ title: 'Alt', acknowledgement: { content: 1 } }, '2026-03-02T08:00');
    const water = toAnnouncement({ title: 'Wasser', urgent: true, acknowledgement: { content: 1 } });
    const rows = toRows('waiting', { ...nothing, receipts: [toReceipt(old, BRA), toReceipt(water, BRA)] });
    expect(rows.map((row) => [row.heading, row.title])).toEqual([
      ['Dringend', 'Wasser'],
      ['Weitere', 'Alt'],
    ]);
  });
});
