import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createRichText, toPlainText } from '#core/kernel/rich-text.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import { open, save, send, show, text, title } from './composer.fixture.ts';
import { BRA, GROUPS, KRA, NOW, STAFF, toAnnouncement } from './test-school.ts';
import { OFFLINE } from './test-workspace.ts';

beforeEach(() => page.viewport(1000, 1000));

describe('changing an announcement', () => {
  const stored = toAnnouncement({
    title: 'Plan',
    body: createRichText('Beginn um acht.'),
    author: BRA,
    rev: 3,
    acknowledgement: { content: 1 },
  });

  it('is written on the revision one has seen, and may ask everybody again', async () => {
    const workspace = open();
    workspace.put(stored);
    const { container } = await show(workspace, { kind: 'edit', id: stored.id });
    await expect.element(text).toHaveTextContent('Beginn um acht.');
    await page.getByRole('switch', { name: 'Wesentliche Änderung' }).click();
    await title.fill('Neuer Plan');
    expect(await findFaults(container)).toEqual([]);
    await save.click();
    await expect
      .poll(() => workspace.pending$.value[0]?.command)
      .toMatchObject({
        name: 'edit-announcement',
        baseRev: 3,
        args: { title: 'Neuer Plan', essential: true },
      });
  });

  it('rewrites the command that still waits instead of adding one', async () => {
    const workspace = open();
    workspace.truth$.next(OFFLINE);
    const id = workspace.createId();
    const args = {
      id,
      title: 'Neu',
      body: createRichText('Text'),
      groupIds: [STAFF.id],
      pinned: false,
      urgent: false,
    };
    await workspace.submit('announce', args, { hints: { groups: [...GROUPS] } });
    const { ondone } = await show(workspace, { kind: 'edit', id });
    await expect.element(title).toHaveValue('Neu');
    await expect.element(page.getByText('Kollegium')).toBeVisible();
    await title.fill('Besser');
    await save.or(send).click();
    await expect.poll(() => ondone.mock.calls).toEqual([[id]]);
    expect(workspace.pending$.value.map(({ command }) => command.args)).toEqual([
      { ...args, title: 'Besser' },
    ]);
  });

  it('that was sent in the meantime becomes a change of what was stored', async () => {
    const workspace = open();
    const id = workspace.createId();
    const args = {
      id,
      title: 'Neu',
      body: createRichText('Text'),
      groupIds: [STAFF.id],
      pinned: false,
      urgent: false,
    };
    const submitted = await workspace.submit('announce', args, { hints: { groups: [...GROUPS] } });
    await show(workspace, { kind: 'edit', id });
    await title.fill('Besser');
    if (submitted.ok) workspace.land(submitted.mid);
    await send.click();
    await expect
      .poll(() => workspace.pending$.value.map(({ command }) => [command.name, command.baseRev]))
      .toEqual([['edit-announcement', 1]]);
  });

  it('waits while an earlier change is on its way, then opens by itself', async () => {
    const workspace = open();
    workspace.put(stored);
    const edit = { id: stored.id, title: 'Eins', body: stored.body, pinned: false, essential: false };
    const submitted = await workspace.submit('edit-announcement', edit, { baseRev: 3 });
    if (submitted.ok) workspace.deliver(submitted.mid, { state: 'sent' });
    await show(workspace, { kind: 'edit', id: stored.id });
    await expect.element(page.getByText(/gerade unterwegs/u)).toBeVisible();
    if (submitted.ok) workspace.land(submitted.mid);
    await expect.element(title).toHaveValue('Eins');
  });

  it('shows the version somebody stored meanwhile beside one’s own, and then replaces that one', async () => {
    const workspace = open();
    workspace.put(stored);
    await show(workspace, { kind: 'edit', id: stored.id });
    await title.fill('Mein Plan');
    workspace.put({
      ...stored,
      rev: 4,
      body: createRichText('Beginn um neun.'),
      lastEdit: { by: KRA, at: NOW - 60_000, essential: false },
    });
    await expect
      .element(
        page.getByText('Annette Krautwurst hat diese Mitteilung inzwischen geändert', { exact: false }),
      )
      .toBeVisible();
    await page.getByRole('button', { name: 'Gespeicherte Fassung daneben zeigen' }).click();
    await expect
      .element(page.getByRole('complementary', { name: 'Gespeicherte Fassung' }))
      .toMatchTextContent(/Beginn um neun/u);
    await save.click();
    await expect.poll(() => workspace.pending$.value[0]?.command.baseRev).toBe(4);
  });

  it('says of a change one made elsewhere that it is one’s own', async () => {
    const workspace = open();
    workspace.put(stored);
    await show(workspace, { kind: 'edit', id: stored.id });
    await expect.element(text).toBeVisible();
    workspace.put({ ...stored, rev: 4, lastEdit: { by: BRA, at: NOW - 60_000, essential: false } });
    await expect
      .element(page.getByText(/Sie haben diese Mitteilung inzwischen auf einem anderen Gerät geändert/u))
      .toBeVisible();
  });

  it('merges two versions and only then lets the conflict go', async () => {
    const workspace = open();
    workspace.put({ ...stored, rev: 4, body: createRichText('Beginn um neun.') });
    const mine = {
      id: stored.id,
      title: 'Plan',
      body: createRichText('Beginn um zehn.'),
      pinned: false,
      essential: false,
    };
    const submitted = await workspace.submit('edit-announcement', mine, { baseRev: 3 });
    if (!submitted.ok) return;
    workspace.deliver(submitted.mid, { state: 'conflict', reason: 'conflict', at: NOW });
    const { container } = await show(workspace, { kind: 'merge', mid: submitted.mid });
    await expect.element(text).toHaveTextContent('Beginn um zehn.');
    await expect.element(page.getByRole('complementary')).toMatchTextContent(/Beginn um neun/u);
    expect(await findFaults(container)).toEqual([]);
    await page.getByRole('button', { name: 'Diese Fassung speichern' }).click();
    await expect
      .poll(() => workspace.pending$.value.map((entry) => [entry.delivery.state, entry.command.baseRev]))
      .toEqual([['waiting', 4]]);
    const [entry] = workspace.pending$.value;
    if (entry?.command.name === 'edit-announcement') {
      expect(toPlainText(entry.command.args.body)).toBe('Beginn um zehn.');
    }
  });

  it('is refused to others, and says so for what is gone', async () => {
    const workspace = open(KRA);
    workspace.put(stored);
    const { rerender } = await show(workspace, { kind: 'edit', id: stored.id });
    await expect.element(page.getByText(/können nur ihre Verfasserin/u)).toBeVisible();
    await rerender({ place: { kind: 'edit', id: workspace.createId() } });
    await expect.element(page.getByText(/gibt es nicht mehr/u)).toBeVisible();
  });
});
