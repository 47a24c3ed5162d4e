import '#renderer/ui/style.css';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { OFFLINE } from '#renderer/features/announcements/test-workspace.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import { open } from '../app.fixture.ts';

it.each([
  ['device-waiting', 'Dieses Gerät wartet auf die Genehmigung der Schulleitung.'],
  ['private-not-allowed', 'Private Geräte sind an Ihrer Schule nicht zugelassen.'],
] as const)(
  '[DEV4] a private device that is stopped (%s) says whose it is to decide, and where one is',
  async (obstacle, title) => {
    const { workspace, container } = await open('inside');
    workspace.truth$.next({ ...OFFLINE, connection: 'connecting', obstacle });
    await expect.element(page.getByRole('heading', { name: title })).toBeVisible();
    await expect.element(page.getByText('Umlauf', { exact: true })).toBeVisible();
    await expect.element(page.getByText('Gymnasium am Lindenhof')).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
  },
);
