import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrations } from '#server/storage/migrations/migrations.ts';
import { createBackupSchool, createTestKey, type BackupSchool } from '#tests/support/server/backup-school.ts';
import { createRestore, faultOf } from '#tests/support/server/restoring.ts';
import { createArchiveWriter } from './archive.ts';
import { CHUNK_BYTES, isKeptPath, readPrefix, toPrefix, type BackupHeader } from './backup-format.ts';
import { createSealedFile } from './sealed-file.ts';
import { beginExchange } from './sealing.ts';
import { unpackBackup } from './unpack-backup.ts';

const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
let school: BackupSchool;
let restore: ReturnType<typeof createRestore>;
beforeEach(async () => {
  school = await createBackupSchool();
  restore = createRestore(school, path.join(school.folder, 'restored'));
});
afterEach(() => {
  school.remove();
});

/** What lies in the folder of the tests beside what every test has. */
const listBeside = (): readonly string[] =>
  readdirSync(school.folder).filter((name) => !['school', 'backups'].includes(name));

describe('[BAK7] a backup that is not as it was written', () => {
  const unpack = (file: string, secret = school.key.secret): Promise<string> => {
    const into = path.join(school.folder, `into-${randomBytes(4).toString('hex')}`);
    mkdirSync(into);
    return faultOf(() => unpackBackup(file, secret, into)).finally(() => {
      rmSync(into, { recursive: true });
    });
  };

  test('is found out by one flipped bit, wherever it is', async () => {
    const { file } = school.backUp();
    const bytes = readFileSync(file);
    const { prefix } = readPrefix(bytes);
    const flipped = `${file}.flipped`;
    const check = async (position: number, bit: number): Promise<void> => {
      const copy = Buffer.from(bytes);
      copy[position] = (copy[position] ?? 0) ^ (1 << bit);
      writeFileSync(flipped, copy);
      expect(await unpack(flipped), `bit ${bit} of byte ${position}`).toBe('damaged');
    };
    // Every byte of what is in clear, the first and last of what is sealed, and anywhere between.
    for (let position = 0; position < prefix.length; position += 1) await check(position, position % 8);
    for (const position of [prefix.length, bytes.length - 17, bytes.length - 1]) await check(position, 7);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: prefix.length, max: bytes.length - 1 }), fc.nat(7), check),
      { numRuns: 60 },
    );
  }, 60_000);

  test('is found out wherever it was cut off, also between two chunks, and where something was added', async () => {
    writeFileSync(path.join(school.data, 'files', 'large'), randomBytes(2 * CHUNK_BYTES));
    const { file } = school.backUp();
    const { size } = statSync(file);
    const { prefix } = readPrefix(readFileSync(file));
    const step = CHUNK_BYTES + 16;
    const lengths = [0, 5, prefix.length - 1, prefix.length, prefix.length + step, prefix.length + 2 * step];
    for (const length of [...lengths, prefix.length + 10, size - 16, size - 1]) {
      const cut = `${file}.cut`;
      writeFileSync(cut, readFileSync(file));
      truncateSync(cut, length);
      expect(await unpack(cut), `cut at ${length}`).toMatch(length === 0 ? /^not-a-backup$/ : /^damaged$/);
    }
    appendFileSync(file, 'x');
    expect(await unpack(file)).toBe('damaged');
  });

  test('is found out when chunks have changed places or were left out', async () => {
    writeFileSync(path.join(school.data, 'files', 'large'), randomBytes(3 * CHUNK_BYTES));
    const { file } = school.backUp();
    const bytes = readFileSync(file);
    const { prefix } = readPrefix(bytes);
    const step = CHUNK_BYTES + 16;
    const chunk = (number: number): Buffer =>
      bytes.subarray(prefix.length + number * step, prefix.length + (number + 1) * step);
    const rest = bytes.subarray(prefix.length + 2 * step);
    writeFileSync(file, Buffer.concat([prefix, chunk(1), chunk(0), rest]));
    expect(await unpack(file)).toBe('damaged');
    writeFileSync(file, Buffer.concat([prefix, chunk(0), rest]));
    expect(await unpack(file)).toBe('damaged');
  });

  test('does not open with the key of another sheet', async () => {
    expect(await unpack(school.backUp().file, createTestKey().secret)).toBe('wrong-key');
  });

  test('is told apart from any other file', async () => {
    const file = path.join(school.folder, 'letter.odt');
    writeFileSync(file, randomBytes(10_000));
    expect(await unpack(file)).toBe('not-a-backup');
    expect(await faultOf(restore(path.join(school.folder, 'missing')))).toBe('unreachable');
  });

  test('of a newer program is refused with that reason', async () => {
    const { file } = school.backUp();
    const { header, prefix } = readPrefix(readFileSync(file));
    const rest = readFileSync(file).subarray(prefix.length);
    for (const newer of [{ schema: migrations.length + 1 }, { version: 2 }]) {
      writeFileSync(file, Buffer.concat([toPrefix({ ...header, ...newer } as BackupHeader), rest]));
      expect(await faultOf(restore(file))).toBe('too-new');
    }
  });
});

describe('[BAK8] a backup that somebody has made to do harm', () => {
  /** A well-sealed backup with entries of the attacker's choice: whoever has the public half can make one. */
  const forge = (entries: readonly (readonly [path: string, from: string])[]): string => {
    const exchange = beginExchange(Buffer.from(school.key.publicKey, 'base64url'), random);
    const header = readPrefix(readFileSync(school.backUp().file)).header;
    const prefix = toPrefix({ ...header, exchange: exchange.publicHalf });
    const file = path.join(school.folder, `forged-${randomBytes(4).toString('hex')}.sicherung`);
    const sealed = createSealedFile(file, prefix, exchange.toContentKey(prefix));
    const archive = createArchiveWriter(sealed.write);
    for (const [name, from] of entries) archive.add(name, from);
    archive.end();
    sealed.finish();
    sealed.close();
    return file;
  };

  test('writes nothing outside of the new folder', async () => {
    const harm = path.join(school.folder, 'harm');
    writeFileSync(harm, 'harm');
    const names = [
      '../escaped',
      'files/../../escaped',
      '/tmp/escaped',
      'files/..',
      'C:\\escaped',
      'files\\..\\x',
    ];
    for (const name of [...names, 'ballot-keys/vote', 'writer.lock', 'files/.hidden', 'files/con.', '']) {
      expect(await faultOf(restore(forge([[name, harm]]))), name).toBe('hostile');
    }
    expect(listBeside().filter((name) => !/^forged-|^harm$/.test(name))).toEqual([]);
  });

  test('does not write the same file twice, also not in other letters', async () => {
    const database = path.join(school.data, 'umlauf.db');
    const twice = forge([
      ['umlauf.db', database],
      ['files/a', database],
      ['files/A', database],
    ]);
    expect(await faultOf(restore(twice))).toBe('hostile');
  });

  test('needs a database, and one of the school it names', async () => {
    const database = path.join(school.data, 'umlauf.db');
    expect(await faultOf(restore(forge([['files/a', database]])))).toBe('damaged');
    const other = path.join(school.folder, 'other');
    await school.found(other);
    expect(await faultOf(restore(forge([['umlauf.db', path.join(other, 'umlauf.db')]])))).toBe('hostile');
  });

  test.each([
    ['files/abc', true],
    ['files/ab/cd/ef', true],
    ['pki/authority.pem', true],
    ['umlauf.db', true],
    ['umlauf.db/x', false],
    ['files', false],
    ['files/', false],
    ['files//x', false],
    ['files/a b', false],
    ['files/a/b/c/d/e', false],
  ])('%s may be written: %s', (name, isAllowed) => {
    expect(isKeptPath(name)).toBe(isAllowed);
  });
});
