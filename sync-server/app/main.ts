import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { toDefaultFolder } from './data-folder.ts';
import { runServer, toStartFailure } from './run-server.ts';
import { toSetUpHint } from './setup/hint.ts';

/** `npm run server`: serves the school of a data folder. */

const USAGE = 'Aufruf: npm run server -- [--port N] [--host ADRESSE] [--data ORDNER]';
const DEFAULT_PORT = '4400';

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: DEFAULT_PORT },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError('--port');
  return { port, host: values.host, dataDir: values.data ?? toDefaultFolder() };
};

const main = async (): Promise<void> => {
  let options;
  try {
    options = readOptions();
  } catch {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const staticDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist/renderer');
  try {
    const server = await runServer({ ...options, staticDir });
    const [school] = await readDocumentsOfKind(server.store.read, 'school', 1);
    console.log(`Umlauf läuft: ${server.url}`);
    console.log(`Daten: ${options.dataDir}`);
    if (school === undefined) {
      const data = options.dataDir === toDefaultFolder() ? '' : ` --data ${options.dataDir}`;
      for (const line of toSetUpHint(server, data)) console.log(line);
    } else console.log(`Schule: ${school.name}`);
  } catch (error) {
    console.error(toStartFailure(error, options.dataDir));
    process.exitCode = 1;
  }
};

await main();
