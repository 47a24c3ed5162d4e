import '#renderer/ui/style.css';
import { createRawSnippet, mount, unmount } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { toSlipId } from '#core/admin/ids.ts';
import type { Slip } from '#core/admin/slip.ts';
import Overview from '#renderer/features/announcements/Overview.svelte';
import { BRA, NOW, OEH, SCHOOL, toSelf, VOL } from '#renderer/features/announcements/test-school.ts';
import { createTestWorkspace } from '#renderer/features/announcements/test-workspace.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import ResetLine from './ResetLine.svelte';
import ResetNotice from './ResetNotice.svelte';

const DAY = 86_400_000;
const toSlip = (rest: Partial<Slip> = {}): Slip => ({
  id: toSlipId(BRA.id),
  kind: 'slip',
  rev: 1,
  inv: 1,
  person: BRA,
  number: 2,
  locator: '777F',
  state: 'used',
  reset: true,
  issued: { at: NOW - 3 * DAY, by: VOL },
  handedOver: { at: NOW - 2 * DAY, by: OEH },
  endedAt: NOW - DAY,
  ...rest,
});
const HANDS = 'ausgestellt von Henrike Vollmer, ausgehändigt von Sabine Oehlschläger.';
const USED = `Ihr Kennwort wurde am 22.11.2026 um 07:50 Uhr mit einem neuen Zugangszettel neu gesetzt; ${HANDS}`;
const notice = page.getByText('Waren Sie das nicht? Sprechen Sie die Administration an.');

const open = async (slip: Slip, now = NOW) => {
  cleanup();
  const workspace = createTestWorkspace(toSelf(BRA), NOW, [SCHOOL, slip]);
  const { container } = await render(ResetNotice, { workspace, now });
  return { container, workspace };
};

beforeEach(() => page.viewport(1366, 768));

describe('[SLIP8] whose password is reset', () => {
  it('is told on the first page when, by whom and what to do', async () => {
    const workspace = createTestWorkspace(toSelf(BRA), NOW, [SCHOOL, toSlip()]);
    const told = createRawSnippet(() => ({
      render: () => '<div></div>',
      setup: (target) => {
        const shown = mount(ResetNotice, { target, props: { workspace, now: NOW } });
        return () => void unmount(shown);
      },
    }));
    const { container } = await render(Overview, { workspace, now: NOW, hrefOf: () => '/', notice: told });
    await expect.element(page.getByText(USED)).toBeVisible();
    await expect.element(notice).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
  });

  it('is told for 14 days, and of the slip before it is used', async () => {
    await open(toSlip(), NOW + 13 * DAY - 1);
    await expect.element(notice).toBeVisible();
    await open(toSlip(), NOW + 13 * DAY);
    await expect.element(notice).not.toBeInTheDocument();
    const { workspace } = await open(toSlip({ state: 'issued', handedOver: undefined, endedAt: undefined }));
    await expect
      .element(page.getByText(/neu setzt; ausgestellt von Henrike Vollmer\. Bis er/u))
      .toBeVisible();
    workspace.put(toSlip({ state: 'void' }));
    await expect.element(page.getByText(/ausgestellt von/u)).not.toBeInTheDocument();
  });

  it('hears nothing of the first slip, and that the server’s own code was used', async () => {
    const { workspace, container } = await open(toSlip({ reset: false }));
    expect(container.textContent.trim()).toBe('');
    workspace.put(toSlip({ issued: undefined, handedOver: undefined }));
    await expect.element(page.getByText(/mit einem Einmalcode vom Server neu gesetzt\./u)).toBeVisible();
  });

  it('finds it later among the own settings', async () => {
    cleanup();
    const workspace = createTestWorkspace(toSelf(BRA), NOW + 300 * DAY, [SCHOOL, toSlip()]);
    const { container } = await render(ResetLine, { workspace });
    await expect
      .element(page.getByText(`${USED} Waren Sie das nicht? Sprechen Sie die Administration an.`))
      .toBeVisible();
    expect(await findFaults(container)).toEqual([]);
  });
});
