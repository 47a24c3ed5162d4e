import { describe, expect, it } from 'vitest';
import { toThreadId } from '#core/announcements/ids.ts';
import type { Thread } from '#core/announcements/announcement.ts';
import { BRA, DEM, NOW, OEH, toAnnouncement, toReceipt, VOL } from './test-school.ts';
import { toWaiting } from './waiting.ts';

const form = {
  type: 'yes-no' as const,
  question: 'Kommen Sie?',
  options: [{ label: 'Ja' }, { label: 'Nein' }],
};
const later = toAnnouncement({ title: 'Später', acknowledgement: { content: 1, deadline: '2026-12-02' } });
const sooner = toAnnouncement({ title: 'Bald', form: { ...form, deadline: '2026-11-24T09:00' } });
const urgent = toAnnouncement({
  title: 'Wasser',
  author: VOL,
  urgent: true,
  acknowledgement: { content: 1 },
});
const free = toAnnouncement({ title: 'Ohne Frist', acknowledgement: { content: 1 }, form });

const threadOn = (announcement: typeof free, last: typeof BRA): Thread => ({
  id: toThreadId(announcement.id, DEM.id),
  kind: 'thread',
  rev: 1,
  inv: announcement.inv,
  announcementId: announcement.id,
  title: announcement.title,
  asker: DEM,
  author: announcement.author,
  messages: [{ by: last.id, text: 'Wann genau?', at: NOW }],
});

describe('what waits for a person', () => {
  it('comes urgent first, then by deadline, then without one', () => {
    const receipts = [free, later, urgent, sooner].map((it) => toReceipt(it, BRA));
    expect(toWaiting(receipts, [], BRA.id, NOW).map((it) => [it.title, it.want])).toEqual([
      ['Wasser', 'acknowledge'],
      ['Bald', 'respond'],
      ['Später', 'acknowledge'],
      ['Ohne Frist', 'both'],
    ]);
  });

  it('counts the deadline of what is still to be done only', () => {
    const both = toAnnouncement({
      title: 'Beides',
      acknowledgement: { content: 1, deadline: '2026-11-24' },
      form: { ...form, deadline: '2026-11-27' },
    });
    const open = toReceipt(both, BRA);
    const confirmed = toReceipt(both, BRA, { acknowledged: { content: 1, at: NOW } });
    expect(toWaiting([open], [], BRA.id, NOW)[0]?.deadline).toBe('2026-11-24');
    expect(toWaiting([confirmed], [], BRA.id, NOW)[0]?.deadline).toBe('2026-11-27');
  });

  it('holds an older acknowledgement for nothing after an essential change', () => {
    const receipt = toReceipt(later, BRA, { asked: { content: 2 }, acknowledged: { content: 1, at: NOW } });
    expect(toWaiting([receipt], [], BRA.id, NOW)).toHaveLength(1);
  });

  it('wants no response once its deadline has passed, but still an acknowledgement', () => {
    const over = toAnnouncement({ title: 'Vorbei', form: { ...form, deadline: '2026-11-20' } });
    const both = toAnnouncement({
      title: 'Halb vorbei',
      acknowledgement: { content: 1, deadline: '2026-11-20' },
      form: { ...form, deadline: '2026-11-20' },
    });
    const receipts = [over, both].map((it) => toReceipt(it, BRA));
    expect(toWaiting(receipts, [], BRA.id, NOW).map((it) => [it.title, it.want])).toEqual([
      ['Halb vorbei', 'acknowledge'],
    ]);
  });

  it('wants nothing once it is done or closed', () => {
    const done = toReceipt(later, BRA, { acknowledged: { content: 1, at: NOW } });
    const closed = toReceipt(sooner, BRA, { closed: true });
    expect(toWaiting([done, closed], [], BRA.id, NOW)).toEqual([]);
  });

  it('is a question for its author only, and only until it is answered', () => {
    const asked = threadOn(free, DEM);
    expect(toWaiting([], [asked], OEH.id, NOW).map((it) => [it.want, it.from.shortCode])).toEqual([
      ['reply', 'DEM'],
    ]);
    expect(toWaiting([], [asked], DEM.id, NOW)).toEqual([]);
    expect(toWaiting([], [threadOn(free, OEH)], DEM.id, NOW)).toEqual([]);
    expect(toWaiting([], [threadOn(free, OEH)], OEH.id, NOW)).toEqual([]);
  });
});
