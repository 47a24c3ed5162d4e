import { createInstallation, type Installation } from './installation.ts';
import { join, openBrowser, type SomebodyOnline } from './person.ts';

/** A running school with people who have redeemed their codes, each at a browser of their own. */
export interface OpenSchool {
  readonly installation: Installation;
  readonly people: readonly SomebodyOnline[];
  /** The person with this short code. */
  who(shortCode: string): SomebodyOnline;
  close(): Promise<void>;
}

/** Imports the staff list as its administrator would, starts the server, and lets these people join. */
export const openSchool = async (...shortCodes: readonly string[]): Promise<OpenSchool> => {
  const installation = await createInstallation();
  const { exit, output } = await installation.importStaff(
    'tests/fixtures/staff/kollegium-excel.csv',
    '--json',
  );
  if (exit !== 0) throw new Error(`the staff list was not taken: ${output}`);
  await installation.start();
  const people: SomebodyOnline[] = [];
  for (const shortCode of shortCodes) {
    const somebody = await openBrowser(installation, shortCode);
    people.push(somebody);
    await join(somebody, await installation.access(shortCode));
  }
  return {
    installation,
    people,
    who: (shortCode) => {
      const found = people.find((somebody) => somebody.shortCode === shortCode);
      if (found === undefined) throw new Error(`${shortCode} is not here`);
      return found;
    },
    close: async () => {
      for (const somebody of people) await somebody.close();
      await installation.remove();
    },
  };
};
