import { firstValueFrom } from 'rxjs';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Painted } from '#core/protocol/overlay.ts';
import { composerTexts as texts } from '#renderer/i18n/composer.ts';
import type { Draft, Kept, Submitted, Workspace } from '#renderer/replica/contract.ts';
import { createAutosave, type Autosave } from '../autosave.ts';
import { submitFaults } from '#renderer/i18n/refusals.ts';
import { toAnnounceArgs, toEditArgs, type Faults } from './checks.ts';
import { isBlank, type EditorDocument, type LetterDraft, type LetterOptions, type Target } from './draft.ts';

/** Where the draft stands on this device. */
export type Saving =
  { readonly state: 'untouched' | 'open' | 'failed' } | { readonly state: 'saved'; readonly at: Instant };

type Outcome = { readonly ok: true } | { readonly ok: false; readonly fault: string };

/** What is being written: kept as a draft with every change, checked when it is sent, never lost. */
export class Composer {
  readonly #workspace: Workspace;
  readonly #draftId: Id;
  readonly #autosave: Autosave;
  #target = $state.raw<Target>({ kind: 'new', announcementId: '' as Id });
  /** Bound to the fields; call `touch` after a change. */
  readonly options: LetterOptions;
  body = $state.raw<EditorDocument>({ type: 'doc', content: [] });
  saving = $state.raw<Saving>({ state: 'untouched' });
  faults = $state.raw<Faults>({});
  /** What kept the letter from going into the outbox although nothing is wrong with it. */
  obstacle = $state<string>();
  busy = $state(false);
  #isDone = false;
  /** Counts what was typed or chosen, to know whether a write that ends still holds all of it. */
  #touches = 0;

  constructor(workspace: Workspace, draftId: Id, letter: LetterDraft) {
    this.#workspace = workspace;
    this.#draftId = draftId;
    this.#target = letter.target;
    this.options = $state(letter.options);
    this.body = letter.body;
    this.#autosave = createAutosave(() => this.#save());
  }

  get target(): Target {
    return this.#target;
  }

  /** Only title, text and pin of a stored announcement can be changed. */
  get isEdit(): boolean {
    const { target } = this;
    return target.kind === 'edit' || target.kind === 'merge' || (target.kind === 'waiting' && target.edits);
  }

  /** Something was typed or chosen. Faults shown before are looked at anew, so that they go as they are mended. */
  touch(): void {
    this.#touches += 1;
    this.saving = { state: 'open' };
    this.obstacle = undefined;
    this.#autosave.touch();
    if (Object.keys(this.faults).length > 0) this.faults = this.#check();
  }

  write(body: EditorDocument): void {
    this.body = body;
    this.touch();
  }

  /** Its author has seen the version stored meanwhile: what is saved from now on replaces that one. */
  acceptBase(stored: Painted<'announcement'>): void {
    const { target } = this;
    if (target.kind !== 'edit' && target.kind !== 'merge') return;
    this.#target = { ...target, baseRev: stored.rev };
    this.touch();
  }

  /** Puts the letter into the outbox. True when it is there; else `faults` or `obstacle` say why not. */
  async send(): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.obstacle = undefined;
    try {
      const outcome = await this.#submit();
      if (outcome === undefined) return false;
      if (!outcome.ok) {
        this.obstacle = outcome.fault;
        await this.#save();
        return false;
      }
      this.#isDone = true;
      await this.#autosave.cancel();
      if (this.target.kind === 'merge') await this.#workspace.dismiss(this.target.mid);
      await this.#workspace.drafts.remove(this.#draftId);
      return true;
    } finally {
      this.busy = false;
    }
  }

  /** Throws the draft away; what comes back puts it there again. */
  async discard(): Promise<() => Promise<Kept>> {
    const draft = this.#toDraft();
    this.#isDone = true;
    await this.#autosave.cancel();
    await this.#workspace.drafts.remove(this.#draftId);
    return () => this.#workspace.drafts.put(draft);
  }

  /** The page is left; the draft is written if something is open. */
  end(): Promise<void> {
    return this.#autosave.end();
  }

  #check(): Faults {
    const result = this.isEdit ? this.#toEdit() : this.#toAnnounce();
    return result.ok ? {} : result.refusal;
  }

  #toEdit() {
    return toEditArgs(this.target.announcementId, $state.snapshot(this.options), this.body);
  }

  #toAnnounce() {
    const { announcementId } = this.target;
    return toAnnounceArgs(announcementId, $state.snapshot(this.options), this.body, this.#workspace.now());
  }

  /** Undefined when something is wrong with the letter. */
  async #submit(): Promise<Outcome | undefined> {
    const { target } = this;
    this.faults = this.#check();
    if (target.kind === 'new' || (target.kind === 'waiting' && !target.edits)) {
      const checked = this.#toAnnounce();
      if (!checked.ok) return undefined;
      if (target.kind === 'waiting') return this.#revise(target, checked.value);
      const groups = await firstValueFrom(this.#workspace.all('group'));
      const addressed = groups.filter((group) => checked.value.groupIds.includes(group.id));
      return toOutcome(
        await this.#workspace.submit('announce', checked.value, { hints: { groups: addressed } }),
      );
    }
    const checked = this.#toEdit();
    if (!checked.ok) return undefined;
    if (target.kind === 'waiting') return this.#revise(target, checked.value);
    return toOutcome(
      await this.#workspace.submit('edit-announcement', checked.value, { baseRev: target.baseRev }),
    );
  }

  /** Writes a waiting command anew. If it was sent meanwhile, the letter becomes a change of what it has made. */
  async #revise(
    target: Extract<Target, { kind: 'waiting' }>,
    args: Parameters<Workspace['revise']>[1],
  ): Promise<Outcome> {
    const revised = await this.#workspace.revise(target.mid, args);
    if (revised.ok || revised.reason === 'disk-full') return toOutcome(revised);
    const stored = await firstValueFrom(this.#workspace.one('announcement', target.announcementId));
    if (stored === undefined || stored.rev === 0 || stored.pending !== undefined) {
      return { ok: false, fault: texts.sentMeanwhile() };
    }
    this.#target = { kind: 'edit', announcementId: target.announcementId, baseRev: stored.rev };
    return (await this.#submit()) ?? { ok: false, fault: texts.sentMeanwhile() };
  }

  #toDraft(): Draft {
    const content: LetterDraft = {
      kind: 'announcement',
      target: this.target,
      options: $state.snapshot(this.options),
      body: this.body,
    };
    return { id: this.#draftId, at: this.#workspace.now(), content };
  }

  /** Writes or, once nothing is left, removes the draft; tells whether that was done. */
  async #save(): Promise<boolean> {
    if (this.#isDone) return true;
    const touches = this.#touches;
    try {
      if (isBlank(this.options, this.body) && this.target.kind === 'new') {
        await this.#workspace.drafts.remove(this.#draftId);
        if (touches === this.#touches) this.saving = { state: 'untouched' };
        return true;
      }
      const draft = this.#toDraft();
      const kept = await this.#workspace.drafts.put(draft);
      if (!kept.ok) {
        this.saving = { state: 'failed' };
        return false;
      }
      if (touches === this.#touches) this.saving = { state: 'saved', at: draft.at };
      return true;
    } catch {
      this.saving = { state: 'failed' };
      return false;
    }
  }
}

const toOutcome = (kept: Submitted | Kept): Outcome =>
  kept.ok ? { ok: true } : { ok: false, fault: submitFaults[kept.reason]() };
