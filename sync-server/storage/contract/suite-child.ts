/**
 * A process of its own for the suite, to be killed: opens a store and writes rows as fast as it can. Every acknowledged
 * key goes out as one line, written synchronously, so that what the parent reads was acknowledged.
 * Arguments: module and name of the store's constructor, its options as JSON, writers side by side.
 */
import { writeSync } from 'node:fs';
import type { Store } from './storage.ts';

const [module = '', name = '', options = '{}', writers = '1'] = process.argv.slice(2);

/** Ends by itself if nobody kills it. */
const MAX_ROWS = 20_000;

const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

const open = async (): Promise<Store> => {
  const constructors = (await import(module)) as Record<string, (options: unknown) => Promise<Store>>;
  const create = constructors[name];
  if (create === undefined) throw new Error(`${module} has no ${name}`);
  return create(JSON.parse(options));
};

const write = async (store: Store, writer: number): Promise<void> => {
  for (let index = 0; index < MAX_ROWS; index += 1) {
    const key = `${process.pid}-${writer}-${index}`;
    await store.write('insert', { key, value: 'x'.repeat(300) });
    say(key);
  }
};

try {
  const store = await open();
  say('open');
  await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => write(store, writer)));
} catch (error) {
  say(error instanceof Error ? error.name : String(error));
}
