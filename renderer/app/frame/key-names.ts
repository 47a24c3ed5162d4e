import { frameTexts } from '#renderer/i18n/frame.ts';

/** A chord with the control key as this keyboard calls it: "Strg K", on a Mac "⌘ K". */
export const chordName = (key: string): string =>
  `${navigator.userAgent.includes('Mac OS') ? '⌘' : frameTexts.control()} ${key}`;
