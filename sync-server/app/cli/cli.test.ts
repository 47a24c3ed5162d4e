import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEST_STAFF } from '#tests/support/server/staff.ts';
import { redeem, signIn } from '#tests/support/server/wire-client.ts';
import { startServer } from '../server.ts';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'umlauf-cli-'));
  data = path.join(folder, 'school');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (program: 'import' | 'access', ...args: string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const file = fileURLToPath(new URL(`./${program}.ts`, import.meta.url));
    const child = spawn(process.execPath, [file, ...args]);
    let [out, err] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
  });
const write = (name: string, text: string | Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe('[D24] importing on the command line', () => {
  it('prints exactly the report as JSON, and changes nothing the second time', async () => {
    const file = write('staff.csv', TEST_STAFF);
    const first = await run('import', file, '--data', data, '--json');
    expect(first.code).toBe(0);
    const report = JSON.parse(first.out) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual(['read', 'new', 'updated', 'unchanged', 'refused', 'people']);
    expect(report).toMatchObject({ read: 7, new: 7, updated: 0, unchanged: 0, refused: [] });
    const second = await run('import', file, '--data', data, '--json');
    expect(JSON.parse(second.out)).toEqual({ ...report, new: 0, unchanged: 7 });
  }, 60_000);

  it('ends with 1 when something was refused and with 2 when nothing can be read', async () => {
    const faulty = write('faulty.csv', 'Nachname;Vorname;Kürzel\nMüller;Anna;Mül\nOhne;Kürzel;\n');
    expect(await run('import', faulty, '--data', data, '--dry-run')).toMatchObject({ code: 1 });
    expect(await run('import', write('empty.csv', ''), '--data', data)).toMatchObject({ code: 2, out: '' });
    expect(await run('import', path.join(folder, 'fehlt.csv'), '--data', data)).toMatchObject({ code: 2 });
    expect(await run('import')).toMatchObject({ code: 2 });
    expect(await run('import', faulty, '--nonsense')).toMatchObject({ code: 2 });
  }, 60_000);

  it('stores nothing when it is only tried', async () => {
    const file = write('staff.csv', TEST_STAFF);
    const tried = await run('import', file, '--data', data, '--dry-run', '--json');
    expect(JSON.parse(tried.out)).toMatchObject({ new: 7 });
    const again = await run('import', file, '--data', data, '--dry-run', '--json');
    expect(JSON.parse(again.out)).toMatchObject({ new: 7 });
    expect(existsSync(data)).toBe(false);
    expect(await run('access', 'Dre', '--data', data)).toMatchObject({ code: 1 });
    expect(existsSync(data)).toBe(false);
  }, 60_000);

  it('begins no school for a list that cannot be read or is far too large', async () => {
    const files = ['', 'nur ein Satz', Uint8Array.of(0x50, 0x4b, 3, 4), new Uint8Array(50_000_000).fill(65)];
    for (const [index, content] of files.entries()) {
      const file = write(`schlecht-${String(index)}.csv`, content);
      expect(await run('import', file, '--data', data)).toMatchObject({ code: 2, out: '' });
    }
    expect(existsSync(data)).toBe(false);
  }, 60_000);

  it('is tried against the school that is there', async () => {
    const file = write('staff.csv', TEST_STAFF);
    await run('import', file, '--data', data);
    const before = readdirSync(data);
    const tried = await run('import', file, '--data', data, '--dry-run', '--json');
    expect(JSON.parse(tried.out)).toMatchObject({ new: 0, unchanged: 7 });
    expect(readdirSync(data)).toEqual(before);
  }, 60_000);

  it('names the school when asked to, also one that is there; otherwise it keeps its name', async () => {
    const file = write('staff.csv', TEST_STAFF);
    const name = async (...args: string[]): Promise<string> => {
      expect(await run('import', file, '--data', data, ...args)).toMatchObject({ code: 0 });
      const server = await startServer({ dataDir: data });
      try {
        const school = (await (await fetch(`${server.url}/api/school`)).json()) as { name: string };
        return school.name;
      } finally {
        await server.close();
      }
    };
    expect(await name()).toBe('Meine Schule');
    expect(await name('--school', 'Gymnasium am Lindenhof')).toBe('Gymnasium am Lindenhof');
    expect(await name()).toBe('Gymnasium am Lindenhof');
    expect(await name('--school', 'Anders', '--dry-run')).toBe('Gymnasium am Lindenhof');
    expect(await run('import', file, '--data', data, '--school', ' ')).toMatchObject({ code: 2 });
  }, 60_000);

  it('names the school of a running server', async () => {
    const server = await startServer({ dataDir: data });
    try {
      const file = write('staff.csv', TEST_STAFF);
      await run('import', file, '--data', data, '--school', 'Schule am See');
      expect(await (await fetch(`${server.url}/api/school`)).json()).toMatchObject({ name: 'Schule am See' });
    } finally {
      await server.close();
    }
  }, 60_000);

  it('goes through a running server, which works with it at once', async () => {
    const server = await startServer({ dataDir: data });
    try {
      expect(await run('import', write('staff.csv', TEST_STAFF), '--data', data)).toMatchObject({ code: 0 });
      const access = await run('access', 'dre', '--data', data);
      expect(access.out).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}\n$/);
      expect((await redeem(server.url, 'Dre', access.out.trim(), 'passwort')).status).toBe(200);
      expect((await signIn(server.url, 'Dre', 'passwort')).status).toBe(200);
    } finally {
      await server.close();
    }
  }, 60_000);

  it('gives a code that works once a server starts, and none to nobody', async () => {
    await run('import', write('staff.csv', TEST_STAFF), '--data', data);
    expect(await run('access', 'Niemand', '--data', data)).toMatchObject({ code: 1, out: '' });
    const { out } = await run('access', 'Kuh', '--data', data);
    const server = await startServer({ dataDir: data });
    try {
      expect((await redeem(server.url, 'kuh', out.trim(), 'passwort')).status).toBe(200);
    } finally {
      await server.close();
    }
  }, 60_000);

  it('never lets what is not kept reach store or output', async () => {
    const header = 'Nachname;Vorname;Kürzel;Geburtsdatum;E-Mail;Telefon;Straße';
    const file = write(
      'mehr.csv',
      `${header}\nMüller;Anna;Mül;01.02.1980;anna@geheim.example;0621 999888;Geheimweg 7\n`,
    );
    const { out, err } = await run('import', file, '--data', data, '--json');
    const { readFileSync } = await import('node:fs');
    const everything = out + err + readFileSync(path.join(data, 'umlauf.db'), 'latin1');
    expect(everything).not.toMatch(/1980|geheim|999888/i);
    expect(JSON.parse(out)).toMatchObject({ new: 1 });
  }, 60_000);
});
