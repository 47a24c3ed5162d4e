import { firstValueFrom } from 'rxjs';
import type { Announcement } from '#core/announcements/announcement.ts';
import { askSender } from '#core/announcements/commands.ts';
import type { Id } from '#core/kernel/id.ts';
import { letterTexts as texts } from '#renderer/i18n/announcement.ts';
import type { Workspace } from '#renderer/replica/contract.ts';
import { createAutosave, type Autosave } from '../autosave.ts';
import { toContent, type QuestionDraft } from '../compose/draft.ts';
import { submitFaults } from '#renderer/i18n/refusals.ts';

const TEXT_MAX = 4_000;

/** The box under a thread of two; what stands in it survives leaving the page and a reload as a draft. */
export class QuestionBox {
  readonly #workspace: Workspace;
  readonly #announcement: Announcement;
  readonly #askerId: Id;
  readonly #autosave: Autosave;
  #draftId: Id;
  #text = $state('');
  fault = $state<string>();
  busy = $state(false);

  constructor(workspace: Workspace, announcement: Announcement, askerId: Id) {
    this.#workspace = workspace;
    this.#announcement = announcement;
    this.#askerId = askerId;
    this.#draftId = workspace.createId();
    this.#autosave = createAutosave(() => this.#save());
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    if (text === this.#text) return;
    this.#text = text;
    this.fault = undefined;
    this.#autosave.touch();
  }

  /** Fetches what was typed here earlier; tells whether there was anything. */
  async restore(): Promise<boolean> {
    const drafts = await firstValueFrom(this.#workspace.drafts.all$);
    for (const draft of drafts) {
      const content = toContent(draft);
      if (content?.kind !== 'question' || !this.#isMine(content) || this.#text !== '') continue;
      this.#draftId = draft.id;
      this.#text = content.text;
      return true;
    }
    return false;
  }

  /** Puts the text into the outbox; tells whether it is there. */
  async send(): Promise<boolean> {
    if (this.busy) return false;
    const args = { announcementId: this.#announcement.id, askerId: this.#askerId, text: this.#text };
    const parsed = askSender.args.safeParse(args);
    if (!parsed.success) {
      this.fault = toTextFault(this.#text);
      return false;
    }
    this.busy = true;
    const submitted = await this.#workspace.submit('ask-sender', parsed.data, {
      hints: { announcement: this.#announcement },
    });
    this.busy = false;
    if (!submitted.ok) {
      this.fault = submitFaults[submitted.reason]();
      return false;
    }
    await this.#autosave.cancel();
    this.#text = '';
    await this.#workspace.drafts.remove(this.#draftId);
    this.#draftId = this.#workspace.createId();
    return true;
  }

  /** The page is left; what stands in the box stays as a draft. */
  end(): Promise<void> {
    return this.#autosave.end();
  }

  #isMine(content: QuestionDraft): boolean {
    return content.announcementId === this.#announcement.id && content.askerId === this.#askerId;
  }

  async #save(): Promise<boolean> {
    try {
      if (await this.#write()) return true;
    } catch {
      // Whatever kept it from being written, the words are not safe.
    }
    this.fault = texts.draftFailed();
    return false;
  }

  /** Tells whether it is written. */
  async #write(): Promise<boolean> {
    if (this.#text.trim() === '') {
      await this.#workspace.drafts.remove(this.#draftId);
      return true;
    }
    const content: QuestionDraft = {
      kind: 'question',
      announcementId: this.#announcement.id,
      askerId: this.#askerId,
      title: this.#announcement.title,
      text: this.#text,
    };
    const draft = { id: this.#draftId, at: this.#workspace.now(), content };
    return (await this.#workspace.drafts.put(draft)).ok;
  }
}

const toTextFault = (text: string): string => {
  const length = text.trim().length;
  if (length === 0) return texts.questionEmpty();
  return length > TEXT_MAX ? texts.questionTooLong() : texts.questionBadSigns();
};
