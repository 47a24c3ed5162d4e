import { Subject, type BehaviorSubject, type Observable } from 'rxjs';
import type { Id } from '#core/kernel/id.ts';
import type { Command } from '#core/protocol/commands.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import { feedMessageSchema, type FeedMessage } from '#core/protocol/messages/feed.ts';
import type { Checkpoint } from '#core/protocol/messages/pull.ts';
import { createLine, type LinePorts, type LineStatus } from './line.ts';
import { createRequests, type Page, type PageAnswer } from './requests.ts';

export type {
  LinePorts as LinkPorts,
  LineStatus as LinkStatus,
  Socket,
  SocketEvents,
  TicketOutcome,
} from './line.ts';

/** What the feed brings by itself. */
export type FeedItem = { readonly documents: Page['documents']; readonly checkpoint: Checkpoint } | 'RESYNC';

/** The one line to the server (D21). Requests are kept and sent again on the next socket; they never fail by its loss. */
export interface Link {
  readonly status$: BehaviorSubject<LineStatus>;
  readonly feed$: Observable<FeedItem>;
  /** Emits with everything the server says: the line lives. */
  readonly heard$: Observable<void>;
  /** Milliseconds by which the server's clock is ahead of this device's. */
  readonly offset$: BehaviorSubject<number>;
  /** Emits each time the server names, in UTC milliseconds. */
  readonly serverTime$: Observable<number>;
  pull(checkpoint: Checkpoint | undefined, limit: number): Promise<PageAnswer>;
  /** Gives a command to the server; resolves with its answer, however many sockets that takes. */
  command(command: Command): Promise<CommandAnswer>;
  /** Gives a command up that was not answered: it does not go out again, and its answer is heard by nobody. */
  forget(mid: Id): void;
  start(): void;
  /** Tries again at once, if it waits. */
  retryNow(): void;
  stop(): void;
}

/** A pull the server could not answer just now goes out again after so many milliseconds. */
const REFUSED_PULL_AGAIN = 2_000;

export const createLink = (ports: LinePorts): Link => {
  const feed$ = new Subject<FeedItem>();

  const hear = (message: Exclude<FeedMessage, { op: 'hello' | 'pong' }>): void => {
    switch (message.op) {
      case 'change':
        // A page that is under way was read after this change and holds it (REP12). RxDB would apply the change after the
        // page, and an old stub would delete what the page has just brought.
        if (!requests.isPulling())
          feed$.next({ documents: message.documents, checkpoint: message.checkpoint });
        return;
      case 'resync':
        resync();
        return;
      case 'error':
        // Without an id it announces the close that follows, whose code says the same.
        if (message.id !== undefined) again(requests.refuse(message.id, message.reason));
        return;
      case 'page':
      case 'answer':
        requests.settle(message);
        return;
    }
  };

  const line = createLine<FeedMessage>(ports, {
    schema: feedMessageSchema,
    greeted: () => {
      line.push(requests.live());
      for (const text of requests.unanswered()) line.push(text);
      resync();
    },
    heard: hear,
    blamed: (reason) => requests.blame(reason),
    lost: () => undefined,
  });
  const requests = createRequests(ports.clock, line.nextId);

  const again = (text: string | undefined): void => {
    if (text !== undefined) line.pushLater(text, REFUSED_PULL_AGAIN);
  };

  /** T2b: a RESYNC queued behind an event is dropped by RxDB; of two in one tick the second is ignored in the normal case. */
  const resync = (): void => {
    feed$.next('RESYNC');
    feed$.next('RESYNC');
  };

  return {
    status$: line.status$,
    feed$,
    heard$: line.heard$,
    offset$: line.offset$,
    serverTime$: line.serverTime$,
    pull: (checkpoint, limit) => {
      const { text, answer } = requests.pull(checkpoint, limit);
      line.push(text);
      return answer;
    },
    command: (command) => {
      const { text, answer } = requests.command(command);
      if (new Blob([text]).size > LIMITS.frameBytes) {
        requests.forget(command.mid);
        return Promise.resolve({ status: 'refused', reason: 'too-large' });
      }
      line.push(text);
      return answer;
    },
    forget: requests.forget,
    start: line.start,
    retryNow: line.retryNow,
    stop: line.stop,
  };
};
