import { messages } from './catalogue.ts';

/** A device that soon locks itself because it has been without its school for too long. */
export const offlineLockTexts = messages({
  title: {
    de: (until: string) => `Ohne Verbindung zur Schule öffnet sich dieses Gerät nur noch bis ${until}.`,
    en: (until: string) => `Without the school this device opens only until ${until}.`,
  },
  says: {
    de: 'Dann löscht es, was es von der Schule hat, bis Sie sich wieder mit Verbindung anmelden. Was Sie noch nicht gesendet haben, bleibt erhalten. Verbinden Sie es vorher einmal mit der Schule.',
    en: 'Then it deletes what it has of the school until you sign in with a connection again. What you have not sent yet is kept. Connect it with the school once before.',
  },
});
