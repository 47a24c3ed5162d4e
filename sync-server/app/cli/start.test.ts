import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer } from '../server.ts';
import { createProcesses } from '#tests/support/server/processes.ts';
import { startTestSchool } from '#tests/support/server/test-school.ts';

const program = fileURLToPath(new URL('./start.ts', import.meta.url));
let dataDir: string;
const processes = createProcesses();
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'umlauf-start-'));
});
afterEach(async () => {
  await processes.end();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = async (...args: string[]): Promise<{ child: ChildProcess; said: string }> => {
  const child = spawn(process.execPath, [program, '--no-open', '--port', '0', '--data', dataDir, ...args]);
  processes.add(child);
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (said.includes('Strg+C')) resolve();
    });
    child.once('exit', () => {
      resolve();
    });
  });
  await ready;
  return { child, said };
};

describe('npm start', () => {
  it('serves the school of a folder that holds one, without seeding and without log-ins', async () => {
    const school = await startTestSchool({ dataDir, people: [] });
    await school.close();
    const { said, child } = await start();
    expect(said).toContain('Schule: Meine Schule');
    expect(said).not.toContain('umlauf-demo');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  }, 60_000);

  it('says what to do about a folder in which a server has run and nobody has imported anything', async () => {
    await (await startServer({ dataDir })).close();
    const { said, child } = await start();
    expect(said).toContain('liegt noch keine Schule');
    expect(said).toContain('npm run --silent import -- DATEI --data');
    expect(said).not.toContain('Umlauf läuft');
    expect(child.exitCode).toBe(1);
  }, 60_000);

  it('never throws away a school of somebody’s own', async () => {
    const school = await startTestSchool({ dataDir, people: [] });
    await school.close();
    const { said, child } = await start('--fresh');
    expect(said).toContain('--fresh löscht nur Vorführschulen');
    expect(child.exitCode).toBe(1);
  }, 60_000);

  it('makes the demonstration where there is nothing, finds it again, and makes it anew when asked', async () => {
    const first = await start();
    expect(first.said).toContain('wird angelegt');
    for (const code of ['Dre', 'Kuh', 'Hau', 'Gro', 'Som']) expect(first.said).toContain(code);
    first.child.kill('SIGTERM');
    await once(first.child, 'exit');
    const second = await start();
    expect(second.said).not.toContain('wird angelegt');
    expect(second.said).toContain('umlauf-demo-2026');
    const meanwhile = await start('--fresh');
    expect(meanwhile.said).toContain('schon von einem Server benutzt');
    expect(meanwhile.child.exitCode).toBe(1);
    const address = /http:\/\/localhost:\d+/.exec(second.said)?.[0] ?? '';
    expect((await fetch(`${address}/api/school`)).status).toBe(200);
    second.child.kill('SIGTERM');
    await once(second.child, 'exit');
    expect((await start('--fresh')).said).toContain('wird angelegt');
  }, 120_000);
});
