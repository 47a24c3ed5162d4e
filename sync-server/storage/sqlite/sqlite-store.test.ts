import { expect, it } from 'vitest';
import { createWorkbench, suiteJobs } from '../contract/suite-harness.ts';
import { describeStore } from '../contract/suite.ts';
import { StorageError } from '../contract/storage.ts';
import { createSqliteStore } from './sqlite-store.ts';

const implementation = {
  name: 'createSqliteStore',
  module: new URL('./sqlite-store.ts', import.meta.url).href,
  create: createSqliteStore,
};

describeStore(implementation);

it('answers everybody and says so when its thread dies', async () => {
  const bench = createWorkbench(implementation);
  const failures: StorageError[] = [];
  const store = await createSqliteStore({
    path: bench.path(),
    jobModules: suiteJobs,
    onFailure: (error) => failures.push(error),
  });
  await store.write('insert', { key: 'a' });
  const outcomes = await Promise.allSettled([
    store.write('endThread', null),
    store.write('insert', { key: 'b' }),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(store.write('insert', { key: 'c' })).rejects.toBeInstanceOf(StorageError);
  expect(failures).toHaveLength(1);
  expect(await store.read.all('select key from meta')).toEqual([{ key: 'a' }]);
  await store.close();
  await bench.clear();
});
