import '#renderer/ui/style.css';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import type { Health as HealthState } from '#core/admin/health.ts';
import { NOW, SCHOOL, toSelf, VOL } from '#renderer/features/announcements/test-school.ts';
import { createTestWorkspace } from '#renderer/features/announcements/test-workspace.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import Health from './Health.svelte';

const STATE: HealthState = {
  now: Date.now(),
  latest: 0,
  port: 4400,
  addresses: [{ address: '192.168.7.20', answers: true }],
  proxyHidesSenders: false,
  certificate: {
    way: 'own',
    until: NOW + 300 * 86_400_000,
    isPubliclyTrusted: false,
    fingerprint: 'ab'.repeat(32),
  },
  disk: { free: 3_000_000_000, total: 100_000_000_000 },
  backup: { hasKey: false, isRunning: false },
};

const open = async (state: unknown, width = 1366) => {
  await page.viewport(width, 900);
  cleanup();
  const workspace = createTestWorkspace(toSelf(VOL, 'leadership'), NOW, [SCHOOL]);
  workspace.replies.set('/api/health', state);
  const { container } = await render(Health, { workspace });
  return { workspace, container };
};

test('each check says what it found and what to do next, readable for everybody in both themes', async () => {
  for (const width of [1366, 390]) {
    const { container } = await open(STATE, width);
    await expect.element(page.getByText(/Firewall dieses Rechners/u)).toBeVisible();
    await expect
      .element(page.getByText(/Wie Sie ihn anlegen, steht unter „Verwaltung“, „Sicherung“/u))
      .toBeVisible();
    await expect.element(page.getByText('Bitte gleich handeln')).toBeVisible();
    expect(container.querySelectorAll('li')).toHaveLength(6);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(await findFaults(container)).toEqual([]);
  }
});

test('without the server the page says so, and checks again on request', async () => {
  const { workspace, container } = await open(undefined);
  await expect.element(page.getByText(/gerade nicht erreichbar/u)).toBeVisible();
  expect(await findFaults(container)).toEqual([]);
  workspace.replies.set('/api/health', STATE);
  await page.getByRole('button', { name: 'Noch einmal prüfen' }).click();
  await expect.element(page.getByText('Bitte gleich handeln')).toBeVisible();
});
