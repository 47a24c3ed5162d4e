import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { MeetingView } from '#core/meetings/view.ts';
import {
  toHand,
  toPerson,
  toRoll,
  toAccepted,
  toView,
  toVote,
} from '#renderer/replica/testing/meeting-view.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import SittingPage from './SittingPage.svelte';
import { AGENDA, CONFERENCE, createTestSitting, LINKS } from './sitting.fixture.ts';

const ME = toPerson(1).id;
const open = async (view?: MeetingView) => {
  const sitting = createTestSitting(ME, view);
  const { container } = await render(SittingPage, {
    workspace: sitting.workspace,
    conferenceId: CONFERENCE,
    agenda: AGENDA,
    links: LINKS,
  });
  return { ...sitting, container };
};
const raise = page.getByRole('button', { name: /^Melden/u });
const ballot = page.getByRole('alertdialog');

beforeEach(() => page.viewport(1366, 768));

describe('taking part', () => {
  it('shows the item, who speaks and since when, the list and the quorum', async () => {
    const { container } = await open();
    await expect.element(page.getByRole('heading', { name: /Private Mobilgeräte/u })).toBeVisible();
    await expect.element(page.getByText('TOP 4 von 8')).toBeVisible();
    await expect.element(page.getByText('Miriam Tausendfreund')).toBeVisible();
    await expect.element(page.getByText(/^seit 1:4\d$/u)).toBeVisible();
    await expect.element(page.getByText('61 von 74 Stimmberechtigten anwesend')).toBeVisible();
    await expect.element(page.getByRole('listitem').nth(0)).toMatchTextContent(/Bernd Hagemann\s*GO-Antrag/u);
    expect(await findFaults(container)).toEqual([]);
  });

  it('raises a hand in one tap and shows its place only when the server has taken it', async () => {
    const { server } = await open();
    server.answer = () => undefined;
    await raise.click();
    await expect.poll(() => server.commands.length).toBe(1);
    await expect.element(raise).toBeVisible();
    expect(server.commands[0]).toMatchObject({ name: 'raise-hand', args: { kind: 'speech' } });
    const { speakers } = toView();
    server.show({ speakers: { ...speakers, hands: [...speakers.hands, toHand(1)] } });
    await expect.element(page.getByText('Sie sind gemeldet, Stelle 5')).toBeVisible();
    await page.getByRole('button', { name: 'Zurückziehen' }).click();
    await expect.poll(() => server.commands.at(-1)?.name).toBe('lower-hand');
  });

  it('says that a hand is not transmitted while the server is away, and sends it when it is back', async () => {
    const { server, cut } = await open();
    await expect.element(raise).toBeVisible();
    cut();
    await expect.element(page.getByText(/^Keine Verbindung\./u)).toBeVisible();
    await raise.click();
    await expect.element(page.getByText(/noch nicht übermittelt/u)).toBeVisible();
    expect(server.commands).toEqual([]);
    cut(false);
    await page.getByRole('button', { name: 'Jetzt versuchen' }).click();
    await expect.poll(() => server.commands.map(({ name }) => name)).toEqual(['raise-hand']);
  });

  it('asks to check in first, and for the code on the wall where a tap is not enough', async () => {
    const { server, container } = await open(toView({ roll: toRoll(7, 'expected') }));
    await expect.element(page.getByText('Melden Sie sich an')).toBeVisible();
    await expect.element(raise).not.toBeInTheDocument();
    server.answer = () => ({ status: 'refused', reason: 'wrong-credentials' });
    await page.getByRole('button', { name: 'Ich bin da' }).click();
    await page.getByRole('textbox', { name: 'Code von der Wand' }).fill('K7M2');
    expect(await findFaults(container)).toEqual([]);
    server.answer = () => ({ status: 'stored' });
    await page.getByRole('button', { name: 'Ich bin da' }).click();
    await expect.poll(() => server.commands.at(-1)?.args['code']).toBe('K7M2');
    server.show({}, { [ME]: { person: toPerson(1), status: 'entitled', presence: 'present', from: '4' } });
    await expect.element(page.getByText('Sie sind anwesend, stimmberechtigt')).toBeVisible();
  });

  it('a vote takes the screen; a choice is confirmed, and counted is said with its time when the server has it', async () => {
    const { server } = await open();
    await expect.element(raise).toBeVisible();
    server.show({ vote: toVote() });
    await expect.element(ballot).toMatchTextContent(/ausgeschaltet\./u);
    await expect.element(ballot).toMatchTextContent(/Alle sehen, wie Sie gestimmt haben/u);
    await expect.element(ballot).toMatchTextContent(/12 von 61 haben abgestimmt/u);
    expect(await findFaults(ballot.element())).toEqual([]);
    await userEvent.keyboard('n');
    await expect.element(ballot).toMatchTextContent(/Ihre Wahl\s*Nein/u);
    expect(server.commands).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/Ihre Stimme ist gezählt \(15:06:\d\d\)/u)).toBeVisible();
    expect(server.commands[0]).toMatchObject({ name: 'cast-ballot', args: { choice: 'no' } });
    server.show({
      vote: toAccepted(),
    });
    await expect.element(ballot).not.toBeInTheDocument();
    await expect
      .element(page.getByText(/Angenommen\s*mit 38 Ja, 16 Nein bei 7 Enthaltungen\s*\(§ 13 Abs. 3 KonfO\)/u))
      .toBeVisible();
  });

  it('a ballot that did not get through is never called counted', async () => {
    const { server } = await open(toView({ vote: toVote() }));
    server.answer = () => ({ status: 'refused', reason: 'forbidden' });
    await ballot.getByRole('button', { name: /^Ja/u }).click();
    await ballot.getByRole('button', { name: 'Ja abgeben' }).click();
    await expect.element(ballot.getByText('Dazu haben Sie kein Recht, oder nicht mehr.')).toBeVisible();
    await expect.element(ballot).not.toMatchTextContent(/gezählt/u);
  });

  it('an election takes up to as many names as there are seats', async () => {
    const vote = toVote({ voteKind: 'election', seats: 2, options: ['Ada Lang', 'Ben Mut', 'Cem Not'] });
    const { server } = await open(toView({ vote }));
    await ballot.getByRole('checkbox', { name: 'Cem Not' }).click();
    await ballot.getByRole('checkbox', { name: 'Ada Lang' }).click();
    await expect.element(ballot.getByRole('checkbox', { name: 'Ben Mut' })).toBeDisabled();
    await ballot.getByRole('button', { name: 'Stimme abgeben' }).click();
    await expect.element(ballot).toMatchTextContent(/Ada Lang und Cem Not/u);
    await ballot.getByRole('button', { name: 'Stimme abgeben' }).click();
    await expect.poll(() => server.commands[0]?.args['choice']).toEqual([0, 2]);
  });

  it('who was put aside finds the ballot again; who may not vote gets none', async () => {
    const { server } = await open(toView({ vote: toVote() }));
    await expect.element(ballot).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(ballot).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Stimme abgeben' }).click();
    await expect.element(ballot).toBeVisible();
    server.show({}, { [ME]: { person: toPerson(1), status: 'advisory', presence: 'present' } });
    await expect.element(ballot).not.toBeInTheDocument();
    await expect.element(page.getByText('Sie stimmen hier nicht mit ab.')).toBeVisible();
  });

  it('on a phone everything is in one column', async () => {
    await page.viewport(390, 844);
    const { container } = await open();
    await expect.element(raise).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(await findFaults(container)).toEqual([]);
  });

  it('a conference that is not shown says so', async () => {
    const { server, container } = await open();
    await expect.element(raise).toBeVisible();
    server.tell({ op: 'not-shown', conferenceId: CONFERENCE, reason: 'not-found' });
    await expect.element(page.getByText(/nicht eröffnet, oder Sie gehören nicht dazu/u)).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
  });
});
