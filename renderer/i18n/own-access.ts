import { messages } from './catalogue.ts';

/** What a person is told when somebody gives their account another password. */
export const ownAccessTexts = messages({
  usedTitle: { de: 'Ihr Kennwort wurde neu gesetzt', en: 'Your password was set anew' },
  issuedTitle: { de: 'Ihr Kennwort soll neu gesetzt werden', en: 'Your password is to be set anew' },
  used: {
    de: (day: string, time: string) =>
      `Ihr Kennwort wurde am ${day} um ${time} Uhr mit einem neuen Zugangszettel neu gesetzt`,
    en: (day: string, time: string) =>
      `Your password was set anew on ${day} at ${time} with a new access slip`,
  },
  usedAtServer: {
    de: (day: string, time: string) =>
      `Ihr Kennwort wurde am ${day} um ${time} Uhr mit einem Einmalcode vom Server neu gesetzt.`,
    en: (day: string, time: string) =>
      `Your password was set anew on ${day} at ${time} with a one-time code from the server.`,
  },
  issued: {
    de: (day: string, time: string) =>
      `Am ${day} um ${time} Uhr wurde für Sie ein Zugangszettel gedruckt, der Ihr Kennwort neu setzt`,
    en: (day: string, time: string) =>
      `On ${day} at ${time} an access slip was printed that sets your password anew`,
  },
  untilThen: {
    de: 'Bis er benutzt wird, gilt Ihr Kennwort weiter.',
    en: 'Until it is used, your password works.',
  },
  issuedBy: { de: (who: string) => `ausgestellt von ${who}`, en: (who: string) => `issued by ${who}` },
  handedOverBy: {
    de: (who: string) => `ausgehändigt von ${who}`,
    en: (who: string) => `handed over by ${who}`,
  },
  notYouUsed: {
    de: 'Waren Sie das nicht? Sprechen Sie die Administration an.',
    en: 'Was it not you? Speak to the administration.',
  },
  notYouIssued: {
    de: 'Haben Sie nicht darum gebeten? Sprechen Sie die Administration an.',
    en: 'Did you not ask for it? Speak to the administration.',
  },
});
