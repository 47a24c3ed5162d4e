import { messages } from './catalogue.ts';

/** States that every area may show: loading, empty, no right, gone, failed. */
export const stateTexts = messages({
  gone: {
    de: 'Das gibt es nicht, oder Sie dürfen es nicht mehr lesen.',
    en: 'This does not exist, or you may no longer read it.',
  },
  failedTitle: { de: 'Das ist nicht gelungen.', en: 'That did not work.' },
  failed: {
    de: 'Es ist nichts verloren. Laden Sie die Seite neu.',
    en: 'Nothing is lost. Reload the page.',
  },
  reload: { de: 'Neu laden', en: 'Reload' },
  undo: { de: 'Rückgängig', en: 'Undo' },
  newVersion: {
    de: 'Eine neue Fassung des Programms liegt bereit.',
    en: 'A new version of the program is ready.',
  },
});
