import { messages, plural } from './catalogue.ts';

/** Choosing a password: at the door and while a school is founded. */
export const passwordTexts = messages({
  again: { de: 'Kennwort wiederholen', en: 'Repeat the password' },
  rule: {
    de: (least: number) => `Mindestens ${least} Zeichen. Ein ganzer Satz ist gut und leicht zu merken.`,
    en: (least: number) => `At least ${least} characters. A whole sentence is good and easy to remember.`,
  },
  short: {
    de: (missing: number) =>
      plural(missing, { one: 'Es fehlt noch 1 Zeichen.', other: `Es fehlen noch ${missing} Zeichen.` }),
    en: (missing: number) =>
      plural(missing, { one: '1 character is missing.', other: `${missing} characters are missing.` }),
  },
  differ: { de: 'Die beiden Kennwörter sind verschieden.', en: 'The two passwords differ.' },
});
