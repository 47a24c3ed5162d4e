import type { RefusalKind } from '#core/access/refusal.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Command } from '#core/protocol/commands.ts';
import type { ClientMessage, ServerMessage } from '#core/protocol/messages/index.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import type { Checkpoint } from '#core/protocol/messages/pull.ts';

export type Page = Extract<ServerMessage, { op: 'page' }>;

/** A page, and how long it took since it was last asked for, in milliseconds. */
export interface PageAnswer {
  readonly page: Page;
  readonly took: number;
}

interface Entry {
  readonly text: string;
  readonly mid: string | undefined;
  sentAt: number;
  settle(message: Page | Extract<ServerMessage, { op: 'answer' }>): void;
  refuse(reason: RefusalKind): void;
}

/** A request that is ready to go out. */
export interface Request<Answer> {
  readonly text: string;
  readonly answer: Promise<Answer>;
}

export interface Requests {
  pull(checkpoint: Checkpoint | undefined, limit: number): Request<PageAnswer>;
  command(command: Command): Request<CommandAnswer>;
  live(): string;
  settle(message: Page | Extract<ServerMessage, { op: 'answer' }>): void;
  /** Refuses a command; of a pull, which is only ever refused for a while, it returns what to send again later. */
  refuse(id: number, reason: RefusalKind): string | undefined;
  /** Whether a page is under way. */
  isPulling(): boolean;
  /** Everything unanswered in the order of asking, to be sent on the next socket. */
  unanswered(): readonly string[];
  /** The socket was closed over something we had sent: whichever command is at it again and again is refused. */
  blame(reason: RefusalKind): void;
  forget(mid: string): void;
}

/** A command that was unanswered at so many closes over a bad frame is taken for their cause. */
const SUSPECTED_AT_MOST = 2;

/** Keeps what was asked until it is answered. `nextId` numbers the requests of the line. */
export const createRequests = (clock: Clock, nextId: () => number): Requests => {
  const entries = new Map<number, Entry>();
  /** By command: sockets that closed over a bad frame while it was unanswered, also if it was forgotten in between. */
  const suspected = new Map<string, number>();

  const add = <Answer>(
    message: (id: number) => ClientMessage,
    mid: string | undefined,
    handlers: (resolve: (answer: Answer) => void, entry: () => Entry) => Pick<Entry, 'settle' | 'refuse'>,
  ): Request<Answer> => {
    const id = nextId();
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const text = JSON.stringify(message(id));
    const entry: Entry = {
      text,
      mid,
      sentAt: clock.now(),
      ...handlers(resolve, () => entry),
    };
    entries.set(id, entry);
    return { text, answer: promise };
  };

  const take = (id: number): Entry | undefined => {
    const entry = entries.get(id);
    entries.delete(id);
    if (entry?.mid !== undefined) suspected.delete(entry.mid);
    return entry;
  };

  return {
    pull: (checkpoint, limit) =>
      add(
        (id) => ({ op: 'pull', id, checkpoint: checkpoint ?? null, limit }),
        undefined,
        (resolve, entry) => ({
          settle: (message) => {
            if (message.op === 'page') resolve({ page: message, took: clock.now() - entry().sentAt });
          },
          refuse: () => undefined,
        }),
      ),
    command: (command) =>
      add(
        (id) => ({ op: 'command', id, command }),
        command.mid,
        (resolve) => ({
          settle: (message) => {
            if (message.op === 'answer') resolve(message.answer);
          },
          refuse: (reason) => resolve({ status: 'refused', reason }),
        }),
      ),
    live: () => JSON.stringify({ op: 'live', id: nextId() } satisfies ClientMessage),
    settle: (message) => take(message.id)?.settle(message),
    refuse: (id, reason) => {
      const entry = entries.get(id);
      if (entry === undefined || entry.mid === undefined) return entry?.text;
      take(id)?.refuse(reason);
      return undefined;
    },
    isPulling: () => [...entries.values()].some((entry) => entry.mid === undefined),
    unanswered: () =>
      [...entries.values()].map((entry) => {
        entry.sentAt = clock.now();
        return entry.text;
      }),
    blame: (reason) => {
      for (const [id, entry] of entries) {
        if (entry.mid === undefined) continue;
        const times = (suspected.get(entry.mid) ?? 0) + 1;
        suspected.set(entry.mid, times);
        if (times >= SUSPECTED_AT_MOST) {
          take(id)?.refuse(reason);
          return;
        }
      }
    },
    forget: (mid) => {
      for (const [id, entry] of entries) if (entry.mid === mid) entries.delete(id);
    },
  };
};
