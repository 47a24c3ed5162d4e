import { isStaff } from '#core/access/roles.ts';
import { mayCreateGroup } from '#core/groups/policy.ts';
import type { Workspace } from '#renderer/replica/contract.ts';
import { observed } from '#renderer/ui/observed.svelte.ts';
import { findGroups, toGroupEntries, toPersonFinder } from './directory.ts';

/** The two views of the list pane. */
export type DirectoryTab = 'groups' | 'persons';

/** The list pane on the screen: what is looked for, what was found of groups and persons, and which of them is shown. */
export class DirectoryDesk {
  readonly #workspace: () => Workspace;
  readonly #self;
  readonly #truth;
  readonly #groups;
  readonly #persons;

  readonly #preferred: () => DirectoryTab;
  #query = $state('');
  #chosen = $derived.by(() => this.#preferred());
  /** A tab was pressed while searching: it stays, even without a hit. */
  #isKept = $state(false);

  readonly #groupEntries = $derived.by(() =>
    toGroupEntries(this.#groups.current ?? [], this.#workspace().personId),
  );
  readonly #findPersons = $derived.by(() =>
    toPersonFinder(this.readsDirectory ? (this.#persons.current ?? []) : [], this.#groups.current ?? []),
  );

  /** The groups to show: those that match while something is looked for, else all. */
  readonly groups = $derived.by(() =>
    this.isSearching ? findGroups(this.#groupEntries, this.#query) : this.#groupEntries,
  );
  readonly persons = $derived.by(() => this.#findPersons(this.#query));

  /** `preferred` is the tab that what is open beside the list belongs to. */
  constructor(workspace: () => Workspace, preferred: () => DirectoryTab) {
    this.#workspace = workspace;
    this.#preferred = preferred;
    this.#self = observed(() => workspace().self$);
    this.#truth = observed(() => workspace().truth$);
    this.#groups = observed(() => workspace().all('group'));
    this.#persons = observed(() => workspace().all('person'));
  }

  /** What is looked for. */
  get query(): string {
    return this.#query;
  }

  set query(next: string) {
    this.#query = next;
    if (!this.isSearching) this.#isKept = false;
  }

  get isSearching(): boolean {
    return this.#query.trim() !== '';
  }

  get isLoading(): boolean {
    return this.#groups.current === undefined || this.#persons.current === undefined;
  }

  /** Who does not read the directory holds the own entry only; that alone would look like a school of one. */
  get readsDirectory(): boolean {
    return this.#self.current === undefined || isStaff(this.#self.current.role);
  }

  get mayCreate(): boolean {
    return this.#self.current !== undefined && mayCreateGroup(this.#self.current.actor);
  }

  /** Whether what is pending waits for a connection. */
  get isWaiting(): boolean {
    return this.#truth.current !== undefined && this.#truth.current.connection !== 'online';
  }

  /** Who types a name on the tab of the groups sees the persons without having to look for them. */
  get tab(): DirectoryTab {
    const chosen = this.#chosen;
    if (!this.isSearching || this.#isKept) return chosen;
    const other = chosen === 'groups' ? 'persons' : 'groups';
    return this[chosen].length === 0 && this[other].length > 0 ? other : chosen;
  }

  set tab(next: DirectoryTab) {
    this.#chosen = next;
    this.#isKept = this.isSearching;
  }
}
