import { toShortCodeKey } from '#core/directory/person.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import type { DeviceClass } from '#core/protocol/messages/sign-in.ts';
import type { Api, Refused } from './api.ts';
import type { SignInOutcome } from './contract.ts';
import type { Environment } from './environment.ts';
import { createDataKeyBytes, importDataKey, type DerivePasswordKeys, type PasswordKeys } from './keys.ts';
import type { LeftBehindBook } from './left-behind.ts';
import { lookAtStay, renewStay } from './offline-lock.ts';
import { toPrefix, type Profiles } from './profiles.ts';
import type { Unlocked } from './session.ts';

/** Who signs in: a short code, or the code that another device shows. */
export type Who = { readonly shortCode: string } | { readonly deviceCode: string };

/** From a password to an open profile: first what lies on this device, then the server. */
export interface SigningIn {
  /** `isNew`: the password was set a moment ago, so that nothing here can have it. */
  signIn(who: Who, password: string, deviceClass: DeviceClass, isNew: boolean): Promise<SignInOutcome>;
}

/** A profile on this device that short code and password open. */
interface Here {
  readonly unlocked: Unlocked;
  readonly salt: string;
  /** The server has refused them since. */
  readonly isRefused: boolean;
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
  /** Deletes a profile whose device was revoked. */
  remove(profileId: Id): Promise<void>;
}): SigningIn => {
  const { environment, api, profiles, leftBehind } = ports;

  /** The profile on this device that short code and password open. */
  const findHere = async (shortCode: string, derive: Derive): Promise<Here | undefined> => {
    for (const row of await profiles.list()) {
      const { wrap, auth } = await derive(row.salt);
      const content = await profiles.unwrap(row, wrap);
      if (content?.shortCodeKey !== toShortCodeKey(shortCode)) continue;
      const key = await importDataKey(content.dataKey);
      content.dataKey.fill(0);
      const { personId, deviceId } = content;
      const unlocked = { profileId: row.id, personId, deviceId, shortCode, key, auth };
      return { unlocked, salt: row.salt, isRefused: row.refusedAt !== undefined };
    }
    return undefined;
  };

  /**
   * The way into a profile that has locked itself: the school is reached, and takes the password. The profile stays the
   * same, and with it what was not sent from it.
   */
  const reach = async (
    { unlocked, salt }: Here,
    state: 'over' | 'behind',
    derive: Derive,
    deviceClass: DeviceClass,
  ): Promise<SignInOutcome> => {
    const { profileId, deviceId, shortCode, key, auth } = unlocked;
    const prefix = toPrefix(profileId);
    if (state === 'over') await emptyOutLater(prefix, key, environment);
    const away = { ok: false, reason: state === 'over' ? 'locked-offline' : 'clock-behind' } as const;
    const challenge = await api.challenge({ shortCode });
    if (!challenge.ok)
      return challenge.refusal.reason === 'unreachable' ? away : toOutcome(challenge.refusal, false);
    if (challenge.value.salt !== salt) return signInThere({ shortCode }, derive, deviceClass);
    const device = { id: deviceId, class: deviceClass };
    const answer = await api.signIn({ shortCode, auth, device });
    const school = answer.ok ? await api.school() : answer;
    if (!answer.ok || !school.ok) {
      const refused = answer.ok ? { reason: 'unreachable' as const } : answer.refusal;
      if (refused.reason === 'device-revoked') await ports.remove(profileId);
      return refused.reason === 'unreachable' ? away : toOutcome(refused, false);
    }
    await renewStay({ name: `${prefix}-local`, key, environment }, school.value.now);
    await profiles.rememberToken(profileId, key, answer.value.token);
    await ports.enter(unlocked);
    return { ok: true };
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
      if (here !== undefined) {
        const { profileId, key } = here.unlocked;
        const stay = await lookAtStay({ name: `${toPrefix(profileId)}-local`, key, environment });
        if (stay.state === 'over' || stay.state === 'behind')
          return reach(here, stay.state, derive, deviceClass);
      }
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
export const toOutcome = (refused: Refused, hasProfiles: boolean): Extract<SignInOutcome, { ok: false }> => ({
  ok: false,
  ...refused,
  reason: refused.reason === 'unreachable' && hasProfiles ? 'unknown-here' : refused.reason,
});

/** Deletes what a profile holds of its school; what does it is loaded only now. */
export const emptyOutLater = async (
  prefix: string,
  key: CryptoKey,
  environment: Environment,
): Promise<void> => {
  const { emptyOut } = await import('./empty-out.ts');
  await emptyOut(prefix, key, environment);
};
