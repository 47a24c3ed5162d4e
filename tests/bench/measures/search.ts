import type { Lab } from '../lab.ts';
import { median, percentile } from '../row.ts';
import { createQueries } from '../server/texts.ts';
import { awaitIndex, filledOurs } from './first-sync.ts';

const QUERIES = 200;
/** Queries before it counts. */
const WARM_UP = 20;

/** 95 of 100 searches over everything take at most so long, from the question to the hits. */
export const measureSearch = async (lab: Lab): Promise<number> => {
  const { reader } = await lab.school();
  const { page, close } = await lab.openOurs((await filledOurs(lab)).profile);
  await page.evaluate((opening) => window.ours.start(opening), reader);
  await page.evaluate(() => window.ours.inSync());
  await awaitIndex(lab, page);
  const queries = createQueries(QUERIES);
  await page.evaluate((asked) => window.ours.search(asked), createQueries(WARM_UP));
  const p95s: number[] = [];
  for (let run = 0; run < lab.repetitions; run += 1) {
    const { times, hits } = await page.evaluate((asked) => window.ours.search(asked), queries);
    if (hits === 0) throw new Error('nothing was found');
    p95s.push(percentile(times, 0.95));
  }
  await close();
  return median(p95s);
};
