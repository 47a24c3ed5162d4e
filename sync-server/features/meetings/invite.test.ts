import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toReceiptId, toStatusId } from '#core/announcements/ids.ts';
import { createSchoolCalendar } from '#core/kernel/calendar/school-calendar.ts';
import type { LocalDate } from '#core/kernel/calendar/local-date.ts';
import { toPlainText } from '#core/kernel/rich-text.ts';
import { checkInvitation } from '#core/meetings/invitation.ts';
import { createPlanningWorld, type PlanningWorld } from '#tests/support/server/planned-conference.ts';

let school: PlanningWorld;
beforeEach(async () => {
  school = await createPlanningWorld();
});
afterEach(() => school.world.close());

describe('[MEET5] the invitation', () => {
  it('is an announcement with the agenda that everybody confirms; its author sees who is missing', async () => {
    const conferenceId = await school.plan({ motionsUntil: '2026-12-04' });
    await school.addItem(conferenceId, { title: 'Haushalt', minutes: 20, presenterId: school.id('Jag') });
    const announcementId = await school.invite(conferenceId, 'Dre');
    const letter = await school.world.read('announcement', announcementId);
    const text = letter === undefined ? '' : toPlainText(letter.body);
    expect(text).toContain('Mittwoch, 9. Dezember 2026, 14:00 bis 16:00 Uhr, Aula');
    expect(text).toContain('TOP 1: Haushalt · Karl-Heinz Jäger · 20 Min.');
    expect(text).toContain('bis Freitag, 4. Dezember 2026');
    expect(letter?.acknowledgement?.deadline).toBe('2026-12-09');
    const status = await school.world.read('status', toStatusId(announcementId));
    expect(status?.missing.map(({ shortCode }) => shortCode)).toEqual(['Jag', 'Kuh', 'Eltern']);
    expect(await school.world.read('receipt', toReceiptId(announcementId, school.id('Jag')))).toBeDefined();
    expect(await school.world.read('conference', conferenceId)).toMatchObject({
      state: 'invited',
      invitation: { announcementId, inTime: true, by: { shortCode: 'Dre' } },
    });
  });

  it('goes out once, and not without a single item', async () => {
    const conferenceId = await school.plan();
    const send = () =>
      school.world.send('Kuh', 'invite', { conferenceId, announcementId: school.world.newId() });
    expect(await send()).toEqual({ status: 'refused', reason: 'invalid' });
    await school.addItem(conferenceId);
    expect(await send()).toMatchObject({ status: 'stored' });
    expect(await send()).toEqual({ status: 'refused', reason: 'already-invited' });
  });

  it('marks what is put on the agenda afterwards as late', async () => {
    const conferenceId = await school.plan();
    const first = await school.addItem(conferenceId);
    await school.invite(conferenceId);
    const late = await school.addItem(conferenceId);
    expect((await school.world.read('agenda-item', first))?.late).toBe(false);
    expect((await school.world.read('agenda-item', late))?.late).toBe(true);
  });

  it('is followed by a letter when the conference is cancelled, and by none when nobody was invited', async () => {
    const before = await school.plan();
    await school.world.send('Kuh', 'cancel-conference', { id: before });
    const conferenceId = await school.plan();
    await school.addItem(conferenceId);
    await school.invite(conferenceId);
    await school.world.send('Kuh', 'cancel-conference', { id: conferenceId });
    const letters = await school.world.store.read.all<{ body: string }>(
      "select body from document where kind = 'announcement' order by id",
    );
    const titles = letters.map(({ body }) => (JSON.parse(body) as { title: string }).title).sort();
    expect(titles).toEqual(['Abgesagt: Konferenz im Advent', 'Einladung: Konferenz im Advent']);
  });
});

describe('[MEET6] the period of an invitation', () => {
  const calendar = createSchoolCalendar('BW');
  const rule = (kind: 'days' | 'teaching-days', count: number) =>
    ({ verified: true, citation: '§ 12 (6) KonfO', value: { kind, count } }) as const;
  const check = (today: string, ...[kind, count]: Parameters<typeof rule>) =>
    checkInvitation('2026-12-09', today as LocalDate, rule(kind, count), calendar);

  it('says nothing where none is set or nobody has decided it', () => {
    const today = '2026-12-08' as LocalDate;
    expect(checkInvitation('2026-12-09', today, undefined, calendar)).toEqual({ kind: 'unset' });
    const unset = { verified: false, citation: null, value: null } as const;
    expect(checkInvitation('2026-12-09', today, unset, calendar)).toEqual({ kind: 'unset' });
  });

  it('counts days or teaching days, and says by how much it is too late', () => {
    expect(check('2026-12-02', 'days', 7)).toMatchObject({ kind: 'in-time', latest: '2026-12-02' });
    expect(check('2026-12-03', 'days', 7)).toMatchObject({ kind: 'late', missing: 1 });
    // Five teaching days before Wednesday lies the Wednesday before: a weekend is between.
    expect(check('2026-12-02', 'teaching-days', 5)).toMatchObject({ kind: 'in-time', latest: '2026-12-02' });
    expect(check('2026-12-04', 'teaching-days', 5)).toMatchObject({ kind: 'late', missing: 2 });
    expect(check('2026-12-05', 'teaching-days', 5)).toMatchObject({ kind: 'late', missing: 2 });
  });
});
