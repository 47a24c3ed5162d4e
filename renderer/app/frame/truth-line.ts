import { momentShort, number } from '#renderer/i18n/format.ts';
import { frameTexts as texts } from '#renderer/i18n/frame.ts';
import type { Truth } from '#renderer/replica/contract.ts';

const CONNECTIONS = { online: texts.online, connecting: texts.connecting, offline: texts.offline } as const;

/** The line of truth: "Verbunden · Stand 07:42", "Offline · Stand gestern 16:05 · 2 warten". */
export const toTruthLine = (truth: Truth, now: number): string => {
  const parts = [CONNECTIONS[truth.connection]()];
  if (truth.filling !== undefined) parts.push(texts.filling(number(truth.filling.documents)));
  else if (truth.asOf !== undefined) parts.push(texts.asOf(momentShort(truth.asOf, now)));
  if (truth.waiting > 0) parts.push(texts.waiting(truth.waiting));
  return parts.join(' · ');
};
