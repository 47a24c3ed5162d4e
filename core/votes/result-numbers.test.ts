import { describe, expect, it } from 'vitest';
import { isUnanimous, toResultNumbers } from './result-numbers.ts';
import { of } from '#tests/support/votes.ts';

const YES_NO = { voteKind: 'yes-no', options: [] } as const;

describe('the numbers a result is told with', () => {
  it('are said where there are any', () => {
    expect(toResultNumbers(YES_NO, of(28, 9, 4))).toEqual({
      yes: 28,
      no: 9,
      options: [],
      abstain: 4,
      invalid: null,
    });
    expect(toResultNumbers(YES_NO, undefined)).toEqual({
      yes: null,
      no: null,
      options: [],
      abstain: null,
      invalid: null,
    });
  });

  it('name options with the most votes first, and no yes and no', () => {
    const election = { voteKind: 'election', options: ['Ada', 'Ben'] } as const;
    expect(toResultNumbers(election, { options: [10, 31], abstain: 0, invalid: 0 })).toMatchObject({
      options: [
        { name: 'Ben', votes: 31 },
        { name: 'Ada', votes: 10 },
      ],
      yes: null,
    });
    expect(isUnanimous({})).toBe(false);
  });

  it('are unanimous where one side alone has votes, whoever abstained', () => {
    expect(isUnanimous(of(38, 0, 3))).toBe(true);
    expect(isUnanimous(of(0, 12))).toBe(true);
    expect(isUnanimous(of(28, 9, 4))).toBe(false);
    expect(isUnanimous(of(0, 0, 41))).toBe(false);
  });
});
