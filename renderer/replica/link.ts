import { BehaviorSubject, Subject, type Observable } from 'rxjs';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Clock, Random } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { CLOSE_CODES } from '#core/protocol/close-codes.ts';
import type { Command } from '#core/protocol/commands.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import { serverMessageSchema, type ServerMessage } from '#core/protocol/messages/index.ts';
import type { Checkpoint } from '#core/protocol/messages/pull.ts';
import { PROTOCOL_VERSION } from '#core/protocol/version.ts';
import { createBackOff } from './back-off.ts';
import type { Cancel, Timers } from './environment.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createPace } from './pace.ts';
import { createRequests, type Page, type PageAnswer } from './requests.ts';

/** The abstract socket under the link; a WebSocket in the program, a hand-pumped line in the simulation. */
export interface Socket {
  send(text: string): void;
  close(): void;
}

/** What a socket tells. `closed` is told once, also if it never opened. */
export interface SocketEvents {
  opened(): void;
  received(text: string): void;
  closed(code: number): void;
}

export type TicketOutcome =
  | { readonly ok: true; readonly ticket: string }
  | { readonly ok: false; readonly reason: RefusalKind | 'unreachable' };

export interface LinkPorts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  fetchTicket(): Promise<TicketOutcome>;
  openSocket(ticket: string, events: SocketEvents): Socket;
  /** Emits when the device says that it has a network again. */
  readonly online$?: Observable<unknown>;
}

export interface LinkStatus {
  readonly connection: 'online' | 'connecting' | 'offline';
  /** Why the server does not talk to us although it is there. */
  readonly obstacle: RefusalKind | undefined;
}

/** What the feed brings by itself. */
export type FeedItem = { readonly documents: Page['documents']; readonly checkpoint: Checkpoint } | 'RESYNC';

/** The one line to the server (D21). Requests are kept and sent again on the next socket; they never fail by its loss. */
export interface Link {
  readonly status$: BehaviorSubject<LinkStatus>;
  readonly feed$: Observable<FeedItem>;
  /** Emits with everything the server says: the line lives. */
  readonly heard$: Observable<void>;
  /** Milliseconds by which the server's clock is ahead of this device's. */
  readonly offset$: BehaviorSubject<number>;
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

/** Whatever kept the ticket from being fetched, it is fetched again. */
const UNREACHABLE: TicketOutcome = { ok: false, reason: 'unreachable' };
/** How long a socket may take from opening to the server's hello, in milliseconds. */
const HELLO_WITHIN = 10_000;
/** A pull the server could not answer just now goes out again after so many milliseconds. */
const REFUSED_PULL_AGAIN = 2_000;

export const createLink = (ports: LinkPorts): Link => {
  const status$ = new BehaviorSubject<LinkStatus>({ connection: 'connecting', obstacle: undefined });
  const offset$ = new BehaviorSubject(0);
  const feed$ = new Subject<FeedItem>();
  const heard$ = new Subject<void>();
  const requests = createRequests(ports.clock);
  const backOff = createBackOff(ports);
  /** Counts sockets; what an older one still says is not heard. */
  let current = 0;
  let socket: Socket | undefined;
  let running = false;
  let greeted = false;
  let cancelHello: Cancel = () => undefined;

  const pace = createPace(ports, (text) => socket?.send(text));
  const heartbeat = createHeartbeat(ports, {
    ping: () => pace.push(requests.ping()),
    dead: () => drop(CLOSE_CODES.silence),
  });

  const setStatus = (connection: LinkStatus['connection'], obstacle?: RefusalKind): void => {
    const before = status$.value;
    if (before.connection !== connection || before.obstacle !== obstacle)
      status$.next({ connection, obstacle });
  };

  const connect = async (): Promise<void> => {
    const mine = ++current;
    if (backOff.failures === 0) setStatus('connecting', status$.value.obstacle);
    const outcome = await ports.fetchTicket().catch(() => UNREACHABLE);
    if (mine !== current || !running) return;
    if (!outcome.ok) {
      retry(outcome.reason === 'unreachable' ? undefined : outcome.reason);
      return;
    }
    cancelHello = ports.timers.after(HELLO_WITHIN, () => drop(CLOSE_CODES.silence));
    socket = ports.openSocket(outcome.ticket, {
      opened: () => undefined,
      received: (text) => {
        if (mine === current) receive(text);
      },
      closed: (code) => {
        if (mine !== current) return;
        // Only the server says that a frame of ours was bad; what we cannot read ourselves is nobody's fault here.
        const reason = toObstacle(code);
        if (reason === 'bad-frame' || reason === 'too-large') requests.blame(reason);
        lose(code);
      },
    });
  };

  const receive = (text: string): void => {
    heartbeat.heard();
    const message = parse(text);
    if (message === 'unknown') return;
    if (message === 'broken') {
      drop(CLOSE_CODES.badFrame);
      return;
    }
    handle(message);
    if (greeted) heard$.next();
  };

  const handle = (message: ServerMessage): void => {
    switch (message.op) {
      case 'hello':
        greet(message.protocol, message.now);
        return;
      case 'change':
        // A page that is under way was read after this change and holds it (REP12). RxDB would apply the change after the
        // page, and an old stub would delete what the page has just brought.
        if (!requests.isPulling())
          feed$.next({ documents: message.documents, checkpoint: message.checkpoint });
        return;
      case 'resync':
        resync();
        return;
      case 'pong':
        setOffset(requests.measure(message.id, message.now, offset$.value));
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

  const greet = (protocol: number, now: number): void => {
    if (protocol !== PROTOCOL_VERSION) {
      drop(CLOSE_CODES.protocolVersion);
      return;
    }
    cancelHello();
    greeted = true;
    backOff.reset();
    setOffset(now - ports.clock.now());
    setStatus('online');
    heartbeat.start();
    pace.push(requests.live());
    for (const text of requests.unanswered()) pace.push(text);
    resync();
  };

  const setOffset = (offset: number): void => {
    if (offset !== offset$.value) offset$.next(offset);
  };

  const again = (text: string | undefined): void => {
    const mine = current;
    if (text !== undefined)
      ports.timers.after(REFUSED_PULL_AGAIN, () => {
        if (mine === current && greeted) pace.push(text);
      });
  };

  /** T2b: a RESYNC queued behind an event is dropped by RxDB; of two in one tick the second is ignored in the normal case. */
  const resync = (): void => {
    feed$.next('RESYNC');
    feed$.next('RESYNC');
  };

  const drop = (code: number): void => {
    const lost = socket;
    lose(code);
    lost?.close();
  };

  const lose = (code: number): void => {
    current += 1;
    socket = undefined;
    greeted = false;
    cancelHello();
    heartbeat.stop();
    pace.clear();
    if (running) retry(toObstacle(code));
  };

  const retry = (obstacle: RefusalKind | undefined): void => {
    backOff.wait(obstacle, () => void connect());
    // The first loss is repaired within a moment: only who fails again is offline.
    setStatus(backOff.failures > 1 && obstacle === undefined ? 'offline' : 'connecting', obstacle);
  };

  const retryNow = (): void => {
    if (running && socket === undefined) backOff.now();
  };
  const online = ports.online$?.subscribe(retryNow);

  return {
    status$,
    feed$,
    heard$,
    offset$,
    pull: (checkpoint, limit) => {
      const { text, answer } = requests.pull(checkpoint, limit);
      if (greeted) pace.push(text);
      return answer;
    },
    command: (command) => {
      const { text, answer } = requests.command(command);
      if (new Blob([text]).size > LIMITS.frameBytes) {
        requests.forget(command.mid);
        return Promise.resolve({ status: 'refused', reason: 'too-large' });
      }
      if (greeted) pace.push(text);
      return answer;
    },
    forget: requests.forget,
    start: () => {
      if (running) return;
      running = true;
      void connect();
    },
    retryNow,
    stop: () => {
      running = false;
      online?.unsubscribe();
      backOff.stop();
      drop(1000);
      setStatus('offline');
    },
  };
};

const parse = (text: string): ServerMessage | 'unknown' | 'broken' => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'broken';
  }
  const message = serverMessageSchema.safeParse(value);
  if (message.success) return message.data;
  // A newer server may say things that this program does not know (D13); what it does know must be in order.
  return message.error.issues.some((issue) => issue.code === 'invalid_union' && issue.path[0] === 'op')
    ? 'unknown'
    : 'broken';
};

const toObstacle = (code: number): RefusalKind | undefined => {
  switch (code) {
    case CLOSE_CODES.badFrame:
      return 'bad-frame';
    case CLOSE_CODES.unauthenticated:
      return 'unauthenticated';
    case CLOSE_CODES.protocolVersion:
      return 'protocol-version';
    case CLOSE_CODES.tooLarge:
      return 'too-large';
    case CLOSE_CODES.rateLimited:
      return 'rate-limited';
    default:
      return undefined;
  }
};
