// `npm run --silent import`: see sync-server/app/cli/import.ts.
import { runProgram } from './bootstrap.mjs';

await runProgram('sync-server/app/cli/import.ts');
