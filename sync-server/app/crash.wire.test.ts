import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toStatusId } from '#core/announcements/ids.ts';
import type { Id } from '#core/kernel/id.ts';
import { createProcesses, startCrashServer } from '#tests/support/server/processes.ts';
import { plainAnnouncement } from '#tests/support/server/staff.ts';
import { startTestSchool } from '#tests/support/server/test-school.ts';
import { connectWith, newId } from '#tests/support/server/wire-client.ts';

const processes = createProcesses();
let dataDir: string;
let token: string;
let german: Id;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'umlauf-crash-'));
  const school = await startTestSchool({ dataDir, people: ['Dre'] });
  token = await school.token('Dre');
  german = school.group('Fachschaft Deutsch').id;
  await school.close();
});
afterEach(async () => {
  await processes.end();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = (...args: string[]) => startCrashServer(processes, dataDir, ...args);

describe('a server that is killed', () => {
  it.each(['before-commit', 'after-commit'])(
    '[CMD4] %s neither loses nor doubles an announcement',
    async (point) => {
      const first = await start('--point', point, '--job', 'command');
      const mid = newId();
      const args = { ...plainAnnouncement(newId(), [german]), acknowledgement: {} };
      const client = await connectWith(first.url, token);
      void client.command('announce', args, { mid });
      await once(first.child, 'exit');
      expect(first.child.signalCode).toBe('SIGKILL');
      expect(await client.closed).toBe(1006);
      expect(client.received.map(({ op }) => op)).toEqual(['hello']);

      const second = await start();
      const again = await connectWith(second.url, token);
      const before = (await again.pullAll()).documents.filter(({ kind }) => kind === 'announcement');
      expect(before).toHaveLength(point === 'after-commit' ? 1 : 0);
      expect(await again.command('announce', args, { mid })).toEqual({ status: 'stored', rev: 1 });
      const { documents } = await again.pullAll();
      expect(documents.filter(({ kind }) => kind === 'announcement')).toMatchObject([
        { id: args.id, rev: 1 },
      ]);
      expect(documents.find(({ id }) => id === toStatusId(args.id))).toMatchObject({ rev: 1 });
    },
    60_000,
  );

  it('[CMD2] gives the first answer also to a repeat after the kill', async () => {
    const first = await start();
    const client = await connectWith(first.url, token);
    const mid = newId();
    const args = plainAnnouncement(newId(), [german]);
    const answer = await client.command('announce', args, { mid });
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = await start();
    const again = await connectWith(second.url, token);
    expect(await again.command('announce', args, { mid })).toEqual(answer);
  }, 60_000);
});
