import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
}

/** Processes that one test starts, and ends with it. */
export interface Processes {
  add(child: ChildProcess): void;
  /** Kills whatever still runs. */
  end(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('./crash-server.ts', import.meta.url));

/** Starts `crash-server.ts` on a folder; its arguments say where it dies. Resolves when it listens. */
export const startCrashServer = async (
  processes: Processes,
  dataDir: string,
  ...args: readonly string[]
): Promise<ServerProcess> => {
  const child = spawn(process.execPath, [PROGRAM, '--data', dataDir, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.add(child);
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return { url: line.toString().trim(), child };
};

export const createProcesses = (): Processes => {
  const running: ChildProcess[] = [];
  return {
    add: (child) => void running.push(child),
    end: async () => {
      for (const child of running.splice(0)) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    },
  };
};
