import '#renderer/ui/style.css';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { toRightsNoticeId } from '#core/admin/rights-notice.ts';
import { BRA, GROUPS, NOW, SCHOOL, toSelf, VOL } from '#renderer/features/announcements/test-school.ts';
import { OFFLINE } from '#renderer/features/announcements/test-workspace.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import { open, shortCode } from './app.fixture.ts';

describe('the administration', () => {
  const leadership = toSelf(VOL, 'leadership');
  const entry = page.getByRole('link', { name: 'Verwaltung', exact: true });

  it('is in the rail of those who may see it, lists its pages and leads there and back', async () => {
    const { container } = await open('inside', leadership);
    await entry.click();
    await expect.element(page.getByRole('heading', { name: 'Verwaltung' })).toBeVisible();
    await expect.element(page.getByRole('link', { name: /^Rechte/u })).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    await page.getByRole('link', { name: /^Rechte/u }).click();
    await expect.element(page.getByRole('heading', { name: 'Rechte' })).toBeVisible();
    expect(location.pathname).toBe('/verwaltung/rechte');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('heading', { name: 'Verwaltung' })).toBeVisible();
  });

  it('names bodies that have no chair yet, until they have', async () => {
    const { workspace, container } = await open('inside', leadership);
    await entry.click();
    await expect.element(page.getByRole('link', { name: /^Rechte/u })).toBeVisible();
    expect(page.getByText(/noch keinen Vorsitz/u).elements()).toHaveLength(0);
    const body = {
      ...GROUPS[0],
      id: workspace.createId(),
      name: 'Gesamtlehrerkonferenz',
      type: 'body' as const,
      members: [],
    };
    workspace.put(body);
    await expect.element(page.getByText('Ein Gremium hat noch keinen Vorsitz.')).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    await page.getByRole('link', { name: 'Gesamtlehrerkonferenz' }).click();
    expect(location.pathname).toBe(`/gruppen/${body.id}`);
  });

  it('stands under "Mehr" on a phone', async () => {
    await page.viewport(390, 844);
    const { container } = await open('inside', leadership);
    await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link').last().click();
    await entry.click();
    await expect.element(page.getByRole('link', { name: /^Rollen/u })).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });

  it('is nobody else’s, and says so to whoever comes by its address', async () => {
    history.replaceState(null, '', '/verwaltung/rollen');
    await open('inside');
    await expect
      .element(page.getByText(/Diese Seite ist für die Administration und die Schulleitung/u))
      .toBeVisible();
    await expect.element(entry).not.toBeInTheDocument();
  });

  it('says of a page that is not there that it is not there', async () => {
    history.replaceState(null, '', '/verwaltung/nirgendwo');
    await open('inside', leadership);
    await expect.element(page.getByText('Diese Seite gibt es nicht.')).toBeVisible();
  });
});

describe('the settings', () => {
  const openSettings = async () => {
    history.replaceState(null, '', '/einstellungen');
    return open('inside');
  };

  it('change theme and language at once and are accessible', async () => {
    const { container } = await openSettings();
    await page.getByRole('radio', { name: 'Dunkel' }).click();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await page.getByRole('radio', { name: 'English' }).click();
    await expect.element(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    expect(document.documentElement.lang).toBe('en');
    await page.getByRole('radio', { name: 'Deutsch' }).click();
    await expect.element(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
  });

  it('[REACH12] say where this device reaches the school, and where else it could', async () => {
    const { workspace, container } = await openSettings();
    await expect.element(page.getByText(`Diese Verbindung: ${location.origin}`)).toBeVisible();
    workspace.put({ ...SCHOOL, rev: 2, addresses: [location.origin, 'https://umlauf.lindenhof.example'] });
    await expect
      .element(page.getByText('Weitere Adressen der Schule: https://umlauf.lindenhof.example'))
      .toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
  });

  it('show who has changed one’s rights', async () => {
    const { workspace, container } = await openSettings();
    const by = VOL;
    const person = { ...BRA, kind: 'person', rev: 2, inv: 0, role: 'teacher', administrator: true } as const;
    const rights = { role: 'teacher', administrator: true, staffCouncil: false } as const;
    workspace.put(
      { ...person, staffCouncil: false },
      {
        id: toRightsNoticeId(BRA.id),
        kind: 'rights-notice',
        rev: 1,
        inv: 0,
        personId: BRA.id,
        changes: [{ at: NOW, by, ...rights }],
      },
    );
    await expect.element(page.getByText('Lehrkraft · Administration', { exact: true })).toBeVisible();
    await expect
      .element(
        page.getByText(
          /07:50: Henrike Vollmer hat Ihre Rechte geändert\. Seitdem: Lehrkraft · Administration\./u,
        ),
      )
      .toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
  });

  it('ask before everything is deleted, say what would be lost, and forget the short code', async () => {
    const { entrance, workspace } = await openSettings();
    const dialog = page.getByRole('alertdialog');
    await page.getByRole('button', { name: 'Abmelden und nichts hier lassen …' }).click();
    await expect.element(dialog).toMatchTextContent(/Was Sie gesendet haben, bleibt bei der Schule\./u);
    await expect.element(dialog.getByRole('button', { name: 'Abmelden und löschen' })).toBeVisible();
    for (const at of [1, 2, 3]) {
      await workspace.drafts.put({ id: workspace.createId(), at, content: {} });
    }
    await expect
      .element(dialog)
      .toMatchTextContent(
        /3 Entwürfe gehen dabei verloren\. Senden Sie sie vorher oder kopieren Sie den Text\./u,
      );
    workspace.truth$.next({ ...OFFLINE, waiting: 1 });
    await expect.element(dialog).toMatchTextContent(/3 Entwürfe und 1 nicht gesendeter Text gehen/u);
    expect(await findFaults(document.body)).toEqual([]);
    expect(entrance.left).toBe(false);
    await dialog.getByRole('button', { name: 'Trotzdem löschen' }).click();
    await expect.element(shortCode).toHaveValue('');
    expect(entrance.left).toBe(true);
    expect(location.pathname).toBe('/');
  });

  it('tell at the door what could not be deleted, and try again from there', async () => {
    const { entrance, container } = await openSettings();
    entrance.leaveFails = true;
    await page.getByRole('button', { name: 'Abmelden und nichts hier lassen …' }).click();
    await page.getByRole('button', { name: 'Abmelden und löschen' }).click();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Es ließ sich nicht alles löschen\./u);
    expect(entrance.left).toBe(false);
    expect(await findFaults(container, 'page')).toEqual([]);
    await page.getByRole('button', { name: 'Noch einmal löschen' }).click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    expect(entrance.left).toBe(true);
    await expect.element(shortCode).toHaveValue('');
  });
});
