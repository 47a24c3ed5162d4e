import { parseArgs } from 'node:util';
import { toDefaultFolder } from '../data-folder.ts';
import { toStartFailure } from '../run-server.ts';
import { act } from './act.ts';

/** `npm run --silent access -- CODE [--data DIR]`: prints a one-time code; 0 done, 1 nobody has the short code, 2 failed. */

const USAGE = 'Aufruf: npm run --silent access -- KÜRZEL [--data ORDNER]';

const main = async (): Promise<number> => {
  let options;
  try {
    options = parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } });
  } catch {
    console.error(USAGE);
    return 2;
  }
  const [shortCode] = options.positionals;
  if (shortCode === undefined || shortCode.length > 12 || options.positionals.length > 1) {
    console.error(USAGE);
    return 2;
  }
  const dataDir = options.values.data ?? toDefaultFolder();
  try {
    const answer = await act(dataDir, { act: 'access', shortCode });
    if (answer.act === 'access') {
      console.log(answer.code);
      console.error('Gültig zehn Tage, einmal. Bitte persönlich übergeben.');
      return 0;
    }
    if (answer.act !== 'nobody') throw new Error('Der laufende Server konnte keinen Code ausstellen.');
    console.error(`Niemand hat das Kürzel „${shortCode}“.`);
    return 1;
  } catch (error) {
    console.error(toStartFailure(error, dataDir));
    return 2;
  }
};

process.exitCode = await main();
