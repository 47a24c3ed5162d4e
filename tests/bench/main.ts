import { parseArgs } from 'node:util';
import { createLab } from './lab.ts';
import { toJson, toTable } from './report.ts';
import type { Result } from './row.ts';
import { rows } from './rows.ts';

/** `npm run bench`. Ends with 0 unless a measurement broke: a missed bar is for people to look at. */

const USAGE = 'Usage: npm run bench -- [--json] [--quick] [--only ID]';

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
    },
  });
  const unknown = values.only?.find((id) => !rows.some((row) => row.id === id));
  if (unknown !== undefined) throw new RangeError(`there is no row "${unknown}"`);
  return values;
};

/** A row that takes longer than this is stuck, in milliseconds. */
const ROW_TIME = 300_000;

const within = async <Value>(milliseconds: number, work: Promise<Value>): Promise<Value> => {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`took longer than ${milliseconds} ms`)), milliseconds);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Progress and remarks; standard output belongs to the result. */
const say = (text: string): void => console.error(text);

const main = async (): Promise<void> => {
  let options;
  try {
    options = readOptions();
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const { only, quick, json } = options;
  const lab = createLab({ quick, say });
  const results: Result[] = [];
  try {
    for (const row of rows.filter(({ id }) => only?.includes(id) ?? true)) {
      const start = performance.now();
      try {
        results.push({ row, figures: await within(ROW_TIME, row.measure(lab)) });
        say(`${row.id}: measured in ${((performance.now() - start) / 1_000).toFixed(1)} s`);
      } catch (error) {
        say(`${row.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await lab.close();
  }
  console.log(json ? toJson(results) : toTable(results));
};

await main();
