import '#renderer/ui/style.css';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { NOW } from '#renderer/features/announcements/test-school.ts';
import { OFFLINE } from '#renderer/features/announcements/test-workspace.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import { open, password, shortCode } from './app.fixture.ts';

const SENTENCE = /was Sie noch nicht gesendet haben, liegt sicher verschlossen und geht hinaus, sobald/u;

describe('[LOCK1] the offline lock', () => {
  it('is announced inside, and not while the school is there', async () => {
    const { workspace, container } = await open('inside');
    const notice = page.getByText(/öffnet sich dieses Gerät nur noch bis/u);
    workspace.truth$.next({ ...OFFLINE, locksAt: NOW + 3 * 86_400_000 });
    await expect.element(notice).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
    workspace.truth$.next({ ...OFFLINE, connection: 'online', locksAt: NOW + 3 * 86_400_000 });
    await expect.element(notice).not.toBeInTheDocument();
  });

  it('is said at the door in one sentence when an open device has locked itself', async () => {
    const { entrance, container } = await open('inside');
    entrance.state$.next({ at: 'door', offlineLock: 'locked-offline' });
    await expect.element(page.getByText(SENTENCE)).toBeVisible();
    expect(await findFaults(container, 'page')).toEqual([]);
  });

  it.each([
    ['locked-offline', SENTENCE],
    ['clock-behind', /Stellen Sie sie richtig, oder melden Sie sich mit Verbindung zur Schule an/u],
  ] as const)('is said to whoever tries to come in: %s', async (reason, says) => {
    const { entrance } = await open();
    entrance.answers.push({ ok: false, reason });
    await shortCode.fill('bra');
    await password.fill('ein langes Kennwort');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(says)).toBeVisible();
  });
});
