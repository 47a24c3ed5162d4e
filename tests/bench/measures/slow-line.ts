import { layCable } from '#tests/e2e/support/cable.ts';
import type { Lab } from '../lab.ts';
import { median, type Figures } from '../row.ts';
import { openSchool } from '../server/school.ts';

/** A slow line at home: 2 Mbit/s, 80 ms there and back. */
const LINE = { rate: 2_000_000, delay: 40 };
/** What a busy school announces in 30 days. */
const ANNOUNCEMENTS = 150;

/**
 * From the unlocking on an empty device to everything of the newest 30 days on screen, against the time the same bytes
 * need on the line. The page itself is there: a device has it from its first visit.
 */
export const measureSlowLine = async (lab: Lab): Promise<Figures> => {
  const folder = lab.newFolder();
  const school = await openSchool({
    folder,
    count: ANNOUNCEMENTS,
    staticDir: await lab.pages(),
  });
  const { port } = new URL(school.url);
  const ours: number[] = [];
  const limit: number[] = [];
  try {
    for (let run = 0; run < lab.repetitions; run += 1) {
      const cable = await layCable(() => Number(port), LINE);
      const { page, close } = await lab.openBrowser(lab.newFolder());
      await page.goto(cable.address);
      await page.waitForFunction(() => 'ours' in window);
      const before = cable.carried();
      const { all } = await page.evaluate(([opening, rows]) => window.ours.fill(opening, rows), [
        school.reader,
        ANNOUNCEMENTS,
      ] as const);
      ours.push(all);
      limit.push(((cable.carried() - before) * 8_000) / LINE.rate);
      await page.evaluate(() => window.ours.close());
      await close();
      await cable.close();
    }
  } finally {
    await school.close();
  }
  return { ours: median(ours), limit: median(limit) };
};
