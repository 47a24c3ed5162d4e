import { randomBytes } from 'node:crypto';
import { createSignIn } from '#server/auth/sign-in.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { IN_MEMORY } from '#server/storage/sqlite/database.ts';
import { createInlineSqliteStore } from '#server/storage/sqlite/inline-store.ts';
import { createSqliteStore } from '#server/storage/sqlite/sqlite-store.ts';
import { askServer } from '../control/client.ts';
import { createLocalActs } from '../control/local-acts.ts';
import type { ControlRequest, ControlResponse } from '../control/protocol.ts';
import { holdsDatabase, openDataFolder } from '../data-folder.ts';
import { jobModules } from '../job-modules.ts';

/** Carries out an act of the command line: through the running server, else by opening the store (D24). */
export const act = async (dataDir: string, request: ControlRequest): Promise<ControlResponse> => {
  // Whoever only tries, or asks where nothing is, must find nothing there afterwards.
  const changesNothing = request.act === 'access' || request.dryRun;
  if (changesNothing && !holdsDatabase(dataDir)) {
    return carryOut(await createInlineSqliteStore({ path: IN_MEMORY, jobModules }), request);
  }
  const folder = openDataFolder(dataDir);
  const answer = await askServer(folder, request);
  if (answer !== undefined) return answer;
  return carryOut(await createSqliteStore({ path: folder.database, jobModules }), request);
};

const carryOut = async (store: Store, request: ControlRequest): Promise<ControlResponse> => {
  try {
    const clock = { now: () => Date.now() };
    const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
    const signIn = await createSignIn(store, clock, random);
    return await createLocalActs({ store, clock, signIn, onCommitted: () => undefined })(request);
  } finally {
    await store.close();
  }
};
