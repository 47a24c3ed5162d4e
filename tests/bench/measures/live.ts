import { now, type Tab } from '../browser.ts';
import type { Lab } from '../lab.ts';
import { toCouchId } from '../server/couch.ts';
import { median, type Figures } from '../row.ts';
import { filledOurs, filledPouch } from './first-sync.ts';

/** Announcements before it counts, and per repetition. */
const WARM_UP = 5;
const SAMPLES = 30;

/** From the commit at the server to the frame that shows it on an open page. */
export const measureLive = async (lab: Lab): Promise<Figures> => {
  const [school, couch] = [await lab.school(), await lab.couch()];
  const ours = await lab.openOurs((await filledOurs(lab)).profile);
  await ours.page.evaluate((opening) => window.ours.start(opening), school.reader);
  await ours.page.evaluate(() => window.ours.inSync());
  const peers = await lab.openPeers((await filledPouch(lab)).profile);
  await peers.page.evaluate((remote) => window.peers.follow(remote), couch.database);

  const announceToOurs = async (): Promise<readonly [number, number]> => {
    const id = await school.announce();
    const committed = now();
    return [committed, await ours.page.evaluate((wanted) => window.ours.painted(wanted), id)];
  };
  const announceToPeers = async (): Promise<readonly [number, number]> => {
    const announcement = await school.read(await school.announce());
    await couch.put([announcement]);
    const committed = now();
    const id = toCouchId(announcement);
    return [committed, await peers.page.evaluate((wanted) => window.peers.painted(wanted), id)];
  };
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < lab.repetitions; run += 1) {
    mine.push(await sample(ours, announceToOurs));
    theirs.push(await sample(peers, announceToPeers));
  }
  await ours.close();
  await peers.close();
  return { ours: median(mine), peer: median(theirs) };
};

const sample = async (tab: Tab, announce: () => Promise<readonly [number, number]>): Promise<number> => {
  const ahead = await tab.measureClock();
  for (let count = 0; count < WARM_UP; count += 1) await announce();
  const times: number[] = [];
  while (times.length < SAMPLES) {
    const [committed, painted] = await announce();
    times.push(painted - ahead - committed);
  }
  return median(times);
};
