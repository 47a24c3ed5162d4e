import type { Subscription } from 'rxjs';
import type { Id } from '#core/kernel/id.ts';
import type { DeviceClass } from '#core/protocol/messages/sign-in.ts';
import type {
  CodeOutcome,
  DeviceCode,
  Entrance,
  LeftBehind,
  OfflineLockReason,
  PresentedCode,
  RescueOutcome,
  Revoked,
  Self,
  SignInOutcome,
  Truth,
  Workspace,
} from '#renderer/replica/contract.ts';
import { setTimeZone } from '#renderer/i18n/zone.ts';

/** What the frame and the door need to know; plain enough that a test writes it as an object. */
export interface Session {
  readonly state: 'signed-out' | 'unlocking' | 'ready';
  /** Known once the server has answered or a profile is unlocked. */
  readonly schoolName: string | undefined;
  /** Whether the school answers, as the door shows it. */
  readonly reachable: boolean;
  /** There is no school yet: it is set up first. */
  readonly vacant: boolean;
  readonly truth: Truth;
  readonly me: Self | undefined;
  /** Present while `state` is `ready`. */
  readonly workspace: Workspace | undefined;
  readonly deviceClass: DeviceClass | undefined;
  /** UTC milliseconds by the server's clock as far as it is known. */
  now(): number;
  /** The id of this device while somebody is in. */
  readonly deviceId: Id | undefined;
  /** This device was revoked and is empty; told until somebody comes in. */
  readonly revoked: Revoked | undefined;
  /** What an earlier password keeps shut on this device, while somebody is in. */
  readonly leftBehind: LeftBehind | undefined;
  /** Why this device locked itself, if it did since somebody was in. */
  readonly offlineLock: OfflineLockReason | undefined;
  signIn(shortCode: string, password: string, deviceClass?: DeviceClass): Promise<SignInOutcome>;
  lookAtCode(presented: PresentedCode): Promise<CodeOutcome>;
  redeem(presented: PresentedCode, password: string, deviceClass?: DeviceClass): Promise<SignInOutcome>;
  join(code: string, password: string, deviceClass?: DeviceClass): Promise<SignInOutcome>;
  deviceCode(): Promise<DeviceCode>;
  rescue(formerPassword: string): Promise<RescueOutcome>;
  abandonLeftBehind(): Promise<void>;
  lock(): Promise<void>;
  signOutLeavingNothing(): Promise<void>;
}

const NOTHING_KNOWN: Truth = {
  connection: 'connecting',
  asOf: undefined,
  waiting: 0,
  notSaved: 0,
  filling: undefined,
  obstacle: undefined,
};

const STATES = { door: 'signed-out', unlocking: 'unlocking', inside: 'ready' } as const;

/** Follows an entrance and the workspace behind it as state of the screen; lives as long as the page. */
export const createSession = (entrance: Entrance, deviceClass?: DeviceClass): Session => {
  let state = $state<Session['state']>('signed-out');
  let schoolName = $state<string>();
  let reachable = $state(true);
  let vacant = $state(false);
  let truth = $state.raw(NOTHING_KNOWN);
  let me = $state.raw<Self>();
  let workspace = $state.raw<Workspace>();
  let deviceId = $state<Id>();
  let revoked = $state.raw<Revoked>();
  let leftBehind = $state.raw<LeftBehind>();
  let offlineLock = $state<OfflineLockReason>();
  /** What this device is; said at the door, it counts from that sign-in on. */
  let known = $state(deviceClass);
  let inside: Subscription | undefined;

  const learning = async (
    said: DeviceClass | undefined,
    outcome: Promise<SignInOutcome>,
  ): Promise<SignInOutcome> => {
    const answer = await outcome;
    if (answer.ok && said !== undefined) known = said;
    return answer;
  };

  const enter = (entered: Workspace): void => {
    inside = entered.truth$.subscribe((next) => (truth = next));
    inside.add(entered.self$.subscribe((next) => (me = next)));
    inside.add(
      entered.school$.subscribe((school) => {
        if (school === undefined) return;
        schoolName = school.name;
        setTimeZone(school.zone);
      }),
    );
  };

  entrance.schoolName$.subscribe((name) => (schoolName = name ?? schoolName));
  entrance.reachable$.subscribe((next) => (reachable = next));
  entrance.vacant$.subscribe((next) => (vacant = next));
  entrance.leftBehind$.subscribe((next) => (leftBehind = next));
  entrance.state$.subscribe((next) => {
    inside?.unsubscribe();
    truth = NOTHING_KNOWN;
    me = undefined;
    deviceId = next.at === 'inside' ? next.deviceId : undefined;
    if (next.at !== 'unlocking') offlineLock = next.at === 'door' ? next.offlineLock : undefined;
    if (next.at !== 'unlocking') revoked = next.at === 'door' ? next.revoked : undefined;
    workspace = next.at === 'inside' ? next.workspace : undefined;
    if (workspace !== undefined) enter(workspace);
    state = STATES[next.at];
  });

  return {
    get state() {
      return state;
    },
    get schoolName() {
      return schoolName;
    },
    get reachable() {
      return reachable;
    },
    get vacant() {
      return vacant;
    },
    get truth() {
      return truth;
    },
    get me() {
      return me;
    },
    get deviceId() {
      return deviceId;
    },
    get revoked() {
      return revoked;
    },
    get offlineLock() {
      return offlineLock;
    },
    get leftBehind() {
      return leftBehind;
    },
    get workspace() {
      return workspace;
    },
    get deviceClass() {
      return known;
    },
    now: () => workspace?.now() ?? Date.now(),
    signIn: (shortCode, password, said) => learning(said, entrance.signIn(shortCode, password, said)),
    lookAtCode: entrance.lookAtCode,
    redeem: (presented, password, said) => learning(said, entrance.redeem(presented, password, said)),
    join: (code, password, said) => learning(said, entrance.join(code, password, said)),
    deviceCode: entrance.deviceCode,
    rescue: (formerPassword) => entrance.rescue(formerPassword),
    abandonLeftBehind: () => entrance.abandonLeftBehind(),
    lock: () => entrance.lock(),
    signOutLeavingNothing: () => entrance.signOutLeavingNothing(),
  };
};
