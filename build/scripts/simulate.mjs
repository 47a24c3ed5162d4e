// `npm run simulate -- --seeds N --from S`: more seeds of the simulation than the tests run.
import { ensureInstalled, run } from './bootstrap.mjs';

await ensureInstalled();
process.exit(await run('node', ['tests/simulation/simulate.ts', ...process.argv.slice(2)]));
