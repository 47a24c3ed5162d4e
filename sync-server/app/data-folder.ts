import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import path from 'node:path';

/** Where a server keeps its school. */
export interface DataFolder {
  readonly path: string;
  readonly database: string;
  /** What people attached, as one file each. */
  readonly files: string;
  /** Keys of votes without names; never in a backup (D27). */
  readonly voteKeys: string;
  /** The address of the local socket for the command line: a unix socket or a named pipe. */
  readonly controlSocket: string;
}

const DATABASE = 'umlauf.db';
/** Unix socket addresses hold at most 104 (macOS) to 108 bytes. */
const SOCKET_PATH_MAX = 100;

/** The folder with its parts; readable for the account of the server alone. */
export const openDataFolder = (folder: string): DataFolder => {
  const absolute = path.resolve(folder);
  mkdirSync(absolute, { recursive: true, mode: 0o700 });
  return {
    path: absolute,
    database: path.join(absolute, DATABASE),
    files: path.join(absolute, 'files'),
    voteKeys: path.join(absolute, 'vote-keys'),
    controlSocket: toControlSocket(absolute),
  };
};

/** Whether a server or an import has begun a school in the folder; looking changes nothing there. */
export const holdsDatabase = (folder: string): boolean => existsSync(path.join(folder, DATABASE));

/** The folder of `npm run server` where none is named, by the customs of the platform. */
export const toDefaultFolder = (
  platform: NodeJS.Platform = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string => {
  if (platform === 'win32') return path.join(environment['PROGRAMDATA'] ?? 'C:\\ProgramData', 'Umlauf');
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'Umlauf');
  const data = environment['XDG_DATA_HOME'];
  const isUsable = data !== undefined && path.isAbsolute(data);
  return path.join(isUsable ? data : path.join(homedir(), '.local', 'share'), 'umlauf');
};

const toControlSocket = (folder: string): string => {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\umlauf-${name}`;
  const beside = path.join(folder, 'control.sock');
  return Buffer.byteLength(beside) <= SOCKET_PATH_MAX
    ? beside
    : path.join(openPrivateTemporaryFolder(), `${name}.sock`);
};

/** A folder that nobody else may have prepared: a staff list is sent through the socket in it. */
const openPrivateTemporaryFolder = (): string => {
  const { uid } = userInfo();
  const folder = path.join(tmpdir(), `umlauf-${uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const status = lstatSync(folder);
  if (!status.isDirectory() || status.uid !== uid || (status.mode & 0o077) !== 0) {
    throw new Error(`${folder} gehört nicht allein diesem Benutzer`);
  }
  return folder;
};
