import '#renderer/ui/style.css';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { NOW } from '#renderer/features/announcements/test-school.ts';
import { OFFLINE } from '#renderer/features/announcements/test-workspace.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import { code, open, overview, password, shortCode, signIn } from './app.fixture.ts';

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
    // A whole code needs no short code.
    await expect.element(code).toHaveFocus();
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

  it('says at the foot what kind of device this is as soon as somebody has said it, and after signing in', async () => {
    await open();
    const foot = page.getByRole('contentinfo');
    await expect.element(foot).toMatchTextContent(/Privates Gerät/u);
    await page.getByRole('radio', { name: 'Eines der Schule' }).click();
    await expect.element(foot).toMatchTextContent(/Gerät der Schule/u);
    await shortCode.fill('bra');
    await password.fill('lang genug ist es');
    await signIn.click();
    await expect.element(overview).toBeVisible();
    await expect.element(foot).toMatchTextContent(/Gerät der Schule/u);
  });

  it('begins with the code, and asks for a short code only while a code could be a short one', async () => {
    await open();
    await page.getByRole('button', { name: 'Zugangscode einlösen' }).click();
    await expect.element(code).toHaveFocus();
    await expect.element(shortCode).toBeVisible();
    await code.fill('7K3X-Q2XY');
    await expect.element(shortCode).toBeVisible();
    await code.fill('7K3X-Q2XY-9ABS-K7QV-M9XF');
    await expect.element(page.getByText('Guten Tag, Katharina Brandt. Ihr Code stimmt.')).toBeVisible();
    await expect.element(shortCode).not.toBeInTheDocument();
  });

  it.each([
    ['slip-waits', /noch nicht freigegeben/u],
    ['slip-used', /schon benutzt/u],
    ['slip-expired', /abgelaufen\. Bitten Sie um einen neuen Zettel/u],
    ['slip-void', /gilt nicht mehr/u],
    ['wrong-credentials', /kennt Ihre Schule nicht/u],
    ['proof-failed', /nur der erste Block gesendet/u],
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
    await expect.element(overview).toBeVisible();
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog', { name: 'Tastenkürzel' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(page.getByRole('dialog')).toBeVisible();
  });

  it('has five tabs on a phone', async () => {
    await page.viewport(390, 844);
    const { container } = await open('inside');
    const tabs = page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link');
    await expect.element(tabs.last()).toHaveTextContent('Mehr');
    expect(tabs.elements()).toHaveLength(5);
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
