import type { Page } from 'playwright';
import type { Tab } from '../browser.ts';
import type { Lab } from '../lab.ts';
import { median, once } from '../row.ts';

/** A browser profile that holds everything, and how long that took. */
interface Filled {
  readonly profile: string;
  readonly first: number;
  readonly all: number;
}

/** Batch sizes the peer is tried with, the one that is mostly best first; it counts with its best. */
const BATCHES = [2_500, 1_000, 500];

const fillOurs = async (
  lab: Lab,
  use: (tab: Tab) => Promise<void> = async () => undefined,
): Promise<Filled> => {
  const { reader } = await lab.school();
  const profile = lab.newFolder();
  const tab = await lab.openOurs(profile);
  const times = await tab.page.evaluate(([opening, rows]) => window.ours.fill(opening, rows), [
    reader,
    lab.documents,
  ] as const);
  const revisions = await tab.page.evaluate(() => window.ours.revisions());
  const count = Object.keys(revisions).length;
  if (count < lab.documents) throw new Error(`only ${count} of ${lab.documents} announcements arrived`);
  await use(tab);
  await tab.page.evaluate(() => window.ours.close());
  await tab.close();
  return { profile, ...times };
};

const fillPouch = async (lab: Lab, batchSize: number): Promise<Omit<Filled, 'first'>> => {
  const { database } = await lab.couch();
  const profile = lab.newFolder();
  const tab = await lab.openPeers(profile);
  const { took, count } = await tab.page.evaluate(([remote, size]) => window.peers.replicate(remote, size), [
    database,
    batchSize,
  ] as const);
  if (count < lab.documents) throw new Error(`the peer got only ${count} of ${lab.documents}`);
  await tab.close();
  return { profile, all: took };
};

const bulkPut = async (lab: Lab): Promise<number> => {
  const { url } = await lab.couch();
  const tab = await lab.openPeers(lab.newFolder());
  const took = await tab.page.evaluate((from) => window.peers.bulkPut(from), `${url}/documents.json`);
  await tab.close();
  return took;
};

/** The first filled profile, with its search index unless it must be quick; rows that need one take it from here. */
export const filledOurs = once((lab: Lab) =>
  fillOurs(lab, async ({ page }) => {
    if (lab.quick) return;
    await awaitIndex(lab, page);
    await page.evaluate(() => window.ours.indexStored());
  }),
);

/** Waits until everything can be found: the oldest announcement arrives last. */
export const awaitIndex = async (lab: Lab, page: Page): Promise<void> => {
  const oldest = (await lab.school()).announcements[0];
  if (oldest === undefined) return;
  await page.evaluate(([title, id]) => window.ours.searchable(title, id), [oldest.title, oldest.id] as const);
};

export const filledPouch = once(async (lab: Lab) => {
  if (lab.quick) {
    const batchSize = BATCHES[0] ?? 0;
    return { batchSize, ...(await fillPouch(lab, batchSize)) };
  }
  const tried = [];
  for (const batchSize of BATCHES) tried.push({ batchSize, ...(await fillPouch(lab, batchSize)) });
  lab.say(
    `PouchDB: ${tried.map(({ batchSize, all }) => `${Math.round(all)} ms by ${batchSize}`).join(', ')}`,
  );
  return tried.reduce((best, next) => (next.all < best.all ? next : best));
});

/** An empty device takes in everything: ours, the peer, and the bare store underneath, one after the other. */
export const measureFirstSync = once(async (lab: Lab) => {
  const ours = [await filledOurs(lab)];
  const best = await filledPouch(lab);
  const pouch = [best.all];
  const dexie = [await bulkPut(lab)];
  while (ours.length < lab.repetitions) {
    ours.push(await fillOurs(lab));
    pouch.push((await fillPouch(lab, best.batchSize)).all);
    dexie.push(await bulkPut(lab));
  }
  return {
    first: median(ours.map(({ first }) => first)),
    all: median(ours.map(({ all }) => all)),
    pouch: median(pouch),
    dexie: median(dexie),
  };
});
