import { describe, expect, it } from 'vitest';
import { toPerson, toRoll } from '#renderer/replica/testing/meeting-view.ts';
import { countAfter, createRollFinder, toPeople, toTyped, toWayBack } from './roll.ts';

const roll = toRoll(7, 'expected');
const people = toPeople(roll);
const typed = (line: string): readonly string[] =>
  toTyped(line, people, createRollFinder(people)).map(({ shortCode }) => shortCode);

describe('the roll as the chair types it', () => {
  it('takes several short codes at once, in any case and with any separator', () => {
    expect(typed('bra Hag, wie')).toEqual(['Bra', 'Hag', 'Wie']);
  });

  it('takes the first who fits a name, and nobody for nothing', () => {
    expect(typed('reinhardt')).toEqual(['Rei']);
    expect(typed('Elif Y')).toEqual(['Yıl']);
    expect(typed('  ')).toEqual([]);
    expect(typed('niemand')).toEqual([]);
  });

  it('says beforehand who would be where', () => {
    const excused = new Set([toPerson(1).id]);
    const absent = new Set([toPerson(2).id, toPerson(3).id]);
    expect(countAfter(people, excused, absent)).toEqual({ present: 4, excused: 1, absent: 2 });
  });

  it('knows the way back, and only for whom something changed', () => {
    const after = { ...toRoll(7), [toPerson(6).id]: { ...roll[toPerson(6).id], presence: 'expected' } };
    expect(toWayBack(roll, Object.assign({}, toRoll(7), after))).toEqual([
      { presence: 'expected', personIds: [0, 1, 2, 3, 4, 5].map((place) => toPerson(place).id) },
    ]);
  });
});
