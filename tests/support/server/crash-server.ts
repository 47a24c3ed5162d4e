import { parseArgs } from 'node:util';
import { startServer } from '#server/app/server.ts';
import { MONDAY } from './staff.ts';

/** A server in a process of its own that dies at a named point of the first job of a name; prints its address. */
const { values } = parseArgs({
  options: { data: { type: 'string' }, point: { type: 'string' }, job: { type: 'string' } },
});
const point = values.point === 'before-commit' || values.point === 'after-commit' ? values.point : undefined;
const server = await startServer({
  dataDir: values.data ?? '',
  clock: { now: () => MONDAY },
  ...(point === undefined ? {} : { crashAt: { point, job: values.job ?? '' } }),
});
console.log(server.url);
