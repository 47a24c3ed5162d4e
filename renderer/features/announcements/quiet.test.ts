import { describe, expect, it } from 'vitest';
import { timeOfDaySchema } from '#core/kernel/calendar/local-date.ts';
import { toQuiet } from './quiet.ts';
import { NOW, SCHOOL } from './test-school.ts';

const at = (local: string): number => Date.parse(`${local}:00+01:00`);

describe('the quiet hours as the screens say them', () => {
  it('begin this evening', () => {
    expect(toQuiet(SCHOOL, NOW)).toEqual({ state: 'loud', from: at('2026-11-23T18:00') });
  });

  it('last until the next teaching morning', () => {
    expect(toQuiet(SCHOOL, at('2026-11-23T21:00'))).toEqual({
      state: 'quiet',
      until: at('2026-11-24T07:00'),
    });
    expect(toQuiet(SCHOOL, at('2026-11-28T12:00'))).toEqual({
      state: 'quiet',
      until: at('2026-11-30T07:00'),
    });
  });

  it('are unknown without the school, and do not begin where no hour is quiet', () => {
    expect(toQuiet(undefined, NOW)).toBeUndefined();
    const midnight = timeOfDaySchema.parse('00:00');
    const never = {
      ...SCHOOL,
      quietHours: { from: midnight, to: midnight, weekend: false, holidays: false },
    };
    expect(toQuiet(never, NOW)).toEqual({ state: 'loud', from: undefined });
  });
});
