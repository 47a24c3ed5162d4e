import { createId, type Id } from '#core/kernel/id.ts';
import { createBrowserEnvironment } from '#renderer/replica/environment.ts';
import { createDataKeyBytes, createSalt, importDataKey } from '#renderer/replica/keys.ts';
import { openProfiles } from '#renderer/replica/profiles.ts';

/** A profile that is open: where its replica lies, and the key to it. */
export interface OpenProfile {
  readonly prefix: string;
  readonly key: CryptoKey;
}

const environment = createBrowserEnvironment();
/** The door reads its profiles before anybody can unlock one; the browser opens the origin's store for that. */
const profiles = openProfiles('umlauf-profiles', environment);
await profiles.list();
/** Stands for what argon2id makes of the password, which takes the same time whatever lies here. */
const wrap = await importDataKey(new Uint8Array(32).fill(7));

/** Makes a profile, as the first sign-in does. */
export const createProfile = async (personId: Id): Promise<OpenProfile> => {
  const [id, deviceId] = [createId(environment.random), createId(environment.random)];
  const dataKey = createDataKeyBytes();
  const content = { shortCodeKey: 'x', personId, deviceId, dataKey };
  await profiles.put({ id, salt: createSalt(), lastUsed: Date.now() }, content, wrap);
  return { prefix: toPrefix(id), key: await importDataKey(dataKey) };
};

/** Opens it again, as the entrance does once the password has become keys. */
export const unlockProfile = async (): Promise<OpenProfile> => {
  const [row] = await profiles.list();
  const content = row && (await profiles.unwrap(row, wrap));
  if (row === undefined || content === undefined) throw new Error('there is no profile');
  const key = await importDataKey(content.dataKey);
  await profiles.touch(row.id, environment.clock.now());
  return { prefix: toPrefix(row.id), key };
};

const toPrefix = (profileId: string): string => `umlauf-${profileId}`;
