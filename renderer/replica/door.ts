import { BehaviorSubject, type Observable } from 'rxjs';
import type { Api } from './api.ts';
import type { Cancel, Timers } from './environment.ts';

/** At the door the server is looked for so often, in milliseconds. */
const LOOK_EVERY = 15_000;

/** What the sign-in screen shows before anybody is inside: the school's name, and whether the server is there. */
export interface Door {
  readonly schoolName$: BehaviorSubject<string | undefined>;
  readonly reachable$: BehaviorSubject<boolean>;
  /** The server says that it has no school yet. */
  readonly vacant$: BehaviorSubject<boolean>;
  /** Inside, the link knows whether the server is there. */
  report(isReachable: boolean): void;
  /** For as long as this page lives: on disk even the school's name would be in clear. */
  rememberSchool(name: string): void;
  pause(): void;
  resume(): void;
  close(): void;
}

export const watchDoor = (ports: {
  readonly api: Api;
  readonly timers: Timers;
  readonly online$: Observable<unknown>;
}): Door => {
  const schoolName$ = new BehaviorSubject<string | undefined>(undefined);
  const reachable$ = new BehaviorSubject(false);
  const vacant$ = new BehaviorSubject(false);
  let looking = false;
  let cancel: Cancel = () => undefined;

  const report = (isReachable: boolean): void => {
    if (isReachable !== reachable$.value) reachable$.next(isReachable);
  };
  const rememberSchool = (name: string): void => {
    if (name !== schoolName$.value) schoolName$.next(name);
  };
  const look = async (): Promise<void> => {
    cancel();
    const answer = await ports.api.school();
    if (!looking) return;
    // A server without a school, or one that refuses just now, is a server that is there.
    report(answer.ok || answer.refusal.reason !== 'unreachable');
    if (answer.ok) rememberSchool(answer.value.name);
    const isVacant = !answer.ok && answer.refusal.reason === 'not-found';
    if (isVacant !== vacant$.value) vacant$.next(isVacant);
    cancel();
    cancel = ports.timers.after(LOOK_EVERY, () => void look());
  };
  const resume = (): void => {
    if (looking) return;
    looking = true;
    void look();
  };
  const pause = (): void => {
    looking = false;
    cancel();
  };
  const online = ports.online$.subscribe(() => {
    if (looking) void look();
  });
  resume();

  return {
    schoolName$,
    reachable$,
    vacant$,
    report,
    rememberSchool,
    pause,
    resume,
    close: () => {
      pause();
      online.unsubscribe();
    },
  };
};
