import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import Overview from './Overview.svelte';
import { toSegment, type Place } from './place.ts';
import { BRA, GROUPS, NOW, SCHOOL, toAnnouncement, toReceipt, toSelf, VOL } from './test-school.ts';
import { createTestWorkspace } from './test-workspace.ts';

const hrefOf = (place: Place): string => `/mitteilungen/${toSegment(place)}`;

beforeEach(() => page.viewport(1366, 768));

describe('the overview', () => {
  it('answers what waits, what is new and what is next', async () => {
    const workspace = createTestWorkspace(toSelf(BRA), NOW, [SCHOOL, ...GROUPS]);
    const water = toAnnouncement({
      title: 'Wasser gesperrt',
      author: VOL,
      urgent: true,
      acknowledgement: { content: 1, deadline: '2026-11-23T09:00' },
    });
    const copier = toAnnouncement({ title: 'Kopierer druckt wieder' }, '2026-11-20T07:10');
    workspace.put(water, copier, toReceipt(water, BRA));
    const { container } = await render(Overview, { workspace, now: NOW, hrefOf });
    await expect.element(page.getByRole('heading', { name: 'Guten Morgen, Katharina Brandt' })).toBeVisible();
    const waiting = page.getByRole('region', { name: 'Wartet auf Sie' });
    await expect
      .element(waiting.getByRole('link', { name: 'Wasser gesperrt' }))
      .toHaveAttribute('href', hrefOf({ kind: 'announcement', id: water.id }));
    await expect.element(waiting).toMatchTextContent(/Dringend: bestätigen bis heute, 09:00/u);
    await expect
      .element(page.getByRole('region', { name: 'Neu seit Freitag' }))
      .toMatchTextContent(/Kopierer druckt wieder/u);
    const next = page.getByRole('region', { name: 'Als Nächstes' });
    await expect.element(next).toMatchTextContent(/Heute 09:00 Wasser gesperrt/u);
    await expect.element(next).toMatchTextContent(/Ruhezeiten heute ab 18:00/u);
    expect(await findFaults(container)).toEqual([]);
  });

  it('shows what is urgent among the new, first and by its mark', async () => {
    const workspace = createTestWorkspace(toSelf(BRA), NOW, [SCHOOL, ...GROUPS]);
    const storm = toAnnouncement({ title: 'Unwetter', author: VOL, urgent: true }, '2026-11-22T10:00');
    workspace.put(storm, toAnnouncement({ title: 'Kopierer druckt wieder' }));
    const { container } = await render(Overview, { workspace, now: NOW, hrefOf });
    const news = page.getByRole('region', { name: 'Neu seit gestern' });
    await expect.element(news.getByRole('link').nth(1)).toMatchTextContent(/Dringend\s*Unwetter/u);
    await expect.element(news.getByRole('link').nth(2)).toMatchTextContent(/Kopierer/u);
    expect(await findFaults(container)).toEqual([]);
  });

  it('is kind when nothing waits, and changes as soon as something does', async () => {
    const workspace = createTestWorkspace(toSelf(BRA), NOW, [SCHOOL, ...GROUPS]);
    const { container } = await render(Overview, { workspace, now: NOW, hrefOf });
    await expect.element(page.getByText('Nichts wartet auf Sie.')).toBeVisible();
    await expect.element(page.getByText('Keine Fristen in Sicht.')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    const plan = toAnnouncement({ title: 'Aufsichtsplan', acknowledgement: { content: 1 } });
    workspace.put(plan, toReceipt(plan, BRA));
    await expect.element(page.getByRole('link', { name: 'Aufsichtsplan' })).toBeVisible();
    await workspace.submit('acknowledge', { announcementId: plan.id, content: 1 });
    await expect.element(page.getByText('Nichts wartet auf Sie.')).toBeVisible();
  });
});
