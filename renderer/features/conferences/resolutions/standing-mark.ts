import Ban from '@lucide/svelte/icons/ban';
import Check from '@lucide/svelte/icons/check';
import Gavel from '@lucide/svelte/icons/gavel';
import Hourglass from '@lucide/svelte/icons/hourglass';
import Pause from '@lucide/svelte/icons/pause';
import type { Resolution } from '#core/meetings/outcome.ts';
import { toPresentState } from '#core/meetings/resolutions.ts';
import { dateNumeric } from '#renderer/i18n/format.ts';
import { resolutionStates, resolutionTexts as texts } from '#renderer/i18n/resolutions.ts';
import type { Icon } from '#renderer/ui/icon.ts';
import type { Look } from './register.ts';

/** What a row and the head of a resolution say of its state: amber only for what the reader has to see to. */
export const toStandingMark = (
  resolution: Resolution,
  { personId, today }: Look,
): { readonly kind: 'wants' | 'urgent' | 'done' | 'quiet'; readonly text: string; readonly icon: Icon } => {
  const state = toPresentState(resolution, today);
  const { due } = resolution;
  const isMine = resolution.responsible?.id === personId;
  if (state === 'in-force' && due !== undefined && (isMine || due < today)) {
    const text = (due < today ? texts.overdue : texts.dueBy)(dateNumeric(due));
    return { kind: isMine ? 'wants' : 'quiet', text, icon: Hourglass };
  }
  const text = resolutionStates[state]();
  switch (state) {
    case 'in-force':
      return { kind: 'quiet', text, icon: Gavel };
    case 'done':
      return { kind: 'done', text, icon: Check };
    case 'objected':
      return { kind: 'urgent', text, icon: Pause };
    case 'lapsed':
    case 'repealed':
      return { kind: 'quiet', text, icon: Ban };
  }
};
