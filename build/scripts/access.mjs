// `npm run --silent access`: see sync-server/app/cli/access.ts.
import { runProgram } from './bootstrap.mjs';

await runProgram('sync-server/app/cli/access.ts');
