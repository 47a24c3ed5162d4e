import { BehaviorSubject, Subject, type Observable } from 'rxjs';
import type { z } from 'zod';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Clock, Instant, Random } from '#core/kernel/clock.ts';
import { CLOSE_CODES } from '#core/protocol/close-codes.ts';
import type { ClientMessage } from '#core/protocol/messages/index.ts';
import { PROTOCOL_VERSION } from '#core/protocol/version.ts';
import { createBackOff } from './back-off.ts';
import { createClockOffset } from './clock-offset.ts';
import type { Cancel, Timers } from './environment.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createPace } from './pace.ts';

/** The abstract socket under a line; a WebSocket in the program, a hand-pumped one in the simulation. */
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

export interface LinePorts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  fetchTicket(): Promise<TicketOutcome>;
  openSocket(ticket: string, events: SocketEvents): Socket;
  /** Emits when the device says that it has a network again. */
  readonly online$?: Observable<unknown>;
}

export interface LineStatus {
  readonly connection: 'online' | 'connecting' | 'offline';
  /** Why the server does not talk to us although it is there. */
  readonly obstacle: RefusalKind | undefined;
}

type Greeting =
  | { readonly op: 'hello'; readonly protocol: number; readonly now: number }
  | { readonly op: 'pong'; readonly id: number; readonly now: number };

/** What is said on a line; the line itself answers the greeting and measures the clock. */
export interface Talk<Message extends { readonly op: string }> {
  readonly schema: z.ZodType<Message | Greeting>;
  /** The server has said hello: whatever is wanted goes out now. */
  greeted(): void;
  heard(message: Exclude<Message, { readonly op: 'hello' | 'pong' }>): void;
  /** The server closed the socket over something that we had sent. */
  blamed(reason: RefusalKind): void;
  /** The socket is gone; another one is opened by itself while the line runs. */
  lost(): void;
}

/** A line to the server that comes back by itself: ticket, socket, hello, pings, pace, waiting between attempts (D21). */
export interface Line {
  readonly status$: BehaviorSubject<LineStatus>;
  /** Emits with everything the server says: the line lives. */
  readonly heard$: Observable<void>;
  /** Milliseconds by which the server's clock is ahead of this device's. */
  readonly offset$: BehaviorSubject<number>;
  /** Emits each time the server names, in UTC milliseconds, as it was named: no clock of this device has a part in it. */
  readonly serverTime$: Observable<Instant>;
  /** Whether the server has said hello on the present socket. */
  isGreeted(): boolean;
  /** A number for the next request. */
  nextId(): number;
  /** Sends a frame as soon as the pace allows it; nothing goes out while nobody has greeted us. */
  push(text: string): void;
  /** Sends it after so many milliseconds, on this socket or not at all. */
  pushLater(text: string, milliseconds: number): void;
  start(): void;
  /** Tries again at once, if it waits. */
  retryNow(): void;
  stop(): void;
}

/** Whatever kept the ticket from being fetched, it is fetched again. */
const UNREACHABLE: TicketOutcome = { ok: false, reason: 'unreachable' };
/** How long a socket may take from opening to the server's hello, in milliseconds. */
const HELLO_WITHIN = 10_000;

export const createLine = <Message extends { readonly op: string }>(
  ports: LinePorts,
  talk: Talk<Message>,
): Line => {
  const status$ = new BehaviorSubject<LineStatus>({ connection: 'connecting', obstacle: undefined });
  const offset$ = new BehaviorSubject(0);
  const heard$ = new Subject<void>();
  const serverTime$ = new Subject<Instant>();
  const clockOffset = createClockOffset(ports.clock);
  const backOff = createBackOff(ports);
  /** Counts sockets; what an older one still says is not heard. */
  let current = 0;
  let lastId = 0;
  let socket: Socket | undefined;
  let running = false;
  let greeted = false;
  let cancelHello: Cancel = () => undefined;

  const nextId = (): number => ++lastId;
  const pace = createPace(ports, (text) => socket?.send(text));
  const heartbeat = createHeartbeat(ports, {
    ping: () => {
      const id = nextId();
      clockOffset.pinged(id);
      pace.push(JSON.stringify({ op: 'ping', id } satisfies ClientMessage));
    },
    dead: () => drop(CLOSE_CODES.silence),
  });

  const setStatus = (connection: LineStatus['connection'], obstacle?: RefusalKind): void => {
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
        if (reason === 'bad-frame' || reason === 'too-large') talk.blamed(reason);
        lose(code);
      },
    });
  };

  const receive = (text: string): void => {
    heartbeat.heard();
    const message = parse(talk.schema, text);
    if (message === 'unknown') return;
    if (message === 'broken') {
      drop(CLOSE_CODES.badFrame);
      return;
    }
    if (isHello(message)) greet(message.protocol, message.now);
    else if (isPong(message)) setOffset(clockOffset.measure(message.id, message.now, offset$.value));
    // What is neither greeting is the talk's; a generic union is not narrowed by the compiler.
    else talk.heard(message as Exclude<Message, { readonly op: 'hello' | 'pong' }>);
    if (greeted) heard$.next();
    if (greeted && (isHello(message) || isPong(message))) serverTime$.next(message.now);
  };

  const greet = (protocol: number, now: number): void => {
    if (protocol !== PROTOCOL_VERSION) {
      drop(CLOSE_CODES.protocolVersion);
      return;
    }
    cancelHello();
    greeted = true;
    backOff.reset();
    clockOffset.forget();
    setOffset(now - ports.clock.now());
    setStatus('online');
    heartbeat.start();
    talk.greeted();
  };

  const setOffset = (offset: number): void => {
    if (offset !== offset$.value) offset$.next(offset);
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
    talk.lost();
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

  const push = (text: string): void => {
    if (greeted) pace.push(text);
  };

  return {
    status$,
    heard$,
    offset$,
    serverTime$,
    isGreeted: () => greeted,
    nextId,
    push,
    pushLater: (text, milliseconds) => {
      const mine = current;
      ports.timers.after(milliseconds, () => {
        if (mine === current) push(text);
      });
    },
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

const isHello = (message: { readonly op: string }): message is Extract<Greeting, { op: 'hello' }> =>
  message.op === 'hello';
const isPong = (message: { readonly op: string }): message is Extract<Greeting, { op: 'pong' }> =>
  message.op === 'pong';

const parse = <Message>(schema: z.ZodType<Message>, text: string): Message | 'unknown' | 'broken' => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'broken';
  }
  const message = schema.safeParse(value);
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
