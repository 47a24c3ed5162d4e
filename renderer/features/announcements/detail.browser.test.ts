import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Announcement } from '#core/announcements/announcement.ts';
import type { Id } from '#core/kernel/id.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import AnnouncementDetail from './AnnouncementDetail.svelte';
import { type Place, toSegment } from './place.ts';
import {
  BRA,
  DEM,
  GROUPS,
  NOW,
  OEH,
  SCHOOL,
  toAnnouncement,
  toReceipt,
  toSelf,
  toStatus,
  toTotals,
} from './test-school.ts';
import { createTestWorkspace, OFFLINE, type TestWorkspace } from './test-workspace.ts';

const open = (me = BRA): TestWorkspace => createTestWorkspace(toSelf(me), NOW, [SCHOOL, ...GROUPS]);

const show = (workspace: TestWorkspace, id: Id) =>
  render(AnnouncementDetail, {
    workspace,
    id,
    now: NOW,
    hrefOf: (place: Place) => `/mitteilungen/${toSegment(place)}`,
    notSavedHref: '/nicht-gespeichert',
  });

const form: NonNullable<Announcement['form']> = {
  type: 'one-of',
  question: 'Übernehmen Sie eine Frühaufsicht?',
  options: [{ label: 'Montag' }, { label: 'Mittwoch' }],
};
const button = (name: string | RegExp) => page.getByRole('button', { name });

beforeEach(() => page.viewport(1000, 900));

describe('an announcement for its reader', () => {
  it('is confirmed with one press that takes the answer along, and becomes quiet lines', async () => {
    const workspace = open();
    const plan = toAnnouncement({
      title: 'Aufsichtsplan',
      acknowledgement: { content: 1, deadline: '2026-11-25' },
      form,
    });
    workspace.put(plan, toReceipt(plan, BRA));
    const { container } = await show(workspace, plan.id);
    await expect.element(page.getByText('Zur Kenntnis bis Mi., 25. November 2026')).toBeVisible();
    await expect.element(page.getByText(/Ohne Auswahl geht nur die Kenntnisnahme/u)).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await page.getByLabelText('Mittwoch').click();
    await expect.element(page.getByText(/Ihre Antwort geht mit\. Sabine Oehlschläger sieht/u)).toBeVisible();
    await button('Zur Kenntnis genommen').click();
    await expect.element(page.getByText('Zur Kenntnis genommen heute, 07:50')).toBeVisible();
    await expect.element(page.getByText('Ihre Antwort: Mittwoch')).toBeVisible();
    expect(workspace.pending$.value.map(({ command }) => [command.name, command.args])).toEqual([
      ['respond', { announcementId: plan.id, answer: [1] }],
      ['acknowledge', { announcementId: plan.id, content: 1 }],
    ]);
    expect(await findFaults(container)).toEqual([]);
  });

  it('keeps both visible offline, and each can be taken back', async () => {
    const workspace = open();
    workspace.truth$.next(OFFLINE);
    const plan = toAnnouncement({ title: 'Aufsichtsplan', acknowledgement: { content: 1 }, form });
    workspace.put(plan, toReceipt(plan, BRA));
    await show(workspace, plan.id);
    await page.getByLabelText('Montag').click();
    await button('Zur Kenntnis genommen').click();
    await expect.element(button('Zurücknehmen')).toHaveLength(2);
    await button('Antwort ändern').click();
    await page.getByLabelText('Mittwoch').click();
    await button('Antwort senden').click();
    await expect.element(page.getByText('Ihre Antwort: Mittwoch')).toBeVisible();
    expect(workspace.pending$.value).toHaveLength(2);
    await button('Zurücknehmen').first().click();
    await button('Zurücknehmen').click();
    await expect.element(button('Zur Kenntnis genommen')).toBeVisible();
    expect(workspace.pending$.value).toEqual([]);
  });

  it('says when the outbox or the disk is full, and keeps the choice', async () => {
    const workspace = open();
    const day = toAnnouncement({ title: 'Sprechtag', form });
    workspace.put(day, toReceipt(day, BRA));
    workspace.refusal = 'disk-full';
    await show(workspace, day.id);
    await button('Antwort senden').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Wählen Sie zuerst eine Antwort.');
    await page.getByLabelText('Montag').click();
    await button('Antwort senden').click();
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(/Der Speicher dieses Geräts ist voll\./u);
    await expect.element(page.getByLabelText('Montag')).toBeChecked();
  });

  it('asks again after an essential change and shows what is different', async () => {
    const workspace = open();
    const earlier = {
      title: 'Plan',
      body: createRichText('Beginn um acht.'),
      content: 1,
      by: OEH,
      at: NOW - 9_000_000,
    };
    const plan = toAnnouncement({
      title: 'Plan',
      body: createRichText('Beginn um neun.'),
      content: 2,
      acknowledgement: { content: 2 },
      lastEdit: { by: OEH, at: NOW - 600_000, essential: true },
      history: [earlier],
    });
    workspace.put(plan, toReceipt(plan, BRA, { acknowledged: { content: 1, at: NOW - 8_000_000 } }));
    await show(workspace, plan.id);
    await expect.element(page.getByText('Wesentlich geändert.')).toBeVisible();
    await button('Unterschiede zeigen').click();
    const dialog = page.getByRole('dialog', { name: 'Frühere Fassungen' });
    await expect.element(dialog).toBeVisible();
    expect([...document.querySelectorAll('[role="dialog"] mark')].map((mark) => mark.textContent)).toEqual([
      'acht',
    ]);
    expect(await findFaults(document.body)).toEqual([]);
    await button('Schließen').click();
    await button('Zur Kenntnis genommen').click();
    expect(workspace.pending$.value[0]?.command.args).toEqual({ announcementId: plan.id, content: 2 });
  });

  it('offers dates, and places of a list until they are taken', async () => {
    const workspace = open();
    const options = [
      { label: '3. Mai', places: 1 },
      { label: '5. Mai', places: 2 },
    ];
    const list = toAnnouncement({
      title: 'Aufsichten',
      form: { type: 'sign-up', question: 'Wann?', options },
    });
    workspace.put(list, toReceipt(list, BRA), toTotals(list, 10, [[DEM], [OEH]]));
    const { container, rerender } = await show(workspace, list.id);
    await expect.element(page.getByLabelText(/3\. Mai/u)).toBeDisabled();
    await expect.element(page.getByText('noch 1 von 2 Plätzen frei · Oehlschläger')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    const dates = toAnnouncement({ title: 'Sprechtag', form: { ...form, type: 'dates' } });
    workspace.put(dates, toReceipt(dates, BRA));
    await rerender({ id: dates.id });
    await page.getByLabelText('Mittwoch').click();
    await page.getByLabelText('Montag').click();
    await button('Antwort senden').click();
    await expect.element(page.getByText('Ihre Antwort: Montag und Mittwoch')).toBeVisible();
  });

  it('takes no answers after the deadline and nothing after withdrawal', async () => {
    const workspace = open();
    const late = toAnnouncement({ title: 'Spät', form: { ...form, deadline: '2026-11-20' } });
    const gone = toAnnouncement({ title: 'Weg', state: 'withdrawn', body: createRichText('') });
    workspace.put(late, gone, toReceipt(late, BRA));
    const { rerender } = await show(workspace, late.id);
    await expect
      .element(page.getByText('Die Frist für Rückmeldungen endete Fr., 20. November.'))
      .toBeVisible();
    expect(button('Antwort senden').elements()).toEqual([]);
    await rerender({ id: gone.id });
    await expect.element(page.getByText('Diese Mitteilung wurde zurückgezogen.')).toBeVisible();
    await rerender({ id: workspace.createId() });
    await expect.element(page.getByText(/gibt es nicht/u)).toBeVisible();
  });

  it('asks the sender in a thread of two; what was typed survives leaving the page', async () => {
    const workspace = open();
    workspace.truth$.next(OFFLINE);
    const trip = toAnnouncement({ title: 'Exkursion', author: DEM });
    workspace.put(trip);
    const first = await show(workspace, trip.id);
    await button('Rückfrage stellen').click();
    await page.getByLabelText('Ihre Rückfrage').fill('Wann sind wir zurück?');
    await first.unmount();
    await expect.poll(() => workspace.drafts$.value).toHaveLength(1);
    const { container } = await show(workspace, trip.id);
    await expect.element(page.getByLabelText('Ihre Rückfrage')).toHaveValue('Wann sind wir zurück?');
    expect(await findFaults(container)).toEqual([]);
    await button('Senden').click();
    await expect.element(page.getByText('wartet')).toBeVisible();
    expect(workspace.drafts$.value).toEqual([]);
    await button('Zurücknehmen').click();
    await expect.element(page.getByLabelText('Ihre Rückfrage')).toHaveValue('Wann sind wir zurück?');
  });
});

describe('an announcement for its author', () => {
  const own = toAnnouncement({ title: 'Projektwoche', author: BRA, acknowledgement: { content: 1 } });

  it('says who is missing and reminds, waiting for a connection if need be', async () => {
    const workspace = open();
    workspace.put(own, toStatus(own, 42, [DEM, OEH]));
    const { container } = await show(workspace, own.id);
    await expect.element(page.getByText('40 von 42')).toBeVisible();
    await expect.element(page.getByText('Yusuf Demirel')).toBeVisible();
    await expect.element(page.getByText('Geht sofort hinaus.')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    workspace.truth$.next(OFFLINE);
    await expect.element(page.getByText(/nie in den Ruhezeiten/u)).toBeVisible();
    await button('2 Personen erinnern').click();
    await expect.element(page.getByText('Die Erinnerung wartet auf Verbindung.')).toBeVisible();
    await button('Zurücknehmen').click();
    await expect.element(button('2 Personen erinnern')).toBeVisible();
  });

  it('says who has not answered a form, and reminds them until its deadline', async () => {
    const workspace = open();
    const asked = toAnnouncement({ title: 'Ausflug', author: BRA, form });
    const over = toAnnouncement({ title: 'Fest', author: BRA, form: { ...form, deadline: '2026-01-05' } });
    workspace.put(asked, toStatus(asked, 10, [DEM]), over, toStatus(over, 10, [DEM]));
    const { container, rerender } = await show(workspace, asked.id);
    await expect.element(page.getByText('9 von 10 geantwortet')).toBeVisible();
    await expect.element(button('1 Person erinnern')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await rerender({ id: over.id });
    await expect.element(page.getByText(/Die Frist ist vorbei/u)).toBeVisible();
    await expect.element(button('1 Person erinnern')).not.toBeInTheDocument();
  });

  it('withdraws only after asking', async () => {
    const workspace = open();
    workspace.put(own);
    await show(workspace, own.id);
    await button('Weiteres').click();
    await page.getByRole('menuitem', { name: 'Zurückziehen …' }).click();
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    await button('Abbrechen').click();
    expect(workspace.pending$.value).toEqual([]);
    await button('Weiteres').click();
    await page.getByRole('menuitem', { name: 'Zurückziehen …' }).click();
    await button('Zurückziehen').click();
    await expect
      .poll(() => workspace.pending$.value.map(({ command }) => command.name))
      .toEqual(['withdraw-announcement']);
  });

  it('takes back what was not sent yet; its text lies among the drafts', async () => {
    const workspace = open();
    workspace.truth$.next(OFFLINE);
    const id = workspace.createId();
    const groupIds = [GROUPS[0].id];
    const args = { id, title: 'Neu', body: createRichText('Text'), groupIds, pinned: false, urgent: false };
    await workspace.submit('announce', args, { hints: { groups: [...GROUPS] } });
    await show(workspace, id);
    await expect.element(page.getByText('Noch nicht gesendet: keine Verbindung.')).toBeVisible();
    await button('Zurücknehmen').click();
    await expect.poll(() => workspace.drafts$.value).toHaveLength(1);
    expect(workspace.pending$.value).toEqual([]);
    expect(JSON.stringify(workspace.drafts$.value)).toContain('Neu');
  });

  it('shows who can on none of the dates', async () => {
    const workspace = open();
    const dates = toAnnouncement({ title: 'Sprechtag', author: BRA, form: { ...form, type: 'dates' } });
    const list = toAnnouncement({ title: 'Liste', author: BRA, form: { ...form, type: 'sign-up' } });
    workspace.put(dates, toTotals(dates, 10, [[DEM], []], [OEH]), list, toTotals(list, 10, [[DEM], []]));
    const { container, rerender } = await show(workspace, dates.id);
    const row = page.getByRole('listitem').filter({ hasText: 'Keiner der Termine' });
    await expect.element(row).toMatchTextContent(/Sabine Oehlschläger/u);
    await expect.element(page.getByText('2 von 10 haben geantwortet')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await rerender({ id: list.id });
    await expect.element(page.getByText('1 von 10 hat geantwortet')).toBeVisible();
    expect(page.getByText('Keiner der Termine').elements()).toEqual([]);
  });

  it('shows answers with names and leads to what was not accepted', async () => {
    const workspace = open();
    const day = toAnnouncement({ title: 'Sprechtag', author: BRA, form });
    workspace.put(day, toTotals(day, 10, [[DEM], []]));
    const submitted = await workspace.submit('remind', { announcementId: day.id });
    if (submitted.ok) workspace.deliver(submitted.mid, { state: 'refused', reason: 'forbidden', at: NOW });
    const { container } = await show(workspace, day.id);
    await expect.element(page.getByText('1 von 10 hat geantwortet')).toBeVisible();
    await expect.element(page.getByText('Yusuf Demirel')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: /Nicht gespeichert/u }))
      .toHaveAttribute('href', '/nicht-gespeichert');
    expect(await findFaults(container)).toEqual([]);
  });
});
