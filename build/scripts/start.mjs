// `npm start`: builds what has changed, then serves the demonstration school and opens the client.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, runProgram } from './bootstrap.mjs';
import { buildClient, buildDesktop } from './client.mjs';

await ensureInstalled();
await buildClient();
const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(root, 'node_modules/electron/dist');
if (existsSync(dist) && !process.argv.includes('--no-open')) await buildDesktop();
await runProgram('sync-server/app/cli/start.ts');
