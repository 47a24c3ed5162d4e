import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { localDateSchema } from '#core/kernel/calendar/local-date.ts';
import { NOW, SCHOOL, toSelf, VOL } from '#renderer/features/announcements/test-school.ts';
import { createTestWorkspace } from '#renderer/features/announcements/test-workspace.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import SchoolPage from './School.svelte';

const span = (name: string, from: string, to: string) => ({
  name,
  from: localDateSchema.parse(from),
  to: localDateSchema.parse(to),
});
const autumn = span('Herbstferien', '2026-10-26', '2026-10-31');
const winter = span('Weihnachtsferien', '2026-12-23', '2027-01-09');
const school = { ...SCHOOL, holidays: [autumn, winter] };

const open = async (stored = school) => {
  const workspace = createTestWorkspace(toSelf(VOL, 'leadership'), NOW, [stored]);
  cleanup();
  const { container } = await render(SchoolPage, { workspace });
  return { container, workspace };
};
const name = page.getByRole('textbox', { name: 'Name der Schule' });
const save = page.getByRole('button', { name: 'Speichern', exact: true });
const upload = (text: string, fileName: string) =>
  userEvent.upload(page.getByLabelText('Datei wählen …').first(), new File([text], fileName));

beforeEach(() => page.viewport(1200, 900));

describe('the settings of the school', () => {
  it('say what each is for, send only what was changed, and are accessible', async () => {
    const { container, workspace } = await open();
    expect(await findFaults(container)).toEqual([]);
    await expect.element(save).toBeDisabled();
    await page.getByRole('checkbox', { name: /Lehrkräfte schreiben an das ganze/u }).click();
    await save.click();
    expect(workspace.asked).toEqual([
      { name: 'set-school', args: { id: school.id, teachersReachAllStaff: false }, baseRev: 1 },
    ]);
    await expect.element(save).toBeDisabled();
  });

  it('show both values when two people change the same, and the second decides', async () => {
    const { container, workspace } = await open();
    await name.fill('Meine Schule');
    workspace.put({ ...school, rev: 2, name: 'Andere Schule', land: 'NW' });
    await expect
      .element(page.getByText('Name der Schule: Es gilt „Andere Schule“, Sie wollten „Meine Schule“.'))
      .toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await page.getByRole('button', { name: 'Meine Angaben speichern' }).click();
    expect(workspace.asked).toEqual([
      { name: 'set-school', args: { id: school.id, name: 'Meine Schule' }, baseRev: 2 },
    ]);
  });

  it('[REACH12] take the addresses of the server one per line, in one form, and say which line is none', async () => {
    const { container, workspace } = await open();
    const addresses = page.getByRole('textbox', { name: 'Adressen der Schule' });
    await addresses.fill('Umlauf.Lindenhof.example/\n\nhttps://localhost:4400');
    await save.click();
    await expect
      .element(page.getByText(/„https:\/\/localhost:4400“ ist keine Adresse für andere Geräte\./u))
      .toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    expect(workspace.asked).toEqual([]);
    await addresses.fill('Umlauf.Lindenhof.example/\n\nhttps://192.168.10.5:4400');
    await save.click();
    const stored = ['https://umlauf.lindenhof.example', 'https://192.168.10.5:4400'];
    expect(workspace.asked).toEqual([
      { name: 'set-school', args: { id: school.id, addresses: stored }, baseRev: 1 },
    ]);
    workspace.put({ ...school, rev: 3, addresses: ['https://neu.example'] });
    await expect.element(addresses).toHaveValue('https://neu.example');
  });

  it('can keep what the other has stored', async () => {
    const { workspace } = await open();
    await name.fill('Meine Schule');
    workspace.put({ ...school, rev: 2, name: 'Andere Schule' });
    await page.getByRole('button', { name: 'Behalten, was gilt' }).click();
    await expect.element(name).toHaveValue('Andere Schule');
    expect(workspace.asked).toEqual([]);
  });

  it('keep what was typed when the school cannot be reached, and take no empty name', async () => {
    const { workspace } = await open();
    await name.fill(' ');
    await save.click();
    await expect.element(page.getByText('Bitte 1 bis 120 Zeichen.')).toBeVisible();
    workspace.answers.push({ ok: false, reason: 'unreachable' });
    await name.fill('Neue Schule');
    await save.click();
    await expect.element(page.getByText(/Nichts wurde geändert\./u)).toBeVisible();
    await expect.element(name).toHaveValue('Neue Schule');
  });
});

const ICS = [
  'BEGIN:VCALENDAR',
  ...[
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20261223',
    'DTEND;VALUE=DATE:20270110',
    'SUMMARY:Weihnachten',
    'END:VEVENT',
  ],
  ...[
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20270330',
    'DTEND;VALUE=DATE:20270404',
    'SUMMARY:Osterferien',
    'END:VEVENT',
  ],
  ...['BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20270230', 'SUMMARY:Kein Tag', 'END:VEVENT'],
  'END:VCALENDAR',
].join('\r\n');

describe('the free days of the school', () => {
  it('come from a file, and nothing happens before it is taken over', async () => {
    const { container, workspace } = await open();
    await upload(ICS, 'ferien.ics');
    await expect.element(page.getByText('1 neu · 0 geändert · 1 schon da · 1 abgelehnt')).toBeVisible();
    await expect
      .element(page.getByText('Zeile 12, „Kein Tag“: Ein Tag fehlt oder es gibt ihn nicht.'))
      .toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    expect(workspace.asked).toEqual([]);
    await page.getByRole('button', { name: 'Übernehmen' }).click();
    expect(workspace.asked).toEqual([
      {
        name: 'set-holidays',
        args: {
          id: school.id,
          holidays: [autumn, winter, span('Osterferien', '2027-03-30', '2027-04-03')],
        },
        baseRev: 1,
      },
    ]);
  });

  it('say what a file is not', async () => {
    await open();
    await upload('Guten Tag', 'brief.txt');
    await expect.element(page.getByRole('alert')).toMatchTextContent(/weder ein Kalender/u);
  });

  it('keep the preview when somebody else was faster, compared anew', async () => {
    const { workspace } = await open();
    await upload(ICS, 'ferien.ics');
    workspace.answers.push({ ok: false, reason: 'conflict' });
    await page.getByRole('button', { name: 'Übernehmen' }).click();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Jemand anderes/u);
    workspace.put({ ...school, rev: 2, holidays: [autumn] });
    await expect.element(page.getByText('2 neu · 0 geändert · 0 schon da · 1 abgelehnt')).toBeVisible();
  });

  it('are entered one by one and removed', async () => {
    const { workspace } = await open();
    await page.getByRole('button', { name: 'Freie Tage eintragen …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await expect.element(dialog.getByText(/Bitte einen Namen und Tage angeben/u)).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Rosenmontag');
    await dialog.getByLabelText('Datum').first().fill('2027-02-08');
    expect(await findFaults(document.body)).toEqual([]);
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Weihnachtsferien entfernen' }).click();
    expect(workspace.asked.map(({ args }) => args)).toEqual([
      { id: school.id, holidays: [autumn, winter, span('Rosenmontag', '2027-02-08', '2027-02-08')] },
      { id: school.id, holidays: [autumn] },
    ]);
  });

  it('fit on a phone and say when there are none', async () => {
    await page.viewport(390, 844);
    const { container } = await open({ ...school, holidays: [] });
    await expect.element(page.getByText(/Noch stehen keine Ferien hier/u)).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
