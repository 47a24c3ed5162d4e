import { expect, it } from 'vitest';
import { suiteJobs } from '../contract/suite-harness.ts';
import { describeStore } from '../contract/suite.ts';
import { createInlineSqliteStore } from './inline-store.ts';

describeStore({
  name: 'createInlineSqliteStore',
  module: new URL('./inline-store.ts', import.meta.url).href,
  create: createInlineSqliteStore,
});

it('lives in memory, with a clock and randomness of its own', async () => {
  const context = { now: () => 1_234, randomBytes: (length: number) => new Uint8Array(length).fill(7) };
  const store = await createInlineSqliteStore({ path: ':memory:', jobModules: suiteJobs, context });
  expect(await store.write('useContext', null)).toEqual({ now: 1_234, bytes: new Uint8Array(8).fill(7) });
  expect(await store.read.get('select distinct at from schema_version')).toEqual({ at: 1_234 });
  await store.close();
});

it('needs nothing but microtasks, so that a simulation stays in charge of time', async () => {
  const store = await createInlineSqliteStore({ path: ':memory:', jobModules: suiteJobs });
  let hasAnswered = false;
  void store.write('count', { key: 'n' }).then(() => {
    hasAnswered = true;
  });
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
  expect(hasAnswered).toBe(true);
  await store.close();
});
