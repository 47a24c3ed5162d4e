import { deviceClassSchema, type DeviceClass } from '#core/protocol/messages/sign-in.ts';
import { isLocale, setLocale, type Locale } from '#renderer/i18n/catalogue.ts';
import { uiTexts } from '#renderer/i18n/ui.ts';
import { setWords } from '#renderer/ui/words.ts';

/** How the app looks on this device; nothing personal, so it may lie in clear. */
export type Theme = 'system' | 'light' | 'dark';

const THEME_KEY = 'umlauf.theme';
const LANGUAGE_KEY = 'umlauf.language';
const DEVICE_KEY = 'umlauf.device';
const RESTORED_KEY = 'umlauf.restored';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** A storage that is full or forbidden costs the wish, never the screen. */
const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const write = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
};

/** The theme chosen on this device. */
export const theme = (): Theme => THEMES.find((known) => known === read(THEME_KEY)) ?? 'system';

/** Shows a theme at once and keeps it for this device. */
export const chooseTheme = (next: Theme): void => {
  write(THEME_KEY, next);
  applyTheme(next);
};

const applyTheme = (next: Theme): void => {
  if (next === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = next;
};

/** What this device is (R34), as somebody said in the settings; `usual` while nobody has. */
export const deviceClass = (usual: DeviceClass): DeviceClass => {
  const stored = deviceClassSchema.safeParse(read(DEVICE_KEY));
  return stored.success ? stored.data : usual;
};

/** Whether somebody has said what this device is. */
export const isDeviceClassKnown = (): boolean => read(DEVICE_KEY) !== null;

/** Keeps what this device is; sessions begun from now on are of this class. */
export const chooseDeviceClass = (next: DeviceClass): void => write(DEVICE_KEY, next);

/** The restore of the server that somebody here has been told of; 0 for none. UTC milliseconds. */
export const restoredSeen = (): number => Number(read(RESTORED_KEY) ?? 0);

/** Keeps that somebody here has been told of the restore at this instant. */
export const noteRestoredSeen = (at: number): void => write(RESTORED_KEY, String(at));

/** Keeps a language for this device; the app must be painted anew afterwards. */
export const chooseLanguage = (next: Locale): void => {
  write(LANGUAGE_KEY, next);
  applyLanguage(next);
};

const applyLanguage = (next: Locale): void => {
  setLocale(next);
  document.documentElement.lang = next;
  setWords({
    back: uiTexts.back(),
    close: uiTexts.close(),
    cancel: uiTexts.cancel(),
    showPassword: uiTexts.showPassword(),
    hidePassword: uiTexts.hidePassword(),
    date: uiTexts.date(),
    time: uiTexts.time(),
    loading: uiTexts.loading(),
  });
};

/**
 * Applies what was chosen on this device, before the app is mounted. Without a choice the language is German whatever the
 * system speaks: everything written at the school is.
 */
export const applyPreferences = (): void => {
  const stored = read(LANGUAGE_KEY);
  applyTheme(theme());
  applyLanguage(isLocale(stored) ? stored : 'de');
};
