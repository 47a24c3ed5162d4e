import type { Clock } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import type { DeviceClass } from '#core/protocol/messages/sign-in.ts';
import type { Api, Refused } from './api.ts';
import type { TicketOutcome } from './link.ts';
import type { Profiles } from './profiles.ts';

/** Everything a tab needs to work in an unlocked profile; passed on to other tabs, kept in memory alone (D15). */
export interface Unlocked {
  readonly profileId: Id;
  readonly personId: Id;
  readonly deviceId: Id;
  readonly shortCode: string;
  /** The data key; its bytes cannot be taken out. */
  readonly key: CryptoKey;
  /** Proves the password to the server, so that an ended session is renewed without asking. */
  readonly auth: string;
}

/** The session of an unlocked profile at the server. */
export interface Session {
  fetchTicket(): Promise<TicketOutcome>;
  /** The token to end it with, if there is one. */
  token(): Promise<string | undefined>;
}

export const createSession = (
  unlocked: Unlocked,
  ports: {
    readonly api: Api;
    readonly profiles: Profiles;
    readonly deviceClass: DeviceClass;
    readonly clock: Clock;
  },
): Session => {
  const { api, profiles } = ports;
  const { profileId, key } = unlocked;
  /** The server did not accept the password: asking again and again would lock the person out. */
  let rejected: Refused['reason'] | undefined;

  const signInAgain = async (): Promise<Result<string, Refused['reason']>> => {
    if (rejected !== undefined) return refuse(rejected);
    const answer = await api.signIn({
      shortCode: unlocked.shortCode,
      auth: unlocked.auth,
      device: { id: unlocked.deviceId, class: ports.deviceClass },
    });
    if (!answer.ok) {
      if (answer.refusal.reason === 'wrong-credentials') {
        rejected = 'wrong-credentials';
        // On a full disk the server is asked once more at the next start.
        await profiles.noteRefused(profileId, ports.clock.now()).catch(() => undefined);
      }
      return refuse(answer.refusal.reason);
    }
    await profiles.rememberToken(profileId, key, answer.value.token);
    return accept(answer.value.token);
  };

  return {
    fetchTicket: async () => {
      const known = await profiles.token(profileId, key);
      const first = known === undefined ? undefined : await api.ticket(known);
      if (first?.ok === true) return { ok: true, ticket: first.value.ticket };
      if (first !== undefined && first.refusal.reason !== 'unauthenticated')
        return { ok: false, reason: first.refusal.reason };
      const renewed = await signInAgain();
      if (!renewed.ok) return { ok: false, reason: renewed.refusal };
      const second = await api.ticket(renewed.value);
      return second.ok
        ? { ok: true, ticket: second.value.ticket }
        : { ok: false, reason: second.refusal.reason };
    },
    token: () => profiles.token(profileId, key),
  };
};
