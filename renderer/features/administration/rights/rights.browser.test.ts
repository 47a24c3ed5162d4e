import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { NOW, SCHOOL, toSelf, VOL } from '#renderer/features/announcements/test-school.ts';
import { createTestWorkspace } from '#renderer/features/announcements/test-workspace.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import Rights from './Rights.svelte';

const open = async (width: number) => {
  await page.viewport(width, 900);
  cleanup();
  return render(Rights, { workspace: createTestWorkspace(toSelf(VOL, 'leadership'), NOW, [SCHOOL]) });
};

beforeEach(() => page.viewport(1366, 768));

describe('the table of rights', () => {
  it('names acts and roles as headings and is accessible in both themes', async () => {
    const { container } = await open(1366);
    const row = page.getByRole('row', { name: /Mitteilungen anderer Gruppen lesen/u });
    await expect.element(row).toBeVisible();
    expect(row.element().querySelectorAll('td.yes')).toHaveLength(0);
    await expect.element(page.getByRole('columnheader', { name: 'Schulleitung' })).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
  });

  it('is read as sentences on a phone', async () => {
    const { container } = await open(390);
    await expect.element(page.getByText('Einstellungen und freie Tage der Schule ändern')).toBeVisible();
    expect(container.textContent).toMatch(/Anderen eine Rolle geben\s*Schulleitung und Administration/u);
    expect(container.textContent).toMatch(/Sich selbst die Administration geben\s*Niemand/u);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(await findFaults(container)).toEqual([]);
  });
});
