import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { suiteJobs, type Workbench } from './suite-harness.ts';
import { expectIntact, range, toKeys } from './suite-support.ts';
import { StorageFullError, type Store } from './storage.ts';

/** Processes killed at any moment and at named points: repeat allowed, loss never. */
export const describeCrashes = (bench: () => Workbench): void => {
  it('loses nothing acknowledged when it is killed in the middle of a burst', async () => {
    const path = bench().path();
    const acknowledged: string[] = [];
    for (const round of range(5)) {
      const child = bench().spawn({ path, jobModules: suiteJobs }, 20);
      await child.line(1 + 150 * (round + 1));
      child.kill();
      const lines = await child.whenEnded();
      expect(lines[0]).toBe('open');
      acknowledged.push(...lines.slice(1));
    }
    const store = await bench().open({ path });
    const stored = new Set(await toKeys(store));
    expect(acknowledged.filter((key) => !stored.has(key))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(2_000);
    // Committed and never answered: at most one per writer and round.
    expect(stored.size - acknowledged.length).toBeLessThanOrEqual(5 * 20);
    await expectIntact(store);
  });

  it('has stored nothing of a group when it dies before the commit', async () => {
    const path = bench().path();
    const crashAt = { point: 'before-commit', group: 4 } as const;
    const lines = await bench().spawn({ path, jobModules: suiteJobs, crashAt }, 1).whenEnded();
    const store = await bench().open({ path });
    expect(lines).toHaveLength(1 + 3);
    expect(await toKeys(store)).toEqual(lines.slice(1));
  });

  it('has stored the whole group when it dies between commit and answer', async () => {
    const path = bench().path();
    const crashAt = { point: 'after-commit', group: 4 } as const;
    const lines = await bench().spawn({ path, jobModules: suiteJobs, crashAt }, 1).whenEnded();
    const store = await bench().open({ path });
    expect(lines).toHaveLength(1 + 3);
    expect(await toKeys(store)).toHaveLength(4);
  });
};

const LARGE = 'x'.repeat(20_000);

/** No room: by quota and by a file system that really is full. */
export const describeFullDisk = (bench: () => Workbench): void => {
  /** Writes until nothing more fits; the keys that were acknowledged. */
  const fill = async (store: Store): Promise<readonly string[]> => {
    const stored: string[] = [];
    for (let round = 0; ; round += 1) {
      const keys = range(4).map((index) => `${round}-${index}`);
      const outcomes = await Promise.allSettled(
        keys.map((key) => store.write('insert', { key, value: LARGE })),
      );
      outcomes.forEach((outcome, index) => {
        if (outcome.status === 'fulfilled') stored.push(keys[index] ?? '');
        else expect(outcome.reason).toBeInstanceOf(StorageFullError);
      });
      if (outcomes.some((outcome) => outcome.status === 'rejected')) return stored.sort();
    }
  };

  it('answers StorageFullError when the quota is used up, loses nothing, and works again after there is room', async () => {
    const store = await bench().open({ maximumBytes: 1_000_000 });
    const stored = await fill(store);
    expect(stored.length).toBeGreaterThan(10);
    expect(await toKeys(store)).toEqual(stored);
    await store.write('run', { sql: `delete from meta where key = '${stored[0] ?? ''}'` });
    await store.write('insert', { key: 'again', value: LARGE });
    expect(await toKeys(store)).toEqual([...stored.slice(1), 'again'].sort());
    await expectIntact(store);
  });

  it('stores nothing of a job that goes on although the disk is full', async () => {
    const store = await bench().open({ maximumBytes: 1_000_000 });
    const large = 'x'.repeat(2_000_000);
    const [full, after] = await Promise.allSettled([
      store.write('ignoreFull', { key: 'a', large }),
      store.write('insert', { key: 'b' }),
    ]);
    expect(full.status).toBe('rejected');
    expect(await toKeys(store)).toEqual(after.status === 'fulfilled' ? ['b'] : []);
    await store.write('insert', { key: 'c' });
    expect(await toKeys(store)).toContain('c');
  });

  it('survives a disk that really is full', async ({ skip }) => {
    const folder = bench().mount(4_000_000);
    if (folder === undefined) return skip('no file system can be mounted here');
    const path = join(folder, 'data', 'umlauf.sqlite');
    const store = await bench().open({ path });
    const ballast = join(folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(2_000_000));
    const stored = await fill(store);
    expect(stored.length).toBeGreaterThan(10);
    expect(await toKeys(store)).toEqual(stored);
    rmSync(ballast);
    await store.write('insert', { key: 'again', value: LARGE });
    await store.close();
    const again = await bench().open({ path });
    expect(await toKeys(again)).toEqual([...stored, 'again'].sort());
    await expectIntact(again);
  });
};
