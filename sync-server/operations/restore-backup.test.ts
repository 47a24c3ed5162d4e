import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createId } from '#core/kernel/id.ts';
import { jobModules } from '#server/app/job-modules.ts';
import { readEpoch } from '#server/feed/numbering.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { openDatabase } from '#server/storage/sqlite/database.ts';
import { createBackupSchool, type BackupSchool } from '#tests/support/server/backup-school.ts';
import { createRestore, faultOf } from '#tests/support/server/restoring.ts';
import { MONDAY } from '#tests/support/server/staff.ts';
import { BackupFault } from './backup-fault.ts';
import { toFingerprint } from './recovery-key.ts';
import { drillBackup } from './restore-backup.ts';

const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
let school: BackupSchool;
let target: string;
let restore: ReturnType<typeof createRestore>;
beforeEach(async () => {
  school = await createBackupSchool();
  target = path.join(school.folder, 'restored');
  restore = createRestore(school, target);
});
afterEach(() => {
  school.remove();
});

const inside = async <Result>(dataDir: string, work: (store: Store) => Promise<Result>): Promise<Result> => {
  const store = await school.open(dataDir);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};
/** What lies in the folder of the tests beside what every test has. */
const listBeside = (): readonly string[] =>
  readdirSync(school.folder).filter((name) => !['school', 'backups'].includes(name));

describe('[BAK5] a restored school', () => {
  test('has everything the backup held, under another epoch, and is put nowhere else', async () => {
    const made = school.backUp();
    const restored = await restore(made.file);
    expect(restored).toMatchObject({ documents: made.documents, files: 1, before: undefined });
    const [before, after] = [
      await inside(school.data, (store) => readEpoch(store.read)),
      await inside(target, (store) => readEpoch(store.read)),
    ];
    expect(after).not.toBe(before);
    const persons = await inside(target, (store) => readDocumentsOfKind(store.read, 'person'));
    expect(persons).toEqual(await inside(school.data, (store) => readDocumentsOfKind(store.read, 'person')));
    expect(readFileSync(path.join(target, 'files', 'abcdefgh'))).toEqual(
      readFileSync(path.join(school.data, 'files', 'abcdefgh')),
    );
    expect(listBeside()).toEqual(['restored']);
    expect(statSync(path.join(target, 'files', 'abcdefgh')).mode & 0o077).toBe(0);
  });

  test('says to every client from when it is', async () => {
    const made = school.backUp();
    await restore(made.file);
    const [found] = await inside(target, (store) => readDocumentsOfKind(store.read, 'school'));
    expect(found?.restored).toEqual({ madeAt: MONDAY, at: MONDAY + 1_000 });
  });

  test('twice from one backup has two epochs', async () => {
    const { file } = school.backUp();
    await restore(file);
    await restore(file, { to: `${target}-2` });
    const epochs = [target, `${target}-2`].map((folder) => inside(folder, (store) => readEpoch(store.read)));
    expect(await epochs[0]).not.toBe(await epochs[1]);
  });

  test('lets in nobody who was signed in, and no code that was not used', async () => {
    const sql = `insert into session (id, token_hash, person_id, device_id, device_class, created_at, last_seen_at, expires_at)
       values ('s', 'hash', 'p', 'd', 'official', 1, 1, 9999999999999)`;
    await inside(school.data, async (store) => {
      const person = (await readDocumentsOfKind(store.read, 'person'))[0];
      const key = await store.read.get<{ key: string }>(
        'select short_code_key as key from person where id = ?',
        person?.id ?? '',
      );
      await store.write('issue-access-code', { shortCodeKey: key?.key ?? '', codeHash: 'hash', now: MONDAY });
    });
    const database = openDatabase(path.join(school.data, 'umlauf.db'));
    database.exec(sql);
    database.close();
    await restore(school.backUp().file);
    await inside(target, async (store) => {
      expect(await store.read.all('select id from session where revoked_at is null')).toEqual([]);
      expect(await store.read.all('select person_id from session')).toHaveLength(1);
      expect(await store.read.all('select 1 from access_code where used_at is null')).toEqual([]);
    });
  });

  test('is put into a folder that is not empty only when told, and puts aside what was there', async () => {
    const { file } = school.backUp();
    expect(await faultOf(restore(file, { to: school.data }))).toBe('not-empty');
    mkdirSync(target);
    writeFileSync(path.join(target, 'somebody.txt'), 'else');
    expect(await faultOf(restore(file))).toBe('not-empty');
    const restored = await restore(file, { to: school.data, replaces: true });
    expect(existsSync(path.join(restored.before ?? '', 'umlauf.db'))).toBe(true);
    expect(existsSync(path.join(school.data, 'umlauf.db'))).toBe(true);
  });

  test('keeps the backups of the folder it replaces', async () => {
    const to = path.join(school.data, 'backups');
    const { file } = school.backUp(MONDAY, { to });
    await restore(file, { to: school.data, replaces: true });
    expect(existsSync(file)).toBe(true);
  });

  test('never replaces another school, nor one on which a server runs', async () => {
    const { file } = school.backUp();
    const other = path.join(school.folder, 'other');
    await school.found(other);
    expect(await faultOf(restore(file, { to: other, replaces: true }))).toBe('other-school');
    const store = await school.open();
    expect(await faultOf(restore(file, { to: school.data, replaces: true }))).toBe('in-use');
    await store.close();
  });

  test('replaces a school whose database is beyond repair', async () => {
    const { file } = school.backUp();
    writeFileSync(path.join(school.data, 'umlauf.db'), randomBytes(50_000));
    await restore(file, { to: school.data, replaces: true });
    expect(await inside(school.data, (store) => readDocumentsOfKind(store.read, 'person'))).toHaveLength(7);
  });

  test('clears away what an attempt that was killed has left beside it', async () => {
    const { file } = school.backUp();
    mkdirSync(`${target}.wiederherstellung-abc123`);
    writeFileSync(`${target}.wiederherstellung-abc123/umlauf.db`, 'half');
    await restore(file);
    expect(listBeside()).toEqual(['restored']);
  });

  test('is not made at all where something goes wrong on the way', async () => {
    const { file } = school.backUp();
    const fails = restore(file, {
      onStep: (step) => {
        if (step === 'prepared') throw new BackupFault('disk-full');
      },
    });
    expect(await faultOf(fails)).toBe('disk-full');
    expect(listBeside()).toEqual([]);
  });

  test('leaves the old school in its place where the new one cannot take it', async () => {
    const { file } = school.backUp();
    const fails = restore(file, {
      to: school.data,
      replaces: true,
      onStep: (step) => {
        if (step === 'put-aside') throw new BackupFault('unreachable');
      },
    });
    expect(await faultOf(fails)).toBe('unreachable');
    expect(listBeside()).toEqual([]);
    expect(await inside(school.data, (store) => readDocumentsOfKind(store.read, 'person'))).toHaveLength(7);
  });
});

describe('[BAK6] what was deleted after the backup', () => {
  test('is deleted again from the journal in the old folder, and what never was there stays away', async () => {
    const { file } = school.backUp();
    const doomed = await inside(school.data, async (store) => {
      const [, second] = await readDocumentsOfKind(store.read, 'group');
      if (second === undefined) throw new Error('the school has too few groups');
      return second;
    });
    const unknown = createId(random);
    appendFileSync(
      path.join(school.data, 'deletions.log'),
      `1 ${doomed.id} deleted ${MONDAY + 1}\n2 ${unknown} deleted ${MONDAY + 2}\n`,
    );
    const restored = await restore(file, { to: school.data, replaces: true });
    expect(restored.deleted).toBe(1);
    await inside(school.data, async (store) => {
      const groups = await readDocumentsOfKind(store.read, 'group');
      expect(groups.map(({ id }) => id)).not.toContain(doomed.id);
      expect(await store.read.get('select deleted from document where id = ?', unknown)).toEqual({
        deleted: 1,
      });
      // The journal of the restored school knows both, for the next restore.
      const rows = await store.read.all<{ document: string }>(
        'select document from deletion order by document',
      );
      expect(rows.map(({ document }) => document)).toEqual([doomed.id, unknown].sort());
    });
  });

  test('is known from the journal that lies beside the backups as well', async () => {
    const [doomed] = await inside(school.data, (store) => readDocumentsOfKind(store.read, 'group'));
    const { file } = school.backUp();
    appendFileSync(path.join(school.data, 'deletions.log'), `1 ${doomed?.id ?? ''} deleted ${MONDAY + 1}\n`);
    school.backUp(MONDAY + 86_400_000);
    rmSync(school.data, { recursive: true });
    expect((await restore(file)).deleted).toBe(1);
  });
});

describe('[BAK9] a drill', () => {
  test('proves a backup and leaves nothing behind', async () => {
    const { file, documents } = school.backUp();
    const within = path.join(school.folder, 'drill');
    mkdirSync(within);
    const drill = { file, secret: school.key.secret, now: MONDAY, jobModules, within };
    expect(await drillBackup(drill)).toMatchObject({ documents, files: 1 });
    truncateSync(file, statSync(file).size - 1);
    expect(await faultOf(drillBackup(drill))).toBe('damaged');
    expect(readdirSync(within)).toEqual([]);
  });

  test('of a backup says whose key opens it', () => {
    const { keyFingerprint } = school.backUp();
    expect(keyFingerprint).toBe(toFingerprint(Buffer.from(school.key.publicKey, 'base64url')));
  });
});
