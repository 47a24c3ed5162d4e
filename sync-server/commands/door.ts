import type { RefusalKind } from '#core/access/refusal.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import { StorageFullError, type Store } from '#server/storage/contract/storage.ts';
import type { CommandJobArgs, CommandJobResult, Committed } from './door.job.ts';
import { readEnvelope } from './envelope.ts';
import { isWorthTelling } from './worth-telling.ts';

/** Who sends a command: a person through a session; no session only for what the server does in somebody's name. */
export interface Sender {
  readonly personId: Id;
  readonly sessionId: Id | null;
}

/** The one door for every change. */
export interface Door {
  /** What became of the command; never rejects. Committed changes have been announced before it resolves. */
  submit(sender: Sender, command: unknown): Promise<CommandAnswer>;
}

export interface DoorOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Told of every commit, in the order of the commits. */
  readonly onCommitted: (committed: Committed) => void;
  /** Told of what should not happen; never of contents. */
  readonly onError: (error: unknown) => void;
}

export const createDoor = ({ store, clock, onCommitted, onError }: DoorOptions): Door => ({
  submit: async ({ personId, sessionId }, sent) => {
    const envelope = readEnvelope(sent);
    if (!envelope.ok) return { status: 'refused', reason: envelope.refusal };
    const args: CommandJobArgs = { ...envelope.value, personId, sessionId, now: clock.now() };
    try {
      const { answer, ...committed } = await store.write<CommandJobResult>(
        envelope.value.command.name === 'cast-ballot' ? 'ballot' : 'command',
        args,
      );
      if (isWorthTelling(committed)) onCommitted(committed);
      return answer;
    } catch (error) {
      onError(error);
      return { status: 'refused', reason: toReason(error) };
    }
  },
});

const toReason = (error: unknown): RefusalKind =>
  error instanceof StorageFullError ? 'storage-full' : 'unavailable';
