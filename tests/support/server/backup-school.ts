import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readStaffList } from '#core/directory/import/read-staff-list.ts';
import { jobModules } from '#server/app/job-modules.ts';
import { createRecoveryKey, parseRecoveryKey } from '#server/operations/recovery-key.ts';
import { writeBackup, type BackupMade } from '#server/operations/write-backup.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { createInlineSqliteStore } from '#server/storage/sqlite/inline-store.ts';
import { MONDAY, TEST_STAFF } from './staff.ts';

const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };

/** A recovery key in both halves. */
export const createTestKey = () => {
  const key = createRecoveryKey(random);
  const secret = parseRecoveryKey(key.privatePrinted);
  if (!secret.ok) throw new Error('the printed key cannot be read back');
  return { ...key, secret: secret.value };
};

/** Folders with a small school and its backups, without a server. */
export const createBackupSchool = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'umlauf-backup-'));
  const data = path.join(folder, 'school');
  const to = path.join(folder, 'backups');
  const key = createTestKey();
  const open = (dataDir = data): Promise<Store> =>
    createInlineSqliteStore({ path: path.join(dataDir, 'umlauf.db'), jobModules });
  const found = async (dataDir: string): Promise<void> => {
    mkdirSync(dataDir, { recursive: true });
    const store = await open(dataDir);
    await store.write('create-school', { name: 'Probeschule', land: 'BW', holidays: [], now: MONDAY });
    const list = readStaffList(Buffer.from(TEST_STAFF));
    if (!list.ok) throw new Error('the staff list of the tests cannot be read');
    await store.write('import-staff', { list: list.value, dryRun: false, now: MONDAY });
    await store.close();
  };
  await found(data);
  mkdirSync(path.join(data, 'files'));
  writeFileSync(path.join(data, 'files', 'abcdefgh'), randomBytes(3_000));
  return {
    folder,
    data,
    to,
    key,
    open,
    found,
    backUp: (now = MONDAY, change: Partial<Parameters<typeof writeBackup>[0]> = {}): BackupMade =>
      writeBackup({
        dataDir: data,
        to,
        publicKey: key.publicKey,
        now,
        zone: 'Europe/Berlin',
        ...change,
      }),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
export type BackupSchool = Awaited<ReturnType<typeof createBackupSchool>>;
