import { finishSwap } from '#server/operations/swap-folders.ts';

/**
 * Before a folder is opened: finishes a restore whose process had died with the old school put aside and the new one not
 * yet in its place. Else the folder would look like one in which nobody has set up a school. Says so on the console.
 */
export const finishInterruptedRestore = (dataDir: string): void => {
  const finished = finishSwap(dataDir);
  if (finished === undefined) return;
  console.error('Eine Wiederherstellung war unterbrochen worden. Sie ist jetzt abgeschlossen.');
  if (finished.before !== undefined) console.error(`Was vorher dort lag, liegt jetzt in ${finished.before}.`);
};
