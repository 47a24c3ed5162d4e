import '#renderer/ui/style.css';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { createRichText } from '#core/kernel/rich-text.ts';
import type { OutboxCommand as Command } from '#core/protocol/commands.ts';
import type { DocumentOf } from '#core/protocol/documents.ts';
import type { Delivery, Pending } from '#core/protocol/overlay.ts';
import Toasts from '#renderer/ui/Toasts.svelte';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import NotSaved from './NotSaved.svelte';
import Outbox from './Outbox.svelte';
import { createOutboxWorkspace, nextId, type OutboxWorkspace } from './outbox.fixture.ts';

const NOW = Date.parse('2026-11-23T07:50:00+01:00');
const BRA = { id: nextId(), shortCode: 'BRA', firstName: 'Katharina', lastName: 'Brandt' };
const KRA = { id: nextId(), shortCode: 'KRA', firstName: 'Annette', lastName: 'Krautwurst' };
const group = { id: nextId(), name: 'Kollegium' };

const stored: DocumentOf<'announcement'> = {
  id: nextId(),
  kind: 'announcement',
  rev: 4,
  inv: 1,
  title: 'Vergleichsarbeit',
  body: createRichText('Sie ist am Donnerstag, 10. Dezember.'),
  author: KRA,
  groups: [group],
  pinned: false,
  urgent: false,
  state: 'published',
  publishAt: NOW - 86_400_000,
  content: 2,
  lastEdit: { by: KRA, at: NOW - 1_140_000, essential: false },
  history: [],
};

let order = 0;
const toPending = (command: Command, delivery: Delivery): Pending => ({
  command,
  hints: {
    me: BRA,
    actor: { personId: BRA.id, role: 'teacher', administrator: false, memberships: [] },
    at: NOW - 60_000,
    announcement: stored,
  },
  order: (order += 1),
  delivery,
});

const plan = { id: nextId(), name: 'Plan.pdf', size: 8_000_000, type: 'application/pdf' };
const mine = createRichText('Sie ist am Dienstag, 8. Dezember.');
const toEdit = (): Command => ({
  mid: nextId(),
  name: 'edit-announcement',
  baseRev: 3,
  args: { id: stored.id, title: stored.title, body: mine, pinned: false, essential: false },
});

const show = async (workspace: OutboxWorkspace) => {
  const keepAsDraft = vi.fn(() => Promise.resolve({ ok: true } as const));
  const hrefOf = (destination: { kind: string }): string => `/${destination.kind}`;
  const shown = await render(NotSaved, { workspace, now: NOW, hrefOf, keepAsDraft });
  return { ...shown, keepAsDraft };
};

const conflict: Delivery = { state: 'conflict', reason: 'conflict', at: NOW };
const button = (name: string) => page.getByRole('button', { name });

beforeEach(() => page.viewport(1366, 900));

describe('two versions of an announcement', () => {
  const open = () => createOutboxWorkspace([toPending(toEdit(), conflict)], [stored]);

  it('stand side by side with their differences underlined', async () => {
    const { container } = await show(open());
    await expect
      .element(page.getByText('Annette Krautwurst hat diese Mitteilung geändert', { exact: false }))
      .toBeVisible();
    expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'Dienstag',
      '8',
      'Donnerstag',
      '10',
    ]);
    await expect
      .element(page.getByRole('link', { name: 'Beide zusammenführen …' }))
      .toHaveAttribute('href', '/merge');
    expect(await findFaults(container)).toEqual([]);
  });

  it('saving mine replaces the stored one as it is now', async () => {
    const workspace = open();
    await show(workspace);
    await button('Meine Fassung speichern').click();
    await expect.element(page.getByText('Alles, was Sie geschrieben haben, ist gespeichert.')).toBeVisible();
    expect(workspace.submitted).toMatchObject([
      { name: 'edit-announcement', args: { body: mine }, baseRev: 4 },
    ]);
  });

  it('keeping the stored one makes mine a draft first', async () => {
    const workspace = open();
    const { keepAsDraft } = await show(workspace);
    await button('Diese Fassung behalten').click();
    await expect.poll(() => workspace.entries$.value).toEqual([]);
    expect(keepAsDraft).toHaveBeenCalledOnce();
    expect(workspace.submitted).toEqual([]);
  });

  it('stays where it is when the outbox is full', async () => {
    const workspace = open();
    workspace.isFull = true;
    await show(workspace);
    await button('Meine Fassung speichern').click();
    await expect.element(page.getByText(/Der Postausgang ist voll/u)).toBeVisible();
    expect(workspace.entries$.value).toHaveLength(1);
  });

  it('stays, and says so, while the device has no space for the decision', async () => {
    const workspace = open();
    workspace.isDiskFull = true;
    await show(workspace);
    await button('Meine Fassung speichern').click();
    await expect.element(page.getByText(/Der Speicher dieses Geräts ist voll/u)).toBeVisible();
    expect(workspace.entries$.value).toHaveLength(1);
  });

  it('of which one wrote both say so', async () => {
    const own = { ...stored, lastEdit: { by: BRA, at: NOW - 1_140_000, essential: false } };
    const workspace = createOutboxWorkspace([toPending(toEdit(), conflict)], [own]);
    const first = await show(workspace);
    await expect
      .element(page.getByText(/^Sie haben diese Mitteilung auf einem anderen Gerät geändert/u))
      .toBeVisible();
    await first.unmount();
    const same = createOutboxWorkspace([toPending(toEdit(), conflict)], [{ ...own, body: mine }]);
    await show(same);
    await expect
      .element(page.getByText(/^Sie haben auf einem anderen Gerät dieselbe Änderung gespeichert/u))
      .toBeVisible();
  });

  it('that say the same need no choice', async () => {
    const workspace = createOutboxWorkspace([toPending(toEdit(), conflict)], [{ ...stored, body: mine }]);
    await show(workspace);
    await expect.element(page.getByText(/dieselbe Änderung/u)).toBeVisible();
    await button('Verstanden').click();
    await expect.poll(() => workspace.entries$.value).toEqual([]);
  });
});

describe('what was refused', () => {
  it('says why and what to do, and keeps every word until its author decides', async () => {
    const announcementId = stored.id;
    const question: Command = {
      mid: nextId(),
      name: 'ask-sender',
      args: { announcementId, askerId: BRA.id, text: 'Wann genau?' },
    };
    const late: Command = { mid: nextId(), name: 'acknowledge', args: { announcementId, content: 1 } };
    const workspace = createOutboxWorkspace(
      [
        toPending(question, { state: 'refused', reason: 'forbidden', at: NOW }),
        toPending(late, { state: 'refused', reason: 'withdrawn', at: NOW }),
        toPending(toEdit(), conflict),
      ],
      [{ ...stored, state: 'withdrawn', body: createRichText('') }],
    );
    const { container, keepAsDraft } = await show(workspace);
    await expect
      .element(page.getByText('3 Eingaben von Ihnen sind nicht angekommen.', { exact: false }))
      .toBeVisible();
    await expect.element(page.getByText(/Dazu haben Sie kein Recht/u)).toBeVisible();
    await expect.element(page.getByText(/inzwischen zurückgezogen/u)).toBeVisible();
    await expect.element(page.getByText('Wann genau?')).toBeVisible();
    await expect.element(page.getByText(/Sie ist am Dienstag/u)).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await button('Verstanden').click();
    await expect.poll(() => workspace.entries$.value).toHaveLength(2);
    await page
      .getByRole('region', { name: 'Rückfrage zu „Vergleichsarbeit“' })
      .getByRole('button', { name: 'Als Entwurf behalten' })
      .click();
    await expect.poll(() => workspace.entries$.value).toHaveLength(1);
    expect(keepAsDraft).toHaveBeenCalledOnce();
    await button('Verwerfen …').click();
    expect(workspace.entries$.value).toHaveLength(1);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Verwerfen' }).click();
    await expect.element(page.getByText('Alles, was Sie geschrieben haben, ist gespeichert.')).toBeVisible();
  });
});

describe('what a refusal advises', () => {
  const form = {
    type: 'sign-up' as const,
    question: 'Wo?',
    options: [{ label: 'Eingang' }, { label: 'Hof' }],
  };
  const respond = (): Command => ({
    mid: nextId(),
    name: 'respond',
    args: { announcementId: stored.id, answer: [0] },
  });

  it('names the place that is taken', async () => {
    const refusal = toPending(respond(), { state: 'refused', reason: 'full', at: NOW });
    await show(createOutboxWorkspace([refusal], [{ ...stored, form }]));
    await expect
      .element(page.getByText('„Eingang“ ist inzwischen vergeben. Wählen Sie etwas anderes.'))
      .toBeVisible();
  });

  it('fits the buttons: nothing is kept where nothing was typed', async () => {
    const refusal = toPending(respond(), { state: 'refused', reason: 'withdrawn', at: NOW });
    await show(createOutboxWorkspace([refusal], [{ ...stored, state: 'withdrawn' }]));
    await expect
      .element(page.getByText('Die Mitteilung wurde inzwischen zurückgezogen. Es ist nichts mehr zu tun.'))
      .toBeVisible();
    await expect.element(button('Verstanden')).toBeVisible();
  });
});

describe('the outbox', () => {
  it('lists what waits; it can be changed or taken back until it is sent', async () => {
    const sent: Command = {
      mid: nextId(),
      name: 'acknowledge',
      args: { announcementId: stored.id, content: 1 },
    };
    const workspace = createOutboxWorkspace(
      [toPending(toEdit(), { state: 'waiting' }), toPending(sent, { state: 'sent' })],
      [stored],
    );
    workspace.truth$.next({ ...workspace.truth$.value, connection: 'offline' });
    const takeBackAsDraft = vi.fn((entry: Pending) => {
      workspace.entries$.next(workspace.entries$.value.filter((it) => it !== entry));
      return Promise.resolve({ ok: true } as const);
    });
    const hrefOf = (destination: { kind: string }): string => `/${destination.kind}`;
    const { container } = await render(Outbox, { workspace, now: NOW, hrefOf, takeBackAsDraft });
    await expect.element(page.getByText('Änderung an „Vergleichsarbeit“')).toBeVisible();
    await expect.element(page.getByText('Wartet auf Verbindung')).toBeVisible();
    await expect.element(page.getByText('Wird gesendet')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await expect.element(page.getByRole('link', { name: 'Ändern' })).toHaveAttribute('href', '/edit');
    await button('Zurücknehmen').click();
    await expect.element(page.getByText('Änderung an „Vergleichsarbeit“')).not.toBeInTheDocument();
    expect(takeBackAsDraft).toHaveBeenCalledOnce();
    workspace.entries$.next([]);
    await expect.element(page.getByText(/Nichts wartet/u)).toBeVisible();
  });

  it.each([
    ['disk-full', /Der Speicher dieses Geräts ist voll/u],
    ['sent', /Das ist inzwischen gesendet/u],
  ] as const)('keeps what could not be taken back and says why: %s', async (reason, words) => {
    const workspace = createOutboxWorkspace([toPending(toEdit(), { state: 'waiting' })], [stored]);
    const takeBackAsDraft = () => Promise.resolve({ ok: false, reason } as const);
    await render(Outbox, { workspace, now: NOW, hrefOf: () => '/', takeBackAsDraft });
    await render(Toasts);
    await button('Zurücknehmen').click();
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(page.getByText('Änderung an „Vergleichsarbeit“')).toBeVisible();
  });

  it('[FILE8] says how much of the attachments a letter still waits for', async () => {
    const edit = toEdit();
    if (edit.name !== 'edit-announcement') throw new Error('no edit');
    const command: Command = { ...edit, args: { ...edit.args, attachments: [plan] } };
    const workspace = createOutboxWorkspace([toPending(command, { state: 'waiting' })], [stored]);
    workspace.files.move(plan.id, { up: { state: 'moving', done: 3_200_000 } });
    const { container } = await render(Outbox, {
      workspace,
      now: NOW,
      hrefOf: () => '/',
      takeBackAsDraft: () => Promise.resolve({ ok: true }),
    });
    await expect.element(page.getByText('wartet auf Anhang 3,2 von 8 MB')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    workspace.files.move(plan.id, { up: { state: 'done', done: 8_000_000 } });
    await expect.element(page.getByText(/wartet auf Anhang/u)).not.toBeInTheDocument();
  });
});
