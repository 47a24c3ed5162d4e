import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkbench, suiteJobs, type Implementation, type Workbench } from './suite-harness.ts';
import { COUNT, countRows, KEYS, range, toKeys } from './suite-support.ts';
import { describeCrashes, describeFullDisk } from './suite-trouble.ts';
import { JobError, StorageError, StoreInUseError, StoreTooNewError } from './storage.ts';

/** What every implementation of `Store` keeps to, attacked with real files, processes and full disks. */
export const describeStore = (implementation: Implementation): void => {
  describe(`${implementation.name} as a store`, () => {
    let bench: Workbench;
    beforeEach(() => {
      bench = createWorkbench(implementation);
    });
    afterEach(() => bench.clear());

    describeJobs(() => bench);
    describeReading(() => bench);
    describeCrashes(() => bench);
    describeFullDisk(() => bench);
    describeOpening(() => bench);
  });
};

const describeJobs = (bench: () => Workbench): void => {
  it('stores what a job wrote and answers with its result', async () => {
    const store = await bench().open();
    expect(await store.write('insert', { key: 'a', value: '1' })).toBe('a');
    expect(await store.read.get('select value from meta where key = ?', 'a')).toEqual({ value: '1' });
    expect(await store.read.get('select value from meta where key = ?', 'b')).toBeUndefined();
  });

  it('undoes a failing job whole and harms no other job of its group', async () => {
    const store = await bench().open();
    const [before, failing, after] = await Promise.allSettled([
      store.write('insert', { key: 'before' }),
      store.write('insertAndFail', { key: 'failing' }),
      store.write('insert', { key: 'after' }),
    ]);
    expect([before.status, failing.status, after.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await toKeys(store)).toEqual(['after', 'before']);
    expect(store.statistics).toEqual({ jobs: 3, groups: 1 });
  });

  it("passes on a job's own error by name and message", async () => {
    const store = await bench().open();
    const error: unknown = await store
      .write('insertAndFail', { key: 'a' })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(JobError);
    expect(error).toMatchObject({ name: 'RangeError', message: 'a is not wanted' });
  });

  it('answers a violated constraint and an unknown job with a StorageError', async () => {
    const store = await bench().open();
    await store.write('insert', { key: 'a' });
    await expect(store.write('insert', { key: 'a' })).rejects.toBeInstanceOf(StorageError);
    await expect(store.write('nothing', {})).rejects.toThrow('there is no job "nothing"');
    await expect(store.write('toString', {})).rejects.toBeInstanceOf(StorageError);
    expect(await countRows(store)).toBe(1);
  });

  it('runs jobs one after the other in the order of the calls, never two interleaved', async () => {
    const store = await bench().open();
    const counts = await Promise.all(range(100).map(() => store.write<number>('count', { key: 'n' })));
    expect(counts).toEqual(range(100).map((index) => index + 1));
  });

  it('commits together what queues up while the writer is busy', async () => {
    const store = await bench().open();
    const first = store.write('count', { key: 'n' });
    await Promise.resolve();
    await Promise.resolve();
    const rest = range(200).map((index) => store.write('insert', { key: String(index) }));
    await Promise.all([first, ...rest]);
    expect(store.statistics).toEqual({ jobs: 201, groups: 2 });
  });

  it('refuses every statement of a job that has ended', async () => {
    const store = await bench().open();
    await Promise.all([
      store.write('forget', { key: 'lost' }),
      ...range(20).map(() => store.write('count', { key: 'n' })),
    ]);
    expect(await toKeys(store)).toEqual(['n']);
  });

  it.each(['commit', 'rollback', 'pragma synchronous = off', 'attach database "x" as y', 'drop table meta'])(
    'refuses "%s" inside a job',
    async (sql) => {
      const store = await bench().open();
      await expect(store.write('run', { sql })).rejects.toBeInstanceOf(StorageError);
      await store.write('insert', { key: 'a' });
      expect(await toKeys(store)).toEqual(['a']);
    },
  );

  it('fails a job alone whose arguments or result cannot cross threads', async () => {
    const store = await bench().open();
    const [args, result, good] = await Promise.allSettled([
      store.write('insert', { key: () => 'a' }),
      store.write('answerWithFunction', { key: 'b' }),
      store.write('insert', { key: 'c' }),
    ]);
    expect([args.status, result.status, good.status]).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await toKeys(store)).toEqual(['c']);
  });

  it('takes the arguments as they were at the call', async () => {
    const store = await bench().open();
    const args = { key: 'a' };
    const written = store.write('insert', args);
    args.key = 'b';
    expect(await written).toBe('a');
  });

  it('gives jobs time and chance', async () => {
    const store = await bench().open();
    const { now, bytes } = await store.write<{ now: number; bytes: Uint8Array }>('useContext', null);
    expect(now).toBeGreaterThan(0);
    expect(bytes).toHaveLength(8);
  });

  it('finishes what waits before it closes, then refuses', async () => {
    const path = bench().path();
    const store = await bench().open({ path });
    const written = range(50).map((index) => store.write('insert', { key: String(index) }));
    await store.close();
    await Promise.all(written);
    await expect(store.write('insert', { key: 'late' })).rejects.toBeInstanceOf(StorageError);
    await store.close();
    const again = await bench().open({ path });
    expect(await countRows(again)).toBe(50);
  });
};

const describeReading = (bench: () => Workbench): void => {
  it('shows readers only what is committed', async () => {
    const store = await bench().open();
    let hasAnswered = false;
    const writing = store.write('insertSlowlyAndFail', { key: 'never' }).catch(() => {
      hasAnswered = true;
    });
    let reads = 0;
    while (!hasAnswered) {
      expect(await countRows(store)).toBe(0);
      reads += 1;
      await new Promise((go) => setImmediate(go));
    }
    await writing;
    expect(reads).toBeGreaterThan(0);
  });

  it('shows a write to every read that starts after its answer', async () => {
    const store = await bench().open();
    for (const index of range(30)) {
      await store.write('insert', { key: String(index) });
      expect(await countRows(store)).toBe(index + 1);
      expect(await store.snapshot((reader) => reader.get(COUNT))).toEqual({ rows: index + 1 });
    }
  });

  it('reads several times from one and the same state in a snapshot', async () => {
    const store = await bench().open();
    await store.write('insert', { key: 'a' });
    let writing: Promise<unknown> = Promise.resolve();
    const seen = await store.snapshot(async (reader) => {
      const first = await reader.all(KEYS);
      writing = store.write('insert', { key: 'b' });
      for (const _turn of range(50)) await new Promise((go) => setImmediate(go));
      return [first, await reader.all(KEYS)];
    });
    await writing;
    expect(seen).toEqual([[{ key: 'a' }], [{ key: 'a' }]]);
    expect(await toKeys(store)).toEqual(['a', 'b']);
  });

  it('goes on after a snapshot whose work failed', async () => {
    const store = await bench().open();
    await expect(store.snapshot(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await store.write('insert', { key: 'a' });
    expect(await store.snapshot((reader) => reader.get(COUNT))).toEqual({ rows: 1 });
  });

  it('lets nobody write through a reader', async () => {
    const store = await bench().open();
    const sql = "insert into meta (key, value) values ('a', 'b') returning key";
    await expect(store.read.all(sql)).rejects.toBeInstanceOf(StorageError);
    await expect(store.snapshot((reader) => reader.get(sql))).rejects.toBeInstanceOf(StorageError);
    expect(await countRows(store)).toBe(0);
  });
};

const describeOpening = (bench: () => Workbench): void => {
  it('lets no second writer into the folder, neither from this process nor from another', async () => {
    const path = bench().path();
    const store = await bench().open({ path });
    await expect(bench().open({ path })).rejects.toBeInstanceOf(StoreInUseError);
    const lines = await bench().spawn({ path, jobModules: suiteJobs }, 1).whenEnded();
    expect(lines).toEqual(['StoreInUseError']);
    await store.write('insert', { key: 'a' });
    await store.close();
    await bench().open({ path });
  });

  it('leaves no lock behind when it is killed', async () => {
    const path = bench().path();
    const child = bench().spawn({ path, jobModules: suiteJobs }, 1);
    await child.line(2);
    await expect(bench().open({ path })).rejects.toBeInstanceOf(StoreInUseError);
    child.kill();
    await child.whenEnded();
    const store = await bench().open({ path });
    expect(await countRows(store)).toBeGreaterThan(0);
  });

  it('creates the schema once', async () => {
    const path = bench().path();
    const versions = 'select version, name from schema_version';
    const store = await bench().open({ path });
    const first = await store.read.all(versions);
    await store.write('insert', { key: 'a' });
    await store.close();
    const again = await bench().open({ path });
    expect(await again.read.all(versions)).toEqual(first);
    expect(await countRows(again)).toBe(1);
  });

  it('refuses a database that a newer program wrote, and leaves it as it is', async () => {
    const path = bench().path();
    const store = await bench().open({ path });
    await store.write('run', {
      sql: "insert into schema_version (version, name, at) values (999, 'later', 0)",
    });
    await store.close();
    await expect(bench().open({ path })).rejects.toBeInstanceOf(StoreTooNewError);
    await expect(bench().open({ path })).rejects.toThrow('version 999');
  });

  it('refuses a file that is no database', async () => {
    const path = bench().path();
    await (await bench().open({ path })).close();
    writeFileSync(path, 'Sehr geehrte Damen und Herren, '.repeat(200));
    await expect(bench().open({ path })).rejects.toBeInstanceOf(StorageError);
    await expect(bench().open({ path })).rejects.toBeInstanceOf(StorageError);
  });

  it.skipIf(process.platform === 'win32')('keeps others on the machine from reading its files', async () => {
    const path = bench().path();
    const store = await bench().open({ path });
    await store.write('insert', { key: 'a' });
    const files = [path, `${path}-wal`, `${path}-shm`, join(dirname(path), 'writer.lock')].filter(existsSync);
    expect(files.length).toBeGreaterThan(2);
    expect(files.map((file) => statSync(file).mode & 0o777)).toEqual(files.map(() => 0o600));
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  });
};
