import { BehaviorSubject } from 'rxjs';
import type {
  CodeOutcome,
  Entrance,
  EntranceState,
  LeftBehind,
  PresentedCode,
  RescueOutcome,
  SignInOutcome,
  Workspace,
} from '#renderer/replica/contract.ts';

/** An entrance in memory for component tests: opens for everybody unless an answer was laid out before. */
export interface TestEntrance extends Entrance {
  readonly state$: BehaviorSubject<EntranceState>;
  readonly reachable$: BehaviorSubject<boolean>;
  readonly vacant$: BehaviorSubject<boolean>;
  /** What the next attempts are answered, in order. */
  readonly answers: SignInOutcome[];
  /** Each attempt as it was made. */
  readonly attempts: (readonly string[])[];
  /** Each code that was asked about, and what the next questions are answered; else it is Katharina Brandt's. */
  readonly looks: PresentedCode[];
  readonly lookAnswers: CodeOutcome[];
  readonly leftBehind$: BehaviorSubject<LeftBehind | undefined>;
  /** Each earlier password that was tried, and what the next tries are answered; else it opens. */
  readonly formerPasswords: string[];
  readonly rescueAnswers: RescueOutcome[];
  /** The next deletion fails. */
  leaveFails: boolean;
  /** Whether everything of the person was deleted. */
  left: boolean;
}

const FOUND: CodeOutcome = {
  ok: true,
  person: { shortCode: 'Bra', firstName: 'Katharina', lastName: 'Brandt' },
};

export const createTestEntrance = (workspace: Workspace, at: 'door' | 'inside' = 'door'): TestEntrance => {
  const inside: EntranceState = { at: 'inside', workspace, deviceId: workspace.createId() };
  const state$ = new BehaviorSubject<EntranceState>(at === 'door' ? { at: 'door' } : inside);
  const attempt = async (...words: readonly (string | undefined)[]): Promise<SignInOutcome> => {
    entrance.attempts.push(words.filter((word) => word !== undefined));
    state$.next({ at: 'unlocking' });
    const outcome = await Promise.resolve(entrance.answers.shift() ?? ({ ok: true } as const));
    state$.next(outcome.ok ? inside : { at: 'door' });
    return outcome;
  };
  const close = (): Promise<void> => {
    state$.next({ at: 'door' });
    return Promise.resolve();
  };
  const entrance: TestEntrance = {
    state$,
    schoolName$: new BehaviorSubject<string | undefined>('Gymnasium am Lindenhof'),
    reachable$: new BehaviorSubject(true),
    vacant$: new BehaviorSubject(false),
    answers: [],
    looks: [],
    lookAnswers: [],
    attempts: [],
    leaveFails: false,
    left: false,
    signIn: attempt,
    lookAtCode: async (presented) => {
      entrance.looks.push(presented);
      return Promise.resolve(entrance.lookAnswers.shift() ?? FOUND);
    },
    redeem: ({ code, shortCode }, password) => attempt(code, shortCode ?? '', password),
    join: attempt,
    deviceCode: () => Promise.resolve({ ok: true, code: '7K3M-Q2XD', until: workspace.now() + 600_000 }),
    leftBehind$: new BehaviorSubject<LeftBehind | undefined>(undefined),
    formerPasswords: [],
    rescueAnswers: [],
    async rescue(formerPassword) {
      entrance.formerPasswords.push(formerPassword);
      const left = entrance.leftBehind$.value ?? { commands: 0, drafts: 0 };
      const outcome = entrance.rescueAnswers.shift() ?? { ok: true, ...left };
      if (!outcome.ok) return Promise.resolve(outcome);
      state$.next({ at: 'unlocking' });
      entrance.leftBehind$.next(undefined);
      await Promise.resolve();
      state$.next(inside);
      return outcome;
    },
    abandonLeftBehind: async () => {
      entrance.leftBehind$.next(undefined);
      return Promise.resolve();
    },
    lock: close,
    async signOutLeavingNothing() {
      const fails = entrance.leaveFails;
      entrance.leaveFails = false;
      state$.next({ at: 'unlocking' });
      await Promise.resolve();
      entrance.left = !fails;
      await close();
      if (fails) throw new Error('not all could be deleted');
    },
  };
  return entrance;
};
