import { toShortCodeKey } from '#core/directory/person.ts';
import { createId } from '#core/kernel/id.ts';
import type { DeviceClass } from '#core/protocol/messages/sign-in.ts';
import type { Api, Refused } from './api.ts';
import type { SignInOutcome } from './contract.ts';
import type { Environment } from './environment.ts';
import { createDataKeyBytes, importDataKey, type DerivePasswordKeys, type PasswordKeys } from './keys.ts';
import type { LeftBehindBook } from './left-behind.ts';
import type { Profiles } from './profiles.ts';
import type { Unlocked } from './session.ts';

/** Who signs in: a short code, or the code that another device shows. */
export type Who = { readonly shortCode: string } | { readonly deviceCode: string };

/** From a password to an open profile: first what lies on this device, then the server. */
export interface SigningIn {
  /** `isNew`: the password was set a moment ago, so that nothing here can have it. */
  signIn(who: Who, password: string, deviceClass: DeviceClass, isNew: boolean): Promise<SignInOutcome>;
}

type Derive = (salt: string) => Promise<PasswordKeys>;

export const createSigningIn = (ports: {
  readonly environment: Environment;
  readonly api: Api;
  readonly profiles: Profiles;
  readonly leftBehind: Pick<LeftBehindBook, 'reopen' | 'carry'>;
  readonly derive: DerivePasswordKeys;
  readonly deviceName?: string | undefined;
  enter(unlocked: Unlocked): Promise<void>;
}): SigningIn => {
  const { environment, api, profiles, leftBehind } = ports;

  /** The profile on this device that short code and password open, and whether the server has refused them since. */
  const findHere = async (
    shortCode: string,
    derive: Derive,
  ): Promise<{ readonly unlocked: Unlocked; readonly isRefused: boolean } | undefined> => {
    for (const row of await profiles.list()) {
      const { wrap, auth } = await derive(row.salt);
      const content = await profiles.unwrap(row, wrap);
      if (content?.shortCodeKey !== toShortCodeKey(shortCode)) continue;
      const key = await importDataKey(content.dataKey);
      content.dataKey.fill(0);
      const { personId, deviceId } = content;
      const unlocked = { profileId: row.id, personId, deviceId, shortCode, key, auth };
      return { unlocked, isRefused: row.refusedAt !== undefined };
    }
    return undefined;
  };

  /** Signs in at the server and makes a profile of it. */
  const signInThere = async (who: Who, derive: Derive, deviceClass: DeviceClass): Promise<SignInOutcome> => {
    const challenge = await api.challenge(who);
    if (!challenge.ok) return toOutcome(challenge.refusal, (await profiles.list()).length > 0);
    const { salt } = challenge.value;
    const { auth, wrap } = await derive(salt);
    const deviceId = createId(environment.random);
    const device = { id: deviceId, class: deviceClass, name: ports.deviceName };
    const answer = await api.signIn({ ...who, auth, device });
    if (!answer.ok) return toOutcome(answer.refusal, false);
    const { token, personId, shortCode, formerSalts = [] } = answer.value;
    const salts = [salt, ...formerSalts];
    const former = (await profiles.list()).filter((row) => salts.includes(row.salt));
    const profileId = createId(environment.random);
    const dataKey = createDataKeyBytes();
    const key = await importDataKey(dataKey);
    const content = { shortCodeKey: toShortCodeKey(shortCode), personId, deviceId, dataKey };
    await profiles.put({ id: profileId, salt, lastUsed: environment.clock.now() }, content, wrap);
    dataKey.fill(0);
    await profiles.rememberToken(profileId, key, token);
    if (former.length > 0) {
      const ids = former.map(({ id }) => id);
      await profiles.rememberFormer(profileId, key, ids);
      // The same words may have been chosen again: then nobody has to type them twice.
      const reopened = await leftBehind.reopen(former, personId, derive);
      await leftBehind.carry(reopened, { profileId, personId, key });
    }
    await ports.enter({ profileId, personId, deviceId, shortCode, key, auth });
    return { ok: true };
  };

  return {
    signIn: async (who, password, deviceClass, isNew) => {
      // One derivation for each salt: it costs some tenths of a second.
      const derived = new Map<string, Promise<PasswordKeys>>();
      const derive: Derive = (salt) => {
        const keys = derived.get(salt) ?? ports.derive(password, salt);
        derived.set(salt, keys);
        return keys;
      };
      const here = 'shortCode' in who && !isNew ? await findHere(who.shortCode, derive) : undefined;
      // The server has refused this password, or knows it under another salt by now: it is asked first.
      if (here === undefined || here.isRefused) {
        const outcome = await signInThere(who, derive, deviceClass);
        if (outcome.ok || here === undefined) return outcome;
      }
      const { unlocked } = here;
      // Only the order of trying: a full disk keeps nobody from reading what is here.
      await profiles.touch(unlocked.profileId, environment.clock.now()).catch(() => undefined);
      await ports.enter(unlocked);
      return { ok: true };
    },
  };
};

/** How a refusal is said at the door. */
export const toOutcome = (refused: Refused, hasProfiles: boolean): SignInOutcome => ({
  ok: false,
  ...refused,
  reason: refused.reason === 'unreachable' && hasProfiles ? 'unknown-here' : refused.reason,
});
