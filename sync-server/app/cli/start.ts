import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { acquireWriterLock } from '#server/storage/sqlite/lock.ts';
import { openDataFolder } from '../data-folder.ts';
import { DEMO_LOGINS } from '../demo/logins.ts';
import { isDemo } from '../demo/marker.ts';
import { finishInterruptedRestore } from '../interrupted-restore.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { runServer, toStartFailure } from '../run-server.ts';
import { openClient } from './open-client.ts';

/** `npm start`: the demonstration school on this computer, or the school of a folder that holds one. */

const USAGE = 'Aufruf: npm start -- [--no-open] [--port N] [--data ORDNER] [--fresh]';
const DEFAULT_PORT = 4400;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const DEMO_FOLDER = path.join(root, '.umlauf', 'demo');

interface StartOptions {
  readonly opens: boolean;
  readonly port: number;
  readonly isPortGiven: boolean;
  readonly dataDir: string;
  readonly isDemoFolder: boolean;
  readonly fresh: boolean;
}

const readOptions = (): StartOptions => {
  const { values } = parseArgs({
    options: {
      'no-open': { type: 'boolean', default: false },
      port: { type: 'string' },
      data: { type: 'string' },
      fresh: { type: 'boolean', default: false },
    },
  });
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError('--port');
  return {
    opens: !values['no-open'],
    port,
    isPortGiven: values.port !== undefined,
    dataDir: path.resolve(values.data ?? DEMO_FOLDER),
    isDemoFolder: values.data === undefined,
    fresh: values.fresh,
  };
};

/** There is a database, but nobody has imported a staff list yet: it may be somebody's own, so nothing is seeded into it. */
class EmptyFolderError extends Error {
  constructor(dataDir: string) {
    super(
      `In ${dataDir} liegt noch keine Schule. Lesen Sie zuerst eine Personalliste ein:\n` +
        `  npm run --silent import -- DATEI --data "${dataDir}"\n` +
        'Für die Vorführschule lassen Sie --data weg oder nennen einen leeren Ordner.',
    );
  }
}

/** Seeds where there is nothing yet. Throws away only what the demonstration itself has made. */
const prepare = async ({ dataDir, isDemoFolder, fresh }: StartOptions): Promise<void> => {
  finishInterruptedRestore(dataDir);
  const folder = openDataFolder(dataDir);
  if (fresh && existsSync(folder.database)) {
    if (!isDemoFolder && !isDemo(dataDir)) {
      throw new Error(`--fresh löscht nur Vorführschulen; in ${dataDir} liegt eine eigene.`);
    }
    // Never from under a server that runs: the lock says whether one does.
    const lock = acquireWriterLock(folder.database);
    for (const suffix of ['', '-wal', '-shm']) rmSync(folder.database + suffix, { force: true });
    lock.release();
  }
  if (existsSync(folder.database)) return;
  console.log('Die Vorführschule wird angelegt …');
  await seedDemo(dataDir, Date.now());
};

/** The usual port, or any free one where nobody asked for a particular one. */
const listen = async (options: StartOptions) => {
  const settings = { dataDir: options.dataDir, staticDir: path.join(root, 'dist', 'renderer') };
  try {
    return await runServer({ ...settings, port: options.port });
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken || options.isPortGiven) throw error;
    return runServer({ ...settings, port: 0 });
  }
};

const main = async (): Promise<void> => {
  let options: StartOptions;
  try {
    options = readOptions();
  } catch {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  try {
    await prepare(options);
    const server = await listen(options);
    const [school] = await readDocumentsOfKind(server.store.read, 'school', 1);
    if (school === undefined) {
      await server.close();
      throw new EmptyFolderError(options.dataDir);
    }
    const address = server.url.replace('127.0.0.1', 'localhost');
    console.log(`\nUmlauf läuft: ${address}`);
    console.log(`Schule: ${school.name}`);
    console.log(`Daten: ${options.dataDir}`);
    if (isDemo(options.dataDir)) {
      console.log('Anmelden als:');
      for (const { shortCode, password, kind } of DEMO_LOGINS) {
        console.log(`  ${shortCode.padEnd(4)} ${password}   ${kind}`);
      }
    }
    if (options.opens) console.log(openClient(root, address));
    else console.log('Es wird nichts geöffnet (--no-open).');
    console.log('Beenden mit Strg+C.');
  } catch (error) {
    console.error(error instanceof EmptyFolderError ? error.message : toStartFailure(error, options.dataDir));
    process.exitCode = 1;
  }
};

await main();
