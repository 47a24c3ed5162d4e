import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { CertificateProblem } from '#core/admin/certificate.ts';

/** A key file is missing, damaged, or readable for others. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
  readonly problem: CertificateProblem;

  constructor(problem: CertificateProblem) {
    super(`${problem.problem}: ${problem.detail ?? ''}`);
    this.problem = problem;
  }
}

/** Writes a file that only the account of the server can read, so that a reader finds the old or the new one whole. */
export const writePrivate = (file: string, text: string): void => {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
};

/**
 * Reads such a file; undefined where there is none. Throws KeyFileError when other accounts may read it: a key that
 * others could have copied is not used as if nothing were wrong. Windows keeps rights otherwise and is not asked.
 */
export const readPrivate = (file: string): string | undefined => {
  if (!existsSync(file)) return undefined;
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new KeyFileError({ problem: 'key-readable', detail: file });
  }
  return readFileSync(file, 'utf8');
};
