import { expect, test } from 'vitest';
import { createShell } from './shell.svelte.ts';

/** The container of a page that an older program controls while a newer one waits. */
const createContainer = (state: ServiceWorkerState) => {
  const said: unknown[] = [];
  const waiting = { state, postMessage: (message: unknown) => void said.push(message) };
  const registration = Object.assign(new EventTarget(), { waiting, update: () => Promise.resolve() });
  const container = Object.assign(new EventTarget(), {
    controller: {},
    register: () => Promise.resolve(registration),
  });
  return { container, said, waiting };
};

const open = async (state: ServiceWorkerState) => {
  const parts = createContainer(state);
  let loads = 0;
  // A real container belongs to the page of the test runner and must not be taken over.
  const shell = createShell(parts.container as EventTarget as ServiceWorkerContainer, () => (loads += 1));
  await expect.poll(() => shell.updateWaits).toBe(true);
  return { ...parts, shell, loads: () => loads };
};

test('the new program takes over when its user says so, then the page is loaded anew', async () => {
  const { shell, said, container, loads } = await open('installed');
  container.dispatchEvent(new Event('controllerchange'));
  expect(loads()).toBe(0);
  shell.reload();
  expect(said).toEqual(['take-over']);
  container.dispatchEvent(new Event('controllerchange'));
  expect(loads()).toBe(1);
});

test('where another tab has let it take over already, this page is only loaded anew', async () => {
  const { shell, said, waiting, loads } = await open('installed');
  waiting.state = 'activated';
  shell.reload();
  expect(said).toEqual([]);
  expect(loads()).toBe(1);
});
