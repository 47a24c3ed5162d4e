import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Which of the words stand in clear in any file below the folder, in UTF-8 or UTF-16. Names of files count as well.
 */
export const findOnDisk = async (folder: string, words: readonly string[]): Promise<readonly string[]> => {
  const found = new Set<string>();
  const patterns = words.flatMap((word) => [
    { word, bytes: Buffer.from(word, 'utf8') },
    { word, bytes: Buffer.from(word, 'utf16le') },
    { word, bytes: Buffer.from(word, 'latin1') },
  ]);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const content = Buffer.concat([Buffer.from(entry.name), await readFile(file)]);
    for (const { word, bytes } of patterns) {
      if (content.includes(bytes)) found.add(`${word} in ${path.relative(folder, file)}`);
    }
  }
  return [...found];
};
