import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import type { SearchHit, Truth } from '#renderer/replica/contract.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import QuickSearch from './QuickSearch.svelte';
import Search from './Search.svelte';
import { createSearchWorkspace, online, toHit } from './test-hits.ts';

const exam = toHit({
  kind: 'announcement',
  title: 'Prüfungsaufsichten im Abitur',
  detail: 'Oğuz Kühne an Kollegium',
  snippet: '… die Aufsichten in den schriftlichen Prüfungen beginnen um 08:15 …',
  terms: ['Prüfungsaufsichten', 'Prüfungen'],
});
const person = toHit({ kind: 'person', title: 'Petra Prüfer', detail: 'PRU', terms: ['Prüfer'] });
const group = toHit({ kind: 'group', title: 'Prüfungsausschuss', terms: ['Prüfungsausschuss'] });
const thread = toHit({
  kind: 'thread',
  title: 'Prüfungsaufsichten im Abitur',
  snippet: 'Kann ich tauschen?',
});
const hostile = toHit({
  kind: 'announcement',
  title: '<img src=x onerror="document.title=1"> Aula',
  snippet: '<b>Aula</b>',
  terms: ['Aula'],
});
const HITS = [exam, person, group, thread, hostile];

const hrefOf = (hit: SearchHit): string => `#${hit.kind}-${hit.id}`;
const box = () => page.getByRole('textbox', { name: 'In allem suchen' });
const combobox = () => page.getByRole('combobox', { name: 'In allem suchen' });
const options = () => page.getByRole('option');
const marksIn = (element: Element): string[] =>
  [...element.querySelectorAll('mark')].map((mark) => mark.textContent);

/** Presses keys once the box has the cursor: it takes it a moment after it is there, and a key before goes nowhere. */
const press = async (into: Locator, keys: string): Promise<void> => {
  await expect.element(into).toHaveFocus();
  await userEvent.keyboard(keys);
};

const openPage = async (hits: readonly SearchHit[] = HITS, truth: Truth = online) => {
  cleanup();
  const workspace = createSearchWorkspace(hits, truth);
  const { container } = await render(Search, { workspace, hrefOf });
  return { container, workspace };
};

const openBox = async (hits: readonly SearchHit[] = HITS, truth: Truth = online) => {
  const workspace = createSearchWorkspace(hits, truth);
  const onall = vi.fn();
  await render(QuickSearch, { workspace, hrefOf, onall, open: true });
  return { workspace, onall };
};

beforeEach(async () => {
  await page.viewport(1200, 800);
  history.replaceState(null, '', location.pathname);
});

describe('the page of results', () => {
  it('begins with advice and the cursor in the box', async () => {
    const { container } = await openPage();
    await expect.element(box()).toHaveFocus();
    await expect.element(page.getByText(/„pruefung“ findet auch „Prüfungen“/u)).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
  });

  it('shows hits by kind with the words marked, accessible in both themes', async () => {
    const { container } = await openPage();
    await box().fill('prüf');
    await expect.element(page.getByText('4 Treffer')).toBeVisible();
    expect(
      page
        .getByRole('heading', { level: 2 })
        .elements()
        .map((heading) => heading.textContent),
    ).toEqual(['Mitteilungen', 'Personen', 'Gruppen', 'Rückfragen']);
    expect(marksIn(container)).toEqual(['Prüfungsaufsichten', 'Prüfungen', 'Prüfer', 'Prüfungsausschuss']);
    await expect
      .element(page.getByRole('link', { name: /Petra Prüfer/u }))
      .toHaveAttribute('href', hrefOf(person));
    expect(await findFaults(container)).toEqual([]);
  });

  it('shows what somebody wrote as text, whatever it holds', async () => {
    const { container } = await openPage();
    await box().fill('aula');
    await expect.element(page.getByText('1 Treffer')).toBeVisible();
    expect(container.querySelector('img, b')).toBeNull();
    expect(container.textContent).toContain('<img src=x onerror="document.title=1"> Aula');
    expect(marksIn(container)).toEqual(['Aula', 'Aula']);
  });

  it('is worked with the keys alone', async () => {
    await openPage();
    await press(box(), 'prüf');
    await expect.element(page.getByText('4 Treffer')).toBeVisible();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('link').first()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{End}');
    await expect.element(page.getByRole('link').last()).toHaveFocus();
    await userEvent.keyboard('{Home}{ArrowUp}');
    await expect.element(box()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await vi.waitFor(() => expect(location.hash).toBe(hrefOf(exam)));
    await userEvent.click(box());
    await userEvent.keyboard('{Escape}');
    await expect.element(box()).toHaveValue('');
  });

  it('advises where nothing is found', async () => {
    const { container } = await openPage();
    await box().fill('Elefant');
    await expect.element(page.getByText('Nichts gefunden zu „Elefant“.')).toBeVisible();
    await expect.element(page.getByText(/Versuchen Sie den Anfang des Wortes/u)).toBeVisible();
    expect(page.getByText(/Nehmen Sie weniger Wörter/u).elements()).toHaveLength(0);
    expect(await findFaults(container)).toEqual([]);
    await box().fill('Elefant im Abitur');
    await expect.element(page.getByText(/Nehmen Sie weniger Wörter/u)).toBeVisible();
  });

  it('shows more of many, and says so', async () => {
    await openPage(
      Array.from({ length: 120 }, (_, index) => toHit({ kind: 'announcement', title: `Aula ${index}` })),
    );
    await box().fill('aula');
    await expect.element(page.getByText('Die besten 50 Treffer')).toBeVisible();
    await page.getByRole('button', { name: 'Weitere Treffer zeigen' }).click();
    await expect.element(page.getByText('Die besten 100 Treffer')).toBeVisible();
    await page.getByRole('button', { name: 'Weitere Treffer zeigen' }).click();
    await expect.element(page.getByText('120 Treffer')).toBeVisible();
    expect(page.getByRole('button', { name: 'Weitere Treffer zeigen' }).elements()).toHaveLength(0);
  });

  it('finds offline as well and says what was searched', async () => {
    await openPage(HITS, { ...online, connection: 'offline', asOf: Date.parse('2026-11-22T16:05:00+01:00') });
    await expect.element(page.getByText('Offline: durchsucht ist der Stand gestern 16:05.')).toBeVisible();
    await box().fill('prüf');
    await expect.element(page.getByText('4 Treffer')).toBeVisible();
  });

  it('says while documents are still arriving that older ones follow', async () => {
    await openPage(HITS, { ...online, filling: { documents: 120 } });
    await expect.element(page.getByText(/Ihr Bestand wird noch geladen/u)).toBeVisible();
  });

  it('offers to try again when searching failed', async () => {
    const { workspace } = await openPage();
    const search = vi.spyOn(workspace, 'search').mockRejectedValueOnce(new Error('worker gone'));
    await box().fill('prüf');
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Ihr Bestand ist unberührt/u);
    search.mockRestore();
    await page.getByRole('button', { name: 'Noch einmal suchen' }).click();
    await expect.element(page.getByText('4 Treffer')).toBeVisible();
  });

  it('follows what arrives and goes; the link that has the cursor keeps it', async () => {
    const { container, workspace } = await openPage();
    await box().fill('prüf');
    await expect.element(page.getByText('4 Treffer')).toBeVisible();
    const link = page.getByRole('link', { name: /Petra Prüfer/u });
    link.element().focus();
    const sameLink = link.element();
    const news = toHit({ kind: 'announcement', title: 'Prüfungen verschoben', terms: ['Prüfungen'] });
    workspace.change([group, thread, person, news, exam]);
    await expect.element(page.getByText('5 Treffer')).toBeVisible();
    await expect.element(link).toHaveFocus();
    expect(link.element()).toBe(sameLink);
    expect(container.textContent).not.toMatch(/Nichts gefunden/u);
    workspace.change([exam]);
    await expect.element(page.getByText('1 Treffer')).toBeVisible();
    await expect.element(box()).toHaveFocus();
    workspace.change([]);
    await expect.element(page.getByText('Nichts gefunden zu „prüf“.')).toBeVisible();
  });

  it('takes a query from outside and hands what is typed back', async () => {
    const workspace = createSearchWorkspace(HITS);
    const { rerender } = await render(Search, { workspace, hrefOf, query: 'ausschuss' });
    await expect.element(page.getByText('1 Treffer')).toBeVisible();
    await rerender({ query: 'prüf' });
    await expect.element(page.getByText('4 Treffer')).toBeVisible();
    await expect.element(box()).toHaveValue('prüf');
  });
});

describe('the quick box', () => {
  it('takes the cursor, advises, and is accessible in both themes', async () => {
    await openBox();
    await expect.element(combobox()).toHaveFocus();
    await expect.element(page.getByText(/Der Anfang eines Wortes genügt/u)).toBeVisible();
    expect(await findFaults(document.body)).toEqual([]);
    await press(combobox(), 'prüf');
    await expect.element(options().first()).toBeVisible();
    await userEvent.keyboard('{ArrowDown}');
    expect(await findFaults(document.body)).toEqual([]);
  });

  it('chooses with the arrows and opens with Enter, the cursor staying in the box', async () => {
    await openBox();
    await press(combobox(), 'prüf');
    await expect.element(options().first()).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(options().nth(1)).toHaveAttribute('aria-selected', 'true');
    await expect.element(combobox()).toHaveFocus();
    expect(combobox().element().getAttribute('aria-activedescendant')).toBe(options().nth(1).element().id);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(location.hash).toBe(hrefOf(person)));
    await expect.element(combobox()).not.toBeInTheDocument();
  });

  it('leads to all results with Enter where nothing is chosen', async () => {
    const { onall } = await openBox();
    await press(combobox(), 'prüf');
    await expect.element(options().first()).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    await vi.waitFor(() => expect(onall).toHaveBeenCalledExactlyOnceWith('prüf'));
  });

  it('shows the best of each kind only', async () => {
    await openBox([
      ...Array.from({ length: 9 }, (_, index) => toHit({ kind: 'announcement', title: `Prüfung ${index}` })),
      group,
    ]);
    await press(combobox(), 'prüf');
    await vi.waitFor(() => expect(options().elements()).toHaveLength(5));
  });

  it('keeps the chosen hit chosen while others arrive above it, and lets go of it when it goes', async () => {
    const { workspace, onall } = await openBox();
    await press(combobox(), 'prüf');
    await expect.element(options().first()).toBeVisible();
    await press(combobox(), '{ArrowDown}');
    const chosen = page.getByRole('option', { selected: true });
    await expect.element(chosen).toMatchTextContent(/Prüfungsaufsichten im Abitur/u);
    const newer = Array.from({ length: 6 }, (_, index) =>
      toHit({ kind: 'announcement', title: `Prüfung ${index}` }),
    );
    workspace.change([...newer, ...HITS]);
    await vi.waitFor(() => expect(options().elements()).toHaveLength(8));
    await expect.element(chosen).toMatchTextContent(/Prüfungsaufsichten im Abitur/u);
    expect(combobox().element().getAttribute('aria-activedescendant')).toBe(chosen.element().id);
    workspace.change(newer);
    await vi.waitFor(() => expect(options().elements()).toHaveLength(4));
    expect(chosen.elements()).toHaveLength(0);
    await press(combobox(), '{Enter}');
    expect(onall).toHaveBeenCalledExactlyOnceWith('prüf');
  });

  it('closes with Escape and is empty when it opens again', async () => {
    const { workspace } = await openBox();
    await press(combobox(), 'prüf');
    await expect.element(options().first()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(combobox()).not.toBeInTheDocument();
    await render(QuickSearch, { workspace, hrefOf, onall: vi.fn(), open: true });
    await expect.element(combobox()).toHaveValue('');
  });

  it('says when nothing is found', async () => {
    await openBox();
    await press(combobox(), 'Elefant');
    await expect.element(page.getByText('Nichts gefunden zu „Elefant“.')).toBeVisible();
    expect(options().elements()).toHaveLength(0);
  });
});
