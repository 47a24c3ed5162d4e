import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readChoice } from '#server/pki/choice.ts';
import { toPkiFolder } from '#server/pki/pki-folder.ts';
import { createProcesses, startCrashServer } from '#tests/support/server/processes.ts';
import { createFinishRequest } from '#tests/support/server/empty-server.ts';
import { post, signIn } from '#tests/support/server/wire-client.ts';

const processes = createProcesses();
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'umlauf-crash-'));
});
afterEach(async () => {
  await processes.end();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = (...args: string[]) => startCrashServer(processes, dataDir, ...args);

describe('a server that is killed while a school is founded', () => {
  it('[SETUP9] before the commit is still empty, and founds it when asked again', async () => {
    const first = await start('--point', 'before-commit', '--job', 'found-school');
    const request = createFinishRequest();
    await expect(post(first.url, '/api/setup/finish', request)).rejects.toThrow();
    const second = await start();
    expect((await fetch(`${second.url}/api/school`)).status).toBe(404);
    expect((await post(second.url, '/api/setup/finish', request)).status).toBe(200);
  }, 60_000);

  it('[SETUP5] after the commit has the school, and the browser that asks again gets the answer it missed', async () => {
    const first = await start('--point', 'after-commit', '--job', 'found-school');
    const request = createFinishRequest();
    await expect(post(first.url, '/api/setup/finish', request)).rejects.toThrow();
    expect(readChoice(toPkiFolder(dataDir))).toEqual({});
    const second = await start();
    expect(readChoice(toPkiFolder(dataDir)).certificate).toMatchObject({ way: 'own' });
    expect((await fetch(`${second.url}/api/school`)).status).toBe(200);
    const again = await post<{ accessCode: string }>(second.url, '/api/setup/finish', request);
    expect(again).toMatchObject({ status: 200, body: { accessCode: expect.any(String) } });
    expect((await signIn(second.url, 'Bra', 'passwort-Bra')).status).toBe(200);
  }, 60_000);
});
