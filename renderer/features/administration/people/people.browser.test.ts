import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { createTestWorkspace } from '#renderer/features/announcements/test-workspace.ts';
import {
  brandt,
  class8b,
  groups,
  hagemann,
  people,
  toSelf,
} from '#renderer/features/groups/test-directory.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import People from './People.svelte';

const NOW = Date.parse('2026-11-23T07:50:00+01:00');
const open = async () => {
  const workspace = createTestWorkspace(toSelf(hagemann, groups), NOW, [...people, ...groups]);
  const { container } = await render(People, { workspace });
  return { workspace, container };
};
const dialog = page.getByRole('dialog');
const field = (name: string) => dialog.getByRole('textbox', { name });
const save = dialog.getByRole('button', { name: 'Speichern' });

beforeEach(() => page.viewport(1_200, 900));

describe('one person', () => {
  it('[IMP8] is added with name, short code, role and groups', async () => {
    const { workspace, container } = await open();
    expect(await findFaults(container)).toEqual([]);
    await page.getByRole('button', { name: 'Person hinzufügen' }).click();
    await field('Vorname').fill('Nina');
    await field('Nachname').fill('Neumann');
    await field('Kürzel').fill('bra');
    await save.click();
    await expect.element(page.getByText('Dieses Kürzel hat schon Katharina Brandt.')).toBeVisible();
    expect(await findFaults(document.body)).toEqual([]);
    await field('Kürzel').fill('NEU');
    await dialog.getByRole('checkbox', { name: 'Klassenteam 8b' }).click();
    await save.click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(workspace.asked).toMatchObject([
      {
        name: 'add-person',
        args: {
          firstName: 'Nina',
          lastName: 'Neumann',
          shortCode: 'NEU',
          role: 'teacher',
          groupIds: [class8b.id],
        },
      },
    ]);
  });

  it('[IMP9] is edited on the revision it was read on, and a conflict is told', async () => {
    const { workspace } = await open();
    await page
      .getByRole('button', { name: /Katharina Brandt/u })
      .first()
      .click();
    await field('Nachname').fill('Brandt-Weiß');
    workspace.answers.push({ ok: false, reason: 'conflict' });
    await save.click();
    await expect.element(page.getByText(/Jemand anderes hat inzwischen dasselbe geändert/u)).toBeVisible();
    expect(workspace.asked).toMatchObject([
      { name: 'edit-person', args: { id: brandt.id, lastName: 'Brandt-Weiß' }, baseRev: 1 },
    ]);
  });

  it('warns of a namesake and refuses what is no name', async () => {
    const { workspace } = await open();
    await page.getByRole('button', { name: 'Person hinzufügen' }).click();
    await field('Vorname').fill('Katharina');
    await field('Nachname').fill('Brandt');
    await expect
      .element(page.getByText(/Denselben Namen gibt es schon unter dem Kürzel „BRA“/u))
      .toBeVisible();
    await field('Vorname').fill('=1+1');
    await save.click();
    await expect.element(page.getByText(/Das ist kein Name/u)).toBeVisible();
    expect(workspace.asked).toEqual([]);
  });
});
