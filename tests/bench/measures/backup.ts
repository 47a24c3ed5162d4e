import { setTimeout as pause } from 'node:timers/promises';
import type { Lab } from '../lab.ts';
import { median, percentile, type Figures } from '../row.ts';
import { openSchool, type School } from '../server/school.ts';

/** A school of many years. */
const DOCUMENTS = 100_000;
const FEWER_DOCUMENTS = 20_000;
const WARM_UP = 100;
/** Commands for each figure at least. */
const SAMPLES = 300;
/** A busy staff room: a command every so many milliseconds. */
const SPACING = 10;

/** The slowest hundredth of commands while a backup is made, against the same without one. */
export const measureBackup = async (lab: Lab): Promise<Figures> => {
  const folder = lab.newFolder();
  const count = lab.quick ? FEWER_DOCUMENTS : DOCUMENTS;
  const school = await openSchool({ folder, count, staticDir: folder });
  try {
    for (let number = 0; number < WARM_UP; number += 1) await school.announce();
    const [calm, busy]: [number[], number[]] = [[], []];
    for (let run = 0; run < lab.repetitions; run += 1) {
      calm.push(percentile(await sample(school, () => true), 0.99));
      busy.push(percentile(await sampleDuringBackups(school), 0.99));
    }
    return { ours: median(busy), limit: median(calm) };
  } finally {
    await school.close();
  }
};

const sampleDuringBackups = async (school: School): Promise<readonly number[]> => {
  const times: number[] = [];
  while (times.length < SAMPLES) {
    let isRunning = true;
    const backup = school.backUp().finally(() => {
      isRunning = false;
    });
    times.push(...(await sample(school, () => isRunning, Number.POSITIVE_INFINITY)));
    await backup;
  }
  return times;
};

/** How long commands take from the door to the answer, in milliseconds, for as long as it goes on. */
const sample = async (
  school: School,
  goesOn: () => boolean,
  atMost = SAMPLES,
): Promise<readonly number[]> => {
  const times: number[] = [];
  while (times.length < atMost && goesOn()) {
    const start = performance.now();
    await school.announce();
    times.push(performance.now() - start);
    await pause(SPACING);
  }
  return times;
};
