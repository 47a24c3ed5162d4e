import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupStatusSchema, type BackupStatus } from '#core/admin/backup-status.ts';
import { listBackups } from '#server/operations/backup-folder.ts';
import { createTestKey } from '#tests/support/server/backup-school.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';

const DAY = 86_400_000;
let school: TestSchool;
beforeEach(async () => {
  school = await startTestSchool({ people: ['Kuh', 'Hau'] });
  const flags = { administrator: true, staffCouncil: false, now: school.clock.value };
  await school.server.store.write('set-flags', { personId: school.person('Hau').id, ...flags });
});
afterEach(async () => {
  await school.close();
});

const ask = (token: string | undefined, method = 'GET') =>
  fetch(`${school.url}/api/backup`, {
    method,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
const readStatus = async (token: string, method?: string): Promise<BackupStatus> =>
  backupStatusSchema.parse(await (await ask(token, method)).json());
const makeKey = () =>
  school.server.store.write('set-backup', { publicKey: createTestKey().publicKey, now: school.clock.value });

test('[BAK11] only administrators see how backups stand and start one', async () => {
  const teacher = await school.token('Kuh');
  for (const method of ['GET', 'POST']) {
    expect((await ask(undefined, method)).status).toBe(401);
    expect((await ask(teacher, method)).status).toBe(403);
  }
  const token = await school.token('Hau');
  expect(await readStatus(token)).toMatchObject({ hasKey: false, isRunning: false });
});

test('[BAK11] an administrator starts a backup, and sees how it went', async () => {
  await makeKey();
  const token = await school.token('Hau');
  expect(await readStatus(token, 'POST')).toMatchObject({ hasKey: true, isRunning: true });
  await expect.poll(async () => (await readStatus(token)).isRunning).toBe(false);
  const status = await readStatus(token);
  expect(status.good).toMatchObject({ madeAt: school.clock.value, kept: 1, leftOut: 0 });
  expect(status.next).toBeGreaterThan(school.clock.value);
});

test('[BAK4] the server makes its nightly backup, once a night', async () => {
  await makeKey();
  const { backups } = school.server;
  const folder = path.join(school.dataDir, 'backups');
  await backups.tick();
  await backups.tick();
  expect(listBackups(folder)).toHaveLength(1);
  school.clock.value += DAY;
  await backups.tick();
  expect(listBackups(folder)).toHaveLength(2);
});

test('[BAK4] a folder that cannot be written is said, the old ones stay, and it is tried again an hour later', async () => {
  await makeKey();
  const { backups, store } = school.server;
  await backups.tick();
  const inTheWay = path.join(school.dataDir, 'no-folder');
  writeFileSync(inTheWay, '');
  await store.write('set-backup', { folder: path.join(inTheWay, 'below'), now: school.clock.value });
  school.clock.value += DAY;
  await backups.tick();
  const status = await backups.status();
  expect(status.last).toEqual({ at: school.clock.value, fault: 'unreachable' });
  expect(status.good?.madeAt).toBe(school.clock.value - DAY);
  expect(status.next).toBe(school.clock.value + 3_600_000);
  expect(readdirSync(path.join(school.dataDir, 'backups'))).toHaveLength(1);
});
