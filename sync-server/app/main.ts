import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { toDefaultFolder } from './data-folder.ts';
import { finishInterruptedRestore } from './interrupted-restore.ts';
import { chooseOwnAuthority, describeReach } from './reach-lines.ts';
import { runServer, toStartFailure } from './run-server.ts';
import { toSetUpHint } from './setup/hint.ts';

/** `npm run server`: serves the school of a data folder. */

const USAGE = 'Aufruf: npm run server -- [--port N] [--host ADRESSE] [--data ORDNER] [--tls own|off]';
const DEFAULT_PORT = '4400';

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: DEFAULT_PORT },
      host: { type: 'string' },
      data: { type: 'string' },
      tls: { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError('--port');
  const { host, tls } = values;
  if (tls !== undefined && tls !== 'own' && tls !== 'off') throw new RangeError('--tls');
  return { port, dataDir: values.data ?? toDefaultFolder(), tls, ...(host === undefined ? {} : { host }) };
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
    const { tls, ...place } = options;
    finishInterruptedRestore(options.dataDir);
    if (tls === 'own') await chooseOwnAuthority(options.dataDir);
    const server = await runServer({ ...place, staticDir, withoutTls: tls === 'off' });
    const [school] = await readDocumentsOfKind(server.store.read, 'school', 1);
    console.log(`Umlauf läuft: ${server.url}`);
    for (const line of describeReach(server.reach.current(), options.port)) console.log(line);
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
