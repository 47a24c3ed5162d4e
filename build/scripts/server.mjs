// `npm run server`: builds the client if its sources have changed, then serves the school of a data folder.
import { ensureInstalled, runProgram } from './bootstrap.mjs';
import { buildClient } from './client.mjs';

await ensureInstalled();
await buildClient();
await runProgram('sync-server/app/main.ts');
