import { intlTag, messages, plural } from './catalogue.ts';
import { fileSize } from './format.ts';

/** "3,2 von 8 MB": both numbers in the unit of the whole. */
export const fileProgress = (done: number, of: number): string => {
  const unit = of >= 999_500 ? 1_000_000 : of >= 1_000 ? 1_000 : 1;
  const digits = unit === 1_000_000 ? 1 : 0;
  const part = new Intl.NumberFormat(intlTag(), { maximumFractionDigits: digits }).format(done / unit);
  return attachmentTexts.progress(part, fileSize(of));
};

/** Attaching files, seeing and keeping them. */
export const attachmentTexts = messages({
  title: { de: 'Anhänge', en: 'Attachments' },
  progress: {
    de: (done: string, of: string) => `${done} von ${of}`,
    en: (done: string, of: string) => `${done} of ${of}`,
  },
  add: { de: 'Dateien anhängen …', en: 'Attach files …' },
  addHint: {
    de: 'Bis zu 10 Dateien mit je höchstens 20 MB. Sie können sie auch hierher ziehen.',
    en: 'Up to 10 files of at most 20 MB each. You can also drag them here.',
  },
  drop: { de: 'Hier loslassen, um anzuhängen', en: 'Drop here to attach' },
  pastedPicture: { de: 'Bild', en: 'Picture' },
  remove: { de: (name: string) => `${name} entfernen`, en: (name: string) => `Remove ${name}` },
  preparing: { de: 'Wird vorbereitet …', en: 'Being prepared …' },
  uploading: {
    de: (progress: string) => `Wird hochgeladen: ${progress}`,
    en: (progress: string) => `Uploading: ${progress}`,
  },
  uploadWaits: {
    de: (progress: string) => `Wartet, geht von selbst hinaus: ${progress}`,
    en: (progress: string) => `Waiting, goes out by itself: ${progress}`,
  },
  uploaded: { de: 'Hochgeladen', en: 'Uploaded' },
  uploadFailed: { de: 'Nicht hochgeladen.', en: 'Not uploaded.' },
  again: { de: 'Noch einmal versuchen', en: 'Try again' },
  tooLarge: {
    de: (name: string, size: string) => `${name} ist mit ${size} zu groß. Höchstens 20 MB sind möglich.`,
    en: (name: string, size: string) => `${name} is too large (${size}). At most 20 MB are possible.`,
  },
  empty: { de: (name: string) => `${name} ist leer.`, en: (name: string) => `${name} is empty.` },
  unreadable: {
    de: (name: string) =>
      `${name} ließ sich nicht lesen. Wurde die Datei verschoben, oder ist es ein Ordner?`,
    en: (name: string) => `${name} could not be read. Was the file moved, or is it a folder?`,
  },
  tooMany: {
    de: 'Mehr als 10 Anhänge hat eine Mitteilung nicht. Packen Sie mehrere Dateien in ein Archiv.',
    en: 'An announcement has at most 10 attachments. Put several files into one archive.',
  },
  cabinetFull: {
    de: 'Der Platz für Anhänge auf diesem Gerät ist belegt. Nehmen Sie bei anderen „Offline verfügbar“ zurück.',
    en: 'The space for attachments on this device is taken. Turn off “Available offline” for others.',
  },
  diskFull: {
    de: 'Der Speicher dieses Geräts ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal.',
    en: 'This device has no space left. Make room and try again.',
  },

  download: { de: 'Laden', en: 'Load' },
  show: { de: 'Anzeigen', en: 'Show' },
  save: { de: 'Speichern', en: 'Save' },
  saved: {
    de: (name: string) => `${name} liegt jetzt unverschlüsselt in Ihren Downloads.`,
    en: (name: string) => `${name} now lies unencrypted in your downloads.`,
  },
  loading: {
    de: (progress: string) => `Wird geladen: ${progress}`,
    en: (progress: string) => `Loading: ${progress}`,
  },
  loadWaits: {
    de: (progress: string) => `Wartet, geht von selbst weiter: ${progress}`,
    en: (progress: string) => `Waiting, goes on by itself: ${progress}`,
  },
  stopped: {
    de: (progress: string) => `Angehalten: ${progress}`,
    en: (progress: string) => `Stopped: ${progress}`,
  },
  stop: { de: 'Abbrechen', en: 'Cancel' },
  goOn: { de: 'Weiter laden', en: 'Go on loading' },
  notHere: {
    de: 'Nicht auf diesem Gerät. Laden können Sie ihn, sobald die Schule erreichbar ist.',
    en: 'Not on this device. You can load it once the school can be reached.',
  },
  gone: { de: 'Den Anhang gibt es nicht mehr.', en: 'The attachment no longer exists.' },
  damaged: {
    de: 'Der Anhang kam beschädigt an und wurde verworfen.',
    en: 'The attachment arrived damaged and was discarded.',
  },
  loadFailed: { de: 'Der Anhang ließ sich nicht laden.', en: 'The attachment could not be loaded.' },
  keep: { de: 'Offline verfügbar', en: 'Available offline' },
  here: { de: 'Auf diesem Gerät', en: 'On this device' },
  noPicture: {
    de: 'Das Bild lässt sich hier nicht zeigen. Speichern Sie es, um es zu öffnen.',
    en: 'The picture cannot be shown here. Save it to open it.',
  },
  ofVersion: {
    de: (names: string) => `Anhänge: ${names}`,
    en: (names: string) => `Attachments: ${names}`,
  },

  waitsFor: {
    de: (count: number, progress: string) =>
      plural(count, {
        one: `wartet auf Anhang ${progress}`,
        other: `wartet auf ${count} Anhänge ${progress}`,
      }),
    en: (count: number, progress: string) =>
      plural(count, {
        one: `waiting for an attachment ${progress}`,
        other: `waiting for ${count} attachments ${progress}`,
      }),
  },
  space: { de: 'Anhänge auf diesem Gerät', en: 'Attachments on this device' },
  spaceSays: {
    de: (used: string, limit: string) =>
      `${used} von höchstens ${limit}. Was Sie länger nicht geöffnet haben, wird von selbst entfernt; „Offline verfügbar“ bleibt.`,
    en: (used: string, limit: string) =>
      `${used} of at most ${limit}. What you have not opened for long goes by itself; “Available offline” stays.`,
  },
});
