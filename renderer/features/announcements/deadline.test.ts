import { describe, expect, it } from 'vitest';
import {
  deadlineLong,
  deadlineNear,
  deadlineShort,
  hasPassed,
  toDeadline,
  toDeadlineInstant,
  toParts,
} from './deadline.ts';

/** Monday, 23 November 2026, 07:50 at school. */
const now = Date.parse('2026-11-23T07:50:00+01:00');

describe('a deadline', () => {
  it('of a day is kept until that day ends at school', () => {
    expect(toDeadlineInstant('2026-11-25')).toBe(Date.parse('2026-11-26T00:00:00+01:00') - 1);
    expect(hasPassed('2026-11-23', now)).toBe(false);
    expect(hasPassed('2026-11-22', now)).toBe(true);
  });

  it('with a time is kept until then', () => {
    expect(hasPassed('2026-11-23T07:49', now)).toBe(true);
    expect(hasPassed('2026-11-23T07:50', now)).toBe(false);
  });

  it('on a day that no calendar has never passes', () => {
    expect(toDeadlineInstant('2026-02-31')).toBeUndefined();
    expect(hasPassed('2026-02-31', now)).toBe(false);
  });

  it('is said as near as it is', () => {
    expect(deadlineNear('2026-11-23T09:00', now)).toBe('heute, 09:00');
    expect(deadlineNear('2026-11-23', now)).toBe('heute');
    expect(deadlineNear('2026-11-25', now)).toBe('Mi., 25. November');
    expect(deadlineShort('2026-11-23T09:00', now)).toBe('09:00');
    expect(deadlineShort('2026-11-25', now)).toBe('Mi.');
    expect(deadlineLong('2026-11-25T09:00')).toBe('Mi., 25. November 2026, 09:00');
    expect(deadlineLong('2026-11-25')).toBe('Mi., 25. November 2026');
  });

  it('goes into fields and back', () => {
    for (const deadline of ['2026-11-25', '2026-11-25T09:00']) {
      const { date, time } = toParts(deadline);
      expect(toDeadline(date, time)).toBe(deadline);
    }
    expect(toDeadline('', '09:00')).toBeUndefined();
  });
});
