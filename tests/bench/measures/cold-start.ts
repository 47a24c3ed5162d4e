import type { Lab } from '../lab.ts';
import { median, once } from '../row.ts';
import type { Reader } from '../server/school.ts';
import { filledOurs, PREFIX } from './first-sync.ts';

/** A profile of somebody whom nothing was announced to. */
const fillEmpty = async (lab: Lab, newcomer: Reader): Promise<string> => {
  const profile = lab.newFolder();
  const tab = await lab.openOurs(profile);
  await tab.page.evaluate((opening) => window.ours.start(opening), { prefix: PREFIX, ...newcomer });
  await tab.page.evaluate(() => window.ours.inSync());
  await tab.page.evaluate(() => window.ours.close());
  await tab.close();
  return profile;
};

/** A browser started anew, its page loaded: from the key to the painted list. Then what page and workers hold. */
export const measureColdStart = once(async (lab: Lab) => {
  const { reader, newcomer } = await lab.school();
  const { profile } = await filledOurs(lab);
  const emptyProfile = await fillEmpty(lab, newcomer);
  const [full, empty, heap]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < lab.repetitions; run += 1) {
    empty.push((await start(lab, emptyProfile, newcomer)).took);
    const started = await start(lab, profile, reader);
    full.push(started.took);
    heap.push(started.heap);
  }
  return { full: median(full), empty: median(empty), heap: median(heap) };
});

const start = async (lab: Lab, profile: string, reader: Reader) => {
  const { page, measureHeap, close } = await lab.openOurs(profile);
  const took = await page.evaluate((opening) => window.ours.start(opening), { prefix: PREFIX, ...reader });
  await page.evaluate(() => window.ours.inSync());
  await page.evaluate(() => window.ours.search(['Zeugnis']));
  const heap = (await measureHeap()) / 1e6;
  await close();
  return { took, heap };
};
