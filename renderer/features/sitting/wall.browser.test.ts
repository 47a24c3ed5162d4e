import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { MeetingView } from '#core/meetings/view.ts';
import { ITEM, toPerson, toAccepted, toView, toVote } from '#renderer/replica/testing/meeting-view.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import { CONFERENCE, createTestSitting } from './sitting.fixture.ts';
import WallPage from './wall/WallPage.svelte';

const open = async (view?: MeetingView) => {
  const sitting = createTestSitting(toPerson(0).id, view);
  const { container } = await render(WallPage, { workspace: sitting.workspace, conferenceId: CONFERENCE });
  return { ...sitting, container };
};
const DECIDED = toAccepted({ turnout: 61 });
/** The smallest letters on it, in pixels. */
const smallest = (container: Element): number =>
  Math.min(
    ...[...container.querySelectorAll('*')]
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
      )
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  );

beforeEach(() => page.viewport(1920, 1080));

describe('the wall', () => {
  it('shows item and speaker in letters that carry 15 m, and nothing scrolls', async () => {
    const { container } = await open();
    await expect.element(page.getByRole('heading', { name: ITEM.title })).toBeVisible();
    await expect.element(page.getByText('Miriam Tausendfreund')).toBeVisible();
    expect(smallest(container)).toBeGreaterThanOrEqual(40);
    expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(1080);
    expect(await findFaults(container)).toEqual([]);
  });

  it('shows the question and how many have answered, never what', async () => {
    const { container } = await open(toView({ vote: toVote({ turnout: 48, endsAt: undefined }) }));
    await expect.element(page.getByRole('img', { name: '48 von 61 haben abgestimmt' })).toBeVisible();
    await expect.element(page.getByText('Abstimmung läuft')).toBeVisible();
    expect(smallest(container)).toBeGreaterThanOrEqual(40);
    expect(await findFaults(container)).toEqual([]);
  });

  it('shows the result as bar and sentence with its rule', async () => {
    const { container } = await open(toView({ vote: DECIDED }));
    await expect.element(page.getByRole('heading', { name: 'Angenommen' })).toBeVisible();
    await expect.element(page.getByText('(§ 13 Abs. 3 KonfO)')).toBeVisible();
    await expect.element(page.getByText('Nötig: 28 von 54 gültigen Stimmen')).toBeVisible();
    expect(smallest(container)).toBeGreaterThanOrEqual(40);
    expect(await findFaults(container)).toEqual([]);
  });

  it('a vote that is still being written, and a restricted item, are not there', async () => {
    const { server, container } = await open(toView({ vote: toVote({ phase: 'prepared' }) }));
    await expect.element(page.getByRole('heading', { name: ITEM.title })).toBeVisible();
    expect(container.textContent).not.toContain('ausgeschaltet');
    server.show({ item: { ...ITEM, title: 'Zeugnis von Max', restricted: true } });
    await expect.element(page.getByText('Es geht gleich weiter.')).toBeVisible();
    expect(container.textContent).not.toContain('Max');
    expect(container.textContent).not.toContain('Tausendfreund');
  });

  it('a long wording stands on it whole', async () => {
    const wording = 'Die Konferenz beschließt, dass private Mobilgeräte ausgeschaltet bleiben. '
      .repeat(8)
      .trim();
    await open(toView({ vote: toVote({ wording }) }));
    const heading = page.getByRole('heading', { name: wording });
    await expect.element(heading).toBeVisible();
    const { top, bottom } = heading.element().getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(1080);
  });

  it('says when the line is away, and keeps its title constant', async () => {
    const title = document.title;
    const { cut } = await open();
    await expect.element(page.getByRole('heading', { name: ITEM.title })).toBeVisible();
    cut();
    await expect.element(page.getByText('Keine Verbindung')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: ITEM.title })).toBeVisible();
    expect(document.title).toBe(title);
  });
});
