import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import type { Person } from '#core/directory/person.ts';
import type { Group } from '#core/groups/group.ts';
import { createTestWorkspace, OFFLINE } from '#renderer/features/announcements/test-workspace.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import GroupsAndPersons from './GroupsAndPersons.svelte';
import type { Links } from './links.ts';
import {
  brandt,
  conference,
  groups,
  hagemann,
  oehlschlaeger,
  parents,
  people,
  toGroup,
  toManyPersons,
  toSelf,
} from './test-directory.ts';

const NOW = Date.parse('2026-11-23T07:50:00+01:00');
const links: Links = {
  group: (id) => `#group-${id}`,
  person: (id) => `#person-${id}`,
  announcement: (id) => `#announcement-${id}`,
  create: '#create',
};

const open = async (
  reader: Person = brandt,
  persons: readonly Person[] = people,
  all: readonly Group[] = groups,
) => {
  const workspace = createTestWorkspace(toSelf(reader, all), NOW, [...persons, ...all]);
  cleanup();
  const { container } = await render(GroupsAndPersons, { workspace, links });
  container.style.cssText = 'display: flex; width: 368px; height: 760px';
  return { container, workspace };
};

const box = () => page.getByRole('textbox', { name: 'Personen und Gruppen finden' });
const groupRows = () => page.getByRole('list', { name: 'Gruppen' }).getByRole('link');
const personRows = () => page.getByRole('list', { name: 'Personen' }).getByRole('link');

beforeEach(async () => {
  await page.viewport(1200, 800);
  history.replaceState(null, '', location.pathname);
});

describe('groups and persons', () => {
  it('show a body without a chair to whoever can give it one', async () => {
    const empty = toGroup('Gesamtlehrerkonferenz', 'body', []);
    const { container } = await open(hagemann, people, [...groups, empty]);
    const row = page
      .getByRole('list', { name: 'Gruppen' })
      .getByRole('link', { name: /Gesamtlehrerkonferenz/u });
    await expect.element(row).toMatchTextContent(/ohne Vorsitz/u);
    expect(row.element().querySelector('.wants')).not.toBeNull();
    expect(await findFaults(container)).toEqual([]);
    await open(brandt, people, [...groups, empty]);
    await expect.element(row).toMatchTextContent(/ohne Vorsitz/u);
    expect(row.element().querySelector('.wants')).toBeNull();
  });

  it('show one’s own groups first and are accessible in both themes', async () => {
    const { container } = await open();
    await expect.element(groupRows().first()).toMatchTextContent(/Fachschaft Geschichte/u);
    expect(container.textContent).toMatch(/Meine Gruppen.*Schulkonferenz.*Weitere Gruppen.*Klassenteam 8b/su);
    expect(await findFaults(container)).toEqual([]);
    await page.getByRole('tab', { name: /^Personen/u }).click();
    await expect.element(personRows().first()).toMatchTextContent(/Katharina Brandt/u);
    expect(await findFaults(container)).toEqual([]);
  });

  it('are found in one field by name, short code, role and group', async () => {
    await open();
    await page.getByRole('tab', { name: /^Personen/u }).click();
    for (const [query, name] of [
      ['öhlschl', 'Sabine Oehlschläger'],
      ['dem', 'Yusuf Demirel'],
      ['sekretariat', 'Ute Sandrock'],
    ] as const) {
      await box().fill(query);
      await expect.element(personRows().first()).toMatchTextContent(new RegExp(name, 'u'));
      expect(personRows().elements()).toHaveLength(1);
    }
    await box().fill('klassenteam');
    await vi.waitFor(() => expect(personRows().elements()).toHaveLength(2));
  });

  it('show the persons when a name is typed among the groups, unless a tab was pressed', async () => {
    await open();
    await box().fill('wiechert');
    await expect.element(personRows().first()).toMatchTextContent(/Jonas Wiechert/u);
    await page.getByRole('tab', { name: /^Gruppen/u }).click();
    await expect.element(page.getByText(/Nichts gefunden zu „wiechert“\./u)).toBeVisible();
    await page.getByRole('button', { name: '1 Person zeigen' }).click();
    await expect.element(personRows().first()).toMatchTextContent(/Jonas Wiechert/u);
    await userEvent.click(box());
    await userEvent.keyboard('{Escape}');
    await expect.element(box()).toHaveValue('');
  });

  it('are worked with the keys alone: down into the list, along it, and Enter for the first hit', async () => {
    await open();
    await userEvent.click(box());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(groupRows().nth(1)).toHaveFocus();
    await userEvent.click(box());
    await userEvent.keyboard('krautw{Enter}');
    await vi.waitFor(() => expect(location.hash).toMatch(/^#person-/u));
  });

  it('let only those create a group who may', async () => {
    await open(brandt);
    await expect.element(groupRows().first()).toBeVisible();
    expect(page.getByRole('link', { name: 'Gruppe anlegen' }).elements()).toHaveLength(0);
    for (const reader of [oehlschlaeger, hagemann]) {
      await open(reader);
      await expect.element(page.getByRole('link', { name: 'Gruppe anlegen' })).toBeVisible();
    }
  });

  it('draw of 300 persons only those that are seen, and find the last of them', async () => {
    const { container } = await open(brandt, [...people, ...toManyPersons(300)]);
    await page.getByRole('tab', { name: /^Personen/u }).click();
    await expect.element(personRows().first()).toBeVisible();
    expect(personRows().elements().length).toBeLessThan(25);
    expect(container.querySelector('li')?.getAttribute('aria-setsize')).toBe('308');
    await box().fill('jürgen jäger mann');
    await expect.element(page.getByText(/Nichts gefunden zu „jürgen jäger mann“\./u)).toBeVisible();
    await box().fill('jürgen jägers');
    await expect.element(page.getByText(/Nichts gefunden/u)).toBeVisible();
    await box().fill('juergen jaeger');
    await expect.element(personRows().first()).toMatchTextContent(/Jürgen Jäger/u);
  });

  it('cut very long names to one line and keep the whole one at hand', async () => {
    const name = 'Arbeitsgruppe Fortschreibung des Medienentwicklungsplans und der Fortbildung';
    await open(brandt, people, [toGroup(name, 'working', [brandt])]);
    await expect.element(groupRows().first()).toMatchTextContent(new RegExp(name, 'u'));
    const [row] = groupRows().elements();
    expect(row?.getBoundingClientRect().height).toBe(80);
    expect(row?.scrollWidth).toBeLessThanOrEqual(368);
  });

  it('say a kind sentence where there is nothing', async () => {
    await open(brandt, [], []);
    await expect.element(page.getByText(/Noch gibt es keine Gruppe\./u)).toBeVisible();
    await page.getByRole('tab', { name: /^Personen/u }).click();
    await expect.element(page.getByText(/Das Verzeichnis ist leer\./u)).toBeVisible();
  });

  it('tell those who do not read the directory where their colleagues stand', async () => {
    await open(parents, [parents], [conference]);
    await expect.element(groupRows().first()).toMatchTextContent(/Schulkonferenz/u);
    await page.getByRole('tab', { name: /^Personen/u }).click();
    await expect
      .element(page.getByText(/Wer zu Ihren Gruppen gehört, steht bei der Gruppe\./u))
      .toBeVisible();
    expect(personRows().elements()).toHaveLength(0);
  });

  it('mark a group whose change waits for a connection', async () => {
    const { workspace } = await open(oehlschlaeger);
    const [group] = groups;
    await workspace.submit('rename-group', { id: group.id, name: 'Geschichte und Politik' });
    workspace.truth$.next(OFFLINE);
    await expect.element(groupRows().first()).toMatchTextContent(/Geschichte und Politik/u);
    await expect.element(page.getByText(/Wartet auf Verbindung/u)).toBeVisible();
  });
});
