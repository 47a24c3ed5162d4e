import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestSchool } from '#tests/support/server/test-school.ts';
import { plainAnnouncement } from '#tests/support/server/staff.ts';
import { newId } from '#tests/support/server/wire-client.ts';
import { openDataFolder, toDefaultFolder } from './data-folder.ts';
import { startServer, type UmlaufServer } from './server.ts';

const folders: string[] = [];
const servers: UmlaufServer[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'umlauf-server-'));
  folders.push(folder);
  return folder;
};
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const start = async (options: Parameters<typeof startServer>[0]): Promise<UmlaufServer> => {
  const server = await startServer(options);
  servers.push(server);
  return server;
};

describe('a server', () => {
  it('has its folder alone, and listens on this computer only', async () => {
    const dataDir = newFolder();
    const server = await start({ dataDir });
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
    await expect(startServer({ dataDir })).rejects.toMatchObject({ name: 'StoreInUseError' });
    expect((await fetch(`${server.url}/api/school`)).status).toBe(404);
  });

  it('gives the folder back when its port is taken', async () => {
    const first = await start({ dataDir: newFolder() });
    const dataDir = newFolder();
    await expect(startServer({ dataDir, port: Number(new URL(first.url).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await start({ dataDir });
  });

  it('opens its local socket to its own account only', async () => {
    if (process.platform === 'win32') return;
    const dataDir = newFolder();
    await start({ dataDir });
    const { controlSocket, path: folder } = openDataFolder(dataDir);
    expect(statSync(controlSocket).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('works in a folder whose name is longer than a socket’s address may be', async () => {
    await start({ dataDir: path.join(newFolder(), 'a'.repeat(120)) });
  });

  it('says good-bye to every socket and finishes what was begun', async () => {
    const dataDir = newFolder();
    const school = await startTestSchool({ dataDir, people: ['Dre'] });
    const client = await school.as('Dre');
    const id = newId();
    const answer = client.command('announce', plainAnnouncement(id, [school.group('Fachschaft Deutsch').id]));
    client.send(JSON.stringify({ op: 'ping', id: 99 }));
    await client.next('pong');
    await school.close();
    expect(await client.closed).toBe(1001);
    const server = await start({ dataDir });
    expect(await server.store.read.get('select id from document where id = ?', id)).toBeDefined();
    void answer;
  });

  it('does not wait for ever for a client that has stopped listening', async () => {
    const school = await startTestSchool({ people: ['Dre'] });
    const client = await school.as('Dre');
    client.socket.pause();
    const before = performance.now();
    await school.close();
    expect(performance.now() - before).toBeLessThan(15_000);
    client.socket.terminate();
  });

  it('[CMD7] answers a full disk as something to try again, and works once there is room', async () => {
    const dataDir = newFolder();
    const first = await startTestSchool({ dataDir, people: ['Dre'] });
    await first.close();
    const size = statSync(path.join(dataDir, 'umlauf.db')).size;
    const school = await startTestSchool({ dataDir, people: [], maximumBytes: size + 40_000 });
    const client = await school.as('Dre');
    const args = plainAnnouncement(newId(), [school.group('Fachschaft Deutsch').id]);
    const big = {
      ...args,
      body: {
        ...args.body,
        content: Array.from({ length: 40 }, () => ({
          type: 'paragraph' as const,
          content: [{ type: 'text' as const, text: 'x'.repeat(1_200) }],
        })),
      },
    };
    const mid = newId();
    expect(await client.command('announce', big, { mid })).toEqual({
      status: 'refused',
      reason: 'storage-full',
    });
    expect((await client.pullAll()).documents.length).toBeGreaterThan(0);
    await school.close();
    const roomy = await startTestSchool({ dataDir, people: [] });
    const again = await roomy.as('Dre');
    expect(await again.command('announce', big, { mid })).toMatchObject({ status: 'stored' });
    await roomy.close();
  });
});

describe('the default folder', () => {
  it('follows the customs of the platform', () => {
    expect(toDefaultFolder('linux', { XDG_DATA_HOME: '/data' })).toBe(path.join('/data', 'umlauf'));
    expect(toDefaultFolder('linux', { XDG_DATA_HOME: 'relative' })).toMatch(/\.local.share.umlauf$/);
    expect(toDefaultFolder('win32', { PROGRAMDATA: 'D:\\Daten' })).toContain('D:\\Daten');
    expect(toDefaultFolder('darwin', {})).toContain('Application Support');
  });
});
