import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBackupSchool, type BackupSchool } from '#tests/support/server/backup-school.ts';
import { MONDAY } from '#tests/support/server/staff.ts';
import { BackupFault } from './backup-fault.ts';
import { listBackups } from './backup-folder.ts';
import { openSealedFile } from './sealed-file.ts';
import { openExchange } from './sealing.ts';
import { readArchive } from './archive.ts';

const DAY = 86_400_000;
let school: BackupSchool;
beforeEach(async () => {
  school = await createBackupSchool();
});
afterEach(() => {
  school.remove();
});

const faultOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof BackupFault) return error.kind;
    throw error;
  }
  return 'none';
};
const listContent = (file: string): readonly string[] => {
  const sealed = openSealedFile(file);
  const key = openExchange(school.key.secret, sealed.header, sealed.prefix);
  const paths = Array.from(readArchive(sealed.chunks(key)), (entry) => entry.path);
  sealed.close();
  return paths;
};

describe('[BAK2] a backup', () => {
  test('holds database, attachments, certificates and settings, and nothing else of the folder', () => {
    mkdirSync(path.join(school.data, 'pki'));
    writeFileSync(path.join(school.data, 'pki', 'authority.pem'), 'key');
    mkdirSync(path.join(school.data, 'ballot-keys'));
    writeFileSync(path.join(school.data, 'ballot-keys', 'vote'), 'must never leave this folder');
    writeFileSync(path.join(school.data, 'deletions.log'), '');
    const made = school.backUp();
    expect(listContent(made.file)).toEqual(['umlauf.db', 'files/abcdefgh', 'pki/authority.pem']);
    expect(made).toMatchObject({ files: 2, leftOut: 0, kept: 1, rotated: 0 });
  });

  test('says in clear only ids and times, and is readable for its account alone', () => {
    const { file } = school.backUp();
    const text = readFileSync(file, 'latin1');
    for (const secret of ['Probeschule', 'Kuhn', 'SQLite format', 'short_code']) {
      expect(text.includes(secret)).toBe(false);
    }
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('leaves links out and says so: they may lead anywhere', () => {
    symlinkSync('/etc/passwd', path.join(school.data, 'files', 'innocent'));
    symlinkSync('/etc', path.join(school.data, 'files', 'folder'));
    const made = school.backUp();
    expect(listContent(made.file)).toEqual(['umlauf.db', 'files/abcdefgh']);
    expect(made.leftOut).toBe(2);
  });

  test('is made although somebody writes all the time, and is one state of the database', async () => {
    const store = await school.open();
    let isWriting = true;
    const writing = (async () => {
      for (let number = 0; isWriting; number += 1) {
        await store.write('name-school', { name: `Schule ${number}`, now: MONDAY + number });
        await new Promise(setImmediate);
      }
    })();
    await store.write('name-school', { name: 'begonnen', now: MONDAY });
    const made = school.backUp();
    isWriting = false;
    await writing;
    await store.close();
    expect(made.documents).toBeGreaterThan(7);
  });

  test('leaves nothing of itself in the data folder', () => {
    // SQLite keeps two files of its own beside a database that was only read.
    const list = () => readdirSync(school.data).filter((name) => !name.startsWith('umlauf.db-'));
    const before = list();
    school.backUp();
    expect(list()).toEqual(before);
  });

  test('needs a school', () => {
    expect(faultOf(() => school.backUp(MONDAY, { dataDir: path.join(school.folder, 'empty') }))).toBe(
      'no-school',
    );
  });

  test('is refused where the database is damaged, and the older ones stay', () => {
    const good = school.backUp();
    const database = path.join(school.data, 'umlauf.db');
    const bytes = readFileSync(database);
    bytes.fill(0xff, 4_096, bytes.length);
    writeFileSync(database, bytes);
    expect(faultOf(() => school.backUp(MONDAY + DAY))).toBe('database-damaged');
    expect(listBackups(school.to).map(({ file }) => file)).toEqual([good.file]);
    expect(readdirSync(school.to)).toHaveLength(1);
  });

  test('goes nowhere if the drive is not there', () => {
    const gone = path.join(school.folder, 'drive', 'umlauf');
    expect(faultOf(() => school.backUp(MONDAY, { to: gone }))).toBe('unreachable');
    expect(existsSync(path.dirname(gone))).toBe(false);
  });
});

describe('[BAK3] older backups', () => {
  test('make room in turn, and those of another school or those that cannot be read are left alone', async () => {
    const other = await createBackupSchool();
    const foreign = other.backUp(MONDAY - 400 * DAY, { to: school.folder }).file;
    writeFileSync(path.join(school.folder, 'umlauf-fremd.sicherung'), 'not a backup at all');
    for (let day = 20; day >= 0; day -= 1) school.backUp(MONDAY - day * DAY, { to: school.folder });
    const left = listBackups(school.folder);
    expect(left.filter(({ file }) => file !== foreign).length).toBeLessThan(14);
    expect(left.map(({ file }) => file)).toContain(foreign);
    expect(readdirSync(school.folder)).toContain('umlauf-fremd.sicherung');
    expect(left[0]?.header.madeAt).toBe(MONDAY);
    other.remove();
  });
});
