// `npm run --silent backup`: see sync-server/app/cli/backup.ts.
import { runProgram } from './bootstrap.mjs';

await runProgram('sync-server/app/cli/backup.ts');
