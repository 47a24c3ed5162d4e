import {
  BehaviorSubject,
  distinctUntilChanged,
  firstValueFrom,
  map,
  switchMap,
  type Observable,
  type Subscription,
} from 'rxjs';
import type { Id } from '#core/kernel/id.ts';
import type { DeviceClass } from '#core/protocol/messages/sign-in.ts';
import type { Api } from './api.ts';
import { createCodeDoor } from './code-door.ts';
import type { AuthorisedRequest } from './authorised-request.ts';
import type {
  Entrance,
  EntranceState,
  OfflineLockReason,
  RescueOutcome,
  Revoked,
  SignInOutcome,
  Workspace,
} from './contract.ts';
import { wipeDatabases, type AnyStorage } from './database.ts';
import { watchDoor } from './door.ts';
import type { Environment } from './environment.ts';
import type { FileApi } from './files/file-api.ts';
import { createKeyLine } from './key-line.ts';
import type { DerivePasswordKeys } from './keys.ts';
import { createLeftBehindBook } from './left-behind.ts';
import { createLink, type LinkPorts } from './link.ts';
import { DiskFullError, isQuotaError } from './local-store.ts';
import { openProfiles, toPrefix } from './profiles.ts';
import { createReplica, type Replica } from './replica.ts';
import type { OpenSearch } from './search/search.ts';
import { createSession, type Session, type Unlocked } from './session.ts';
import { createSigningIn, emptyOutLater, type Who } from './signing-in.ts';

export interface EntrancePorts {
  readonly environment: Environment;
  readonly api: Api;
  readonly openSocket: LinkPorts['openSocket'];
  /** The requests for files with the token of a session. */
  readonly openFileApi?: ((token: Session['token']) => Promise<FileApi>) | undefined;
  /** Other requests with the token of a session. */
  readonly openRequest?: ((token: Session['token']) => AuthorisedRequest) | undefined;
  /** Emits when the device says that it has a network again. */
  readonly online$: Observable<unknown>;
  readonly storage: AnyStorage;
  readonly multiInstance: boolean;
  readonly derive: DerivePasswordKeys;
  readonly openSearch: OpenSearch;
  /** What a device signs in as that nobody has said anything of. */
  readonly deviceClass: DeviceClass;
  /** What the person finds this device by until they choose a name. */
  readonly deviceName?: string | undefined;
  /** Browsers keep WebCrypto from pages that came over plain http. */
  readonly isSecure: boolean;
  readonly resetSpread?: number | undefined;
}

/** An entrance that can be taken down, as tests do. */
export interface ClosableEntrance extends Entrance {
  close(): Promise<void>;
}

const PROFILES = 'umlauf-profiles';
const CHANNEL = 'umlauf-entrance';

/** Signing in, locking and leaving: first what lies on this device, then the server. */
export const openEntrance = (ports: EntrancePorts): ClosableEntrance => {
  const { environment, api, openFileApi } = ports;
  const profiles = openProfiles(PROFILES, environment);
  const leftBehind = createLeftBehindBook({ environment, profiles });
  const state$ = new BehaviorSubject<EntranceState>({ at: 'unlocking' });
  const door = watchDoor({ api, timers: environment.timers, online$: ports.online$ });
  let inside:
    { readonly unlocked: Unlocked; readonly session: Session; readonly replica: Replica } | undefined;
  let watching: Subscription | undefined;

  /** Entering and leaving one after the other: a key from another tab may arrive while this one unlocks or locks. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    const next = turn.then(step);
    turn = next.catch(() => undefined);
    return next;
  };

  const open = async (unlocked: Unlocked): Promise<void> => {
    if (inside !== undefined) return;
    const session = createSession(unlocked, { ...ports, ...environment, profiles });
    const replica = await createReplica({
      ...ports,
      prefix: toPrefix(unlocked.profileId),
      personId: unlocked.personId,
      key: unlocked.key,
      link: createLink({ ...ports, ...environment, fetchTicket: session.fetchTicket }),
      openFileApi: openFileApi && (() => openFileApi(session.token)),
      request: ports.openRequest?.(session.token),
      live: { ...ports, fetchTicket: session.fetchTicket },
    });
    inside = { unlocked, session, replica };
    const { workspace } = replica;
    watching = workspace.truth$
      .pipe(
        map((truth) => truth.connection === 'online'),
        distinctUntilChanged(),
      )
      .subscribe((isOnline) => door.report(isOnline));
    watching.add(workspace.school$.subscribe((school) => void (school && door.rememberSchool(school.name))));
    door.pause();
    watching.add(
      workspace.truth$.subscribe(({ obstacle }) => {
        if (obstacle === 'device-revoked') void purge(unlocked.profileId, workspace);
      }),
    );
    watching.add(
      replica.stay$.subscribe(({ state }) => {
        if (state === 'over' || state === 'behind') void lockAway(unlocked, state);
      }),
    );
    state$.next({ at: 'inside', workspace, deviceId: unlocked.deviceId });
    // What cannot be looked at now is looked at with the next opening.
    void leftBehind.look(unlocked).catch(() => undefined);
  };

  const showDoor = (): void => {
    state$.next({ at: 'door', revoked, offlineLock });
    door.resume();
  };

  const shut = async (show: () => void): Promise<void> => {
    const left = inside;
    inside = undefined;
    watching?.unsubscribe();
    leftBehind.forget();
    show();
    await left?.replica.close();
  };

  /** The profile that could not be deleted wholly, so that it can be tried again from the door. */
  let unfinished: Id | undefined;
  /** Said at the door until somebody comes in. */
  let revoked: Revoked | undefined;
  let offlineLock: OfflineLockReason | undefined;
  /** The door is shown when everything is gone, or when it is known that it is not. */
  const deleteProfile = async (profileId: Id): Promise<void> => {
    unfinished = profileId;
    try {
      await shut(() => state$.next({ at: 'unlocking' }));
      // The key goes first: without it nothing that might be left can ever be opened.
      await profiles.remove(profileId);
      await wipeDatabases(toPrefix(profileId), environment);
      unfinished = undefined;
    } finally {
      showDoor();
    }
  };

  /**
   * This device was revoked: its data go, in every tab, whoever asked for it (R5). What nobody had sent goes too, since it
   * may be a thief who reads the screen; the door says how much that was.
   */
  const purge = async (profileId: Id, workspace: Workspace): Promise<void> => {
    if (inside?.unlocked.profileId !== profileId) return;
    const [truth, drafts] = await Promise.all([
      firstValueFrom(workspace.truth$),
      firstValueFrom(workspace.drafts.all$),
    ]);
    revoked = { lost: truth.waiting + truth.notSaved + drafts.length };
    keyLine.lock();
    await inTurn(() => deleteProfile(profileId)).catch(() => undefined);
  };

  /** Too long without the school: everything is shut, and what was the school's deleted; what is unsent stays sealed (R5). */
  const lockAway = async (unlocked: Unlocked, state: 'over' | 'behind'): Promise<void> => {
    if (inside?.unlocked !== unlocked) return;
    offlineLock = state === 'over' ? 'locked-offline' : 'clock-behind';
    keyLine.lock();
    await inTurn(async () => {
      await shut(() => state$.next({ at: 'unlocking' }));
      // What could not be deleted now is deleted when somebody tries to come in.
      if (state === 'over')
        await emptyOutLater(toPrefix(unlocked.profileId), unlocked.key, environment).catch(() => undefined);
      showDoor();
    });
  };

  const enter = (unlocked: Unlocked): Promise<void> => inTurn(() => open(unlocked));
  const leave = (): Promise<void> => inTurn(() => shut(showDoor));

  const keyLine = createKeyLine(environment.openChannel(CHANNEL), environment.timers, {
    unlocked: () => inside?.unlocked,
    receive: enter,
    lock: leave,
  });
  void keyLine.ask().then((isAnswered) => {
    if (!isAnswered && state$.value.at === 'unlocking') state$.next({ at: 'door' });
  });

  const codeDoor = createCodeDoor(ports);
  const signingIn = createSigningIn({ ...ports, profiles, leftBehind, enter, remove: deleteProfile });
  const signIn = async (
    who: Who,
    password: string,
    deviceClass: DeviceClass = ports.deviceClass,
    isNew = false,
  ): Promise<SignInOutcome> => {
    if (!ports.isSecure) return { ok: false, reason: 'no-secure-context' };
    if (inside !== undefined) return { ok: true };
    offlineLock = undefined;
    state$.next({ at: 'unlocking' });
    try {
      const outcome = await signingIn.signIn(who, password, deviceClass, isNew);
      if (outcome.ok) {
        revoked = undefined;
        keyLine.tell();
      }
      return outcome;
    } catch (error) {
      if (error instanceof DiskFullError || isQuotaError(error)) return { ok: false, reason: 'disk-full' };
      throw error;
    } finally {
      if (state$.value.at === 'unlocking') state$.next({ at: 'door', revoked, offlineLock });
    }
  };

  return {
    state$,
    schoolName$: door.schoolName$,
    reachable$: door.reachable$,
    // Whoever has a profile here belongs to a school, even if its server has just been emptied.
    vacant$: door.vacant$.pipe(
      switchMap(async (isVacant) => isVacant && (await profiles.list()).length === 0),
    ),
    signIn: (shortCode, password, deviceClass) => signIn({ shortCode }, password, deviceClass),
    lookAtCode: async (presented) => {
      if (!ports.isSecure) return { ok: false, reason: 'no-secure-context' };
      return codeDoor.look(presented);
    },
    redeem: async (presented, password, deviceClass) => {
      if (!ports.isSecure) return { ok: false, reason: 'no-secure-context' };
      const answer = await codeDoor.redeem(presented, password);
      return answer.ok ? signIn({ shortCode: answer.shortCode }, password, deviceClass, true) : answer;
    },
    join: (deviceCode, password, deviceClass) => signIn({ deviceCode }, password, deviceClass),
    deviceCode: async () => {
      const token = await inside?.session.token();
      if (token === undefined) return { ok: false, reason: 'unauthenticated' };
      const answer = await api.deviceCode(token);
      return answer.ok ? { ok: true, ...answer.value } : { ok: false, reason: answer.refusal.reason };
    },
    leftBehind$: leftBehind.found$,
    rescue: async (formerPassword) => {
      const here = inside?.unlocked;
      if (here === undefined) return { ok: false, reason: 'failed' };
      const rows = await profiles.former(here.profileId, here.key);
      const reopened = await leftBehind.reopen(rows, here.personId, (salt) =>
        ports.derive(formerPassword, salt),
      );
      if (reopened.length === 0) return { ok: false, reason: 'wrong-password' };
      // What is open keeps what it has read in memory: everything is shut, in every tab, and opened anew.
      keyLine.lock();
      let outcome: RescueOutcome = { ok: false, reason: 'failed' };
      await inTurn(async () => {
        await shut(() => state$.next({ at: 'unlocking' }));
        outcome = await leftBehind.carry(reopened, here);
        await open(here);
      }).finally(() => {
        if (state$.value.at === 'unlocking') showDoor();
      });
      keyLine.tell();
      return outcome;
    },
    abandonLeftBehind: async () => {
      if (inside !== undefined) await leftBehind.abandon(inside.unlocked);
    },
    lock: async () => {
      keyLine.lock();
      await leave();
    },
    signOutLeavingNothing: async () => {
      const profileId = inside?.unlocked.profileId ?? unfinished;
      if (profileId === undefined) return;
      const token = await inside?.session.token().catch(() => undefined);
      keyLine.lock();
      await inTurn(() => deleteProfile(profileId));
      // Last: a line that still stood would sign in again at once, and deleting does not wait for a server that is away.
      if (token !== undefined) await api.signOut(token);
    },
    close: async () => {
      keyLine.close();
      await leave();
      door.close();
      profiles.close();
    },
  };
};
