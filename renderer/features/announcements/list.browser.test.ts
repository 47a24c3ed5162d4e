import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import ListFrame from './ListFrame.fixture.svelte';
import {
  BRA,
  CLASS_8B,
  GROUPS,
  HISTORY,
  NOW,
  SCHOOL,
  toAnnouncement,
  toReceipt,
  toSelf,
  toStatus,
  DEM,
  OEH,
} from './test-school.ts';
import { createTestWorkspace, OFFLINE } from './test-workspace.ts';

const open = () => createTestWorkspace(toSelf(BRA), NOW, [SCHOOL, ...GROUPS]);
const links = () => page.getByRole('listitem').getByRole('link');

beforeEach(() => page.viewport(400, 800));

describe('the list of announcements', () => {
  it('is accessible, full and empty', async () => {
    const workspace = open();
    const plan = toAnnouncement({
      title: 'Aufsichtsplan',
      acknowledgement: { content: 1, deadline: '2026-11-25' },
    });
    workspace.put(plan, toReceipt(plan, BRA), toAnnouncement({ title: 'Kopierer' }));
    const { container } = await render(ListFrame, { workspace });
    await expect.element(links().first()).toBeVisible();
    await expect.element(page.getByText('Bestätigen bis Mi.')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await page.getByRole('tab', { name: 'Entwürfe' }).click();
    await expect.element(page.getByText(/Keine Entwürfe/u)).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
  });

  it('gives the title of a row without a mark the room of two lines, in rows of one height', async () => {
    const workspace = open();
    const long = 'Vertretungsplan für die Woche vor den Ferien mit allen Aufsichten und Raumwechseln';
    const plan = toAnnouncement({ title: `${long}.`, acknowledgement: { content: 1 } });
    workspace.put(plan, toReceipt(plan, BRA), toAnnouncement({ title: long }));
    const { container } = await render(ListFrame, { workspace });
    await expect.element(links()).toHaveLength(2);
    const lines = [...container.querySelectorAll('.entry')].map((row) => {
      const title = row.querySelector('.title');
      const height = title === null ? 0 : title.getBoundingClientRect().height;
      const line = title === null ? 1 : Number.parseFloat(getComputedStyle(title).lineHeight);
      expect(row.scrollHeight).toBeLessThanOrEqual(row.clientHeight);
      return [row.querySelector('.mark') !== null, Math.round(height / line)];
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        [true, 1],
        [false, 2],
      ]),
    );
  });

  it('has views: what waits, own ones with their counts, expired ones, and one group', async () => {
    const workspace = open();
    const own = toAnnouncement({ title: 'Projektwoche', author: BRA, acknowledgement: { content: 1 } });
    const plan = toAnnouncement({ title: 'Aufsichtsplan', acknowledgement: { content: 1 } });
    const trip = toAnnouncement({
      title: 'Exkursion',
      author: DEM,
      groups: [{ id: HISTORY.id, name: HISTORY.name }],
    });
    const old = toAnnouncement({ title: 'Alt', expiresAt: NOW - 1 });
    workspace.put(own, plan, trip, old, toReceipt(plan, BRA), toStatus(own, 42, [DEM, OEH]));
    await render(ListFrame, { workspace });
    await expect.element(links()).toHaveLength(3);
    await page.getByRole('tab', { name: 'Wartet auf Sie 1' }).click();
    await expect.element(links()).toHaveLength(1);
    await page.getByRole('tab', { name: 'Eigene' }).click();
    await expect.element(page.getByText('40 von 42 bestätigt')).toBeVisible();
    await page.getByRole('button', { name: 'Auswählen, was die Liste zeigt' }).click();
    await page.getByRole('menuitem', { name: 'Abgelaufene zeigen' }).click();
    await expect.element(page.getByRole('link', { name: /Alt/u })).toBeVisible();
    await page.getByRole('tab', { name: 'Eigene' }).click();
    await page.getByRole('tab', { name: 'Alle' }).click();
    await page.getByRole('button', { name: 'Auswählen, was die Liste zeigt' }).click();
    await page.getByRole('menuitem', { name: 'Nur Fachschaft Geschichte' }).click();
    await expect.element(links()).toHaveLength(1);
    await page.getByRole('button', { name: 'Alle Gruppen' }).click();
    await expect.element(links()).toHaveLength(3);
  });

  it('says of each group what it has none of', async () => {
    await render(ListFrame, { workspace: open() });
    await page.getByRole('button', { name: 'Auswählen, was die Liste zeigt' }).click();
    await page.getByRole('menuitem', { name: `Nur ${CLASS_8B.name}` }).click();
    await expect.element(page.getByText('Keine Mitteilungen an Klassenteam 8b.')).toBeVisible();
  });

  it('grows at its end, and goes on looking for own ones among many', async () => {
    const workspace = open();
    const minute = 60_000;
    const many = Array.from({ length: 300 }, (_, index) =>
      toAnnouncement({
        title: `Nr. ${index}`,
        publishAt: NOW - index * minute,
        inv: 9_999_999_999_999 - (NOW - index * minute),
        ...(index === 280 ? { author: BRA } : {}),
      }),
    );
    workspace.put(...many);
    const { container } = await render(ListFrame, { workspace });
    await expect.element(links().first()).toBeVisible();
    const viewport = container.querySelector('.viewport');
    const total = (): string | null | undefined =>
      container.querySelector('li')?.getAttribute('aria-setsize');
    expect(total()).toBe('50');
    viewport?.scrollTo(0, viewport.scrollHeight);
    await expect.poll(total).toBe('100');
    await page.getByRole('tab', { name: 'Eigene' }).click();
    await expect.element(page.getByRole('link', { name: /Nr\. 280/u })).toBeVisible();
  });

  it('shows drafts and what waits for a connection', async () => {
    const workspace = open();
    workspace.truth$.next(OFFLINE);
    await workspace.drafts.put({
      id: workspace.createId(),
      at: NOW,
      content: {
        kind: 'question',
        announcementId: workspace.createId(),
        askerId: BRA.id,
        title: 'Plan',
        text: 'Ab wann?',
      },
    });
    const plan = toAnnouncement({ title: 'Aufsichtsplan', acknowledgement: { content: 1 } });
    workspace.put(plan, toReceipt(plan, BRA));
    await workspace.submit('acknowledge', { announcementId: plan.id, content: 1 });
    await render(ListFrame, { workspace });
    await expect.element(page.getByText('Bestätigt, wartet auf Verbindung')).toBeVisible();
    await page.getByRole('tab', { name: 'Entwürfe 1' }).click();
    await expect.element(page.getByRole('link', { name: /Rückfrage zu „Plan“.*Ab wann/u })).toBeVisible();
  });
});
