import type { RawData } from 'ws';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Clock, Instant } from '#core/kernel/clock.ts';
import { CLOSE_CODES, type CloseCode } from '#core/protocol/close-codes.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import type { ClientMessage, ServerMessage } from '#core/protocol/messages/index.ts';
import { PROTOCOL_VERSION } from '#core/protocol/version.ts';
import type { Session } from '#server/auth/sessions.ts';
import { readFrame } from './frame.ts';
import { createRate } from './rate.ts';

/** Frames beyond the rate or without sense that are answered before the socket is closed. */
const STRIKES_MAX = 100;

/** What a connection cannot answer by itself. */
export type Request = Exclude<ClientMessage, { op: 'ping' }>;

/** What a connection asks of the rest of the server. */
export interface Requests {
  /** Answers one request; `undefined` where nothing is to be said. Rejects only on failures of the server. */
  handle(message: Request): Promise<ServerMessage | undefined>;
}

/** One socket of one session. */
export interface Connection {
  readonly session: Session;
  /** When something last came from it. */
  readonly heardAt: Instant;
  readonly isOpen: boolean;
  /** Sends a message, already in the form of the wire. Closes the socket of a reader that does not keep up. */
  send(text: string): void;
  close(code: CloseCode): void;
}

/** As much of a WebSocket (`ws`) as a connection uses; the simulation gives it a line that it moves by hand. */
export interface ConnectionSocket {
  readonly OPEN: number;
  readonly readyState: number;
  /** Bytes that wait for a slow reader. */
  readonly bufferedAmount: number;
  send(text: string, sent: (error?: Error) => void): void;
  close(code: number): void;
  terminate(): void;
  on(event: 'message', listener: (data: RawData, isBinary: boolean) => void): unknown;
  on(event: 'close' | 'error', listener: () => void): unknown;
}

export interface ConnectionOptions {
  readonly socket: ConnectionSocket;
  readonly session: Session;
  readonly clock: Clock;
  readonly requests: (connection: Connection) => Requests;
  readonly onClosed: (connection: Connection) => void;
  readonly onError: (error: unknown) => void;
}

/** Takes over a socket that has proved its session: says hello, then answers frame by frame within the limits. */
export const createConnection = (options: ConnectionOptions): Connection => {
  const { socket, session, clock, onError } = options;
  const rate = createRate(LIMITS.framesPerSecond, clock);
  let heardAt = clock.now();
  let inFlight = 0;
  let pulls = 0;
  let strikes = 0;

  const say = (message: ServerMessage): void => connection.send(JSON.stringify(message));
  const complain = (reason: RefusalKind, id: number | undefined): void =>
    say({ op: 'error', ...(id === undefined ? {} : { id }), reason });

  const connection: Connection = {
    session,
    get heardAt() {
      return heardAt;
    },
    get isOpen() {
      return socket.readyState === socket.OPEN;
    },
    send: (text) => {
      if (socket.readyState !== socket.OPEN) return;
      // What waits for a reader that has stopped reading would fill the memory; it comes back and pulls. Asked before
      // sending: a single message beyond the limit must still get through, or its reader could never catch up.
      if (socket.bufferedAmount > LIMITS.bufferedBytes) {
        socket.terminate();
        return;
      }
      socket.send(text, (error) => {
        if (error) socket.terminate();
      });
    },
    close: (code) => {
      socket.close(code);
    },
  };
  const requests = options.requests(connection);

  const answer = async (message: Request): Promise<void> => {
    const id = message.id;
    // A replica asks for its next page when it has the last: whoever asks for many at once is no replica.
    const isOneTooMany =
      inFlight >= LIMITS.requestsInFlight || (message.op === 'pull' && pulls >= LIMITS.pullsInFlight);
    if (isOneTooMany) {
      complain('rate-limited', id);
      return;
    }
    inFlight += 1;
    if (message.op === 'pull') pulls += 1;
    try {
      const reply = await requests.handle(message);
      if (reply !== undefined) say(reply);
    } catch (error) {
      onError(error);
      complain('unavailable', id);
    } finally {
      inFlight -= 1;
      if (message.op === 'pull') pulls -= 1;
    }
  };

  const strike = (code: CloseCode): boolean => {
    strikes += 1;
    if (strikes > STRIKES_MAX) socket.close(code);
    return strikes > STRIKES_MAX;
  };

  socket.on('message', (data, isBinary) => {
    // After close was sent, frames that were under way still arrive.
    if (socket.readyState !== socket.OPEN) return;
    heardAt = clock.now();
    const bytes = toBytes(data);
    if (bytes.length > LIMITS.frameBytes) {
      complain('too-large', undefined);
      socket.close(CLOSE_CODES.tooLarge);
      return;
    }
    if (isBinary) {
      complain('bad-frame', undefined);
      socket.close(CLOSE_CODES.badFrame);
      return;
    }
    const frame = readFrame(bytes.toString('utf8'));
    if (!rate.take()) {
      if (strike(CLOSE_CODES.rateLimited)) return;
      complain('rate-limited', frame.kind === 'message' ? frame.message.id : frame.id);
    } else if (frame.kind === 'misfit') {
      if (strike(CLOSE_CODES.badFrame)) return;
      complain('bad-frame', frame.id);
    } else if (frame.message.op === 'ping') {
      say({ op: 'pong', id: frame.message.id, now: clock.now() });
    } else void answer(frame.message);
  });
  // A frame that breaks RFC 6455 or is far too large: ws has closed the socket with the standard's code by itself.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    options.onClosed(connection);
  });

  say({
    op: 'hello',
    protocol: PROTOCOL_VERSION,
    now: clock.now(),
    personId: session.personId,
    role: session.role,
  });
  return connection;
};

const toBytes = (data: RawData): Buffer => {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
};
