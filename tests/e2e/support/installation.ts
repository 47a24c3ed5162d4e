import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listen } from './cable.ts';

/** A school as its administrator runs it: a data folder, the command line, a server process. */
export interface Installation {
  readonly dataDir: string;
  readonly port: number;
  /** Imports a staff list by the command line; the report it prints. */
  importStaff(file: string, ...flags: string[]): Promise<{ readonly exit: number; readonly output: string }>;
  /** A one-time code by the command line. */
  access(shortCode: string): Promise<string>;
  /** A recovery key by the command line, as it is printed. */
  createRecoveryKey(): Promise<string>;
  /** A backup into this folder by the command line, with the server running or not. */
  backUp(to: string): Promise<void>;
  /** Restores a backup by the command line into a new folder, which is used from now on. */
  restoreElsewhere(file: string, key: string): Promise<void>;
  start(environment?: Readonly<Record<string, string>>): Promise<void>;
  /** SIGTERM, and waits until the process is gone. */
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  remove(): Promise<void>;
}

export const createInstallation = async (): Promise<Installation> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'umlauf-e2e-'));
  let dataDir = path.join(folder, 'school');
  const port = await findPort();
  let server: ChildProcess | undefined;

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const child = server;
    server = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  };

  return {
    get dataDir() {
      return dataDir;
    },
    port,
    importStaff: (file, ...flags) =>
      runTool('sync-server/app/cli/import.ts', [file, '--data', dataDir, ...flags]),
    access: async (shortCode) => {
      const { exit, output } = await runTool('sync-server/app/cli/access.ts', [shortCode, '--data', dataDir]);
      if (exit !== 0) throw new Error(`no code for ${shortCode}`);
      return output.trim();
    },
    createRecoveryKey: async () => {
      const { output } = await runTool('sync-server/app/cli/backup.ts', ['--new-key', '--data', dataDir]);
      return [...output.matchAll(/^ +\d+ {2}([0-9A-Z]{6})$/gm)].map(([, block]) => block).join('-');
    },
    backUp: async (to) => {
      const { exit } = await runTool('sync-server/app/cli/backup.ts', ['--data', dataDir, '--to', to]);
      if (exit !== 0) throw new Error('no backup was made');
    },
    restoreElsewhere: async (file, key) => {
      const next = path.join(folder, 'restored');
      const keyFile = path.join(folder, 'key.txt');
      await writeFile(keyFile, key);
      const args = [file, '--data', next, '--key-file', keyFile];
      const { exit, output } = await runTool('sync-server/app/cli/restore.ts', args);
      if (exit !== 0) throw new Error(`the backup was not restored: ${output}`);
      dataDir = next;
    },
    start: async (environment = {}) => {
      server = spawn(
        process.execPath,
        ['sync-server/app/main.ts', '--port', String(port), '--host', '127.0.0.1', '--data', dataDir],
        { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...environment } },
      );
      await waitUntilReachable(port, server);
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    remove: async () => {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const runTool = (file: string, args: readonly string[]): Promise<{ exit: number; output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', reject);
    child.once('close', (exit) => resolve({ exit: exit ?? 1, output }));
  });

/** A port of this machine that is free now. */
export const findPort = async (): Promise<number> => {
  const probe = net.createServer();
  const port = await listen(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

const waitUntilReachable = async (port: number, child: ChildProcess): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answered = await fetch(`http://127.0.0.1:${port}/api/school`).then(
      (response) => response.ok || response.status === 404,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
