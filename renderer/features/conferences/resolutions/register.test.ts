import { describe, expect, it } from 'vitest';
import { register, somebody, TODAY, toResolution } from './test-register.ts';
import { EVERYTHING, toChoices, toRegister, type Filter } from './register.ts';

const look = { personId: somebody.id, today: TODAY };
const numbers = (filter: Partial<Filter>) =>
  toRegister(register, { ...EVERYTHING, ...filter }, look).map(({ number }) => number);

describe('the register', () => {
  it('shows the latest decision first, of one day the highest number', () => {
    const twice = [toResolution({ number: '9/2026' }), toResolution({ number: '10/2026' })];
    expect(toRegister(twice, EVERYTHING, look).map(({ number }) => number)).toEqual(['10/2026', '9/2026']);
    expect(numbers({})).toEqual(['12/2026', '11/2026', 'V KQ7M/2026', '10/2026', '3/2023']);
  });

  it('is narrowed by state, what the reader has to see to included', () => {
    expect(numbers({ standing: 'objected' })).toEqual(['11/2026']);
    expect(numbers({ standing: 'open' })).toEqual(['12/2026', '11/2026', 'V KQ7M/2026']);
    expect(numbers({ standing: 'mine' })).toEqual(['12/2026']);
    expect(numbers({ standing: 'done' })).toEqual(['10/2026']);
    expect(numbers({ standing: 'ended' })).toEqual(['3/2023']);
  });

  it('is narrowed by year and body, and finds words in any form of the umlauts', () => {
    expect(numbers({ year: '2023' })).toEqual(['3/2023']);
    expect(numbers({ words: 'fuehrt doppelst' })).toEqual(['12/2026']);
    expect(numbers({ words: '11/2026' })).toEqual(['11/2026']);
    expect(numbers({ words: 'gibtesnicht' })).toEqual([]);
    expect(toChoices(register)).toMatchObject({
      years: ['2026', '2023'],
      bodies: [{ name: 'Gesamtlehrerkonferenz' }],
    });
  });
});
