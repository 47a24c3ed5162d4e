import { readTypedCode } from '#core/admin/slip-code.ts';
import { joiningTexts as texts } from '#renderer/i18n/joining.ts';
import type { CodeOutcome, PresentedCode } from '#renderer/replica/contract.ts';
import type { Session } from '../session.svelte.ts';
import { toCodeTrouble } from './code-outcome.ts';
import type { Trouble } from './outcome.ts';

type Found = Extract<CodeOutcome, { ok: true }>['person'];

/** A code on its way in: asks the school about it as soon as it is complete, before anybody chooses a password. */
export interface Joining {
  /** As it stands in the field. */
  code: string;
  readonly person: Found | undefined;
  readonly checking: boolean;
  readonly trouble: Trouble | undefined;
  /** Whether the code alone names the person. */
  readonly isWhole: boolean;
  /** What is given to the server, or undefined while something is missing. */
  readonly presented: PresentedCode | undefined;
  /** Asks about what stands there, unless that is known already. */
  check(): Promise<void>;
  refused(outcome: Extract<CodeOutcome, { ok: false }>): void;
}

export const createJoining = (
  session: Pick<Session, 'lookAtCode' | 'now'>,
  shortCode: () => string,
  first: string,
): Joining => {
  let code = $state(first);
  let known = $state.raw<{ readonly key: string; readonly outcome: CodeOutcome }>();
  let checking = $state<string>();

  const read = $derived(readTypedCode(code));
  const isWhole = $derived(read.form === 'long');
  const presented = $derived.by((): PresentedCode | undefined => {
    if (read.form === 'long') return { code: read.code };
    const typed = shortCode().trim();
    return read.form === 'short' && typed !== '' ? { code: read.code, shortCode: typed } : undefined;
  });
  const toKey = (asked: PresentedCode | undefined): string => JSON.stringify(asked ?? null);
  const outcome = $derived(known?.key === toKey(presented) ? known.outcome : undefined);

  return {
    get code() {
      return code;
    },
    set code(next) {
      code = next;
    },
    get person() {
      return outcome?.ok === true ? outcome.person : undefined;
    },
    get checking() {
      return checking !== undefined && checking === toKey(presented);
    },
    get trouble() {
      if (outcome?.ok === false) return toCodeTrouble(outcome, isWhole, session.now());
      return undefined;
    },
    get isWhole() {
      return isWhole;
    },
    get presented() {
      return presented;
    },
    async check() {
      const asked = presented;
      const key = toKey(asked);
      if (asked === undefined || checking === key || known?.key === key) return;
      checking = key;
      const answer = await session.lookAtCode(asked);
      if (checking === key) checking = undefined;
      // What was typed meanwhile is another question.
      if (key === toKey(presented)) known = { key, outcome: answer };
    },
    refused(answer) {
      known = { key: toKey(presented), outcome: answer };
    },
  };
};

/** What is missing about the code itself. */
export const toCodeFault = (code: string): string | undefined => {
  const { form } = readTypedCode(code);
  return form === 'unfinished' ? texts.unfinished() : undefined;
};
