import { describe, expect, it } from 'vitest';
import { toSettings } from '#core/directory/school.ts';
import { SCHOOL } from '#renderer/features/announcements/test-school.ts';
import { mergeSettings, toChanged } from './merge.ts';

const mine = toSettings(SCHOOL);

describe('settings that two people change at once', () => {
  it('take what only the other has changed, and keep what only I have', () => {
    const stored = { ...SCHOOL, rev: 2, land: 'NW' as const };
    expect(mergeSettings(SCHOOL, { ...mine, slipDays: 5 }, stored)).toEqual({
      mine: { ...mine, slipDays: 5, land: 'NW' },
      clashes: [],
    });
  });

  it('are for a person to decide where both have changed the same', () => {
    const stored = { ...SCHOOL, rev: 2, name: 'Andere Schule', slipDays: 5 };
    expect(mergeSettings(SCHOOL, { ...mine, name: 'Meine Schule', slipDays: 5 }, stored)).toEqual({
      mine: { ...mine, name: 'Meine Schule', slipDays: 5 },
      clashes: ['name'],
    });
  });

  it('are changed only where they differ, also inside the quiet hours', () => {
    expect(toChanged(mine, mine)).toEqual([]);
    expect(toChanged(mine, { ...mine, quietHours: { ...mine.quietHours, weekend: false } })).toEqual([
      'quietHours',
    ]);
  });
});
