import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Id } from '#core/kernel/id.ts';
import { toPerson } from '#renderer/replica/testing/meeting-view.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import ChairPage from './chair/ChairPage.svelte';
import { createRealSitting, LABELS, RULES } from './real-sitting.fixture.ts';
import { AGENDA, CONFERENCE } from './sitting.fixture.ts';

const open = async (count = 12, me?: Id) => {
  const sitting = createRealSitting(count, me);
  const { container } = await render(ChairPage, {
    workspace: sitting.workspace,
    conferenceId: CONFERENCE,
    agenda: AGENDA,
    labels: LABELS,
    rules: RULES,
    motions: [],
    links: { conference: '/konferenzen/x', member: '/konferenzen/x/sitzung' },
    onwall: () => undefined,
  });
  await expect.element(page.getByRole('heading', { name: 'Tagesordnung' })).toBeVisible();
  return { ...sitting, container, state: () => sitting.meeting };
};
/** Everybody is there and the fourth item is called. */
const begin = async (count = 12) => {
  const sitting = await open(count);
  sitting.give(0, 'all-present-except', { personIds: [] });
  sitting.give(0, 'call-item', { itemId: AGENDA[3]?.id });
  await expect.element(page.getByRole('heading', { name: 'Abstimmung zu TOP 4' })).toBeVisible();
  return sitting;
};
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const field = (name: string) => page.getByRole('textbox', { name });

beforeEach(() => page.viewport(1366, 768));

describe('leading a conference', () => {
  it('takes 87 people as present except the typed ones, and takes it back', async () => {
    const { state, container } = await open(87);
    await button('Anwesenheit').click();
    await field('Fehlt').fill('P20 p21 P22');
    await userEvent.keyboard('{Enter}');
    await field('Entschuldigt').fill('Tausend');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Dann sind 83 da, 1 entschuldigt, 3 fehlen.')).toBeVisible();
    expect(await findFaults(page.getByRole('dialog').element())).toEqual([]);
    await button('Alle anderen sind da').click();
    await expect.element(page.getByText('83 von 87 Stimmberechtigten anwesend')).toBeInTheDocument();
    expect(state().roll[toPerson(2).id]?.presence).toBe('excused');
    expect(state().roll[toPerson(21).id]?.presence).toBe('absent');
    await button('Rückgängig machen').click();
    await expect.element(page.getByText('1 von 87 Stimmberechtigten anwesend')).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(await findFaults(container)).toEqual([]);
  });

  it('calls an item, and asks first where hands would lapse', async () => {
    const { give, state } = await begin();
    expect(state().item?.label).toBe('4');
    give(1, 'raise-hand', { itemId: AGENDA[3]?.id, handId: toPerson(50).id, kind: 'speech' });
    await expect.element(page.getByText('Beendet TOP 4. Offene Wortmeldungen verfallen.')).toBeVisible();
    await button('TOP 5 aufrufen').click();
    await expect.element(page.getByText('Eine offene Wortmeldung verfällt damit.')).toBeVisible();
    expect(state().item?.label).toBe('4');
    await page.getByRole('alertdialog').getByRole('button', { name: 'TOP 5 aufrufen' }).click();
    await expect.poll(() => state().item?.label).toBe('5');
  });

  it('lists raised arms, calls, finishes and undoes, all on the keys', async () => {
    const { state } = await begin();
    await userEvent.keyboard('{Control>}e{/Control}');
    await userEvent.keyboard('hag{Enter}wie{Enter}');
    await expect.element(page.getByText(/Arm gehoben, von Ihnen eingetragen/u).first()).toBeVisible();
    await expect
      .poll(() => state().speakers.hands.map(({ person }) => person.shortCode))
      .toEqual(['Hag', 'Wie']);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText(/^Am Wort seit/u)).toBeVisible();
    expect(state().speakers.speaking?.hand.person.shortCode).toBe('Hag');
    await button('Rückgängig').click();
    await expect.poll(() => state().speakers.speaking).toBeNull();
    expect(state().speakers.hands[0]?.person.shortCode).toBe('Hag');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => state().speakers.speaking?.hand.person.shortCode).toBe('Hag');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await button('Bernd Hagemann zurück auf die Liste').click();
    await expect.poll(() => state().speakers.hands.length).toBe(2);
  });

  it('a vote is typed, shown, opened and entered in one line that is read back before it counts', async () => {
    const { state, container } = await begin();
    await field('Wortlaut').fill('Der Pädagogische Tag hat das Thema Lesen.');
    await button('Wortlaut zeigen').click();
    await expect.poll(() => state().vote?.phase).toBe('shown');
    await button('Abstimmung eröffnen').click();
    await expect.element(field('Ergebnis in einer Zeile')).toHaveFocus();
    await userEvent.keyboard('2 dagegen, 1 enthalten');
    await expect.element(page.getByText(/^Das sind 3, anwesend sind 12/u)).toBeVisible();
    await expect.element(button('Ergebnis feststellen')).toBeDisabled();
    await userEvent.keyboard(', Rest dafür');
    await expect.element(page.getByText('Summe 12, alle Anwesenden')).toBeVisible();
    await expect
      .element(page.getByText('Angenommen mit 9 Ja, 2 Nein bei einer Enthaltung (§ 13 Abs. 3 KonfO)'))
      .toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => state().vote?.phase).toBe('decided');
    await expect.element(page.getByText('Nötig: 6 von 11 gültigen Stimmen')).toBeVisible();
    await button('Aufheben …').click();
    await field('Begründung').fill('Falsch gezählt');
    await button('Ergebnis aufheben').click();
    await expect.poll(() => state().vote?.phase).toBe('annulled');
  });

  it('a vote by device shows how many, and asks before it closes while some are missing', async () => {
    const { state, give } = await begin();
    await field('Wortlaut').fill('Wandertag am 3. März');
    await page.getByRole('radio', { name: 'Offen am Gerät' }).click();
    await button('Wortlaut zeigen').click();
    await button('Abstimmung eröffnen').click();
    const voteId = state().vote?.id;
    for (const place of [1, 2, 3]) give(place, 'cast-ballot', { voteId, choice: 'yes' });
    give(4, 'cast-ballot', { voteId, choice: 'no' });
    await expect.element(page.getByText('4 von 12 haben abgestimmt')).toBeVisible();
    await button('Abstimmung schließen').click();
    await expect.element(page.getByText('8 Stimmen fehlen noch.')).toBeVisible();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Abstimmung schließen' }).click();
    await expect.element(page.getByText(/Angenommen mit 3 Ja, 1 Nein/u)).toBeVisible();
  });

  it('on paper the sum must be the slips, and two people count', async () => {
    const { state, container } = await begin();
    await field('Wortlaut').fill('Wahl ohne Namen');
    await page.getByRole('radio', { name: 'Geheim auf Papier' }).click();
    await button('Wortlaut zeigen').click();
    await button('Abstimmung eröffnen').click();
    await button('An alle Anwesenden ausgegeben').click();
    await expect.element(page.getByText('12 von 12 haben einen Stimmzettel')).toBeVisible();
    await field('Zählkommission (mindestens zwei)').fill('Bra Wie');
    await userEvent.keyboard('{Enter}');
    await field('Ja').fill('7');
    await field('Nein').fill('4');
    await expect.element(button('Ergebnis feststellen')).toBeDisabled();
    await field('Ungültig').fill('1');
    await expect.element(page.getByText('Summe 12, ausgegeben 12')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await button('Ergebnis feststellen').click();
    await expect.poll(() => state().vote?.phase).toBe('decided');
  });

  it('whoever does not lead can take the chair', async () => {
    const sitting = createRealSitting(12, toPerson(1).id);
    await render(ChairPage, {
      workspace: sitting.workspace,
      conferenceId: CONFERENCE,
      agenda: AGENDA,
      labels: LABELS,
      motions: [],
      links: { conference: '/konferenzen/x', member: '/konferenzen/x/sitzung' },
      onwall: () => undefined,
    });
    await expect.element(page.getByText(/^Den Vorsitz hat Ilse Volkmar/u)).toBeVisible();
    await button('Vorsitz übernehmen').click();
    await expect.element(page.getByText('Dazu haben Sie kein Recht, oder nicht mehr.')).toBeVisible();
    sitting.give(0, 'take-chair', { personId: toPerson(1).id });
    await expect.element(page.getByRole('heading', { name: 'Tagesordnung' })).toBeVisible();
  });
});
