import type { GroupFunction, VotingStatus } from '#core/access/roles.ts';
import { findMember, type GroupMember } from '#core/groups/group.ts';
import { mayCreateGroup, mayLeave, mayManageMembers } from '#core/groups/policy.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Painted } from '#core/protocol/overlay.ts';
import { groupTexts } from '#renderer/i18n/groups.ts';
import type { Self, Workspace } from '#renderer/replica/contract.ts';
import { observed } from '#renderer/ui/observed.svelte.ts';
import { toChanges, type Change } from './changes.ts';
import { createGroupActs, type ActOutcome, type GroupActs } from './group-acts.ts';
import { toReasonWords } from './words.ts';

/** The new place of a member, or a part of it. */
export interface PlaceChange {
  readonly function?: GroupFunction;
  readonly votingStatus?: VotingStatus;
}

/** What is asked before it is done, or why it cannot be done. */
export type Question =
  | { readonly kind: 'remove'; readonly person: PersonName }
  | { readonly kind: 'leave' }
  | { readonly kind: 'resign'; readonly member: GroupMember; readonly change: PlaceChange }
  | { readonly kind: 'rename' }
  | { readonly kind: 'add' }
  | { readonly kind: 'appoint' }
  | { readonly kind: 'refusal'; readonly title: string; readonly says: string };

/** Milliseconds after which a change that has not landed is worth a word even while there is a connection. */
const LATE = 2_000;

/** One group on the screen: what is known of it, what its reader may do, and what is just being asked. */
export class GroupDesk {
  question = $state.raw<Question>();
  #isLate = $state(false);

  readonly #workspace: () => Workspace;
  readonly #groupId: () => Id;
  readonly #groups;
  readonly #self;
  readonly #truth;
  readonly #outbox;
  readonly #notSaved;

  constructor(workspace: () => Workspace, groupId: () => Id) {
    this.#workspace = workspace;
    this.#groupId = groupId;
    this.#groups = observed(() => workspace().all('group'));
    this.#self = observed(() => workspace().self$);
    this.#truth = observed(() => workspace().truth$);
    this.#outbox = observed(() => workspace().outbox$);
    this.#notSaved = observed(() => workspace().notSaved$);
    $effect(() => {
      if (this.#allChanges.every((change) => change.state === 'refused')) {
        this.#isLate = false;
        return undefined;
      }
      const timer = setTimeout(() => (this.#isLate = true), LATE);
      return () => clearTimeout(timer);
    });
  }

  /** Whether anything can be said yet. */
  get isLoading(): boolean {
    return this.#groups.current === undefined || this.#self.current === undefined;
  }

  /** All groups that are readable here, for the names that are taken. */
  get groups(): readonly Painted<'group'>[] {
    return this.#groups.current ?? [];
  }

  /** The group; undefined if it is not there or no longer readable. */
  get group(): Painted<'group'> | undefined {
    const id = this.#groupId();
    return this.groups.find((group) => group.id === id);
  }

  get self(): Self | undefined {
    return this.#self.current;
  }

  /** The reader's own place in the group. */
  get mine(): GroupMember | undefined {
    return this.group === undefined ? undefined : findMember(this.group, this.#workspace().personId);
  }

  get mayManage(): boolean {
    return this.self !== undefined && mayManageMembers(this.self.actor, this.#groupId());
  }

  /** Whether the reader, who belongs to it, may leave the group of their own accord. */
  get mayLeave(): boolean {
    return this.self !== undefined && this.group !== undefined && mayLeave(this.self.actor, this.group);
  }

  /** Whether what is pending waits instead of being under way: there is no connection, or the server takes nothing. */
  get isWaiting(): boolean {
    const truth = this.#truth.current;
    return truth !== undefined && (truth.connection !== 'online' || truth.obstacle !== undefined);
  }

  get #allChanges(): readonly Change[] {
    return toChanges(this.#groupId(), this.#outbox.current ?? [], this.#notSaved.current ?? []);
  }

  /** Changes that wait or were refused; those that are stored in a moment are not worth a word. */
  get changes(): readonly Change[] {
    const isShown = this.isWaiting || this.#isLate;
    return this.#allChanges.filter((change) => isShown || change.state === 'refused');
  }

  ask(question: Question): void {
    this.question = question;
  }

  answered(): void {
    this.question = undefined;
  }

  /** Changes a member's place; giving up the chair oneself is asked first. */
  async place(member: GroupMember, change: PlaceChange): Promise<void> {
    if (this.#wouldResign(member, change)) return this.ask({ kind: 'resign', member, change });
    await this.#do((acts, group) => acts.place(group, member, change));
  }

  /** Makes somebody the chair, who becomes a member thereby; a voting status they have stays. */
  appoint(person: PersonName): Promise<void> {
    return this.#do((acts, group) => {
      const place = findMember(group, person.id) ?? { person, function: 'member', votingStatus: 'entitled' };
      return acts.place(group, place, { function: 'chair' });
    });
  }

  resign(member: GroupMember, change: PlaceChange): Promise<void> {
    return this.#do((acts, group) => acts.place(group, member, change));
  }

  remove(person: PersonName): Promise<void> {
    return this.#do((acts, group) => acts.remove(group, person));
  }

  async leave(): Promise<void> {
    const person = this.mine?.person;
    if (person !== undefined) await this.remove(person);
  }

  /** Keeps the documents of a body off private devices, or lets them there again. */
  setDevices(officialOnly: boolean): Promise<void> {
    return this.#do((acts, group) => acts.setDevices(group, officialOnly));
  }

  /** Renames the group; the reason why not, in words. */
  async rename(name: string): Promise<string | undefined> {
    const outcome = await this.#run((acts, group) => acts.rename(group, name));
    return outcome?.ok === false ? toReasonWords(outcome.reason, name) : undefined;
  }

  /** Adds people; those who are left, and why, where it did not work for all. */
  async add(
    persons: readonly PersonName[],
    votingStatus: VotingStatus,
  ): Promise<{ readonly left: readonly PersonName[]; readonly why: string } | undefined> {
    const outcome = await this.#run((acts, group) => acts.add(group, persons, votingStatus));
    return outcome?.ok === false ? { left: outcome.left, why: toReasonWords(outcome.reason) } : undefined;
  }

  /** Takes a waiting change back; says so if it went out meanwhile. */
  async takeBack(mid: Id): Promise<void> {
    const taken = await this.#workspace().takeBack(mid);
    if (taken.ok) return;
    if (taken.reason === 'disk-full') return this.#say(taken.reason);
    this.ask({ kind: 'refusal', title: groupTexts.alreadySentTitle(), says: groupTexts.alreadySent() });
  }

  async dismiss(mid: Id): Promise<void> {
    const dismissed = await this.#workspace().dismiss(mid);
    if (!dismissed.ok) this.#say(dismissed.reason);
  }

  #wouldResign(member: GroupMember, change: PlaceChange): boolean {
    const leads = (place: GroupFunction): boolean => place === 'chair' || place === 'deputy';
    return (
      member.person.id === this.#workspace().personId &&
      leads(member.function) &&
      change.function !== undefined &&
      !leads(change.function) &&
      this.self !== undefined &&
      !mayCreateGroup(this.self.actor)
    );
  }

  async #run<Outcome extends ActOutcome>(
    act: (acts: GroupActs, group: Painted<'group'>) => Promise<Outcome>,
  ): Promise<Outcome | undefined> {
    if (this.self === undefined || this.group === undefined) return undefined;
    return act(createGroupActs(this.#workspace(), this.self), this.group);
  }

  async #do(act: (acts: GroupActs, group: Painted<'group'>) => Promise<ActOutcome>): Promise<void> {
    const outcome = await this.#run(act);
    if (outcome === undefined || outcome.ok) return this.answered();
    this.#say(outcome.reason);
  }

  #say(reason: Exclude<ActOutcome, { ok: true }>['reason']): void {
    this.ask(
      reason === 'last-chair'
        ? { kind: 'refusal', title: groupTexts.lastChairTitle(), says: groupTexts.lastChairSays() }
        : { kind: 'refusal', title: groupTexts.refused(), says: toReasonWords(reason) },
    );
  }
}
