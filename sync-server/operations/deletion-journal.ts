import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { isId, type Id } from '#core/kernel/id.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Store } from '#server/storage/contract/storage.ts';

/** The name of the journal in the data folder; beside backups it carries the school's name of a backup. */
export const JOURNAL_FILE = 'deletions.log';

/** One line: number, id, what happened, when. Nothing of contents or persons (D4). */
export interface Deletion {
  readonly seq: number;
  readonly document: Id;
  readonly act: 'deleted' | 'emptied' | 'returned';
  readonly at: Instant;
}

const LINE = /^(\d{1,15}) ([a-z2-7]{26}) (deleted|emptied|returned) (\d{1,15})$/;
const PAGE = 500;

/** A journal may be the one of an attacker who wants to delete a school; a school deletes less than this in years. */
const MAX_BYTES = 64 * 1024 * 1024;

/** The lines of a journal; what a crash has torn off at its end is left out. */
export const readJournal = (path: string): readonly Deletion[] => {
  if (!existsSync(path)) return [];
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size > MAX_BYTES) throw new RangeError('the journal is too large');
    return parseJournal(toWholeLines(readFileSync(file, 'utf8')));
  } finally {
    closeSync(file);
  }
};

/** A line that a crash has torn may look whole; only its end proves it. */
const toWholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

const parseJournal = (text: string): readonly Deletion[] =>
  text.split('\n').flatMap((line) => {
    const [, seq, document, act, at] = LINE.exec(line) ?? [];
    if (document === undefined || !isId(document)) return [];
    if (act !== 'deleted' && act !== 'emptied' && act !== 'returned') return [];
    return [{ seq: Number(seq), document, act, at: Number(at) }];
  });

/** What counts of several journals: the newest line of each document. */
export const mergeJournals = (journals: readonly (readonly Deletion[])[]): readonly Deletion[] => {
  const newest = new Map<Id, Deletion>();
  for (const deletion of journals.flat()) {
    const known = newest.get(deletion.document);
    const isNewer = known === undefined || deletion.at > known.at;
    if (isNewer || (deletion.at === known.at && deletion.seq > known.seq)) {
      newest.set(deletion.document, deletion);
    }
  }
  return [...newest.values()].sort((left, right) => left.at - right.at || left.seq - right.seq);
};

/** Keeps the journal file up with the table of the store. */
export interface DeletionJournal {
  /** Writes what is new and waits for the disk. */
  catchUp(): Promise<void>;
}

/**
 * The table is written in the transaction of each deletion; the file follows from it, after a crash with the next start.
 * Only a machine that dies as a whole within those seconds takes the newest lines with it.
 */
export const createDeletionJournal = (path: string, read: Store['read']): DeletionJournal => {
  let running: Promise<void> = Promise.resolve();
  let last: number | undefined;
  const append = async (): Promise<void> => {
    let written: number = (last ??= mendJournal(path));
    for (;;) {
      const rows: readonly Deletion[] = await read.all<Deletion>(
        'select seq, document, act, at from deletion where seq > ? order by seq limit ?',
        written,
        PAGE,
      );
      const newest = rows.at(-1);
      if (newest === undefined) return;
      const file = openSync(path, 'a', 0o600);
      try {
        writeSync(
          file,
          rows.map(({ seq, document, act, at }) => `${seq} ${document} ${act} ${at}\n`).join(''),
        );
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      last = written = newest.seq;
    }
  };
  return {
    catchUp: () => {
      const turn = running.then(append).catch((error: unknown) => {
        // What was written of it is found out by reading the file again.
        last = undefined;
        throw error;
      });
      running = turn.catch(() => undefined);
      return turn;
    },
  };
};

/** Cuts off a torn line and returns the number of the last whole one. */
const mendJournal = (path: string): number => {
  if (!existsSync(path)) return 0;
  const text = readFileSync(path, 'utf8');
  const whole = toWholeLines(text);
  if (whole.length < text.length) {
    const file = openSync(path, 'r+');
    try {
      ftruncateSync(file, Buffer.byteLength(whole));
    } finally {
      closeSync(file);
    }
  }
  return parseJournal(whole).reduce((highest, { seq }) => Math.max(highest, seq), 0);
};
