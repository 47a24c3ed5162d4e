import { expect, test } from 'vitest';
import { toKept } from './rotation.ts';

const ZONE = 'Europe/Berlin';
const at = (text: string): number => Date.parse(text);
const DAY = 86_400_000;

test('[BAK3] of a year of nights seven days, four weeks and six months are kept', () => {
  const last = at('2026-11-22T00:30:00Z');
  const nights = Array.from({ length: 365 }, (_, index) => last - index * DAY);
  const kept = [...toKept(nights, ZONE)].sort((left, right) => right - left);
  expect(kept.slice(0, 7)).toEqual(nights.slice(0, 7));
  expect(kept.map((instant) => new Date(instant).toISOString().slice(0, 10)).slice(7)).toEqual([
    '2026-11-15',
    '2026-11-08',
    '2026-11-01',
    '2026-10-31',
    '2026-09-30',
    '2026-08-31',
    '2026-07-31',
    '2026-06-30',
  ]);
});

test('[BAK3] of several on one day the newest is kept, by the clock of the school', () => {
  const evening = at('2026-11-21T22:30:00Z');
  const night = at('2026-11-21T23:30:00Z');
  const morning = at('2026-11-22T06:00:00Z');
  expect(toKept([evening, night, morning], ZONE)).toEqual(new Set([evening, morning]));
});

test('[BAK3] a summer without a server deletes nothing, and the only one is always kept', () => {
  const old = at('2026-01-10T01:30:00Z');
  expect(toKept([old], ZONE)).toEqual(new Set([old]));
  const fresh = at('2026-11-22T01:30:00Z');
  expect(toKept([old, fresh], ZONE)).toEqual(new Set([old, fresh]));
});
