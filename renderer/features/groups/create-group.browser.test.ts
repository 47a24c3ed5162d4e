import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Person } from '#core/directory/person.ts';
import { createTestWorkspace } from '#renderer/features/announcements/test-workspace.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import CreateGroup from './CreateGroup.svelte';
import PersonDetail from './PersonDetail.svelte';
import {
  brandt,
  conference,
  demirel,
  groups,
  oehlschlaeger,
  parents,
  people,
  toPerson,
  toSelf,
} from './test-directory.ts';

const NOW = Date.parse('2026-11-23T07:50:00+01:00');
const links = {
  group: (id: string) => `#group-${id}`,
  person: (id: string) => `#person-${id}`,
  announcement: (id: string) => `#announcement-${id}`,
  create: '#create',
};

const toWorkspace = (reader: Person) =>
  createTestWorkspace(toSelf(reader, groups), NOW, [...people, ...groups]);

const open = async (reader: Person = oehlschlaeger) => {
  const workspace = toWorkspace(reader);
  const oncreated = vi.fn();
  const { container } = await render(CreateGroup, { workspace, oncreated });
  return { container, workspace, oncreated };
};

const name = () => page.getByRole('textbox', { name: 'Name der Gruppe' });
const chair = () => page.getByRole('group', { name: 'Vorsitz' });
const create = () => page.getByRole('button', { name: 'Gruppe anlegen' });

beforeEach(() => page.viewport(900, 1100));

describe('creating a group', () => {
  it('takes a name, a kind and a chair, and shows the group at once', async () => {
    const { container, workspace, oncreated } = await open();
    expect(await findFaults(container)).toEqual([]);
    await name().fill('Fachschaft Deutsch');
    await page.getByRole('radio', { name: /^Fachschaft/u }).click();
    await userEvent.click(chair().getByRole('textbox'));
    await userEvent.keyboard('demi{ArrowDown}{Enter}');
    await expect.element(chair().getByRole('button', { name: 'Ändern' })).toHaveFocus();
    expect(await findFaults(container)).toEqual([]);
    await create().click();
    await vi.waitFor(() => expect(oncreated).toHaveBeenCalledOnce());
    expect(workspace.pending$.value[0]?.command).toMatchObject({
      name: 'create-group',
      args: {
        id: oncreated.mock.calls[0]?.[0],
        name: 'Fachschaft Deutsch',
        type: 'subject',
        chairId: demirel.id,
      },
    });
  });

  it('refuses a staff council at once and says why', async () => {
    const { workspace } = await open();
    await name().fill('Örtlicher Personalrat');
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(/Was dort steht, darf auch die Administration nicht lesen können/u);
    await create().click();
    expect(workspace.pending$.value).toHaveLength(0);
  });

  it('refuses a name that is taken', async () => {
    await open();
    await name().fill('klassenteam 8B');
    await expect.element(page.getByRole('alert')).toMatchTextContent(/gibt es schon/u);
  });

  it('asks for what is missing only when it is to be created', async () => {
    const { container } = await open();
    expect(page.getByRole('alert').elements()).toHaveLength(0);
    await create().click();
    await expect.element(page.getByText(/Geben Sie der Gruppe einen Namen\./u)).toBeVisible();
    await expect.element(page.getByText(/Wählen Sie, wer den Vorsitz hat\./u)).toBeVisible();
    await expect.element(name()).toHaveFocus();
    expect(await findFaults(container)).toEqual([]);
  });

  it('passes by persons with the arrows without choosing them, and changes the chair', async () => {
    await open();
    await userEvent.click(chair().getByRole('textbox'));
    await expect
      .element(chair().getByRole('radio', { name: 'Yusuf Demirel, DEM, Lehrkraft', exact: true }))
      .toBeInTheDocument();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(chair().getByRole('button', { name: 'Ändern' }).elements()).toHaveLength(0);
    await userEvent.keyboard('{Enter}');
    await expect.element(chair()).toMatchTextContent(/Yusuf Demirel/u);
    await chair().getByRole('button', { name: 'Ändern' }).click();
    await expect.element(chair().getByRole('textbox')).toHaveFocus();
  });

  it('keeps what was typed when the device is full', async () => {
    const { workspace, oncreated } = await open();
    workspace.refusal = 'disk-full';
    await name().fill('AG Garten');
    await userEvent.click(chair().getByRole('textbox'));
    await userEvent.keyboard('demi{Enter}');
    await create().click();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/kein Platz mehr/u);
    await expect.element(name()).toHaveValue('AG Garten');
    expect(oncreated).not.toHaveBeenCalled();
  });

  it('is not for teachers', async () => {
    await open(brandt);
    await expect
      .element(page.getByText(/Gruppen legen Schulleitung, Sekretariat und Administration an\./u))
      .toBeVisible();
    expect(name().elements()).toHaveLength(0);
  });
});

describe('a person', () => {
  it('shows name, short code, role and groups, the chaired ones first, in both themes', async () => {
    const { container } = await render(PersonDetail, {
      workspace: toWorkspace(brandt),
      personId: oehlschlaeger.id,
      links,
    });
    await expect.element(page.getByRole('heading', { name: 'Sabine Oehlschläger' })).toBeVisible();
    await expect.element(page.getByRole('img', { name: 'Kürzel OEH' })).toBeVisible();
    await expect.element(page.getByText('Schulleitung', { exact: true })).toBeVisible();
    const rows = page.getByRole('listitem').elements();
    expect(rows.map((row) => row.textContent.replace(/\s+/gu, ' ').trim())).toEqual([
      'Schulkonferenz Gremium · 3 Mitglieder · stimmberechtigt Vorsitz',
      'Fachschaft Geschichte 3 Mitglieder',
    ]);
    expect(await findFaults(container)).toEqual([]);
  });

  it('may be oneself, belong to no group, or be gone', async () => {
    const workspace = createTestWorkspace(toSelf(parents, []), NOW, [parents]);
    await render(PersonDetail, { workspace, personId: parents.id, links });
    await expect.element(page.getByText(/Das sind Sie/u)).toBeVisible();
    await expect.element(page.getByText(/Gehört keiner Gruppe an\./u)).toBeVisible();
    await render(PersonDetail, { workspace, personId: toPerson('X', 'X', 'X').id, links });
    await expect.element(page.getByText(/Das gibt es nicht/u)).toBeVisible();
  });

  it('is shown under the name of the group to those who do not read the directory', async () => {
    const workspace = createTestWorkspace(toSelf(parents, groups), NOW, [parents, conference]);
    const { container } = await render(PersonDetail, { workspace, personId: oehlschlaeger.id, links });
    await expect.element(page.getByRole('heading', { name: 'Sabine Oehlschläger' })).toBeVisible();
    expect(container.textContent).not.toContain('Schulleitung');
  });
});
