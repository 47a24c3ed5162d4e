import { FILE_BYTES_MAX } from '#core/kernel/file.ts';
import type { Lab } from '../lab.ts';
import { median, type Figures } from '../row.ts';

/** The largest attachment, sealed in pieces and stored by PouchDB, against one blob in Dexie that nobody sealed. */
export const measureAttachment = async (lab: Lab): Promise<Figures> => {
  const { page, close } = await lab.openOurs(lab.newFolder());
  const ours: number[] = [];
  const limit: number[] = [];
  // One before it counts: the first loads PouchDB.
  for (let run = 0; run <= lab.repetitions; run += 1) {
    ours.push(await page.evaluate((bytes) => window.ours.keepFile(bytes), FILE_BYTES_MAX));
    limit.push(await page.evaluate((bytes) => window.ours.storeBlob(bytes), FILE_BYTES_MAX));
  }
  await close();
  return { ours: median(ours.slice(1)), limit: median(limit.slice(1)) };
};
