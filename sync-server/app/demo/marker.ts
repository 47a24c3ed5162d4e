import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const MARKER = 'vorfuehrung.txt';

/** Whether the school of a folder is the demonstration. */
export const isDemo = (dataDir: string): boolean => existsSync(path.join(dataDir, MARKER));

/** Says of a folder that its school is the demonstration. */
export const markAsDemo = (dataDir: string): void => {
  writeFileSync(path.join(dataDir, MARKER), 'Diese Schule ist erfunden.\n');
};
