import type { CertificateProblem } from '#core/admin/certificate.ts';
import {
  reachAnswerSchema,
  reachStateSchema,
  type ReachAct,
  type ReachState,
} from '#core/admin/reach-state.ts';
import { momentLong } from '#renderer/i18n/format.ts';
import { certificateProblems, reachTexts as texts } from '#renderer/i18n/reach.ts';
import type { Workspace } from '#renderer/replica/contract.ts';
import { toFaultWords } from '../faults.ts';

/** How a change ended; `refused` names what was wrong with it, where that is known. */
export type Changed =
  | { readonly ok: true; readonly state: ReachState }
  | { readonly ok: false; readonly says: string; readonly refused?: CertificateProblem['problem'] };

/** How the server is reached, and changing it. */
export interface ReachDesk {
  readonly state: ReachState | undefined;
  readonly isUnreachable: boolean;
  refresh(): Promise<void>;
  change(act: ReachAct): Promise<Changed>;
}

const PATH = '/api/reach';

export const createReachDesk = (request: Workspace['request']): ReachDesk => {
  let state = $state.raw<ReachState>();
  let isUnreachable = $state(false);

  const refresh = async (): Promise<void> => {
    const answer = await request(reachStateSchema, PATH, { method: 'GET' });
    isUnreachable = !answer.ok;
    if (answer.ok) state = answer.value;
  };
  const change = async (act: ReachAct): Promise<Changed> => {
    if (state === undefined) return { ok: false, says: texts.unreachable() };
    const answer = await request(reachAnswerSchema, PATH, { body: { mark: state.mark, act } });
    if (!answer.ok) {
      if (answer.refusal === 'unreachable') return { ok: false, says: texts.unanswered() };
      if (answer.refusal !== 'conflict') return { ok: false, says: toFaultWords(answer.refusal) };
      await refresh();
      return { ok: false, says: texts.conflict() };
    }
    const { value } = answer;
    if ('refused' in value) {
      return { ok: false, says: toProblemWords(value.refused), refused: value.refused.problem };
    }
    state = value.state;
    return { ok: true, state: value.state };
  };

  return {
    get state() {
      return state;
    },
    get isUnreachable() {
      return isUnreachable;
    },
    refresh,
    change,
  };
};

/** What is wrong, and what to do. */
export const toProblemWords = ({ problem, detail = '', at }: CertificateProblem): string =>
  certificateProblems[problem](detail, at === undefined ? '' : momentLong(at));

/** What to say after a change that worked. */
export const toDoneWords = ({ isHeld }: ReachState): string => (isHeld ? texts.storedHeld() : texts.stored());
