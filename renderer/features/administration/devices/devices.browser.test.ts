import '#renderer/ui/style.css';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { toApprovalId, type DeviceApproval } from '#core/admin/device.ts';
import { toPersonName } from '#core/directory/person.ts';
import type { PrivateDevices, School } from '#core/directory/school.ts';
import { localDateSchema } from '#core/kernel/calendar/local-date.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import { createTestWorkspace } from '#renderer/features/announcements/test-workspace.ts';
import { SCHOOL } from '#renderer/features/announcements/test-school.ts';
import { brandt, groups, oehlschlaeger, people, toSelf } from '#renderer/features/groups/test-directory.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import Devices from './Devices.svelte';

const NOW = Date.parse('2026-11-23T07:50:00+01:00');

const nextId = (): Id => createId({ bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) });

const toOne = (name: string, state: DeviceApproval['state']): DeviceApproval => {
  const deviceId = nextId();
  return {
    id: toApprovalId(deviceId),
    kind: 'device-approval',
    rev: 1,
    inv: 1,
    deviceId,
    person: toPersonName(brandt),
    name,
    joinedBy: 'password',
    since: localDateSchema.parse('2026-11-23'),
    state,
  };
};

const open = async (privateDevices: PrivateDevices, approvals: readonly DeviceApproval[]) => {
  cleanup();
  const ours: School = { ...SCHOOL, privateDevices };
  const workspace = createTestWorkspace(toSelf(oehlschlaeger, groups), NOW, [
    ours,
    ...people,
    ...groups,
    ...approvals,
  ]);
  const { container } = await render(Devices, { workspace });
  return { container, workspace };
};

describe('private devices', () => {
  it('are introduced by the rule of the school, and by what to do where nobody has one', async () => {
    const { container } = await open('approval', []);
    await expect.element(page.getByText(/erst etwas, wenn die Schulleitung es genehmigt hat/u)).toBeVisible();
    await expect.element(page.getByText('Kein privates Gerät wartet auf Genehmigung.')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await open('allowed', []);
    await expect.element(page.getByText(/brauchen an Ihrer Schule keine Genehmigung/u)).toBeVisible();
    await expect.element(page.getByText('Auf keinem privaten Gerät ist jemand angemeldet.')).toBeVisible();
    await open('no', []);
    await expect.element(page.getByText(/sind an Ihrer Schule nicht erlaubt/u)).toBeVisible();
  });

  it('that wait stand first and are approved there; very many with long names keep to a phone', async () => {
    await page.viewport(390, 844);
    const long = 'Tablet aus dem Wohnzimmer der Familie 12';
    const { container, workspace } = await open('approval', [
      ...Array.from({ length: 100 }, (_, index) => toOne(`Telefon ${index}`, 'active')),
      toOne(long, 'waiting'),
    ]);
    await expect
      .element(page.getByRole('heading', { level: 2 }).first())
      .toMatchTextContent(/^Warten auf Genehmigung/u);
    await expect.element(page.getByText('angemeldet heute, mit Kürzel und Kennwort').first()).toBeVisible();
    expect(container.scrollWidth).toBeLessThanOrEqual(390);
    expect(await findFaults(container)).toEqual([]);
    await page.getByRole('button', { name: /^Gerät von .* genehmigen$/u }).click();
    expect(workspace.asked.map(({ name }) => name)).toEqual(['approve-device']);
  });
});
