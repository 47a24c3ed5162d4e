import type { Answer } from '#core/announcements/form.ts';
import { isAnswerTo } from '#core/announcements/form.ts';
import { toReceiptId } from '#core/announcements/ids.ts';
import { isExpired, lacksAcknowledgement } from '#core/announcements/rules.ts';
import { letterTexts as texts } from '#renderer/i18n/announcement.ts';
import { deadlineNear, hasPassed } from '../deadline.ts';
import { findEntries, type Entry } from '../pending.ts';
import { submitFaults } from '#renderer/i18n/refusals.ts';
import type { LetterView } from './view.ts';

/** What a reader answers: the choice not sent yet, what was sent, and the acts. */
export class Answering {
  readonly #view: () => LetterView;
  /** The choice in the boxes; undefined until the reader touches them. */
  #choice = $state.raw<{ readonly answer: Answer | undefined }>();
  /** An answer given before is being changed. */
  isChanging = $state(false);
  fault = $state<string>();
  busy = $state(false);

  constructor(view: () => LetterView) {
    this.#view = view;
  }

  get choice(): Answer | undefined {
    return this.#choice === undefined ? this.#view().receipt?.response?.answer : this.#choice.answer;
  }

  set choice(answer: Answer | undefined) {
    this.#choice = { answer };
    this.fault = undefined;
  }

  /** The present content still has to be acknowledged. */
  get lacksAcknowledgement(): boolean {
    const { receipt } = this.#view();
    return receipt !== undefined && lacksAcknowledgement(receipt);
  }

  /** Why the form takes no answers any more; undefined while it does. */
  get closedSince(): string | undefined {
    const { announcement, now } = this.#view();
    const deadline = announcement.form?.deadline;
    if (deadline !== undefined && hasPassed(deadline, now))
      return texts.answersClosed(deadlineNear(deadline, now));
    return undefined;
  }

  /** The form is to be shown with its boxes. */
  get asks(): boolean {
    const { announcement, receipt, now } = this.#view();
    if (announcement.form === undefined || this.closedSince !== undefined || isExpired(announcement, now)) {
      return false;
    }
    return receipt?.response === undefined || this.isChanging;
  }

  /** Commands of this reader that can still be taken back. */
  get waitingAcknowledgement(): Entry | undefined {
    return this.#waiting('acknowledge');
  }

  get waitingResponse(): Entry | undefined {
    return this.#waiting('respond');
  }

  /** Sends the answer, if one is chosen, and then the acknowledgement, if one is asked. */
  async send(): Promise<void> {
    if (this.busy) return;
    const answers = this.asks && this.choice !== undefined;
    if (!answers && !this.lacksAcknowledgement) {
      this.fault = texts.chooseFirst();
      return;
    }
    this.busy = true;
    this.fault = (answers ? await this.#respond() : undefined) ?? (await this.#acknowledge());
    this.busy = false;
  }

  /** Takes a waiting command back; the choice stays in the boxes. */
  async takeBack(entry: Entry): Promise<void> {
    const { choice } = this;
    const taken = await this.#view().workspace.takeBack(entry.mid);
    if (taken.ok) this.#choice = { answer: choice };
    this.fault = taken.ok ? undefined : submitFaults[taken.reason]();
  }

  async #respond(): Promise<string | undefined> {
    const { announcement, workspace } = this.#view();
    const answer = this.choice;
    if (announcement.form === undefined || answer === undefined) return undefined;
    if (!isAnswerTo(announcement.form, answer)) return texts.chooseFirst();
    const args = { announcementId: announcement.id, answer: [...answer] };
    const waiting = this.waitingResponse;
    const revised = waiting === undefined ? undefined : await workspace.revise(waiting.mid, args);
    if (revised?.ok === false && revised.reason === 'disk-full') return submitFaults[revised.reason]();
    if (revised?.ok !== true) {
      const submitted = await workspace.submit('respond', args, { hints: { announcement } });
      if (!submitted.ok) return submitFaults[submitted.reason]();
    }
    this.isChanging = false;
    this.#choice = undefined;
    return undefined;
  }

  async #acknowledge(): Promise<string | undefined> {
    const { announcement, workspace } = this.#view();
    if (!this.lacksAcknowledgement || announcement.acknowledgement === undefined) return undefined;
    const { content } = announcement.acknowledgement;
    const submitted = await workspace.submit('acknowledge', { announcementId: announcement.id, content });
    return submitted.ok ? undefined : submitFaults[submitted.reason]();
  }

  #waiting(name: 'acknowledge' | 'respond'): Entry | undefined {
    const { outbox, announcement, workspace } = this.#view();
    return findEntries(outbox, name, toReceiptId(announcement.id, workspace.personId)).findLast(
      (entry) => entry.state === 'waiting',
    );
  }
}
