import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isTimeOfDay, type TimeOfDay } from '#core/kernel/calendar/local-date.ts';
import type { BackupStatus } from '#core/admin/backup-status.ts';
import { createRecoveryKey } from '#server/operations/recovery-key.ts';
import { toGermanFault, toGermanMoment, toGermanSize } from '#server/operations/sentences.ts';
import type { BackupMade } from '#server/operations/write-backup.ts';
import type { BackupRequest, BackupResponse } from '../control/backup-acts.ts';
import { holdsDatabase, toDefaultFolder } from '../data-folder.ts';
import { finishInterruptedRestore } from '../interrupted-restore.ts';
import { toStartFailure } from '../run-server.ts';
import { act } from './act.ts';

/**
 * `npm run --silent backup`: makes a backup, with the server running or not. 0 done, 1 it failed, 2 not understood.
 */

const USAGE = `Aufruf: npm run --silent backup -- [--data ORDNER] [--to ORDNER]
        npm run --silent backup -- --new-key [--replace-key]     legt den Wiederherstellungsschlüssel an
        npm run --silent backup -- --nightly UHRZEIT [--to ORDNER] | --nightly nie
        npm run --silent backup -- --status`;

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      to: { type: 'string' },
      'new-key': { type: 'boolean', default: false },
      'replace-key': { type: 'boolean', default: false },
      nightly: { type: 'string' },
      status: { type: 'boolean', default: false },
    },
  });
  const { nightly } = values;
  if (nightly !== undefined && nightly !== 'nie' && !isTimeOfDay(nightly)) throw new RangeError('--nightly');
  return {
    dataDir: values.data ?? toDefaultFolder(),
    to: values.to === undefined ? undefined : path.resolve(values.to),
    isNewKey: values['new-key'],
    replacesKey: values['replace-key'],
    nightly: nightly === 'nie' ? null : (nightly as TimeOfDay | undefined),
    isStatus: values.status,
  };
};

const ask = async (dataDir: string, request: BackupRequest): Promise<BackupResponse> => {
  const answer = await act(dataDir, request);
  if (answer.act === 'backup' || answer.act === 'backup-failed' || answer.act === 'backup-status')
    return answer;
  throw new Error('Der laufende Server konnte nicht sichern.');
};

const askStatus = async (dataDir: string): Promise<BackupStatus> => {
  const answer = await ask(dataDir, { act: 'backup-status' });
  if (answer.act !== 'backup-status') throw new Error('Der laufende Server gab keine Auskunft.');
  return answer.status;
};

const toReport = (made: BackupMade): string =>
  [
    `Gesichert und zurückgelesen: ${made.file}`,
    `${toGermanSize(made.bytes)}, ${made.documents} Dokumente, ${made.files} Dateien. Schlüssel mit der Kennung ${made.keyFingerprint}.`,
    ...(made.leftOut > 0 ? [`${made.leftOut} Einträge sind keine Dateien von Umlauf und fehlen darin.`] : []),
    `${made.kept} Sicherungen liegen in diesem Ordner${made.rotated > 0 ? `, ${made.rotated} ältere wurden gelöscht` : ''}.`,
  ].join('\n');

const toStatus = ({ hasKey, folder, next, good, last, drill }: BackupStatus): string =>
  [
    hasKey ? `Ordner: ${folder}` : toGermanFault('no-key'),
    good === undefined
      ? 'Es gibt noch keine Sicherung.'
      : `Letzte gute Sicherung: ${toGermanMoment(good.madeAt)}, ${toGermanSize(good.bytes)}`,
    ...(last?.fault === undefined
      ? []
      : [`Der letzte Versuch (${toGermanMoment(last.at)}) ist fehlgeschlagen.`]),
    next === undefined ? 'Nächtliche Sicherung: keine' : `Nächste: ${toGermanMoment(next)}`,
    ...(drill === undefined ? [] : [`Letzte Probe: ${toGermanMoment(drill.at)}`]),
  ].join('\n');

/** The one time the private half exists outside of paper: on the console of whoever runs the server. */
const makeKey = async (dataDir: string, replaces: boolean): Promise<number> => {
  const { hasKey } = await askStatus(dataDir);
  if (hasKey && !replaces) {
    console.error(
      'Es gibt schon einen Wiederherstellungsschlüssel. Ein neuer gilt nur für künftige Sicherungen; für ältere brauchen Sie weiter das alte Blatt. Mit --replace-key wird er ersetzt.',
    );
    return 1;
  }
  const key = createRecoveryKey({ bytes: (length) => new Uint8Array(randomBytes(length)) });
  await ask(dataDir, { act: 'set-backup', publicKey: key.publicKey });
  console.log(`Wiederherstellungsschlüssel, Kennung ${key.fingerprint}:\n`);
  console.log(
    key.privatePrinted
      .split('-')
      .map((block, index) => `  ${String(index + 1).padStart(2)}  ${block}`)
      .join('\n'),
  );
  console.log('\nSchreiben oder drucken Sie ihn jetzt ab und legen Sie ihn in den Notfallumschlag.');
  console.log('Er wird nirgends gespeichert. Ohne ihn lässt sich keine Sicherung öffnen.');
  return 0;
};

const main = async (): Promise<number> => {
  let options;
  try {
    options = readOptions();
  } catch {
    console.error(USAGE);
    return 2;
  }
  const { dataDir, to, nightly } = options;
  finishInterruptedRestore(dataDir);
  if (!holdsDatabase(dataDir)) {
    console.error(toGermanFault('no-school'));
    return 1;
  }
  try {
    if (options.isNewKey) return await makeKey(dataDir, options.replacesKey);
    if (options.isStatus) {
      console.log(toStatus(await askStatus(dataDir)));
      return 0;
    }
    if (nightly !== undefined) {
      const answer = await ask(dataDir, { act: 'set-backup', time: nightly, folder: to });
      if (answer.act === 'backup-status') console.log(toStatus(answer.status));
      return 0;
    }
    const answer = await ask(dataDir, { act: 'backup', to });
    if (answer.act === 'backup') console.log(toReport(answer.made));
    if (answer.act === 'backup-failed') console.error(toGermanFault(answer.fault));
    return answer.act === 'backup' ? 0 : 1;
  } catch (error) {
    console.error(toStartFailure(error, dataDir));
    return 2;
  }
};

process.exitCode = await main();
