import { readTypedCode, toLocator } from '#core/admin/slip-code.ts';
import type { Api } from './api.ts';
import type { CodeOutcome, PresentedCode, SignInOutcome } from './contract.ts';
import type { DerivePasswordKeys } from './keys.ts';
import { createSalt } from './keys.ts';
import { toOutcome } from './signing-in.ts';

type Refused = Extract<SignInOutcome, { ok: false }>;

/** Where a code is presented to the server: of a whole one the first block alone, until the server has proved itself (D19). */
export interface CodeDoor {
  look(presented: PresentedCode): Promise<CodeOutcome>;
  /** Sets a password by the code; tells whom to sign in. */
  redeem(
    presented: PresentedCode,
    password: string,
  ): Promise<{ readonly ok: true; readonly shortCode: string } | Refused>;
}

export const createCodeDoor = (ports: {
  readonly api: Api;
  readonly derive: DerivePasswordKeys;
}): CodeDoor => {
  const { api } = ports;
  /** The code for which the server has proved itself since this page was opened. */
  let proven: string | undefined;

  /** Undefined if the code may be sent. The short form needs no proof: who uses it already knows the server. */
  const prove = async (typed: string): Promise<Refused | undefined> => {
    const { code, form } = readTypedCode(typed);
    if (form !== 'long' || code === proven) return undefined;
    const answer = await api.proof({ locator: toLocator(code) });
    if (!answer.ok) return { ok: false, ...answer.refusal };
    const { isProof } = await import('./slip-proof.ts');
    if (!(await isProof(code, answer.value))) return { ok: false, reason: 'proof-failed' };
    proven = code;
    return undefined;
  };

  return {
    look: async (presented) => {
      const refused = await prove(presented.code);
      if (refused !== undefined) return refused;
      const answer = await api.code(presented);
      return answer.ok ? { ok: true, person: answer.value.person } : { ok: false, ...answer.refusal };
    },
    redeem: async (presented, password) => {
      const refused = await prove(presented.code);
      if (refused !== undefined) return refused;
      const salt = createSalt();
      const { auth } = await ports.derive(password, salt);
      const answer = await api.redeem({ ...presented, salt, auth });
      return answer.ok ? { ok: true, shortCode: answer.value.shortCode } : toOutcome(answer.refusal, false);
    },
  };
};
