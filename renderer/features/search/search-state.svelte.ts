import type { SearchHit, Workspace } from '#renderer/replica/contract.ts';

/** Milliseconds without a key before a search begins: shorter than a pause in typing, long enough to skip syllables. */
const PAUSE = 120;

/**
 * One search box: what is typed, what was found for it. A search that is overtaken by a later one changes nothing, and
 * the hits of the previous query stay on the screen until the next ones are there.
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
    try {
      const hits = await this.#search(query, this.limit);
      if (run !== this.#run) return;
      this.hits = hits;
      this.answered = query;
      this.phase = 'done';
    } catch {
      // The index lives in a worker that may have died; what is typed stays, and the screen offers to try again.
      if (run === this.#run) this.phase = 'failed';
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
