import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { createBackupSchool, createTestKey, type BackupSchool } from '#tests/support/server/backup-school.ts';
import { MONDAY, TEST_STAFF } from '#tests/support/server/staff.ts';
import { startServer } from '../server.ts';
import { askRecoveryKey } from './ask-recovery-key.ts';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'umlauf-cli-'));
  data = path.join(folder, 'school');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const runFile = (file: string, args: readonly string[], input = '') =>
  new Promise<{ code: number | null; signal: string | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, [file, ...args]);
    let [out, err] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
    child.on('close', (code, signal) => {
      resolve({ code, signal, out, err });
    });
    child.stdin.end(input);
  });
const run = (program: 'import' | 'backup' | 'restore', args: readonly string[], input = '') =>
  runFile(fileURLToPath(new URL(`./${program}.ts`, import.meta.url)), args, input);
const found = async (): Promise<void> => {
  const file = path.join(folder, 'staff.csv');
  writeFileSync(file, TEST_STAFF);
  await run('import', [file, '--data', data]);
};
/** The key as the console has printed it. */
const makeKey = async (): Promise<string> => {
  const { out } = await run('backup', ['--data', data, '--new-key']);
  return [...out.matchAll(/^ +\d+ {2}([0-9A-Z]{6})$/gm)].map(([, block]) => block).join(' ');
};
const listBackups = (): readonly string[] =>
  readdirSync(path.join(data, 'backups')).filter((name) => name.endsWith('.sicherung'));

describe('[BAK5, BAK9] a school on the command line', () => {
  test('is backed up, proven by a drill, and restored on another machine', async () => {
    await found();
    const key = await makeKey();
    expect(key.split(' ')).toHaveLength(11);
    const made = await run('backup', ['--data', data]);
    expect(made.out).toContain('Gesichert und zurückgelesen');
    expect(made.code).toBe(0);
    const file = path.join(data, 'backups', listBackups()[0] ?? '');

    const drill = await run('restore', [file, '--drill', '--data', data], key);
    expect(drill.out).toContain('lässt sich wiederherstellen');
    expect(drill.code).toBe(0);

    const target = path.join(folder, 'new');
    const restored = await run('restore', [file, '--data', target], key);
    expect(restored.out).toContain('Datenbank geprüft');
    expect(restored.code).toBe(0);
    expect(existsSync(path.join(target, 'umlauf.db'))).toBe(true);

    const status = await run('backup', ['--data', data, '--status']);
    expect(status.out).toMatch(/Letzte gute Sicherung.*\n.*Nächste.*\n.*Letzte Probe/);
  }, 60_000);

  test('is backed up while its server runs, which goes on serving', async () => {
    await found();
    await makeKey();
    const server = await startServer({ dataDir: data });
    const made = await run('backup', ['--data', data, '--to', folder]);
    expect(made).toMatchObject({ code: 0 });
    expect(readdirSync(folder).some((name) => name.endsWith('.sicherung'))).toBe(true);
    expect((await fetch(`${server.url}/api/school`)).status).toBe(200);
    const [first, second] = await Promise.all([server.backups.make(), server.backups.make()]);
    expect(first.ok).toBe(true);
    expect(second).toEqual({ ok: false, refusal: 'busy' });
    await server.close();
  }, 60_000);

  test('without a recovery key is not backed up, and is told what to do', async () => {
    await found();
    const made = await run('backup', ['--data', data]);
    expect(made.code).toBe(1);
    expect(made.err).toContain('--new-key');
    expect(existsSync(path.join(data, 'backups'))).toBe(false);
  }, 60_000);

  test('gets a second recovery key only when that is said aloud', async () => {
    await found();
    await makeKey();
    expect((await run('backup', ['--data', data, '--new-key'])).code).toBe(1);
    expect((await run('backup', ['--data', data, '--new-key', '--replace-key'])).code).toBe(0);
  }, 60_000);

  test('names the block that was typed wrongly, and what else is not right', async () => {
    await found();
    const key = await makeKey();
    await run('backup', ['--data', data, '--to', folder]);
    const file = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.sicherung')) ?? '');
    const blocks = key.split(' ');
    const third = blocks[2] ?? '';
    const wrong = blocks.with(2, (third.startsWith('7') ? '8' : '7') + third.slice(1)).join(' ');
    const restore = (input: string, ...more: string[]) => run('restore', [file, '--drill', ...more], input);
    expect(await restore(wrong)).toMatchObject({ code: 1, out: '' });
    expect((await restore(wrong)).err).toContain('Block 3 stimmt nicht');
    expect((await restore(blocks.slice(0, 4).join(' '))).err).toContain('Es fehlen noch 7 Blöcke');
    expect((await restore(createTestKey().privatePrinted)).err).toContain(
      'gehört zu einer anderen Sicherung',
    );
    expect((await run('restore', [path.join(folder, 'staff.csv'), '--drill'])).err).toContain(
      'keine Sicherung',
    );
    expect((await run('restore', [file])).code).toBe(2);
    expect((await run('backup', ['--nightly', '25:00'])).code).toBe(2);
    expect((await run('backup', ['--data', path.join(folder, 'nothing')])).code).toBe(1);
  }, 60_000);

  test('keeps the time and the folder of its nightly backups', async () => {
    await found();
    await makeKey();
    const set = await run('backup', ['--data', data, '--nightly', '03:15', '--to', folder]);
    expect(set.out).toContain(folder);
    expect((await run('backup', ['--data', data, '--nightly', 'nie'])).out).toContain(
      'Nächtliche Sicherung: keine',
    );
  }, 60_000);
});

describe('[BAK5] a restore that is killed', () => {
  let school: BackupSchool;
  beforeEach(async () => {
    school = await createBackupSchool();
  });
  afterEach(() => {
    school.remove();
  });
  const crash = (file: string, to: string, step: string) =>
    runFile(fileURLToPath(new URL('../../../tests/support/server/crash-restore.ts', import.meta.url)), [
      file,
      Buffer.from(school.key.secret).toString('hex'),
      to,
      step,
    ]);

  test.each(['unpacked', 'prepared'])(
    'when it has %s leaves nothing where the school is to be',
    async (step) => {
      const { file } = school.backUp(MONDAY);
      const to = path.join(folder, 'new');
      expect((await crash(file, to, step)).signal).toBe('SIGKILL');
      expect(existsSync(to)).toBe(false);
      expect((await crash(file, to, 'never')).code).toBe(0);
      expect(readdirSync(folder)).toEqual(['new']);
    },
    60_000,
  );

  test('leaves the old school as it was', async () => {
    const { file } = school.backUp(MONDAY);
    const before = readFileSync(path.join(school.data, 'umlauf.db'));
    expect((await crash(file, school.data, 'prepared')).signal).toBe('SIGKILL');
    expect(readFileSync(path.join(school.data, 'umlauf.db'))).toEqual(before);
  }, 60_000);

  test('with the old school put aside is finished by whoever opens the folder next, who is told so', async () => {
    const to = path.join(school.data, 'backups');
    const { file } = school.backUp(MONDAY, { to });
    expect((await crash(file, school.data, 'put-aside')).signal).toBe('SIGKILL');
    expect(existsSync(school.data)).toBe(false);
    const status = await run('backup', ['--data', school.data, '--status']);
    expect(status.err).toContain(
      'Eine Wiederherstellung war unterbrochen worden. Sie ist jetzt abgeschlossen.',
    );
    const [before = ''] = readdirSync(school.folder).filter((name) => name.startsWith('school.vorher-'));
    expect(status.err).toContain(path.join(school.folder, before));
    // The school is there, its backups too, and what was there before lies aside; nothing else is left.
    expect(readdirSync(school.folder).sort()).toEqual(['school', before].sort());
    expect(existsSync(file)).toBe(true);
    expect(existsSync(path.join(school.folder, before, 'umlauf.db'))).toBe(true);
    const store = await school.open();
    const [found] = await readDocumentsOfKind(store.read, 'school');
    await store.close();
    expect(found?.restored?.madeAt).toBe(MONDAY);
    expect((await run('backup', ['--data', school.data, '--status'])).err).toBe('');
  }, 60_000);

  test('with the old school put aside can simply be begun anew with the same command', async () => {
    const { file } = school.backUp(MONDAY, { to: path.join(school.data, 'backups') });
    expect((await crash(file, school.data, 'put-aside')).signal).toBe('SIGKILL');
    expect((await crash(file, school.data, 'never')).code).toBe(0);
    expect(readdirSync(school.folder).filter((name) => name.startsWith('school.vorher-'))).toHaveLength(2);
    expect(existsSync(path.join(school.data, 'umlauf.db'))).toBe(true);
  }, 60_000);
});

describe('[BAK1] typing the key', () => {
  const type = async (typed: readonly string[]) => {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = new PassThrough();
    let said = '';
    output.on('data', (piece: Buffer) => (said += piece.toString()));
    const asked = askRecoveryKey({ input, output });
    input.end(`${typed.join('\n')}\n`);
    return { secret: await asked, said };
  };

  test('judges each block as soon as it is there and goes on with the right ones', async () => {
    const key = createTestKey();
    const blocks = key.privatePrinted.toLowerCase().split('-');
    const { secret, said } = await type([...blocks.slice(0, 3), 'qqqqqq', ...blocks.slice(3)]);
    expect(secret).toEqual(key.secret);
    expect(said).toContain('Block 4 stimmt nicht');
  });

  test('takes the whole key at once as well, and says what is missing at the end', async () => {
    const key = createTestKey();
    expect((await type([key.privatePrinted])).secret).toEqual(key.secret);
    const half = await type(key.privatePrinted.split('-').slice(0, 2));
    expect(half.secret).toBeUndefined();
    expect(half.said).toContain('Es fehlen noch 9 Blöcke');
  });
});
