import { expect, test } from 'vitest';
import type { TimeOfDay } from '#core/kernel/calendar/local-date.ts';
import { RETRY_AFTER, toNextBackup } from './nightly.ts';

const time = '01:30' as TimeOfDay;
const at = (text: string): number => Date.parse(text);
const plan = (now: string, lastGood?: string, lastFailure?: string): string =>
  new Date(
    toNextBackup({
      time,
      zone: 'Europe/Berlin',
      now: at(now),
      lastGood: lastGood === undefined ? undefined : at(lastGood),
      lastFailure: lastFailure === undefined ? undefined : at(lastFailure),
    }),
  ).toISOString();

test('[BAK4] the next one comes at the set time by the clock of the school', () => {
  expect(plan('2026-11-22T10:00:00Z', '2026-11-22T00:30:00Z')).toBe('2026-11-23T00:30:00.000Z');
  expect(plan('2026-07-01T10:00:00Z', '2026-07-01T09:00:00Z')).toBe('2026-07-01T23:30:00.000Z');
});

test('[BAK4] a night that was missed is made up for at once, and so is the very first one', () => {
  expect(plan('2026-11-25T07:00:00Z', '2026-11-20T00:30:00Z')).toBe('2026-11-21T00:30:00.000Z');
  expect(plan('2026-11-25T07:00:00Z')).toBe('2026-11-25T07:00:00.000Z');
});

test('[BAK4] one that failed is tried again an hour later, not every minute', () => {
  const failed = '2026-11-25T00:30:10Z';
  expect(plan('2026-11-25T00:31:00Z', '2026-11-24T00:30:00Z', failed)).toBe(
    new Date(at(failed) + RETRY_AFTER).toISOString(),
  );
});
