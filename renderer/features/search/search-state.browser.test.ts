import { describe, expect, it, vi } from 'vitest';
import type { SearchHit } from '#renderer/replica/contract.ts';
import { toHit } from './test-hits.ts';
import { SearchState } from './search-state.svelte.ts';

/** A search whose answers are given by hand, in whatever order a test wants. */
const createSearchByHand = () => {
  const asked: {
    query: string;
    limit: number;
    answer: (hits: readonly SearchHit[]) => void;
    fail: () => void;
  }[] = [];
  const search = (query: string, limit: number): Promise<readonly SearchHit[]> =>
    new Promise((resolve, reject) => {
      asked.push({ query, limit, answer: resolve, fail: () => reject(new Error('worker gone')) });
    });
  return { asked, search };
};

const hit = (title: string): SearchHit => toHit({ kind: 'announcement', title });

describe('the search box', () => {
  it('waits for a pause in typing and asks once', async () => {
    const { asked, search } = createSearchByHand();
    const state = new SearchState(search, 10, 1);
    for (const query of ['a', 'au', 'aul', 'aula']) state.query = query;
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toMatchObject({ query: 'aula', limit: 10 });
    expect(state.phase).toBe('searching');
    asked[0]?.answer([hit('Aula')]);
    await vi.waitFor(() => expect(state.phase).toBe('done'));
    expect(state.hits.map((found) => found.title)).toEqual(['Aula']);
  });

  it('drops an answer that was overtaken', async () => {
    const { asked, search } = createSearchByHand();
    const state = new SearchState(search, 10, 1);
    state.query = 'aula';
    const first = state.now();
    state.query = 'hof';
    const second = state.now();
    asked[1]?.answer([hit('Hof')]);
    await second;
    asked[0]?.answer([hit('Aula')]);
    await first;
    expect(state.answered).toBe('hof');
    expect(state.hits.map((found) => found.title)).toEqual(['Hof']);
  });

  it('keeps the old hits until the new ones are there, and forgets them with the query', async () => {
    const { asked, search } = createSearchByHand();
    const state = new SearchState(search, 10, 1);
    state.query = 'aula';
    const first = state.now();
    asked[0]?.answer([hit('Aula')]);
    await first;
    state.query = 'aula hof';
    const second = state.now();
    expect(state.hits).toHaveLength(1);
    state.query = '  ';
    expect(state.hits).toHaveLength(0);
    expect(state.phase).toBe('idle');
    asked[1]?.answer([hit('Aula'), hit('Hof')]);
    await second;
    expect(state.hits).toHaveLength(0);
  });

  it('follows what arrives and goes, without a word in between', async () => {
    const { asked, search } = createSearchByHand();
    const state = new SearchState(search, 10, 1);
    await state.refresh();
    expect(asked).toHaveLength(0);
    state.query = 'aula';
    const first = state.now();
    asked[0]?.answer([hit('Aula')]);
    await first;
    const before = state.hits;
    const same = state.refresh();
    expect(state.phase).toBe('done');
    asked[1]?.answer(before.map((it) => ({ ...it })));
    await same;
    expect(state.hits).toBe(before);
    const news = state.refresh();
    asked[2]?.answer([...before, hit('Aula gesperrt')]);
    await news;
    expect(state.hits.map((found) => found.title)).toEqual(['Aula', 'Aula gesperrt']);
    const failing = state.refresh();
    asked[3]?.fail();
    await failing;
    expect(state.phase).toBe('done');
    expect(state.hits).toHaveLength(2);
  });

  it('asks once more where something changed under a search, and never for a query that is over', async () => {
    const { asked, search } = createSearchByHand();
    const state = new SearchState(search, 10, 10_000);
    state.query = 'aula';
    const first = state.now();
    await state.refresh();
    expect(asked).toHaveLength(1);
    asked[0]?.answer([]);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    // Two more changes while it is under way are one more question.
    void state.refresh();
    void state.refresh();
    asked[1]?.answer([]);
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    state.query = 'hof';
    asked[2]?.answer([hit('Aula')]);
    await first;
    await state.refresh();
    expect(asked).toHaveLength(3);
    const second = state.now();
    asked[3]?.answer([hit('Hof')]);
    await second;
    expect(state.hits.map((found) => found.title)).toEqual(['Hof']);
  });

  it('says when it failed, and tries again', async () => {
    const { asked, search } = createSearchByHand();
    const state = new SearchState(search, 10, 1);
    state.query = 'aula';
    const first = state.now();
    asked[0]?.fail();
    await first;
    expect(state.phase).toBe('failed');
    const second = state.now();
    asked[1]?.answer([hit('Aula')]);
    await second;
    expect(state.phase).toBe('done');
  });

  it('asks for more of the same, and for as many as at first when the query changes', async () => {
    const { asked, search } = createSearchByHand();
    const state = new SearchState(search, 2, 1);
    state.query = 'aula';
    const first = state.now();
    asked[0]?.answer([hit('1'), hit('2')]);
    await first;
    expect(state.mayHaveMore).toBe(true);
    const more = state.more();
    expect(asked[1]?.limit).toBe(4);
    asked[1]?.answer([hit('1'), hit('2'), hit('3')]);
    await more;
    expect(state.mayHaveMore).toBe(false);
    state.query = 'hof';
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    expect(asked[2]?.limit).toBe(2);
    state.end();
  });
});
