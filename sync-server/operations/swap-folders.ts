import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Instant } from '#core/kernel/clock.ts';
import { toDataParts } from './data-parts.ts';

/**
 * Gives a restored folder the name of the school's. Two renames are not one: a mark in the new folder, written before the
 * first, says what is to happen, so that whoever opens the folder next can finish what a dead process has begun.
 */

const BESIDE = '.wiederherstellung-';
const BEFORE = '.vorher-';
const MARK = 'wiederherstellung.json';
const markSchema = z.object({
  /** Name of the folder into which the old one is put aside, beside it; null where there was none. */
  before: z.string().nullable(),
});

/** A folder beside, in which the restored school is made ready. What dead attempts have left there is cleared away. */
export const createBeside = (to: string): string => {
  mkdirSync(path.dirname(to), { recursive: true });
  for (const folder of listBeside(to)) rmSync(folder, { recursive: true, force: true });
  return mkdtempSync(to + BESIDE);
};

/** Gives the new folder its name. What was there is put aside under a name of its own, which is returned; its backups move over. */
export const swapFolders = (
  beside: string,
  to: string,
  { now, onPutAside }: { readonly now: Instant; readonly onPutAside?: (() => void) | undefined },
): string | undefined => {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  const before = isEmpty(to) ? undefined : `${to}${BEFORE}${stamp}-${randomBytes(2).toString('hex')}`;
  writeMark(beside, { before: before === undefined ? null : path.basename(before) });
  if (before === undefined) rmSync(to, { recursive: true, force: true });
  else renameSync(to, before);
  try {
    onPutAside?.();
    renameSync(beside, to);
  } catch (error) {
    // It did not get its name: the old school goes on.
    if (before !== undefined) renameSync(before, to);
    throw error;
  }
  return complete(to);
};

/** A restore whose process had died and which is finished now. */
export interface Finished {
  /** Where what was there before lies now. */
  readonly before: string | undefined;
}

/**
 * Finishes what a process that died between the renames, or right after them, has left; undefined where there is nothing
 * to finish. A restore that had not yet put the old folder aside is not finished: it has changed nothing.
 */
export const finishSwap = (folder: string): Finished | undefined => {
  const to = path.resolve(folder);
  if (readMark(to) !== undefined) return { before: complete(to) };
  if (!isEmpty(to)) return undefined;
  const ready = listBeside(to).find((beside) => {
    const mark = readMark(beside);
    return mark !== undefined && (mark.before === null || existsSync(toBefore(to, mark.before)));
  });
  if (ready === undefined) return undefined;
  rmSync(to, { recursive: true, force: true });
  renameSync(ready, to);
  return { before: complete(to) };
};

/** The new folder has its name: the backups of the old one move over, and nothing is left to be finished. */
const complete = (to: string): string | undefined => {
  const name = readMark(to)?.before ?? undefined;
  const before = name === undefined ? undefined : toBefore(to, name);
  const moved = toDataParts(to).backups;
  const backups = before === undefined ? undefined : toDataParts(before).backups;
  if (backups !== undefined && existsSync(backups) && !existsSync(moved)) renameSync(backups, moved);
  rmSync(path.join(to, MARK), { force: true });
  return before;
};

const writeMark = (folder: string, mark: z.infer<typeof markSchema>): void => {
  const file = openSync(path.join(folder, MARK), 'wx', 0o600);
  try {
    writeSync(file, JSON.stringify(mark));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** Undefined where there is none, or half of one: then the first rename had not come yet. */
const readMark = (folder: string): z.infer<typeof markSchema> | undefined => {
  try {
    return markSchema.parse(JSON.parse(readFileSync(path.join(folder, MARK), 'utf8')));
  } catch {
    return undefined;
  }
};

/** Whatever a mark says, it names a folder beside this one. */
const toBefore = (to: string, name: string): string => path.join(path.dirname(to), path.basename(name));

const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0;

const listBeside = (to: string): readonly string[] => {
  const folder = path.dirname(to);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(path.basename(to) + BESIDE))
    .map((name) => path.join(folder, name))
    .filter((place) => statSync(place).isDirectory());
};
