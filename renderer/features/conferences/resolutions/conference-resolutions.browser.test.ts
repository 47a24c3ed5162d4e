import '#renderer/ui/style.css';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import type { Id } from '#core/kernel/id.ts';
import { toSelf } from '#renderer/features/announcements/test-school.ts';
import { createTestWorkspace } from '#renderer/features/announcements/test-workspace.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import ConferenceResolutions from './ConferenceResolutions.svelte';
import { objected, register, somebody, toResolution } from './test-register.ts';

const NOW = Date.parse('2026-11-27T07:50:00+01:00');

const open = async (conferenceId: Id) => {
  const second = toResolution({ ...objected, id: somebody.id, number: '12/2026', inv: 8 });
  const workspace = createTestWorkspace(toSelf(somebody), NOW, [
    ...register.map((one) => ({ ...one, inv: 9 })),
    second,
  ]);
  cleanup();
  const hrefOf = (id: Id) => `#${id}`;
  const { container } = await render(ConferenceResolutions, { workspace, now: NOW, conferenceId, hrefOf });
  return container;
};

describe('what a conference has resolved', () => {
  it('stands on its page in the order of deciding, with result and state, and leads into the register', async () => {
    const container = await open(objected.conferenceId);
    await expect.element(page.getByRole('heading', { name: /Beschlüsse/u })).toBeVisible();
    const links = page.getByRole('listitem').getByRole('link');
    expect(links.elements().map((link) => link.textContent)).toEqual([
      expect.stringMatching(/^Beschluss 11\/2026.*Angenommen mit 28 Ja.*Beanstandet/su),
      expect.stringMatching(/^Beschluss 12\/2026/u),
    ]);
    expect(links.elements()[0]?.getAttribute('href')).toBe(`#${objected.id}`);
    expect(await findFaults(container)).toEqual([]);
  });

  it('is nothing while nothing was resolved', async () => {
    const container = await open(somebody.id);
    await expect.poll(() => container.textContent.trim()).toBe('');
  });
});
