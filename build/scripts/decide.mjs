// `npm run --silent decide`: see sync-server/app/cli/decide.ts.
import { runProgram } from './bootstrap.mjs';

await runProgram('sync-server/app/cli/decide.ts');
