import { randomBytes } from 'node:crypto';
import { createSignIn } from '#server/auth/sign-in.ts';
import { createSqliteStore } from '#server/storage/sqlite/sqlite-store.ts';
import { askServer } from '../control/client.ts';
import { createLocalActs } from '../control/local-acts.ts';
import type { ControlRequest, ControlResponse } from '../control/protocol.ts';
import { openDataFolder } from '../data-folder.ts';
import { jobModules } from '../job-modules.ts';

/** Carries out an act of the command line: through the running server, else by opening the store (D24). */
export const act = async (dataDir: string, request: ControlRequest): Promise<ControlResponse> => {
  const folder = openDataFolder(dataDir);
  const answer = await askServer(folder, request);
  if (answer !== undefined) return answer;
  const store = await createSqliteStore({ path: folder.database, jobModules });
  try {
    const clock = { now: () => Date.now() };
    const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
    const signIn = await createSignIn(store, clock, random);
    return await createLocalActs({ store, clock, signIn, onCommitted: () => undefined })(request);
  } finally {
    await store.close();
  }
};
