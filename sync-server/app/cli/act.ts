import { randomBytes } from 'node:crypto';
import { createSignIn } from '#server/auth/sign-in.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { IN_MEMORY } from '#server/storage/sqlite/database.ts';
import { createInlineSqliteStore } from '#server/storage/sqlite/inline-store.ts';
import { createSqliteStore } from '#server/storage/sqlite/sqlite-store.ts';
import { createBackups } from '#server/operations/backups.ts';
import { carryOutBackup, isBackupRequest } from '../control/backup-acts.ts';
import { askServer } from '../control/client.ts';
import { createLocalActs } from '../control/local-acts.ts';
import type { ControlRequest, ControlResponse } from '../control/protocol.ts';
import { holdsDatabase, openDataFolder } from '../data-folder.ts';
import { finishInterruptedRestore } from '../interrupted-restore.ts';
import { jobModules } from '../job-modules.ts';
import { logError } from '../log-error.ts';

/** Carries out an act of the command line: through the running server, else by opening the store (D24). */
export const act = async (dataDir: string, request: ControlRequest): Promise<ControlResponse> => {
  finishInterruptedRestore(dataDir);
  // Whoever only tries, or asks where nothing is, must find nothing there afterwards.
  const changesNothing = request.act === 'access' || (request.act === 'import' && request.dryRun);
  if (changesNothing && !holdsDatabase(dataDir)) {
    return carryOut(await createInlineSqliteStore({ path: IN_MEMORY, jobModules }), dataDir, request);
  }
  const folder = openDataFolder(dataDir);
  const answer = await askServer(folder, request);
  if (answer !== undefined) return answer;
  return carryOut(await createSqliteStore({ path: folder.database, jobModules }), folder.path, request);
};

const carryOut = async (store: Store, dataDir: string, request: ControlRequest): Promise<ControlResponse> => {
  try {
    const clock = { now: () => Date.now() };
    if (isBackupRequest(request)) {
      const backups = createBackups({ dataDir, store, clock, onError: logError });
      return await carryOutBackup({ store, clock, backups }, request);
    }
    const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
    const signIn = await createSignIn(store, clock, random);
    return await createLocalActs({ store, clock, signIn, onCommitted: () => undefined })(request);
  } finally {
    await store.close();
  }
};
