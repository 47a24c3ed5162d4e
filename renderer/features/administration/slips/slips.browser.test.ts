import '#renderer/ui/style.css';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { toSlipId } from '#core/admin/ids.ts';
import type { Slip } from '#core/admin/slip.ts';
import { toPersonName, type Person } from '#core/directory/person.ts';
import { SCHOOL } from '#renderer/features/announcements/test-school.ts';
import { createTestWorkspace } from '#renderer/features/announcements/test-workspace.ts';
import {
  brandt,
  demirel,
  groups,
  hagemann,
  people,
  toSelf,
  wiechert,
} from '#renderer/features/groups/test-directory.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import Slips from './Slips.svelte';

const NOW = Date.parse('2026-11-23T07:50:00+01:00');
const toSlip = (person: Person, rest: Partial<Slip>): Slip => ({
  id: toSlipId(person.id),
  kind: 'slip',
  rev: 1,
  inv: 1,
  person: toPersonName(person),
  number: 1,
  locator: '777F',
  state: 'issued',
  reset: false,
  issued: { at: NOW - 3_600_000, by: toPersonName(hagemann) },
  ...rest,
});
const open = async () => {
  const workspace = createTestWorkspace(toSelf(hagemann, groups), NOW, [
    ...people,
    ...groups,
    toSlip(brandt, {}),
    toSlip(wiechert, { state: 'handed-over' }),
    toSlip(demirel, { state: 'used', endedAt: NOW - 86_400_000 }),
    toSlip(hagemann, { state: 'used', number: 0, endedAt: NOW - 86_400_000 }),
  ]);
  const { container } = await render(Slips, { workspace });
  return { container, workspace };
};

test('[SLIP6] lists who has no access, whose slip waits and who has access, and notes a handing over', async () => {
  await page.viewport(1366, 768);
  const { container, workspace } = await open();
  await expect.element(page.getByRole('tab', { name: /Ohne Zugang/u })).toBeVisible();
  expect(await findFaults(container)).toEqual([]);
  await page.getByRole('tab', { name: /Auszuhändigen/u }).click();
  await page.getByRole('checkbox', { name: /Brandt/u }).click();
  expect(await findFaults(container)).toEqual([]);
  await page.getByRole('button', { name: 'Als ausgehändigt vermerken' }).click();
  expect(workspace.asked).toEqual([
    { name: 'hand-over-slips', args: { slips: [{ personId: brandt.id, number: 1 }] }, baseRev: undefined },
  ]);
});

test('[SLIP4] says for how many teaching days a slip works at this school', async () => {
  const { workspace } = await open();
  await expect.element(page.getByText(/Erst dann gilt er, 10 Unterrichtstage lang\./u)).toBeVisible();
  workspace.put({ ...SCHOOL, slipDays: 1 });
  await expect.element(page.getByText(/Erst dann gilt er, einen Unterrichtstag lang\./u)).toBeVisible();
});

test('[REACH12] the address for everybody is proposed for the paper, wherever the page itself was opened', async () => {
  const { workspace } = await open();
  workspace.put({ ...SCHOOL, addresses: ['https://umlauf.lindenhof.example', 'https://192.168.10.5:4400'] });
  await page.getByRole('checkbox').first().click();
  await page.getByRole('button', { name: 'Zugangszettel drucken …' }).click();
  await expect
    .element(page.getByRole('textbox', { name: 'Adresse auf den Zetteln' }))
    .toHaveValue('https://umlauf.lindenhof.example');
});

test('[SLIP7] nobody resets their own password, and an address of this computer alone is said to be one', async () => {
  const { container } = await open();
  await page.getByRole('tab', { name: /Mit Zugang/u }).click();
  await expect.element(page.getByRole('checkbox', { name: /Hagemann/u })).toBeDisabled();
  await page.getByRole('checkbox', { name: /Demirel/u }).click();
  await page.getByRole('button', { name: /Kennwort zurücksetzen/u }).click();
  await expect.element(page.getByText(/1 Person hat schon ein Kennwort/u)).toBeVisible();
  await expect.element(page.getByText(/gilt nur an diesem Rechner/u)).toBeVisible();
  expect(await findFaults(container)).toEqual([]);
});

test('[SLIP6] offers nothing to tick where nothing can be done', async () => {
  await open();
  await page.getByRole('tab', { name: /Ausgehändigt/u }).click();
  await expect.element(page.getByText(/Wiechert/u)).toBeVisible();
  expect(page.getByRole('checkbox').elements()).toEqual([]);
});
