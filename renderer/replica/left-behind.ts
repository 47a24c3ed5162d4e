import { BehaviorSubject } from 'rxjs';
import type { Id } from '#core/kernel/id.ts';
import type { LeftBehind, RescueOutcome } from './contract.ts';
import { wipeDatabases } from './database.ts';
import type { Environment } from './environment.ts';
import { importDataKey, type DerivePasswordKeys } from './keys.ts';
import { countUnsent, DiskFullError } from './local-store.ts';
import { toPrefix, type ProfileRow, type Profiles } from './profiles.ts';

/** The profile that somebody has just come into. */
interface Here {
  readonly profileId: Id;
  readonly personId: Id;
  readonly key: CryptoKey;
}

/** A profile that an earlier password has opened. */
export interface Reopened {
  readonly id: Id;
  readonly key: CryptoKey;
}

/** What earlier passwords of a person keep shut on this device: found by their salts, opened by the password alone (D14). */
export interface LeftBehindBook {
  /** What is there, as far as it can be told without the password. */
  readonly found$: BehaviorSubject<LeftBehind | undefined>;
  /** Looks what is there; what holds nothing unsent is deleted at once, since all else comes from the server again. */
  look(here: Here): Promise<void>;
  /** Nobody is in any more. */
  forget(): void;
  /** The profiles among these that the password opens, if they are the person's. */
  reopen(
    rows: readonly ProfileRow[],
    personId: Id,
    derive: (salt: string) => ReturnType<DerivePasswordKeys>,
  ): Promise<readonly Reopened[]>;
  /** Takes over what lies in them and deletes them. Nobody may be in, in any tab. */
  carry(reopened: readonly Reopened[], here: Here): Promise<RescueOutcome>;
  /** Deletes what is there. */
  abandon(here: Here): Promise<void>;
}

export const createLeftBehindBook = (ports: {
  readonly environment: Environment;
  readonly profiles: Profiles;
}): LeftBehindBook => {
  const { environment, profiles } = ports;
  const found$ = new BehaviorSubject<LeftBehind | undefined>(undefined);
  /** Counts who comes and goes: what is found for somebody who has left is told to nobody. */
  let visit = 0;
  const count = (row: ProfileRow): Promise<LeftBehind> =>
    countUnsent(`${toPrefix(row.id)}-local`, environment);
  const remove = async (id: Id): Promise<void> => {
    // The key goes first: without it nothing that might be left can ever be opened.
    await profiles.remove(id);
    await wipeDatabases(toPrefix(id), environment);
  };

  return {
    found$,
    look: async ({ profileId, key }) => {
      const mine = (visit += 1);
      let sum: LeftBehind = { commands: 0, drafts: 0 };
      for (const row of await profiles.former(profileId, key)) {
        const { commands, drafts } = await count(row);
        if (commands + drafts === 0) await remove(row.id);
        else sum = { commands: sum.commands + commands, drafts: sum.drafts + drafts };
      }
      if (mine === visit) found$.next(sum.commands + sum.drafts === 0 ? undefined : sum);
    },
    forget: () => {
      visit += 1;
      if (found$.value !== undefined) found$.next(undefined);
    },
    reopen: async (rows, personId, derive) => {
      const reopened: Reopened[] = [];
      for (const row of rows) {
        const content = await profiles.unwrap(row, (await derive(row.salt)).wrap);
        if (content?.personId === personId) {
          reopened.push({ id: row.id, key: await importDataKey(content.dataKey) });
        }
        content?.dataKey.fill(0);
      }
      return reopened;
    },
    carry: async (reopened, { profileId, key }) => {
      let sum: LeftBehind = { commands: 0, drafts: 0 };
      try {
        const { carryOver } = await import('./carry-over.ts');
        const to = { prefix: toPrefix(profileId), key };
        for (const former of reopened) {
          const from = { prefix: toPrefix(former.id), key: former.key };
          const carried = await carryOver(from, to, environment);
          sum = { commands: sum.commands + carried.commands, drafts: sum.drafts + carried.drafts };
          await remove(former.id);
        }
        return { ok: true, ...sum };
      } catch (error) {
        return { ok: false, reason: error instanceof DiskFullError ? 'disk-full' : 'failed' };
      }
    },
    abandon: async ({ profileId, key }) => {
      for (const row of await profiles.former(profileId, key)) await remove(row.id);
      found$.next(undefined);
    },
  };
};
