import { afterEach, beforeEach } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { BRA, GROUPS, NOW, SCHOOL, toSelf } from '#renderer/features/announcements/test-school.ts';
import { createTestWorkspace } from '#renderer/features/announcements/test-workspace.ts';
import App from './App.svelte';
import { applyPreferences } from './preferences.ts';
import Screens from './screens/Screens.svelte';
import { createSession } from './session.svelte.ts';
import { createTestEntrance } from './test-entrance.ts';

/** The whole client, at the door or inside; for each test file that imports this it begins anew before every test. */
export const open = async (at: 'door' | 'inside' = 'door', self = toSelf(BRA)) => {
  const workspace = createTestWorkspace(self, NOW, [SCHOOL, ...GROUPS]);
  const entrance = createTestEntrance(workspace, at);
  const session = createSession(entrance, 'private');
  const { container } = await render(App, { session, screens: Screens });
  return { workspace, entrance, container };
};

export const shortCode = page.getByRole('textbox', { name: 'Kürzel' });
export const code = page.getByRole('textbox', { name: 'Zugangscode' });
export const password = page.getByLabelText('Kennwort', { exact: true });
export const signIn = page.getByRole('button', { name: 'Anmelden', exact: true });
export const overview = page.getByRole('main', { name: 'Übersicht' });

beforeEach(async () => {
  await page.viewport(1366, 768);
  history.replaceState(null, '', '/');
  localStorage.setItem('umlauf.language', 'de');
  applyPreferences();
});
afterEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset['theme'];
});
