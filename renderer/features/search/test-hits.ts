import { BehaviorSubject, Subject } from 'rxjs';
import type { Id } from '#core/kernel/id.ts';
import type { SearchHit, Truth, Workspace } from '#renderer/replica/contract.ts';

let count = 0;

/** A hit for tests; what is not said is plausible. */
export const toHit = (said: Partial<SearchHit> & Pick<SearchHit, 'kind' | 'title'>): SearchHit => ({
  id: `hit${(count += 1)}` as Id,
  detail: '',
  snippet: '',
  terms: [],
  at: Date.parse('2026-11-20T13:20:00+01:00'),
  ...said,
});

export const online: Truth = {
  connection: 'online',
  asOf: Date.parse('2026-11-23T07:42:00+01:00'),
  waiting: 0,
  notSaved: 0,
  filling: undefined,
  obstacle: undefined,
};

/** The part of a workspace that the search needs, over a list of hits; finds what contains every word of the query. */
export const createSearchWorkspace = (first: readonly SearchHit[], truth: Truth = online) => {
  let hits = first;
  const truth$ = new BehaviorSubject(truth);
  const findable$ = new Subject<void>();
  /** Documents arrive and go. */
  const change = (next: readonly SearchHit[]): void => {
    hits = next;
    findable$.next();
  };
  const search: Workspace['search'] = (query, limit) => {
    const words = query.toLocaleLowerCase('de').split(/\s+/u);
    const found = hits.filter((hit) => {
      const text = `${hit.title} ${hit.detail} ${hit.snippet}`.toLocaleLowerCase('de');
      return words.every((word) => text.includes(word));
    });
    return Promise.resolve(found.slice(0, limit));
  };
  return { search, findable$, change, truth$, now: () => Date.parse('2026-11-23T07:50:00+01:00') };
};
