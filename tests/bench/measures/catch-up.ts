import type { Id } from '#core/kernel/id.ts';
import type { Lab } from '../lab.ts';
import { median, type Figures } from '../row.ts';
import { filledOurs, filledPouch } from './first-sync.ts';

/** Half of them are new announcements, half are edits. */
const CHANGES = 500;

/** The page is open, its line was cut, 500 things have changed: how long until it has them all? */
export const measureCatchUp = async (lab: Lab): Promise<Figures> => {
  const [school, couch] = [await lab.school(), await lab.couch()];
  const [filled, filledPeer] = [await filledOurs(lab), await filledPouch(lab)];
  const { page: ours, close: closeOurs } = await lab.openOurs(filled.profile);
  const { page: peers, close: closePeers } = await lab.openPeers(filledPeer.profile);
  await ours.evaluate((opening) => window.ours.start(opening), school.reader);
  await ours.evaluate(() => window.ours.inSync());
  const replicate = async (): Promise<number> => {
    const { took } = await peers.evaluate(([remote, size]) => window.peers.replicate(remote, size), [
      couch.database,
      filledPeer.batchSize,
    ] as const);
    return took;
  };
  // What other rows have changed meanwhile is none of this one's business.
  await replicate();

  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < lab.repetitions; run += 1) {
    await ours.evaluate(() => window.ours.cut());
    const ids: Id[] = [];
    while (ids.length < CHANGES) ids.push(await school.announce(), await school.edit());
    const changed = await Promise.all(ids.map((id) => school.read(id)));
    await couch.put(changed);
    mine.push(await ours.evaluate(() => window.ours.mend()));
    theirs.push(await replicate());
    const revisions = await ours.evaluate(() => window.ours.revisions());
    const missing = changed.filter(({ id, rev }) => revisions[id] !== rev).length;
    if (missing > 0) throw new Error(`${missing} of ${CHANGES} changes did not arrive`);
  }
  await closeOurs();
  await closePeers();
  return { ours: median(mine), peer: median(theirs) };
};
