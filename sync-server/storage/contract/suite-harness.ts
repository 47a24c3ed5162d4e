import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Store } from './storage.ts';

/** What every implementation's constructor takes, as far as the suite is concerned. */
export interface SuiteStoreOptions {
  readonly path: string;
  readonly jobModules: readonly string[];
  readonly maximumBytes?: number;
  readonly crashAt?: { readonly point: 'before-commit' | 'after-commit'; readonly group: number };
}

/** An implementation under test; module and name are for the child process that gets killed. */
export interface Implementation {
  readonly name: string;
  readonly module: string;
  create(options: SuiteStoreOptions): Promise<Store>;
}

export const suiteJobs = [new URL('./suite-jobs.ts', import.meta.url).href];

/** Folders, stores and processes of one test, cleaned up after it. */
export interface Workbench {
  path(): string;
  open(options?: Partial<SuiteStoreOptions>): Promise<Store>;
  spawn(options: SuiteStoreOptions, writers: number): Child;
  /** A small file system of its own in memory; undefined where mounting is not allowed. */
  mount(bytes: number): string | undefined;
  clear(): Promise<void>;
}

export interface Child {
  /** The line of this number (from 1); undefined if the process ended before. */
  line(number: number): Promise<string | undefined>;
  kill(): void;
  /** All lines, once the process has ended. */
  whenEnded(): Promise<readonly string[]>;
}

export const createWorkbench = (implementation: Implementation): Workbench => {
  const folder = mkdtempSync(join(tmpdir(), 'umlauf-store-'));
  const stores: Store[] = [];
  const children: Child[] = [];
  const mounts: string[] = [];
  let paths = 0;
  const path = (): string => join(folder, String((paths += 1)), 'umlauf.sqlite');
  return {
    path,
    open: async (options = {}) => {
      const store = await implementation.create({ path: path(), jobModules: suiteJobs, ...options });
      stores.push(store);
      return store;
    },
    spawn: (options, writers) => {
      const child = startChild(implementation, options, writers);
      children.push(child);
      return child;
    },
    mount: (bytes) => {
      const target = mkdtempSync(join(folder, 'mount-'));
      const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', target]);
      if (status !== 0) return undefined;
      mounts.push(target);
      return target;
    },
    clear: async () => {
      for (const child of children) child.kill();
      await Promise.all(children.map((child) => child.whenEnded()));
      await Promise.all(stores.map((store) => store.close()));
      for (const target of mounts) spawnSync('umount', [target]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const startChild = (implementation: Implementation, options: SuiteStoreOptions, writers: number): Child => {
  const script = new URL('./suite-child.ts', import.meta.url).pathname;
  const child: ChildProcess = spawn(
    process.execPath,
    [script, implementation.module, implementation.name, JSON.stringify(options), String(writers)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines: string[] = [];
  let waiting: (() => void)[] = [];
  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const go of woken) go();
  };
  let hasEnded = false;
  if (child.stdout === null) throw new Error('the child has no output');
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    lines.push(line);
    wake();
  });
  reader.on('close', () => {
    hasEnded = true;
    wake();
  });
  const until = async (isReached: () => boolean): Promise<void> => {
    while (!hasEnded && !isReached()) await new Promise<void>((go) => waiting.push(go));
  };
  return {
    line: async (number) => {
      await until(() => lines.length >= number);
      return lines[number - 1];
    },
    kill: () => {
      child.kill('SIGKILL');
    },
    whenEnded: async () => {
      await until(() => false);
      return lines;
    },
  };
};
