import { messages } from './catalogue.ts';

/** Words of the building blocks in renderer/ui, which know no catalogue; the app hands them over at start. */
export const uiTexts = messages({
  back: { de: 'Zurück', en: 'Back' },
  close: { de: 'Schließen', en: 'Close' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  showPassword: { de: 'Kennwort zeigen', en: 'Show password' },
  hidePassword: { de: 'Kennwort verbergen', en: 'Hide password' },
  date: { de: 'Datum', en: 'Date' },
  time: { de: 'Uhrzeit', en: 'Time' },
  loading: { de: 'Lädt', en: 'Loading' },
});
