// `npm run --silent restore`: see sync-server/app/cli/restore.ts.
import { runProgram } from './bootstrap.mjs';

await runProgram('sync-server/app/cli/restore.ts');
