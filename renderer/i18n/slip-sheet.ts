import { messages, plural } from './catalogue.ts';

/** What stands on a printed invitation slip. */
export const slipSheetTexts = messages({
  title: { de: 'Zugangszettel', en: 'Access slip' },
  fileName: { de: 'zugangszettel', en: 'access-slips' },
  open: {
    de: 'Öffnen Sie im Browser diese Adresse, oder scannen Sie das Bild mit der Kamera:',
    en: 'Open this address in a browser, or scan the picture with your camera:',
  },
  type: {
    de: 'Wählen Sie „Zugangscode einlösen“ und geben Sie ein:',
    en: 'Choose “Redeem an access code” and type:',
  },
  password: {
    de: (least: number) =>
      `Wählen Sie ein eigenes Kennwort mit mindestens ${least} Zeichen. Danach sind Sie angemeldet.`,
    en: (least: number) =>
      `Choose a password of your own with at least ${least} characters. Then you are in.`,
  },
  shortCode: { de: 'Kürzel', en: 'Short code' },
  code: { de: 'Code', en: 'Code' },
  longCode: {
    de: 'Langer Code (ohne Kürzel, für das Programm auf Ihrem Gerät)',
    en: 'Long code (without short code, for the program on your device)',
  },
  scan: { de: 'Mit der Kamera scannen', en: 'Scan with your camera' },
  rules: {
    de: (days: number) =>
      `Gilt einmal und ${plural(days, { one: 'einen Unterrichtstag', other: `${days} Unterrichtstage` })} ab der Aushändigung. Bitte niemandem weitergeben und danach vernichten.`,
    en: (days: number) =>
      `Works once, for ${plural(days, { one: 'one teaching day', other: `${days} teaching days` })} after it was handed over. Give it to nobody and destroy it afterwards.`,
  },
  rulesUntil: {
    de: (until: string) => `Gilt einmal, bis ${until}. Bitte niemandem weitergeben und danach vernichten.`,
    en: (until: string) => `Works once, until ${until}. Give it to nobody and destroy it afterwards.`,
  },
  ask: { de: (who: string) => `Fragen: ${who}`, en: (who: string) => `Questions: ${who}` },
  number: {
    de: (number: number, day: string) => `Zettel ${number}, gedruckt am ${day}`,
    en: (number: number, day: string) => `Slip ${number}, printed on ${day}`,
  },
  listTitle: { de: 'Liste zum Abhaken', en: 'List to tick off' },
  listIntro: {
    de: 'Geben Sie jeden Zettel der Person selbst in die Hand. Vermerken Sie es danach in Umlauf unter „Verwaltung“, „Zugänge“: Erst dann gilt der Zettel.',
    en: 'Put each slip into the hands of its person. Then note it in Umlauf under “Administration”, “Access”: only then the slip works.',
  },
  name: { de: 'Name', en: 'Name' },
  handedOver: { de: 'ausgehändigt am', en: 'handed over on' },
  by: { de: 'durch', en: 'by' },
});
