import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Composer from './Composer.svelte';
import type { ComposePlace } from './compose/open.ts';
import { BRA, GROUPS, NOW, SCHOOL, toSelf } from './test-school.ts';
import { createTestWorkspace, type TestWorkspace } from './test-workspace.ts';

/** The school with somebody who writes. */
export const open = (me = BRA, role: Parameters<typeof toSelf>[1] = 'teacher'): TestWorkspace =>
  createTestWorkspace(toSelf(me, role), NOW, [SCHOOL, ...GROUPS]);

/** The composer on the screen, with what it says to its surroundings. */
export const show = async (workspace: TestWorkspace, place?: ComposePlace) => {
  const ondone = vi.fn();
  const ondiscard = vi.fn();
  const at = place ?? { kind: 'draft' as const, id: workspace.createId() };
  const screen = await render(Composer, { workspace, place: at, now: NOW, ondone, ondiscard });
  return { ...screen, ondone, ondiscard, place: at };
};

export const title = page.getByRole('textbox', { name: 'Titel' });
export const text = page.getByRole('textbox', { name: 'Text', exact: true });
export const send = page.getByRole('button', { name: 'Senden' });
export const save = page.getByRole('button', { name: 'Änderung speichern' });

export const chooseStaff = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Gruppen wählen …' }).click();
  await page.getByRole('checkbox', { name: 'Kollegium' }).click();
  await page.getByRole('button', { name: 'Übernehmen' }).click();
};

export const paste = (html: string): void => {
  const data = new DataTransfer();
  data.setData('text/html', html);
  text
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
};

/** The text of the first command that waits. */
export const sentBody = (workspace: TestWorkspace): unknown => {
  const [entry] = workspace.pending$.value;
  return entry !== undefined && 'body' in entry.command.args ? entry.command.args.body : undefined;
};
