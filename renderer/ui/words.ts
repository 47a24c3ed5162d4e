/** The few words the building blocks say by themselves. They know no catalogue: the app hands the words over at start. */
export interface UiWords {
  readonly back: string;
  readonly close: string;
  readonly cancel: string;
  readonly showPassword: string;
  readonly hidePassword: string;
  readonly date: string;
  readonly time: string;
  readonly loading: string;
}

let present: UiWords = {
  back: 'Zurück',
  close: 'Schließen',
  cancel: 'Abbrechen',
  showPassword: 'Kennwort zeigen',
  hidePassword: 'Kennwort verbergen',
  date: 'Datum',
  time: 'Uhrzeit',
  loading: 'Lädt',
};

/** The words in use; German until `setWords` is called. */
export const words = (): UiWords => present;

/** Hands over the words of another language, before the app is mounted. */
export const setWords = (next: UiWords): void => {
  present = next;
};
