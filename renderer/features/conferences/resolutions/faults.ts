import { refusalAdvice, refusalReasons } from '#renderer/i18n/refusals.ts';
import { resolutionTexts as texts } from '#renderer/i18n/resolutions.ts';
import type { Asked } from '#renderer/replica/contract.ts';

/** Why the server did not enter it, and what to do. */
export const toFaultWords = (reason: Extract<Asked, { ok: false }>['reason']): string => {
  if (reason === 'unreachable') return texts.unreachable();
  if (reason === 'unanswered') return texts.unanswered();
  if (reason === 'not-found') return texts.gone();
  return `${refusalReasons[reason]()} ${refusalAdvice[reason]()}`;
};
