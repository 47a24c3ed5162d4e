import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import type { Person } from '#core/directory/person.ts';
import type { Group } from '#core/groups/group.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Resolution } from '#core/meetings/outcome.ts';
import { SCHOOL } from '#renderer/features/announcements/test-school.ts';
import { createTestWorkspace, OFFLINE } from '#renderer/features/announcements/test-workspace.ts';
import {
  body,
  head,
  minuteTaker,
  objected,
  register,
  somebody,
  toResolution,
} from '#renderer/features/conferences/resolutions/test-register.ts';
import { toSelf } from '#renderer/features/groups/test-directory.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import Resolutions from './Resolutions.svelte';

const NOW = Date.parse('2026-11-27T07:50:00+01:00');

const toPerson = (name: typeof head, role: Person['role']): Person => ({
  ...name,
  kind: 'person',
  rev: 1,
  inv: 0,
  role,
  administrator: false,
  staffCouncil: false,
});
const persons = [
  toPerson(head, 'leadership'),
  toPerson(somebody, 'teacher'),
  toPerson(minuteTaker, 'teacher'),
];
const group: Group = {
  ...body,
  kind: 'group',
  rev: 1,
  inv: 0,
  type: 'body',
  ruleSet: 'bw-staff',
  members: persons.map(({ id, shortCode, firstName, lastName }) => ({
    person: { id, shortCode, firstName, lastName },
    function: 'member',
    votingStatus: 'entitled',
  })),
};

const open = async (reader: typeof head, documents: readonly Resolution[] = register, segment?: Id) => {
  const person = persons.find(({ id }) => id === reader.id);
  if (person === undefined) throw new Error('nobody of that name in this school');
  const workspace = createTestWorkspace(toSelf(person, [group]), NOW, [
    SCHOOL,
    ...persons,
    group,
    ...documents,
  ]);
  cleanup();
  const { container } = await render(Resolutions, { workspace, now: NOW, segment });
  container.style.height = '100dvh';
  return { container, workspace };
};
const links = () => page.getByRole('listitem').getByRole('link');
const [first] = register;

beforeEach(() => page.viewport(1366, 768));

describe('the register on the screen', () => {
  it('lists what was resolved, and is accessible in both themes', async () => {
    const { container } = await open(somebody);
    await expect.element(page.getByText('5 Beschlüsse')).toBeVisible();
    await expect.element(page.getByText('Bis 18.12.2026 zu erledigen')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
  });

  it('finds words, and shows all again where nothing was found', async () => {
    await open(somebody);
    await page.getByRole('searchbox', { name: 'In Beschlüssen suchen' }).fill('doppelst');
    await expect.element(page.getByText('1 Beschluss', { exact: true })).toBeVisible();
    await page.getByRole('searchbox', { name: 'In Beschlüssen suchen' }).fill('nichts davon');
    await page.getByRole('button', { name: 'Alle zeigen' }).click();
    await expect.element(page.getByText('5 Beschlüsse')).toBeVisible();
  });

  it('is narrowed to what the reader has to see to', async () => {
    await open(somebody);
    await page.getByRole('combobox', { name: 'Stand' }).click();
    await page.getByRole('option', { name: 'Von mir zu erledigen' }).click();
    await expect.element(page.getByText('1 Beschluss', { exact: true })).toBeVisible();
  });

  it('draws few rows of six hundred, says how old they are offline, and what will stand here while there are none', async () => {
    const many = Array.from({ length: 600 }, (_, index) =>
      toResolution({ number: `${String(index + 1)}/2026` }),
    );
    const { workspace } = await open(somebody, many);
    workspace.truth$.next(OFFLINE);
    await expect.element(page.getByText('600 Beschlüsse · Offline: Stand So., 16:05.')).toBeInTheDocument();
    await expect.poll(() => links().elements().length).toBeLessThan(40);
    await open(somebody, []);
    await expect.element(page.getByText(/^Noch keine Beschlüsse/u)).toBeVisible();
  });
});

describe('one resolution', () => {
  it('stands there word by word with result and rule, and offers a member no act', async () => {
    const { container } = await open(somebody, register, first?.id);
    await expect
      .element(page.getByText('Angenommen mit 28 Ja, 9 Nein bei 4 Enthaltungen (§ 13 Abs. 3 KonfO)'))
      .toBeVisible();
    await expect.element(page.getByText(/Doppelstundenmodell ein\./u)).toBeVisible();
    expect(page.getByRole('button', { name: 'Beanstanden …' }).elements()).toEqual([]);
    expect(page.getByRole('button', { name: 'Angaben ändern …' }).elements()).toEqual([]);
    expect(await findFaults(container)).toEqual([]);
  });

  it('asserts no rule that nobody has read', async () => {
    const unread = toResolution({ verified: false, citation: '§ 99 Erfunden' });
    await open(somebody, [unread], unread.id);
    await expect.element(page.getByText(/Die Regel dazu hat niemand/u)).toBeVisible();
    expect(document.body.textContent).not.toContain('§ 99');
  });

  it('says that it is suspended, between which days the body meets again, and how much of the period is left', async () => {
    const { container } = await open(somebody, register, objected.id);
    await expect.element(page.getByText(/wird der Beschluss nicht ausgeführt/u)).toBeVisible();
    await expect
      .element(
        page.getByText(
          /spätestens am Mo\., 7\. Dezember 2026 \(§ 16 Abs\. 2 KonfO\)\. Noch 6 Unterrichtstage\./u,
        ),
      )
      .toBeVisible();
    expect(await findFaults(container)).toEqual([]);
  });

  it('is objected to by the head alone, with a reason', async () => {
    const { workspace } = await open(head, register, first?.id);
    await page.getByRole('button', { name: 'Beanstanden …' }).click();
    await page.getByRole('button', { name: 'Beanstanden', exact: true }).click();
    await expect.element(page.getByText('Nennen Sie den Grund.')).toBeVisible();
    workspace.answers.push({ ok: false, reason: 'unreachable' });
    await page.getByRole('textbox', { name: 'Grund' }).fill('Verstößt gegen die Fahrzeiten.');
    await page.getByRole('button', { name: 'Beanstanden', exact: true }).click();
    await expect.element(page.getByText(/Ihr Text bleibt hier stehen/u)).toBeVisible();
    await page.getByRole('button', { name: 'Beanstanden', exact: true }).click();
    await expect.poll(() => page.getByRole('dialog').elements()).toEqual([]);
    expect(workspace.asked.at(-1)).toMatchObject({
      name: 'object-to-resolution',
      args: { id: first?.id, reason: 'Verstößt gegen die Fahrzeiten.' },
    });
  });

  it('takes the new decision from whoever keeps it', async () => {
    const { workspace } = await open(minuteTaker, register, objected.id);
    await page.getByRole('button', { name: 'Neue Entscheidung eintragen …' }).click();
    await page.getByRole('radio', { name: 'Der Beschluss ist aufgehoben' }).click();
    await page.getByRole('button', { name: 'Eintragen' }).click();
    await expect.poll(() => workspace.asked.at(-1)?.args).toEqual({ id: objected.id, outcome: 'repealed' });
  });

  it('is kept also offline: the change waits, and is painted meanwhile', async () => {
    const { workspace } = await open(minuteTaker, register, first?.id);
    await page.getByRole('button', { name: 'Angaben ändern …' }).click();
    expect(await findFaults(page.getByRole('dialog').element())).toEqual([]);
    await page.getByRole('button', { name: 'Diesen Tag eintragen' }).click();
    await page.getByRole('checkbox', { name: 'Erledigt' }).click();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect.element(page.getByText('Mi., 31. Juli 2030')).toBeVisible();
    await expect.element(page.getByText(/wartet auf Verbindung/u)).toBeVisible();
    expect(workspace.pending$.value[0]?.command).toMatchObject({ name: 'set-resolution', baseRev: 1 });
  });

  it('fits a phone', async () => {
    await page.viewport(390, 844);
    const { container } = await open(minuteTaker, register, objected.id);
    await expect.element(page.getByRole('heading', { name: 'Pausenaufsicht' })).toBeVisible();
    expect(container.scrollWidth).toBeLessThanOrEqual(390);
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('link', { name: 'Zurück' })).toHaveFocus();
  });
});
