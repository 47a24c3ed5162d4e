import { BehaviorSubject } from 'rxjs';
import { expect } from 'vitest';
import { createId } from '#core/kernel/id.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import type { OutboxCommand as Command } from '#core/protocol/commands.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import type { Hints } from '#core/protocol/overlay.ts';
import type { LinkStatus } from '../link.ts';
import { announcement, ME, MY_NAME } from './documents.ts';

export const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
export const hints: Hints = {
  me: MY_NAME,
  actor: { personId: ME, role: 'teacher', administrator: false, memberships: [] },
  at: 0,
};

export const edit = (number: number, title: string, baseRev = 1): Command => ({
  mid: createId(random),
  name: 'edit-announcement',
  args: { id: announcement(number).id, title, body: createRichText('x'), pinned: false, essential: false },
  baseRev,
});

/** The server as the sender sees it: every command waits until the test answers it. */
export class HeldLine {
  readonly status$ = new BehaviorSubject<LinkStatus>({ connection: 'online', obstacle: undefined });
  readonly sent: Command[] = [];
  private readonly answers = new Map<string, (answer: CommandAnswer) => void>();

  command = (command: Command): Promise<CommandAnswer> => {
    this.sent.push(command);
    const { promise, resolve } = Promise.withResolvers<CommandAnswer>();
    this.answers.set(command.mid, resolve);
    return promise;
  };

  forget = (mid: string): void => {
    this.answers.delete(mid);
  };

  /** Answers the command that was sent at this place. */
  answer(place: number, answer: CommandAnswer): void {
    const command = this.sent[place];
    if (command === undefined) throw new Error('nothing was sent there');
    this.answers.get(command.mid)?.(answer);
  }

  async hasSent(count: number): Promise<void> {
    await expect.poll(() => this.sent.length).toBe(count);
  }
}
