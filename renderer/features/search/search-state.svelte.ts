import type { SearchHit, Workspace } from '#renderer/replica/contract.ts';

/** Milliseconds without a key before a search begins: shorter than a pause in typing, long enough to skip syllables. */
const PAUSE = 120;

/**
 * One search box: what is typed, what was found for it. A search that is overtaken by a later one changes nothing, and
 * the hits of the previous query stay on the screen until the next ones are there. What arrives or goes while hits are
 * shown is followed without a word: `refresh` neither says that it searches nor that it failed.
 */
export class SearchState {
  /** What was found, best first. */
  hits = $state.raw<readonly SearchHit[]>([]);
  /** The query that `hits` answer. */
  answered = $state('');
  phase = $state<'idle' | 'searching' | 'done' | 'failed'>('idle');
  limit = $state(0);

  readonly #search: Workspace['search'];
  readonly #pause: number;
  readonly #firstLimit: number;
  #query = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #run = 0;
  #isRefreshing = false;
  /** Something changed while a search was under way, perhaps too late for it. */
  #isStale = false;

  constructor(search: Workspace['search'], limit: number, pause = PAUSE) {
    this.#search = search;
    this.#pause = pause;
    this.#firstLimit = limit;
    this.limit = limit;
  }

  /** What stands in the box. */
  get query(): string {
    return this.#query;
  }

  set query(next: string) {
    const isSameWords = next.trim() === this.#query.trim();
    this.#query = next;
    if (isSameWords) return;
    clearTimeout(this.#timer);
    this.limit = this.#firstLimit;
    if (next.trim() === '') this.#forget();
    else this.#timer = setTimeout(() => void this.now(), this.#pause);
  }

  /** Whether there may be more hits than were asked for. */
  get mayHaveMore(): boolean {
    return this.phase === 'done' && this.hits.length >= this.limit;
  }

  /** Asks for more hits of the same query. */
  async more(): Promise<void> {
    this.limit *= 2;
    await this.now();
  }

  /** Searches at once, without waiting for a pause in typing. */
  async now(): Promise<void> {
    clearTimeout(this.#timer);
    const query = this.#query.trim();
    if (query === '') return this.#forget();
    const run = (this.#run += 1);
    this.phase = 'searching';
    this.#isStale = false;
    try {
      const hits = await this.#search(query, this.limit);
      if (run !== this.#run) return;
      this.hits = hits;
      this.answered = query;
      this.phase = 'done';
    } catch {
      // The index lives in a worker that may have died; what is typed stays, and the screen offers to try again.
      if (run === this.#run) this.phase = 'failed';
      return;
    }
    if (this.#isStale) await this.refresh();
  }

  /** Something may be found now, or no longer: the hits that are shown follow. */
  async refresh(): Promise<void> {
    this.#isStale = true;
    if (this.#isRefreshing) return;
    const run = this.#run;
    this.#isRefreshing = true;
    try {
      // Whatever else is typed is searched for anyway.
      while (
        this.#isStale &&
        run === this.#run &&
        this.phase === 'done' &&
        this.answered === this.#query.trim()
      ) {
        this.#isStale = false;
        const hits = await this.#search(this.answered, this.limit);
        if (run === this.#run && !isSame(hits, this.hits)) this.hits = hits;
      }
    } catch {
      // What was found stands there still, and the next change asks again.
    } finally {
      this.#isRefreshing = false;
    }
  }

  /** Ends what is under way; for when the box goes away. */
  end(): void {
    clearTimeout(this.#timer);
    this.#run += 1;
  }

  #forget(): void {
    this.end();
    this.hits = [];
    this.answered = '';
    this.phase = 'idle';
  }
}

/** Equal hits stay the same objects, so that nothing on the screen is painted anew. */
const isSame = (left: readonly SearchHit[], right: readonly SearchHit[]): boolean =>
  JSON.stringify(left) === JSON.stringify(right);
