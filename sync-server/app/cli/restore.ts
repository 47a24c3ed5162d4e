import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BackupFault } from '#server/operations/backup-fault.ts';
import { noteInRecord } from '#server/operations/backup-record.ts';
import { toDataParts } from '#server/operations/data-parts.ts';
import { drillBackup, restoreBackup, type Restored } from '#server/operations/restore-backup.ts';
import { toGermanFault, toGermanMoment } from '#server/operations/sentences.ts';
import { readHeader, type Unpacked } from '#server/operations/unpack-backup.ts';
import { holdsDatabase } from '../data-folder.ts';
import { finishInterruptedRestore } from '../interrupted-restore.ts';
import { jobModules } from '../job-modules.ts';
import { toStartFailure } from '../run-server.ts';
import { askRecoveryKey, readRecoveryKey } from './ask-recovery-key.ts';

/**
 * `npm run --silent restore -- FILE --data DIR`: brings a backup back, or with `--drill` only proves it. 0 done, 1 the
 * backup or the key is not right, 2 not understood.
 */

const USAGE = `Aufruf: npm run --silent restore -- DATEI --data ORDNER [--replace] [--key-file DATEI] [--deletions DATEI]
        npm run --silent restore -- DATEI --drill [--key-file DATEI] [--data ORDNER]   Probe, ändert nichts`;

const readOptions = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      replace: { type: 'boolean', default: false },
      'key-file': { type: 'string' },
      deletions: { type: 'string', multiple: true, default: [] },
      drill: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new RangeError('FILE');
  if (values.data === undefined && !values.drill) throw new RangeError('--data');
  return {
    file: path.resolve(file),
    data: values.data === undefined ? undefined : path.resolve(values.data),
    replaces: values.replace,
    keyFile: values['key-file'],
    deletions: values.deletions,
    isDrill: values.drill,
  };
};
type Options = ReturnType<typeof readOptions>;

const askKey = (keyFile: string | undefined): Promise<Uint8Array | undefined> =>
  keyFile === undefined
    ? askRecoveryKey({ input: process.stdin, output: process.stderr })
    : Promise.resolve(readRecoveryKey(readFileSync(keyFile, 'utf8'), process.stderr));

const toCounts = ({ documents, files, header }: Unpacked): string =>
  `Sicherung vom ${toGermanMoment(header.madeAt)}: ${documents} Dokumente, ${files} Dateien, Datenbank geprüft.`;

const toReport = (restored: Restored, data: string): string =>
  [
    toCounts(restored),
    `Wiederhergestellt nach ${data}.`,
    ...(restored.before === undefined ? [] : [`Was vorher dort lag, liegt jetzt in ${restored.before}.`]),
    ...(restored.deleted > 0 ? [`${restored.deleted} seither Gelöschtes wurde wieder gelöscht.`] : []),
    'Alle Anmeldungen und unbenutzten Zugangscodes sind ungültig; alle melden sich neu an.',
    'Wer seither ausgeschieden ist, ist wieder eingetragen: Sehen Sie die Liste der Personen durch.',
    `So starten Sie: npm run server -- --data "${data}"`,
  ].join('\n');

const drill = async ({ file, data }: Options, secret: Uint8Array): Promise<void> => {
  const order = { file, secret, now: Date.now(), jobModules, within: tmpdir() };
  const record = data !== undefined && holdsDatabase(data) ? toDataParts(data).record : undefined;
  const at = Date.now();
  try {
    const unpacked = await drillBackup(order);
    const { madeAt } = unpacked.header;
    if (record !== undefined) noteInRecord(record, { drill: { at, madeAt, documents: unpacked.documents } });
    console.log(
      `${toCounts(unpacked)}\nDie Sicherung lässt sich wiederherstellen. Es wurde nichts verändert.`,
    );
  } catch (error) {
    if (record !== undefined && error instanceof BackupFault && error.kind !== 'wrong-key') {
      noteInRecord(record, {
        drill: { at, madeAt: readHeader(file).madeAt, documents: 0, fault: error.kind },
      });
    }
    throw error;
  }
};

const main = async (): Promise<number> => {
  let options: Options;
  try {
    options = readOptions();
  } catch {
    console.error(USAGE);
    return 2;
  }
  try {
    if (options.data !== undefined) finishInterruptedRestore(options.data);
    // Before anybody types eleven blocks for a file that is no backup.
    const header = readHeader(options.file);
    console.error(
      `Sicherung vom ${toGermanMoment(header.madeAt)}, Schlüssel mit der Kennung ${header.keyFingerprint}.`,
    );
    const secret = await askKey(options.keyFile);
    if (secret === undefined) return 1;
    if (options.isDrill || options.data === undefined) {
      await drill(options, secret);
      return 0;
    }
    const restored = await restoreBackup({
      file: options.file,
      secret,
      to: options.data,
      replaces: options.replaces,
      journals: options.deletions,
      now: Date.now(),
      jobModules,
    });
    console.log(toReport(restored, options.data));
    return 0;
  } catch (error) {
    if (error instanceof BackupFault) {
      console.error(toGermanFault(error.kind));
      return 1;
    }
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'EACCES') console.error(toGermanFault('unreachable'));
    else console.error(toStartFailure(error, options.data ?? options.file));
    return code === 'ENOENT' || code === 'EACCES' ? 1 : 2;
  }
};

process.exitCode = await main();
