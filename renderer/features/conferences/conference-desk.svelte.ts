import type { Id } from '#core/kernel/id.ts';
import { sortAgenda, toItemLabels, toNextPosition } from '#core/meetings/agenda.ts';
import type { AgendaItem, Motion } from '#core/meetings/conference.ts';
import { isAhead } from '#core/meetings/planning-rules.ts';
import { isAgendaOut, mayLead, maySubmitMotion } from '#core/meetings/policy.ts';
import type { Workspace } from '#renderer/replica/contract.ts';
import { observed } from '#renderer/ui/observed.svelte.ts';
import { toItemArgs, type ItemDraft } from './item-draft.ts';
import { toDayOf } from './today.ts';

/** One conference as it lies on the desk: what is known of it, and what its reader may do with it. */
export class ConferenceDesk {
  readonly #workspace: () => Workspace;
  readonly #now: () => number;
  readonly #conference;
  readonly #items;
  readonly #motions;
  readonly #self;
  readonly #groups;

  constructor(workspace: () => Workspace, readId: () => Id, now: () => number) {
    this.#workspace = workspace;
    this.#now = now;
    this.#conference = observed(() => workspace().all('conference'));
    this.#items = observed(() => workspace().all('agenda-item'));
    this.#motions = observed(() => workspace().all('motion'));
    this.#self = observed(() => workspace().self$);
    this.#groups = observed(() => workspace().all('group'));
    this.#readId = readId;
  }
  readonly #readId: () => Id;

  readonly isLoading = $derived.by(
    () => this.#conference.current === undefined || this.#items.current === undefined,
  );
  readonly conference = $derived.by(() => this.#conference.current?.find(({ id }) => id === this.#readId()));
  readonly body = $derived.by(() => this.#groups.current?.find(({ id }) => id === this.conference?.body.id));
  /** Items as they are dealt with. */
  readonly items = $derived.by(() =>
    sortAgenda((this.#items.current ?? []).filter((item) => item.conferenceId === this.#readId())),
  );
  readonly labels = $derived.by(() => toItemLabels(this.items));
  readonly motions = $derived.by(() =>
    (this.#motions.current ?? [])
      .filter((motion) => motion.conferenceId === this.#readId())
      .sort((left, right) => left.submittedAt - right.submittedAt),
  );
  readonly me = $derived.by(() => this.#self.current?.name);
  readonly leads = $derived.by(() => {
    const { actor } = this.#self.current ?? {};
    return actor !== undefined && this.conference !== undefined && mayLead(actor, this.conference);
  });
  readonly isAhead = $derived.by(() => this.conference !== undefined && isAhead(this.conference));
  readonly isOut = $derived.by(() => this.conference !== undefined && isAgendaOut(this.conference));
  /** Whether a motion can be handed in now. */
  readonly takesMotions = $derived.by(() => {
    const { actor } = this.#self.current ?? {};
    const { conference } = this;
    if (actor === undefined || conference === undefined || !this.isAhead || conference.briefing) return false;
    const last = conference.motionsUntil ?? conference.date;
    return maySubmitMotion(actor, conference.body.id) && toDayOf(this.#now()) <= last;
  });

  /** Keeps an item, new or changed; false where this device could not. */
  async saveItem(draft: ItemDraft, before: AgendaItem | undefined): Promise<boolean> {
    const { conference } = this;
    if (conference === undefined) return false;
    const args = toItemArgs(draft, conference.guests);
    const outcome =
      before === undefined
        ? await this.#workspace().submit('add-item', {
            ...args,
            conferenceId: conference.id,
            position: toNextPosition(this.items),
            ...(draft.motionId === undefined ? {} : { motionId: draft.motionId }),
          })
        : await this.#workspace().submit('edit-item', args, { baseRev: before.rev });
    return outcome.ok;
  }

  async removeItem(item: AgendaItem): Promise<boolean> {
    return (await this.#workspace().submit('remove-item', { id: item.id })).ok;
  }

  /** Moves an item by one place among those of its sort; the place it has then, or undefined where it stays. */
  async move(item: AgendaItem, by: -1 | 1): Promise<number | undefined> {
    const { conference } = this;
    const ids = this.items.map(({ id }) => id);
    const from = ids.indexOf(item.id);
    const other = this.items[from + by];
    const isAcross = (other?.circle === undefined) !== (item.circle === undefined);
    if (conference === undefined || other === undefined || isAcross) return undefined;
    ids.splice(from, 1);
    ids.splice(from + by, 0, item.id);
    const outcome = await this.#workspace().submit('order-items', {
      conferenceId: conference.id,
      itemIds: ids,
    });
    return outcome.ok ? from + by + 1 : undefined;
  }

  async cancel(): Promise<boolean> {
    return (await this.#workspace().submit('cancel-conference', { id: this.#readId() })).ok;
  }

  async invite(note: string): Promise<boolean> {
    const announcementId = this.#workspace().createId();
    const outcome = await this.#workspace().submit('invite', {
      conferenceId: this.#readId(),
      announcementId,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
    return outcome.ok;
  }

  async submitMotion(motion: { title: string; wording: string; reason: string }): Promise<boolean> {
    const reason = motion.reason.trim();
    const outcome = await this.#workspace().submit('submit-motion', {
      id: this.#workspace().createId(),
      conferenceId: this.#readId(),
      title: motion.title.trim(),
      wording: motion.wording.trim(),
      ...(reason === '' ? {} : { reason }),
    });
    return outcome.ok;
  }

  async settle(motion: Motion, into: Motion | undefined): Promise<boolean> {
    const settlement =
      into === undefined ? ({ kind: 'return' } as const) : ({ kind: 'merge', into: into.id } as const);
    return (await this.#workspace().submit('settle-motion', { id: motion.id, settlement })).ok;
  }

  async withdraw(motion: Motion): Promise<boolean> {
    return (await this.#workspace().submit('withdraw-motion', { id: motion.id })).ok;
  }
}
