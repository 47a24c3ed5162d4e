import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ImportReport } from '#core/directory/import/import-report.ts';
import { MAX_BYTES, readStaffList } from '#core/directory/import/read-staff-list.ts';
import { toGermanUnreadable } from '#core/directory/import/refusal.ts';
import { schoolNameSchema } from '#core/directory/school.ts';
import { toDefaultFolder } from '../data-folder.ts';
import { toStartFailure } from '../run-server.ts';
import { act } from './act.ts';

/** `npm run --silent import -- FILE [--data DIR] [--school NAME] [--dry-run] [--json]`: 0 all taken, 1 something refused, 2 unreadable. */

const USAGE = 'Aufruf: npm run --silent import -- DATEI [--data ORDNER] [--school NAME] [--dry-run] [--json]';

const toText = (report: ImportReport, isDryRun: boolean): string =>
  [
    `${report.read} gelesen: ${report.new} neu, ${report.updated} geändert, ${report.unchanged} unverändert, ${report.refused.length} abgelehnt.`,
    ...report.refused.map(({ line, reason }) => `Zeile ${line}: ${reason}`),
    ...(isDryRun ? ['Probelauf: Es wurde nichts gespeichert.'] : []),
  ].join('\n');

/** The bytes of a file, one more than a list may have at most: what is larger is never read as a whole. */
const readBounded = async (file: string): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  const stream = createReadStream(file, { end: MAX_BYTES });
  for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
};

const main = async (): Promise<number> => {
  let options;
  try {
    options = parseArgs({
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        school: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
  } catch {
    console.error(USAGE);
    return 2;
  }
  const { values, positionals } = options;
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    console.error(USAGE);
    return 2;
  }
  const school = schoolNameSchema.optional().safeParse(values.school);
  if (!school.success) {
    console.error('Der Name der Schule hat 1 bis 120 Zeichen in einer Zeile.');
    return 2;
  }
  let bytes: Buffer;
  try {
    bytes = await readBounded(file);
  } catch {
    console.error(`Die Datei ${file} lässt sich nicht lesen.`);
    return 2;
  }
  // Before anything is opened: a list that cannot be read leaves no trace of a school.
  const list = readStaffList(bytes);
  if (!list.ok) {
    console.error(toGermanUnreadable(list.refusal));
    return 2;
  }
  const dataDir = values.data ?? toDefaultFolder();
  try {
    const answer = await act(dataDir, {
      act: 'import',
      file: bytes.toString('base64'),
      dryRun: values['dry-run'],
      school: school.data,
    });
    if (answer.act === 'unreadable') {
      console.error(toGermanUnreadable(answer.kind));
      return 2;
    }
    if (answer.act !== 'import') throw new Error('Der laufende Server konnte nicht einlesen.');
    const { report } = answer;
    console.log(values.json ? JSON.stringify(report) : toText(report, values['dry-run']));
    return report.refused.length > 0 ? 1 : 0;
  } catch (error) {
    console.error(toStartFailure(error, dataDir));
    return 2;
  }
};

process.exitCode = await main();
