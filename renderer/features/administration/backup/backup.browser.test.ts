import '#renderer/ui/style.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { BackupStatus } from '#core/admin/backup-status.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import { findFaults } from '#renderer/ui/accessibility.fixture.ts';
import type { AuthorisedRequest } from '#renderer/replica/authorised-request.ts';
import BackupPage from './BackupPage.svelte';

const NOW = Date.parse('2026-11-23T07:50:00+01:00');
const HOUR = 3_600_000;
const good = {
  file: '/srv/umlauf/backups/umlauf-abcdefgh-2026-11-23T00-30-04Z.sicherung',
  bytes: 284_000_000,
  madeAt: NOW - 6 * HOUR,
  keyFingerprint: '7K3M-Q2XD',
  documents: 18_240,
  files: 312,
  leftOut: 0,
  kept: 13,
};
const status: BackupStatus = {
  last: { at: NOW - 6 * HOUR },
  good,
  drill: { at: NOW - 900 * HOUR, madeAt: NOW - 901 * HOUR, documents: 17_000 },
  isRunning: false,
  hasKey: true,
  folder: '/srv/umlauf/backups',
  next: NOW + 17 * HOUR,
};

type Answer = Result<BackupStatus, RefusalKind | 'unreachable'>;
let answers: Answer[];
let started: number;
const request: AuthorisedRequest = (schema, path, init) => {
  expect(path).toBe('/api/backup');
  if (init?.method !== 'GET') started += 1;
  const [answer = refuse('unavailable')] = answers.length > 1 ? answers.splice(0, 1) : answers;
  return Promise.resolve(answer.ok ? accept(schema.parse(answer.value)) : answer);
};
const open = async (...said: Answer[]) => {
  answers = said;
  return (await render(BackupPage, { workspace: { request, now: () => NOW } })).container;
};
const button = page.getByRole('button', { name: 'Jetzt sichern' });

beforeEach(async () => {
  started = 0;
  await page.viewport(1366, 768);
});
afterEach(() => {
  delete document.documentElement.dataset['theme'];
});

describe('[BAK11] the page of the backups', () => {
  it('says that all is well, when, how large, where, and when the next one comes', async () => {
    const container = await open(accept(status));
    await expect.element(page.getByText('Die letzte Sicherung ist gut.')).toBeVisible();
    for (const text of [
      '284 MB, 18.240 Dokumente, 312 Dateien',
      '/srv/umlauf/backups',
      '7K3M-Q2XD',
      '13 Sicherungen',
    ]) {
      await expect.element(page.getByText(text)).toBeVisible();
    }
    expect(await findFaults(container)).toEqual([]);
    await page.viewport(390, 844);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });

  it('makes one at the press of a button and says when it is done', async () => {
    const container = await open(accept(status), accept({ ...status, isRunning: true }), accept(status));
    await button.click();
    await expect.element(page.getByText('Es wird gesichert …')).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await expect.element(page.getByText('Die letzte Sicherung ist gut.')).toBeVisible();
    expect(started).toBe(1);
  });

  it('says what failed and what to do', async () => {
    const container = await open(accept({ ...status, last: { at: NOW - HOUR, fault: 'disk-full' } }));
    await expect.element(page.getByText('Die letzte Sicherung ist fehlgeschlagen.')).toBeVisible();
    await expect
      .element(page.getByText(/zu wenig Platz[^]*Ältere Sicherungen sind unverändert/))
      .toBeVisible();
    expect(await findFaults(container)).toEqual([]);
  });

  it('says what to do where there is no key, no backup yet, or none for days', async () => {
    const container = await open(accept({ isRunning: false, hasKey: false, folder: '/srv/umlauf/backups' }));
    await expect.element(page.getByText('npm run --silent backup -- --new-key')).toBeVisible();
    expect(button.elements()).toHaveLength(0);
    expect(await findFaults(container)).toEqual([]);
    await open(accept({ isRunning: false, hasKey: true, folder: '/srv/umlauf/backups', next: NOW }));
    await expect.element(page.getByText('Es gibt noch keine Sicherung.')).toBeVisible();
    await open(accept({ ...status, good: { ...good, madeAt: NOW - 24 * 5 * HOUR } }));
    await expect.element(page.getByText('Seit 5 Tagen wurde nicht gesichert.')).toBeVisible();
  });

  it('says that only the server knows, while it is away', async () => {
    const container = await open(refuse('unreachable'), accept(status));
    await expect.element(page.getByText(/weiß nur der Server/)).toBeVisible();
    expect(await findFaults(container)).toEqual([]);
    await page.getByRole('button', { name: 'Erneut versuchen' }).click();
    await expect.element(page.getByText('Die letzte Sicherung ist gut.')).toBeVisible();
  });
});
