import { messages } from './catalogue.ts';

/** Joining with an invitation slip: what is said about its code. */
export const joiningTexts = messages({
  hint: {
    de: 'Steht auf Ihrem Zugangszettel. Striche setzt Umlauf selbst. Das Kürzel brauchen Sie nur zum kurzen Code.',
    en: 'It is on your slip. Umlauf puts in the dashes. The short code is needed with the short form alone.',
  },
  blockWrong: {
    de: (block: number) => `Block ${block} stimmt nicht. Vergleichen Sie ihn mit dem Zettel.`,
    en: (block: number) => `Block ${block} is wrong. Compare it with your slip.`,
  },
  unfinished: {
    de: 'Der Code ist noch nicht vollständig: 8 Zeichen mit Ihrem Kürzel, oder alle 20.',
    en: 'The code is not complete yet: 8 characters with your short code, or all 20.',
  },
  checking: { de: 'Der Code wird geprüft …', en: 'Checking the code …' },
  welcome: {
    de: (name: string) => `Guten Tag, ${name}. Ihr Code stimmt.`,
    en: (name: string) => `Good day, ${name}. Your code is right.`,
  },
  fromLink: {
    de: 'Ihr Zettel ist eingelesen. Wählen Sie jetzt ein Kennwort.',
    en: 'Your slip has been read. Now choose a password.',
  },
  byHand: { de: 'Code von Hand eingeben', en: 'Type the code by hand' },
  unknown: {
    de: 'Diesen Code kennt Ihre Schule nicht. Nehmen Sie den neuesten Zettel, und den dieser Schule.',
    en: 'Your school does not know this code. Take the newest slip, and the one of this school.',
  },
  waits: {
    de: 'Dieser Zettel ist noch nicht freigegeben. Wer ihn Ihnen gegeben hat, muss die Aushändigung erst vermerken. Danach geht es mit demselben Zettel.',
    en: 'This slip does not work yet. Whoever gave it to you has to note the handing over first. Then the same slip works.',
  },
  used: {
    de: 'Dieser Zettel wurde schon benutzt. Waren Sie das, melden Sie sich mit Ihrem Kennwort an. Sonst sagen Sie es bitte sofort der Administration.',
    en: 'This slip has been used already. If that was you, sign in with your password. If not, please tell the administrators at once.',
  },
  expired: {
    de: 'Dieser Zettel ist abgelaufen. Bitten Sie um einen neuen Zettel.',
    en: 'This slip has expired. Ask for a new one.',
  },
  voided: {
    de: 'Dieser Zettel gilt nicht mehr. Es gibt einen neueren, oder er wurde zurückgezogen. Bitten Sie um einen neuen Zettel.',
    en: 'This slip no longer works. There is a newer one, or it was taken back. Ask for a new one.',
  },
  codeVoid: {
    de: 'Dieser Code ist abgelaufen oder schon benutzt. Bitten Sie um einen neuen.',
    en: 'This code has expired or has been used. Ask for a new one.',
  },
});
