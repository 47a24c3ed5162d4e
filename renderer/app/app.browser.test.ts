import '#renderer/ui/style.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { toRightsNoticeId } from '#core/admin/rights-notice.ts';
import { BRA, GROUPS, NOW, SCHOOL, toSelf, VOL } from '#renderer/features/announcements/test-school.ts';
import { createTestWorkspace, OFFLINE } from '#renderer/features/announcements/test-workspace.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import App from './App.svelte';
import { applyPreferences } from './preferences.ts';
import Screens from './screens/Screens.svelte';
import { createSession } from './session.svelte.ts';
import { createTestEntrance } from './test-entrance.ts';

const open = async (at: 'door' | 'inside' = 'door', self = toSelf(BRA)) => {
  const workspace = createTestWorkspace(self, NOW, [SCHOOL, ...GROUPS]);
  const entrance = createTestEntrance(workspace, at);
  const session = createSession(entrance, 'private');
  const { container } = await render(App, { session, screens: Screens });
  return { workspace, entrance, container };
};

const shortCode = page.getByRole('textbox', { name: 'Kürzel' });
const code = page.getByRole('textbox', { name: 'Zugangscode' });
const password = page.getByLabelText('Kennwort', { exact: true });
const signIn = page.getByRole('button', { name: 'Anmelden', exact: true });
const overview = page.getByRole('main', { name: 'Übersicht' });

beforeEach(async () => {
  await page.viewport(1366, 768);
  history.replaceState(null, '', '/');
  localStorage.setItem('umlauf.language', 'de');
  applyPreferences();
});
afterEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset['theme'];
});

describe('the door', () => {
  it('names the school, waits in the first field and is accessible in both themes', async () => {
    const { container } = await open();
    await expect.element(page.getByRole('heading', { name: 'Gymnasium am Lindenhof' })).toBeVisible();
    await expect.element(shortCode).toHaveFocus();
    await expect.element(page.getByText('Schule erreichbar')).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
  });

  it('says what is missing, what was wrong and how many attempts are left', async () => {
    const { entrance, container } = await open();
    await signIn.click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Bitte ausfüllen.');
    entrance.answers.push({ ok: false, reason: 'wrong-credentials', remaining: 4 });
    await shortCode.fill('bra');
    await password.fill('falsches Kennwort');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Kürzel und Kennwort passen nicht zusammen. Noch 4 Versuche.');
    await expect.element(password).toHaveFocus();
    await expect.element(password).toHaveValue('');
    expect(await findFaults(container, 'page')).toEqual([]);
  });

  it('lets in', async () => {
    const { entrance } = await open();
    await shortCode.fill('bra');
    await password.fill('ein langes Kennwort');
    await signIn.click();
    await expect.element(overview).toBeVisible();
    expect(entrance.attempts).toEqual([['bra', 'ein langes Kennwort']]);
  });

  it('says offline what still works, and that a first sign-in does not', async () => {
    const { entrance } = await open();
    entrance.reachable$.next(false);
    await expect.element(page.getByText('Schule nicht erreichbar')).toBeVisible();
    entrance.answers.push({ ok: false, reason: 'unknown-here' });
    await shortCode.fill('bra');
    await password.fill('ein langes Kennwort');
    await signIn.click();
    await expect.element(page.getByText('Die Schule ist nicht erreichbar.')).toBeVisible();
    await expect.element(page.getByText(/Damit lässt sich hier nichts öffnen\./u)).toBeVisible();
  });

  it('redeems an access code with a password of ten characters, typed twice alike', async () => {
    const { entrance, container } = await open();
    await page.getByRole('button', { name: 'Zugangscode einlösen' }).click();
    await shortCode.fill('bra');
    await code.fill('k7qvm9x');
    await expect.element(code).toHaveValue('K7QV-M9X');
    await code.fill('k7qvm9xf');
    await expect.element(page.getByText('Guten Tag, Katharina Brandt. Ihr Code stimmt.')).toBeVisible();
    expect(entrance.looks).toEqual([{ code: 'K7QVM9XF', shortCode: 'bra' }]);
    await page.getByLabelText('Neues Kennwort').fill('zu kurz');
    await page.getByRole('button', { name: 'Kennwort setzen und anmelden' }).click();
    await expect.element(page.getByText('Es fehlen noch 3 Zeichen.')).toBeVisible();
    await page.getByLabelText('Neues Kennwort').fill('lang genug ist es');
    await page.getByLabelText('Kennwort wiederholen').fill('lang genug war es');
    await expect.element(page.getByText('Die beiden Kennwörter sind verschieden.')).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    expect(entrance.attempts).toEqual([]);
    await page.getByLabelText('Kennwort wiederholen').fill('lang genug ist es');
    await userEvent.keyboard('{Enter}');
    await expect.element(overview).toBeVisible();
    expect(entrance.attempts).toEqual([['K7QVM9XF', 'bra', 'lang genug ist es']]);
  });

  it('[SLIP2] says which block of a code is wrong while it is typed, and asks the school nothing about it', async () => {
    const { entrance, container } = await open();
    await page.getByRole('button', { name: 'Zugangscode einlösen' }).click();
    await shortCode.fill('bra');
    await code.fill('k7qvm9x');
    expect(page.getByText(/stimmt nicht/u).elements()).toEqual([]);
    await code.fill('k7qvm9xg');
    await expect.element(page.getByText(/Block 2 stimmt nicht/u)).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    expect(entrance.looks).toEqual([]);
  });

  it.each([
    ['slip-waits', /noch nicht freigegeben/u],
    ['slip-used', /schon benutzt/u],
    ['slip-expired', /abgelaufen\. Bitten Sie um einen neuen Zettel/u],
    ['slip-void', /gilt nicht mehr/u],
    ['wrong-credentials', /kennt Ihre Schule nicht/u],
    ['rate-limited', /Zu viele Versuche/u],
    ['unreachable', /nicht verbraucht/u],
  ] as const)('[SLIP9] says at once what is wrong with a slip: %s', async (reason, says) => {
    const { entrance } = await open();
    entrance.lookAnswers.push({ ok: false, reason });
    await page.getByRole('button', { name: 'Zugangscode einlösen' }).click();
    await code.fill('7K3X-Q2XY-9ABS-K7QV-M9XF');
    await expect.element(page.getByText(says)).toBeVisible();
    expect(entrance.looks).toEqual([{ code: '7K3XQ2XY9ABSK7QVM9XF' }]);
  });

  it('[SLIP10] reads the code from the link of a slip, takes it out of the address, and asks for a password alone', async () => {
    history.replaceState(null, '', '/beitreten#7K3X-Q2XY-9ABS-K7QV-M9XF');
    const { entrance, container } = await open();
    expect(location.href).not.toContain('7K3X');
    await expect.element(page.getByText('Guten Tag, Katharina Brandt. Ihr Code stimmt.')).toBeVisible();
    expect(code.elements()).toEqual([]);
    expect(await findFaults(container, 'page')).toEqual([]);
    await page.getByLabelText('Neues Kennwort').fill('lang genug ist es');
    await page.getByLabelText('Kennwort wiederholen').fill('lang genug ist es');
    await userEvent.keyboard('{Enter}');
    await expect.element(overview).toBeVisible();
    expect(entrance.attempts).toEqual([['7K3XQ2XY9ABSK7QVM9XF', '', 'lang genug ist es']]);
  });
});

describe('the frame', () => {
  it('has the search at hand before anybody asks for it: not even the first letter is lost', async () => {
    const isLoaded = (): boolean =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/QuickSearch.svelte'));
    expect(isLoaded()).toBe(false);
    // The browser remembers only so many, and the tests before have loaded hundreds.
    performance.clearResourceTimings();
    await open('inside');
    await expect.element(overview).toBeVisible();
    await vi.waitFor(() => expect(isLoaded()).toBe(true), { timeout: 10_000 });
    // Asked for by itself; here the wait is only for it to have arrived.
    await import('#renderer/features/search/QuickSearch.svelte');
    await userEvent.keyboard('{Control>}k{/Control}konferenz');
    await expect.element(page.getByRole('combobox')).toHaveValue('konferenz');
  });

  it('opens the search by its key while the first documents are still on their way', async () => {
    const { workspace } = await open('inside');
    workspace.truth$.next({ ...OFFLINE, connection: 'online', asOf: undefined, filling: { documents: 12 } });
    await expect.element(overview).toBeVisible();
    await userEvent.keyboard('{Control>}k{/Control}konferenz');
    await expect.element(page.getByRole('combobox')).toHaveValue('konferenz');
  });

  it('is accessible in both themes and tells the truth at its foot', async () => {
    const { container, workspace } = await open('inside');
    await expect.element(page.getByText('Verbunden · Stand 07:42')).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    workspace.truth$.next({ ...OFFLINE, waiting: 2, notSaved: 1 });
    await expect.element(page.getByText('Offline · Stand gestern 16:05 · 2 warten')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Nicht gespeichert, 1 Text', exact: true }))
      .toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Katharina Brandt, Einstellungen', exact: true }))
      .toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
  });

  it('[BAK10] says once that the server was restored and how much it was given back', async () => {
    const { container, workspace } = await open('inside');
    const restored = { madeAt: NOW - 86_400_000, at: NOW - 3_600_000, missing: 3 };
    workspace.truth$.next({ ...OFFLINE, notSaved: 1, restored });
    await expect
      .element(page.getByText(/Der Server wurde aus einer Sicherung vom .* wiederhergestellt/))
      .toBeVisible();
    await expect
      .element(page.getByText(/3 Ihrer Änderungen fehlten dort und wurden erneut gesendet/))
      .toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Nicht gespeichert ansehen' })).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    await page.getByRole('button', { name: 'Verstanden' }).click();
    await expect.element(page.getByText(/Der Server wurde aus einer Sicherung/)).not.toBeInTheDocument();
    expect(localStorage.getItem('umlauf.restored')).toBe(String(restored.at));
  });

  it('turns a path that leads nowhere into the overview, and follows links, back and Escape', async () => {
    history.replaceState(null, '', '/gibt/es/nicht');
    await open('inside');
    await expect.element(overview).toBeVisible();
    expect(location.pathname).toBe('/');
    await page.getByRole('link', { name: 'Gruppen & Personen' }).click();
    await expect.element(page.getByRole('main', { name: 'Gruppen & Personen' })).toHaveFocus();
    expect(location.pathname).toBe('/gruppen');
    await userEvent.keyboard('{Escape}');
    await expect.element(overview).toBeVisible();
    history.back();
    await expect.element(page.getByRole('main', { name: 'Gruppen & Personen' })).toBeVisible();
  });

  it('locks by key and keeps the short code, not the password', async () => {
    await open('inside');
    await expect.element(overview).toBeVisible();
    await userEvent.keyboard('{Control>}l{/Control}');
    await expect.element(shortCode).toHaveValue('BRA');
    await expect.element(password).toHaveFocus();
    await expect.element(password).toHaveValue('');
  });

  it('opens the search and the sheet of shortcuts by key', async () => {
    await open('inside');
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog', { name: 'Tastenkürzel' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(page.getByRole('dialog')).toBeVisible();
  });

  it('has four tabs on a phone', async () => {
    await page.viewport(390, 844);
    const { container } = await open('inside');
    const tabs = page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link');
    await expect.element(tabs.last()).toHaveTextContent('Mehr');
    expect(tabs.elements()).toHaveLength(4);
    await tabs.last().click();
    await expect.element(page.getByRole('link', { name: 'Einstellungen' })).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });

  it('shows count and word beside each other in a low window', async () => {
    await page.viewport(683, 384);
    const { workspace } = await open('inside');
    workspace.truth$.next({ ...OFFLINE, notSaved: 5 });
    const tab = page.getByRole('link', { name: 'Mehr, Nicht gespeichert: 5 Texte', exact: true });
    await expect.element(tab).toBeVisible();
    const link = tab.element();
    const count = page.getByText('5', { exact: true }).element().getBoundingClientRect();
    const word = page.getByText('Mehr', { exact: true }).element().getBoundingClientRect();
    const shape = link.querySelector('svg')?.getBoundingClientRect();
    expect(count.right).toBeLessThanOrEqual(word.left);
    expect(count.left).toBeGreaterThanOrEqual(shape?.right ?? Infinity);
  });
});

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
        page.getByText(/07:50: Henrike Vollmer hat Ihre Rechte geändert in Lehrkraft · Administration\./u),
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
