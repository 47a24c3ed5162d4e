import type { Page } from 'playwright';

/** What somebody does on the screens, in the words of the screens. */

/** Goes to an area by the rail. */
export const goTo = (page: Page, area: RegExp): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name: area }).first().click();

export interface Writing {
  readonly groups: readonly string[];
  readonly title: string;
  readonly text: string;
  /** Asks for an acknowledgement. */
  readonly confirm?: boolean;
}

/** Writes an announcement up to the button that sends it. */
export const compose = async (page: Page, writing: Writing): Promise<void> => {
  await goTo(page, /Mitteilungen/);
  await page.getByRole('link', { name: 'Schreiben' }).click();
  await page.getByRole('button', { name: 'Gruppen wählen' }).click();
  const dialog = page.getByRole('dialog');
  for (const group of writing.groups) await dialog.getByRole('checkbox', { name: group }).check();
  await dialog.getByRole('button', { name: 'Übernehmen' }).click();
  await page.getByRole('textbox', { name: 'Titel' }).fill(writing.title);
  await write(page, writing.text);
  if (writing.confirm === true) await page.getByRole('switch', { name: /Kenntnisnahme/ }).check();
};

/** Replaces what stands in the editor. */
export const write = async (page: Page, text: string): Promise<void> => {
  const editor = page.getByRole('textbox', { name: 'Text', exact: true });
  await editor.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
};

/** Writes an announcement and sends it; without a connection it then waits. */
export const announce = async (page: Page, writing: Writing): Promise<void> => {
  await compose(page, writing);
  await page.getByRole('button', { name: 'Senden' }).click();
  await letter(page, writing.title).waitFor();
};

/** The open announcement with this title. */
export const letter = (page: Page, title: string) => page.getByRole('heading', { level: 1, name: title });

/** The rows of the list of announcements that bear this title. */
export const rows = (page: Page, title: string) =>
  page.getByRole('tabpanel').getByRole('link', { name: title });

/** Opens an announcement from the list of all. */
export const open = async (page: Page, title: string): Promise<void> => {
  await goTo(page, /Mitteilungen/);
  await rows(page, title).first().click();
  await letter(page, title).waitFor();
};

/** Types into the one search box and leaves the hits open. */
export const search = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'In allem suchen' }).fill(words);
};

/** Closes the search: the first press empties the field, the second closes it. */
export const closeSearch = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

/** Creates a working group with this person as its chair. */
export const createGroup = async (page: Page, name: string, chair: string): Promise<void> => {
  await goTo(page, /Gruppen/);
  await page.getByRole('link', { name: 'Gruppe anlegen' }).click();
  const form = page.getByRole('main');
  await form.getByRole('textbox', { name: 'Name der Gruppe' }).fill(name);
  await form.getByRole('radio', { name: chair }).click();
  await form.getByRole('button', { name: 'Gruppe anlegen' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
};
