import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import type { Person } from '#core/directory/person.ts';
import { createTestWorkspace } from '#renderer/features/announcements/test-workspace.ts';
import {
  brandt,
  groups,
  hagemann,
  oehlschlaeger,
  people,
  toManyPersons,
  toSelf,
} from '#renderer/features/groups/test-directory.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import Roles from './Roles.svelte';

const NOW = Date.parse('2026-11-23T07:50:00+01:00');

const open = async (reader: Person = hagemann, persons: readonly Person[] = people) => {
  const workspace = createTestWorkspace(toSelf(reader, groups), NOW, [...persons, ...groups]);
  cleanup();
  const { container } = await render(Roles, { workspace });
  return { container, workspace };
};
const choose = (name: string) =>
  page
    .getByRole('button', { name: new RegExp(name, 'u') })
    .first()
    .click();
const dialog = page.getByRole('dialog');
const save = dialog.getByRole('button', { name: 'Speichern' });

beforeEach(async () => {
  await page.viewport(1200, 900);
});

describe('roles', () => {
  it('show who is responsible first, warn while one person administers alone, and are accessible', async () => {
    const { container } = await open();
    await expect.element(page.getByText('Nur eine Person verwaltet die Schule.')).toBeVisible();
    expect(container.textContent).toMatch(
      /Wer die Schule verwaltet.*Hagemann.*Oehlschläger.*Alle Personen/su,
    );
    expect(await findFaults(container)).toEqual([]);
  });

  it('find people by name, short code, role and group, and say when nobody fits', async () => {
    const { container } = await open();
    await page.getByLabelText('Person finden').fill('sekretariat');
    await expect.element(page.getByText('1 Person', { exact: true })).toBeVisible();
    expect(container.textContent).toMatch(/Ute Sandrock/u);
    await page.getByLabelText('Person finden').fill('xyz');
    await expect.element(page.getByText(/Niemand passt dazu/u)).toBeVisible();
  });

  it('list the first of very many and say how to find the others', async () => {
    await open(hagemann, [...people, ...toManyPersons(500)]);
    await expect.element(page.getByText(/Hier stehen die ersten 60/u)).toBeVisible();
  });

  it('give a role and a flag, each on the revision before it', async () => {
    const { workspace } = await open();
    workspace.answers.push({ ok: true, rev: 2 }, { ok: true, rev: 3 });
    await choose('Katharina Brandt');
    expect(await findFaults(document.body)).toEqual([]);
    await expect.element(save).toBeDisabled();
    await dialog.getByRole('radio', { name: /^Sekretariat/u }).click();
    await dialog.getByRole('checkbox', { name: 'Administration' }).click();
    await save.click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(workspace.asked).toEqual([
      { name: 'set-role', args: { personId: brandt.id, role: 'office' }, baseRev: 1 },
      {
        name: 'set-flags',
        args: { personId: brandt.id, administrator: true, staffCouncil: false },
        baseRev: 2,
      },
    ]);
  });

  it('tell the second of two what the first has decided, and save on that', async () => {
    const { workspace } = await open();
    workspace.answers.push({ ok: false, reason: 'conflict' }, { ok: true, rev: 3 });
    await choose('Katharina Brandt');
    await dialog.getByRole('radio', { name: /^Sekretariat/u }).click();
    await save.click();
    workspace.put({ ...brandt, rev: 2, role: 'leadership' });
    await expect.element(dialog.getByRole('alert')).toMatchTextContent(/Jetzt gilt: Schulleitung\./u);
    await save.click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(workspace.asked.map(({ baseRev }) => baseRev)).toEqual([1, 2]);
  });

  it('keep what was chosen when the school cannot be reached', async () => {
    const { workspace } = await open();
    workspace.answers.push({ ok: false, reason: 'unreachable' });
    await choose('Katharina Brandt');
    await dialog.getByRole('checkbox', { name: 'Personalvertretung' }).click();
    await save.click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent(/Nichts wurde geändert\./u);
    await expect.element(dialog.getByRole('checkbox', { name: 'Personalvertretung' })).toBeChecked();
    await expect.element(save).toBeEnabled();
  });

  it('lock what one may not change and say why', async () => {
    await open(oehlschlaeger);
    await choose('Sabine Oehlschläger');
    await expect.element(dialog.getByText(/Ihre eigene Rolle ändert jemand anderes/u)).toBeVisible();
    await expect.element(dialog.getByRole('checkbox', { name: 'Administration' })).toBeDisabled();
    await expect.element(dialog.getByText(/Das trägt nur die Administration ein/u)).toBeVisible();
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();
    await choose('Bernd Hagemann');
    await expect.element(dialog.getByText(/Die letzte Person, die verwaltet/u)).toBeVisible();
    await expect.element(dialog.getByRole('radio', { name: /^Gast/u })).toBeDisabled();
    expect(await findFaults(document.body)).toEqual([]);
  });
});
