import type { Lab } from '../lab.ts';
import { median, once } from '../row.ts';
import type { Reader } from '../server/school.ts';
import { awaitIndex, filledOurs } from './first-sync.ts';

/** What is held is the least of so many samples: between them a snapshot may be read or written. */
const SAMPLES = 3;

/** A profile of somebody whom nothing was announced to. */
const fillEmpty = async (lab: Lab, newcomer: Reader): Promise<string> => {
  const profile = lab.newFolder();
  const tab = await lab.openOurs(profile);
  await tab.page.evaluate((opening) => window.ours.fill(opening, 0), newcomer);
  await tab.page.evaluate(() => window.ours.close());
  await tab.close();
  return profile;
};

/**
 * A browser started anew, the door open: from the unlocking (but for argon2id) to the painted list. Then what page and
 * workers hold.
 */
export const measureColdStart = once(async (lab: Lab) => {
  const { reader, newcomer } = await lab.school();
  const { profile } = await filledOurs(lab);
  const emptyProfile = await fillEmpty(lab, newcomer);
  const [full, empty, heap]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < lab.repetitions; run += 1) {
    empty.push((await start(lab, emptyProfile, newcomer, false)).took);
    const started = await start(lab, profile, reader, true);
    full.push(started.took);
    heap.push(started.heap);
  }
  return { full: median(full), empty: median(empty), heap: median(heap) };
});

const start = async (lab: Lab, profile: string, reader: Reader, isFull: boolean) => {
  const { page, measureHeap, close } = await lab.openOurs(profile);
  const took = await page.evaluate((opening) => window.ours.start(opening), reader);
  await page.evaluate(() => window.ours.inSync());
  if (isFull) await awaitIndex(lab, page);
  const samples: number[] = [];
  while (samples.length < SAMPLES) samples.push((await measureHeap()) / 1e6);
  const heap = Math.min(...samples);
  await close();
  return { took, heap };
};
