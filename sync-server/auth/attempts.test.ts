import { describe, expect, it } from 'vitest';
import {
  ADDRESS_RULE,
  afterFailure,
  PAIR_RULE,
  PERSON_RULE,
  toLockedUntil,
  toRemaining,
  type AttemptRecord,
} from './attempts.ts';

const fail = (times: number, rule = PAIR_RULE, step = 1_000): AttemptRecord => {
  let record: AttemptRecord | undefined;
  for (let index = 1; index <= times; index += 1) record = afterFailure(record, rule, index * step);
  return record ?? { failures: 0, lastAt: 0, lockedUntil: 0 };
};

describe('[AUTH4] failed attempts', () => {
  it('are told from the third on', () => {
    expect([1, 2, 3, 4, 9, 10].map((times) => toRemaining(fail(times), PAIR_RULE))).toEqual([
      undefined,
      undefined,
      7,
      6,
      1,
      0,
    ]);
  });

  it('lock a short code at the tenth, for a minute, then twice as long, at most a quarter of an hour', () => {
    expect(toLockedUntil(fail(9), 9_000)).toBeUndefined();
    const locks = [10, 11, 12, 13, 14, 15, 40].map((times) => {
      const record = fail(times);
      return (record.lockedUntil - record.lastAt) / 60_000;
    });
    expect(locks).toEqual([1, 2, 4, 8, 15, 15, 15]);
  });

  it('from one address alone never reach the ceiling of a short code within a day', () => {
    let record: AttemptRecord | undefined;
    let failures = 0;
    for (let now = 0; now < 86_400_000; now = Math.max(now + 1_000, record?.lockedUntil ?? 0)) {
      record = afterFailure(record, PAIR_RULE, now);
      failures += 1;
    }
    expect(failures).toBeLessThan(PERSON_RULE.limit / 2);
  });

  it('lock an address only at the hundredth', () => {
    expect(fail(99, ADDRESS_RULE).lockedUntil).toBe(0);
    expect(fail(100, ADDRESS_RULE).lockedUntil).toBeGreaterThan(0);
  });

  it('are forgotten after a day without any', () => {
    expect(afterFailure(fail(9), PAIR_RULE, 9_000 + 86_400_001).failures).toBe(1);
  });
});
