import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Person } from '#core/directory/person.ts';
import { createTestWorkspace, OFFLINE } from '#renderer/features/announcements/test-workspace.ts';
import { brandt, groups, hagemann, people, toSelf } from '#renderer/features/groups/test-directory.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import ImportPage from './ImportPage.svelte';

const NOW = Date.parse('2026-11-23T07:50:00+01:00');
const links = { person: (id: string) => `#person-${id}`, directory: '#directory', slips: '#slips' };
const HEADER = 'Nachname;Vorname;Kürzel;Rolle;Gruppen;E-Mail\n';
/** One new, one changed, one as it is, one refused, one known name under another code. */
const LIST = `${HEADER}Neumann;Nina;Neu;;"Fachschaft Geschichte, AG Chor";nina@example.org
Krautwurst-Weiß;Annette;KRA;;;
Demirel;Yusuf;DEM;;;
;Ohne;Ohn;;;
Brandt;Katharina;Bra2;;;
`;

const open = async (reader: Person = hagemann) => {
  const workspace = createTestWorkspace(toSelf(reader, groups), NOW, [...people, ...groups]);
  const { container } = await render(ImportPage, { workspace, links });
  return { workspace, container };
};
const paste = async (text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Oder Liste einfügen' }).fill(text);
  await page.getByRole('button', { name: 'Liste lesen' }).click();
};
/** Drops a file, as a hand does. */
const drop = async (name: string, content: string | Uint8Array<ArrayBuffer>): Promise<void> => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([content], name));
  await expect.element(page.getByText('Datei hierher ziehen')).toBeVisible();
  page
    .getByText('Datei hierher ziehen')
    .element()
    .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
};
const takeOver = () => page.getByRole('button', { name: /übernehmen$/u });
const tab = (name: RegExp) => page.getByRole('tab', { name });

beforeEach(() => page.viewport(1_366, 900));

describe('importing people', () => {
  it('shows who is new, changed, unchanged, refused and gone, and does nothing by it', async () => {
    const { workspace, container } = await open();
    expect(await findFaults(container)).toEqual([]);
    await drop('kollegium.csv', LIST);
    await expect
      .element(page.getByText(/Tabelle mit Überschrift · 5 Zeilen · Zeichensatz UTF-8/u))
      .toBeVisible();
    await expect.element(page.getByText('Wird nie gespeichert: E-Mail-Adressen.')).toBeVisible();
    await expect.element(page.getByText('Eine Gruppe wird angelegt: AG Chor.')).toBeVisible();
    await expect.element(page.getByRole('cell', { name: 'Neumann' })).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await tab(/Geändert/u).click();
    await expect
      .element(page.getByRole('cell', { name: /vorher Krautwurst Krautwurst-Weiß/u }))
      .toBeVisible();
    await tab(/Abgelehnt/u).click();
    await expect.element(page.getByText('Der Nachname fehlt.')).toBeVisible();
    await expect.element(page.getByText(/Derselbe Name steht schon unter dem Kürzel „BRA“/u)).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await tab(/Nicht auf der Liste/u).click();
    await expect.element(page.getByRole('link', { name: /Sabine Oehlschläger/u })).toBeVisible();
    expect(workspace.pending$.value).toEqual([]);
  });

  it('takes over what it showed, counts along, and says what comes next', async () => {
    const { workspace, container } = await open();
    await paste(LIST);
    await page.getByRole('button', { name: '2 Personen übernehmen' }).click();
    await vi.waitFor(() => expect(workspace.pending$.value).toHaveLength(1));
    const [entry] = workspace.pending$.value;
    expect(entry?.command).toMatchObject({
      name: 'import-staff',
      args: { persons: [{ shortCode: 'Neu' }, { shortCode: 'KRA' }] },
    });
    expect(JSON.stringify(entry?.command)).not.toContain('example.org');
    await expect.element(page.getByText('0 von 2 Personen übernommen')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    if (entry !== undefined) workspace.land(entry.command.mid);
    await expect.element(page.getByText(/1 neu, 1 geändert, 2 abgelehnt/u)).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Zugänge ausgeben' }))
      .toHaveAttribute('href', '#slips');
    expect(await findFaults(container)).toEqual([]);
  });

  it('says so when the directory has changed meanwhile, and marks what is other than before', async () => {
    const { workspace } = await open();
    await paste(LIST);
    await takeOver().click();
    await vi.waitFor(() => expect(workspace.pending$.value).toHaveLength(1));
    const [entry] = workspace.pending$.value;
    if (entry === undefined) return;
    const other = people.find(({ shortCode }) => shortCode === 'KRA');
    if (other !== undefined) workspace.put({ ...other, rev: 2, lastName: 'Krautwurst-Bach' });
    workspace.deliver(entry.command.mid, { state: 'conflict', reason: 'conflict', at: NOW });
    await expect.element(page.getByText(/2 Personen wurden nicht übernommen/u)).toBeVisible();
    await tab(/Geändert/u).click();
    await expect.element(page.getByRole('cell', { name: /vorher Krautwurst-Bach/u })).toBeVisible();
    await expect.element(page.getByText('anders als eben')).toBeInTheDocument();
    expect(workspace.pending$.value).toEqual([]);
    await expect.element(page.getByRole('button', { name: '2 Personen übernehmen' })).toBeEnabled();
  });

  it('leaves the rest when it is stopped, and goes on with one that began before a restart', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => `Neu;N${toWord(index)};N${String(index)};;;`);
    const { workspace } = await open();
    await paste(HEADER + rows.join('\n'));
    await page.getByRole('button', { name: '400 Personen übernehmen' }).click();
    await vi.waitFor(() => expect(workspace.pending$.value).toHaveLength(2));
    const [first] = workspace.pending$.value;
    if (first === undefined) return;
    await render(ImportPage, { workspace, links });
    await expect.element(page.getByText('0 von 400 Personen übernommen').first()).toBeVisible();
    workspace.deliver(first.command.mid, { state: 'sent' });
    await page.getByRole('button', { name: 'Rest nicht übernehmen' }).first().click();
    await vi.waitFor(() => expect(workspace.pending$.value).toHaveLength(1));
    workspace.land(first.command.mid);
    await expect.element(page.getByText(/150 Personen wurden nicht mehr übernommen/u).first()).toBeVisible();
  });

  it('waits with a list until the school can be reached', async () => {
    const { workspace } = await open();
    workspace.truth$.next(OFFLINE);
    await paste(LIST);
    await expect.element(page.getByText(/sobald die Schule erreichbar ist/u)).toBeVisible();
    await expect.element(takeOver()).toBeDisabled();
    workspace.truth$.next({ ...OFFLINE, connection: 'online' });
    await expect.element(takeOver()).toBeEnabled();
  });

  it('says when this device has no room for it', async () => {
    const { workspace } = await open();
    workspace.refusal = 'disk-full';
    await paste(LIST);
    await takeOver().click();
    await expect.element(page.getByText(/Der Speicher dieses Geräts ist voll/u)).toBeVisible();
    await expect.element(takeOver()).toBeEnabled();
  });

  it('is for administrators alone', async () => {
    await open(brandt);
    await expect.element(page.getByText('Personen einlesen kann nur die Administration.')).toBeVisible();
    expect(page.getByRole('button').elements()).toEqual([]);
  });
});

describe('a list of unknown form', () => {
  it('is assigned by example', async () => {
    const { container } = await open();
    await paste('KUE;17;Kühne;Oğuz\nMUE;18;Müller;Anna\n');
    await expect.element(page.getByText(/in welcher Spalte das Kürzel steht/u)).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    for (const [column, meaning] of [
      ['Spalte 1', 'Kürzel'],
      ['Spalte 3', 'Nachname'],
      ['Spalte 4', 'Vorname'],
    ] as const) {
      await page.getByRole('combobox', { name: column }).click();
      await page.getByRole('option', { name: meaning, exact: true }).click();
    }
    await expect.element(page.getByRole('cell', { name: 'Kühne' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: '2 Personen übernehmen' })).toBeEnabled();
  });
});

describe('what is no list', () => {
  it.each([
    ['liste.xlsx', 'x', /speichern unter|Speichern unter/u],
    ['liste.csv', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /CSV UTF-8/u],
    ['bild.txt', Uint8Array.of(65, 0, 66, 0, 67, 0), /keine Textdatei/u],
    ['leer.csv', '', /Sie ist leer/u],
    ['riesig.csv', new Uint8Array(50_000_000).fill(65), /größer als 5 MB/u],
  ])('%s is refused with advice', async (name, content, words) => {
    const { workspace, container } = await open();
    await drop(name, content);
    await expect.element(page.getByText(words)).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await paste(LIST);
    await expect.element(takeOver()).toBeEnabled();
    expect(workspace.pending$.value).toEqual([]);
  });

  it('has a hostile name made visible', async () => {
    await open();
    await drop('liste\u202Evsc.<b>.csv', LIST);
    await expect.element(page.getByRole('heading', { name: 'liste\ufffdvsc.<b>.csv' })).toBeVisible();
  });
});

describe('5,000 persons', () => {
  it('are previewed and scrolled through with few rows drawn', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => `Neu;N${toWord(index)};N${String(index)};;AG;`);
    const { container } = await open();
    await drop('kollegium.csv', HEADER + rows.join('\n'));
    await expect.element(page.getByRole('button', { name: '5000 Personen übernehmen' })).toBeVisible();
    const viewport = container.querySelector('[role=rowgroup][tabindex]');
    expect(container.querySelectorAll('[role=row]').length).toBeLessThan(60);
    expect(
      container.querySelector('[role=columnheader]')?.parentElement?.parentElement?.clientHeight,
    ).toBeGreaterThan(20);
    viewport?.scrollTo({ top: viewport.scrollHeight });
    await expect.element(page.getByRole('cell', { name: 'N4999' })).toBeVisible();
  });
});

const toWord = (index: number): string =>
  [...String(index).padStart(4, '0')].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');
