import { toRetryRule } from '#core/access/refusal.ts';
import { administrationTexts as texts } from '#renderer/i18n/administration.ts';
import { refusalAdvice, refusalReasons } from '#renderer/i18n/refusals.ts';
import type { Asked } from '#renderer/replica/contract.ts';

/** Why an act of the administration was not carried out, and what to do: the words of every page. */
export const toFaultWords = (reason: Extract<Asked, { ok: false }>['reason']): string => {
  if (reason === 'unreachable') return texts.unreachable();
  if (reason === 'unanswered') return texts.unanswered();
  if (reason === 'conflict') return texts.conflict();
  if (reason === 'not-found') return texts.gone();
  // What advice says elsewhere of the outbox is not true of an act that does not wait.
  const advice = toRetryRule(reason) === 'later' ? texts.later : refusalAdvice[reason];
  return `${refusalReasons[reason]()} ${advice()}`;
};
