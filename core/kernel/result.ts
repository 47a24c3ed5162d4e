/** The outcome of a rule: refusals are values, exceptions are for bugs and input/output. */
export type Result<Value, Refusal> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

export const accept = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const refuse = <Refusal>(refusal: Refusal): Result<never, Refusal> => ({ ok: false, refusal });
