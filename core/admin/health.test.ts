import { expect, test } from 'vitest';
import { toFindings, type Finding, type Health } from './health.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const DAY = 86_400_000;
const WELL: Health = {
  now: NOW,
  latest: NOW - 1_000,
  port: 4400,
  addresses: [{ address: '192.168.7.20', answers: true }],
  lastFromNetwork: NOW - 5_000,
  proxyHidesSenders: false,
  certificate: { way: 'own', until: NOW + 300 * DAY, isPubliclyTrusted: false },
  disk: { free: 80_000_000_000, total: 100_000_000_000 },
  backup: {
    hasKey: true,
    isRunning: false,
    last: { at: NOW - DAY },
    good: {
      file: 'a',
      bytes: 1,
      madeAt: NOW - DAY,
      keyFingerprint: 'x',
      documents: 1,
      files: 0,
      leftOut: 0,
      kept: 3,
    },
  },
};
const find = (check: Finding['check'], change: Partial<Health>, deviceNow = NOW): string => {
  const { level, kind } =
    toFindings({ ...WELL, ...change }, deviceNow).find((it) => it.check === check) ?? {};
  return `${level} ${kind}`;
};

test('a healthy server has nothing to say but that it is', () => {
  expect(toFindings(WELL, NOW).map(({ level }) => level)).toEqual(Array.from({ length: 6 }, () => 'good'));
});

test('whoever was never reached from another machine should look at the firewall', () => {
  expect(find('network', { lastFromNetwork: undefined })).toBe('attention never-reached');
  expect(
    find('network', { lastFromNetwork: undefined, addresses: [{ address: '10.0.0.2', answers: false }] }),
  ).toBe('urgent no-answer');
  const certificate = { way: 'none', isPubliclyTrusted: false } as const;
  expect(find('network', { lastFromNetwork: undefined, addresses: [], certificate })).toBe(
    'attention only-here',
  );
});

test('a proxy that is not used, or hides senders, is spoken of', () => {
  const proxy = 'https://schule.de/umlauf/';
  expect(find('outside', { proxy })).toBe('attention proxy-unused');
  expect(find('outside', { proxy, lastFromProxy: NOW })).toBe('good proxy-used');
  expect(find('outside', { proxy, lastFromProxy: NOW, proxyHidesSenders: true })).toBe(
    'attention proxy-hides',
  );
});

test('an uploaded certificate is spoken of 30 days before its end, the own one when its renewal is overdue', () => {
  const until = NOW + 25 * DAY;
  expect(find('certificate', { certificate: { way: 'uploaded', until, isPubliclyTrusted: true } })).toBe(
    'attention certificate-ends',
  );
  expect(find('certificate', { certificate: { way: 'own', until, isPubliclyTrusted: false } })).toBe(
    'good certificate-own',
  );
  expect(find('certificate', { certificate: { way: 'own', until: NOW, isPubliclyTrusted: false } })).toBe(
    'urgent certificate-ended',
  );
});

test('a clock a year off is noticed, whichever way', () => {
  expect(find('clock', {}, NOW + 365 * DAY)).toBe('attention clock-differs');
  expect(find('clock', { latest: NOW + 365 * DAY })).toBe('urgent clock-back');
});

test('disk and backup become urgent before something is lost', () => {
  expect(find('disk', { disk: { free: 4_000_000_000, total: 1e12 } })).toBe('attention disk-low');
  expect(find('disk', { disk: { free: 400_000_000, total: 1e12 } })).toBe('urgent disk-full');
  expect(find('backup', { backup: { ...WELL.backup, hasKey: false } })).toBe('urgent backup-no-key');
  expect(find('backup', { backup: { ...WELL.backup, good: undefined } })).toBe('attention backup-none');
  expect(find('backup', { backup: { ...WELL.backup, last: { at: NOW, fault: 'disk-full' } } })).toBe(
    'urgent backup-failed',
  );
  expect(find('backup', { now: NOW + 3 * DAY, latest: NOW })).toBe('urgent backup-old');
});
