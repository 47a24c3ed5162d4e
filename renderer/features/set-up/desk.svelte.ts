import type { z } from 'zod';
import { createId } from '#core/kernel/id.ts';
import type {
  PrintedKey,
  setUpFinishRequestSchema,
  setUpFinishResponseSchema,
} from '#core/protocol/messages/set-up.ts';
import type { Refused } from '#renderer/replica/api.ts';
import { createSalt, type DerivePasswordKeys } from '#renderer/replica/keys.ts';
import {
  createAnswers,
  forgetAnswers,
  keepAnswers,
  proposeBodies,
  proposeHosts,
  readAnswers,
  STEPS,
  toHosts,
  toPlan,
  type Answers,
  type Step,
} from './answers.ts';
import type { SetUpApi } from './api.ts';
import { toBlocks } from './blocks.ts';
import { hasFault } from './faults.ts';

type FinishRequest = z.input<typeof setUpFinishRequestSchema>;
export type Finished = z.infer<typeof setUpFinishResponseSchema>;

/** Where the assistant stands. `gone`: there is a school already, and this place no longer exists. */
export type Stage = 'asking' | 'insecure' | 'unreachable' | 'code' | 'steps' | 'done' | 'gone';

export interface DeskPorts {
  readonly api: SetUpApi;
  readonly derive: DerivePasswordKeys;
  /** Browsers keep WebCrypto from pages that came over plain http. */
  readonly isSecure: boolean;
  /** There is a school, and nothing was typed here that somebody would have to be told of. */
  readonly ongone: () => void;
}

/** The assistant's state; secrets are in it and nowhere else, and end with the page. */
export const createDesk = ({ api, derive, isSecure, ongone }: DeskPorts) => {
  const kept = readAnswers();
  const answers = $state<Answers>(kept?.answers ?? createAnswers());
  let stage = $state<Stage>(isSecure ? 'asking' : 'insecure');
  const passwordStep = STEPS.indexOf('administrators');
  /** After a reload the password is gone, since it is never kept: it is asked for once more. */
  const isPasswordLost = kept !== undefined && kept.step > passwordStep;
  let index = $state(isPasswordLost ? passwordStep : (kept?.step ?? 0));
  /** Faults are shown once somebody has tried to go on. */
  let tried = $state(false);
  let busy = $state(false);
  let refused = $state.raw<Refused>();
  let finished = $state.raw<Finished>();
  let password = $state('');
  let again = $state('');
  let askedAgain = $state(isPasswordLost);
  let code: string | undefined;
  let port = 0;
  /** The private half is here and on paper, nowhere else. */
  let recoveryKey = $state.raw<PrintedKey>();
  let block = $state('');
  /** Which block is asked for, counted from 0: one nobody can foresee. */
  let askedBlock = $state(0);
  /** The request as it was sent: sent once more it gets the first answer, also when the first was lost on the way. */
  let prepared: { readonly key: string; readonly request: FinishRequest } | undefined;

  const begin = async (typed?: string): Promise<void> => {
    if (!isSecure) return;
    busy = true;
    const answer = await api.begin(typed);
    busy = false;
    refused = answer.ok ? undefined : answer.refusal;
    if (answer.ok) {
      code = typed;
      port = answer.value.port;
      proposeHosts(answers, answer.value.hosts);
      stage = 'steps';
    } else if (answer.refusal.reason === 'not-found') leave();
    else if (answer.refusal.reason === 'unreachable') stage = 'unreachable';
    else {
      stage = 'code';
      // That a code is needed is no fault of whoever has not been asked for it yet.
      if (answer.refusal.reason === 'unauthenticated') refused = undefined;
    }
  };
  void begin();

  const leave = (): void => {
    forgetAnswers();
    if (kept === undefined && stage !== 'steps') ongone();
    else stage = 'gone';
  };

  const fetchKey = async (): Promise<void> => {
    busy = true;
    refused = undefined;
    const answer = await api.recoveryKey(code);
    busy = false;
    if (answer.ok) {
      recoveryKey = answer.value;
      const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
      askedBlock = random % toBlocks(answer.value).length;
    } else if (answer.refusal.reason === 'not-found') leave();
    else refused = answer.refusal;
  };

  const prepare = async (plan: FinishRequest['plan'], publicKey: string): Promise<FinishRequest> => {
    const key = JSON.stringify([plan, password, publicKey]);
    if (prepared?.key !== key) {
      const salt = createSalt();
      const { auth } = await derive(password, salt);
      const id = createId({ bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) });
      prepared = { key, request: { id, plan, recoveryKey: publicKey, password: { salt, auth } } };
    }
    return { ...prepared.request, ...(code === undefined ? {} : { code }) };
  };

  const finish = async (): Promise<void> => {
    const plan = toPlan($state.snapshot(answers));
    if (!plan.success || recoveryKey === undefined) return;
    busy = true;
    refused = undefined;
    const answer = await api.finish(await prepare(plan.data, recoveryKey.publicKey));
    busy = false;
    if (answer.ok) {
      forgetAnswers();
      finished = answer.value;
      stage = 'done';
    } else if (answer.refusal.reason === 'not-found' || answer.refusal.reason === 'conflict') leave();
    else refused = answer.refusal;
  };

  const turn = (to: number): void => {
    index = to;
    tried = false;
    refused = undefined;
    if (answers.land !== undefined) proposeBodies(answers, answers.land);
    keepAnswers(index, $state.snapshot(answers));
    if (STEPS[index] === 'envelope' && recoveryKey === undefined) void fetchKey();
  };

  return {
    answers,
    get stage() {
      return stage;
    },
    get index() {
      return index;
    },
    get step(): Step {
      return STEPS[index] ?? 'school';
    },
    get isLast() {
      return index === STEPS.length - 1;
    },
    get tried() {
      return tried;
    },
    get busy() {
      return busy;
    },
    get refused() {
      return refused;
    },
    get finished() {
      return finished;
    },
    /** Where other devices find the school once it is secured. */
    get addresses(): readonly string[] {
      const { publicAddress, certificate } = answers;
      const own = certificate === 'proxy' ? [] : toHosts(answers).map((host) => `https://${host}:${port}`);
      return publicAddress.trim() === '' ? own : [publicAddress.trim(), ...own];
    },
    get askedAgain() {
      return askedAgain;
    },
    get password() {
      return password;
    },
    set password(next) {
      password = next;
    },
    get again() {
      return again;
    },
    set again(next) {
      again = next;
    },
    get recoveryKey() {
      return recoveryKey;
    },
    get askedBlock() {
      return askedBlock;
    },
    get block() {
      return block;
    },
    set block(next) {
      block = next;
    },
    begin,
    fetchKey,
    back: () => {
      if (index > 0) turn(index - 1);
    },
    /** Goes on; false if something on this screen is wrong. */
    next: async (): Promise<boolean> => {
      if (hasFault(STEPS[index] ?? 'school', answers, { password, again, block, askedBlock, recoveryKey })) {
        tried = true;
        return false;
      }
      if (index === passwordStep) askedAgain = false;
      if (index < STEPS.length - 1) turn(index + 1);
      else await finish();
      return true;
    },
    /** Keeps what was typed for this tab; called with every change. */
    keep: () => {
      if (stage === 'steps') keepAnswers(index, $state.snapshot(answers));
    },
  };
};

export type Desk = ReturnType<typeof createDesk>;
