import { describe, expect, it } from 'vitest';
import { toFound } from './found.ts';
import { toHit } from './test-hits.ts';

describe('what was found', () => {
  const hits = [
    toHit({ kind: 'person', title: 'Anna Aula' }),
    toHit({ kind: 'announcement', title: '1' }),
    toHit({ kind: 'announcement', title: '2' }),
    toHit({ kind: 'person', title: 'Aulinger' }),
    toHit({ kind: 'announcement', title: '3' }),
  ];

  it('stands by kind, the kind of the best hit first, in the order of the hits', () => {
    expect(toFound(hits).map((found) => [found.kind, found.hits.map((hit) => hit.title)])).toEqual([
      ['person', ['Anna Aula', 'Aulinger']],
      ['announcement', ['1', '2', '3']],
    ]);
  });

  it('is cut per kind, and says how much is left out', () => {
    expect(toFound(hits, 2).map((found) => [found.hits.length, found.more])).toEqual([
      [2, 0],
      [2, 1],
    ]);
  });

  it('keeps the chosen one, however many better ones there are', () => {
    const last = hits.at(-1);
    expect(
      toFound(hits, 1, last?.id).map((found) => [found.hits.map((hit) => hit.title), found.more]),
    ).toEqual([
      [['Anna Aula'], 1],
      [['1', '3'], 1],
    ]);
  });
});
