import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Actor } from '#core/access/actor.ts';
import type { Conference } from '#core/meetings/conference.ts';
import { toId } from '#renderer/replica/testing/documents.ts';
import { toPerson, toView, toVote } from '#renderer/replica/testing/meeting-view.ts';
import type { Asked } from '#renderer/replica/contract.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import SittingEntrance from './entrance/SittingEntrance.svelte';
import SittingLine from './entrance/SittingLine.svelte';
import { CONFERENCE, createTestSitting } from './sitting.fixture.ts';

const BODY = { id: toId(10), name: 'Gesamtlehrerkonferenz' };
const toConference = (state: Conference['state']): Conference => ({
  kind: 'conference',
  id: CONFERENCE,
  rev: 1,
  inv: 1,
  body: BODY,
  briefing: false,
  title: 'Gesamtlehrerkonferenz',
  date: '2026-11-23',
  start: '14:00',
  place: 'Aula',
  sitting: 'room',
  checks: [],
  state,
  chair: toPerson(0),
  plannedBy: toPerson(0),
  guests: [],
  secondCall: false,
});
const toActor = (place: number, inBody: 'chair' | 'member'): Actor => ({
  personId: toPerson(place).id,
  role: 'teacher',
  administrator: false,
  memberships: [{ groupId: BODY.id, function: inBody, votingStatus: 'entitled' }],
});
const links = { member: '/konferenzen/x/sitzung', chair: '/konferenzen/x/leitung' };

beforeEach(() => page.viewport(1366, 768));

describe('the way into a conference', () => {
  const enter = async (state: Conference['state'], actor: Actor, answer: Asked = { ok: true }) => {
    const said = { opened: 0, asked: 0 };
    const { container } = await render(SittingEntrance, {
      conference: toConference(state),
      actor,
      online: true,
      links,
      open: () => {
        said.asked += 1;
        return Promise.resolve(answer);
      },
      onopened: () => (said.opened += 1),
    });
    return { said, container };
  };

  it('is opened by its chair, who is asked first what that does', async () => {
    const { said, container } = await enter('invited', toActor(0, 'chair'));
    await page.getByRole('button', { name: 'Konferenz eröffnen …' }).click();
    await expect.element(page.getByText(/^Die Anwesenheitsliste entsteht/u)).toBeVisible();
    expect(said.asked).toBe(0);
    await page.getByRole('button', { name: 'Konferenz eröffnen', exact: true }).click();
    await expect.poll(() => said.opened).toBe(1);
    expect(await findFaults(container)).toEqual([]);
  });

  it('says why it could not be opened', async () => {
    const { said } = await enter('invited', toActor(0, 'chair'), { ok: false, reason: 'unreachable' });
    await page.getByRole('button', { name: 'Konferenz eröffnen …' }).click();
    await page.getByRole('button', { name: 'Konferenz eröffnen', exact: true }).click();
    await expect.element(page.getByText('Zum Eröffnen ist eine Verbindung zum Server nötig.')).toBeVisible();
    expect(said.opened).toBe(0);
  });

  it('members see nothing before it is open, and then how to take part', async () => {
    const { container } = await enter('invited', toActor(1, 'member'));
    expect(container.textContent.trim()).toBe('');
    await enter('open', toActor(1, 'member'));
    await expect
      .element(page.getByRole('link', { name: 'Teilnehmen' }))
      .toHaveAttribute('href', links.member);
    await expect.element(page.getByRole('link', { name: 'Leiten' })).not.toBeInTheDocument();
  });

  it('stands on the overview, and says at once that a vote waits for me', async () => {
    const { server, workspace } = createTestSitting(toPerson(1).id, toView());
    const { container } = await render(SittingLine, { workspace, conference: toConference('open'), links });
    await expect.element(page.getByText('Gesamtlehrerkonferenz: Die Konferenz tagt')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Teilnehmen' })).toBeVisible();
    server.show({ vote: toVote() });
    await expect.element(page.getByText(/Ihre Stimme fehlt noch/u)).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Abstimmen' })).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
  });
});
