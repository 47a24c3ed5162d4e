import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Clock } from '#core/kernel/clock.ts';
import { CLOSE_CODES, type CloseCode } from '#core/protocol/close-codes.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import { SYNC_SUBPROTOCOL, TICKET_PREFIX } from '#core/protocol/version.ts';
import type { Tickets } from '#server/auth/tickets.ts';
import type { ReachKeeper } from '#server/pki/keeper.ts';
import { toArrival } from '../http/arrival.ts';
import { isAllowedOrigin } from '../http/origin.ts';
import { createConnection, type Connection, type Requests } from './connection.ts';
import type { Rooms } from '#server/live/rooms.ts';
import type { Hub } from './hub.ts';

/** Where the sync socket answers. */
export const SYNC_PATH = '/sync';

/** Whoever does not answer a good-bye within so many milliseconds is cut off. */
const PARTING_TIME = 2_000;

export interface GatewayOptions {
  readonly server: Server;
  readonly tickets: Tickets;
  readonly hub: Hub;
  readonly rooms: Rooms;
  readonly clock: Clock;
  readonly keeper: ReachKeeper;
  /** Origins beside the server's own from which a page may connect. */
  readonly appOrigins: readonly string[];
  readonly requests: (connection: Connection) => Requests;
  readonly onError: (error: unknown) => void;
}

/** Turns upgrades on `/sync` into connections. Nothing a client sends is looked at before its ticket was accepted. */
export const openGateway = (options: GatewayOptions): { close(): Promise<void> } => {
  const { server, tickets, hub, rooms, clock, keeper, appOrigins, onError } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    // Above the limit a connection says why it closes; far above it ws does not even keep the frame in memory.
    maxPayload: 2 * LIMITS.frameBytes,
    // Deflate costs five times the processor time for live traffic (measured).
    perMessageDeflate: false,
    // A browser fails a connection that answers with none of the offered subprotocols, so that no code would arrive.
    handleProtocols: (offered) =>
      offered.has(SYNC_SUBPROTOCOL) ? SYNC_SUBPROTOCOL : ([...offered][0] ?? false),
  });

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const arrival = toArrival(request, keeper.current());
    if (toPath(arrival.url) !== SYNC_PATH) {
      reject(socket, '404 Not Found');
    } else if (
      arrival.fault !== undefined ||
      !isAllowedOrigin(request.headers.origin, arrival.hosts, appOrigins)
    ) {
      reject(socket, '403 Forbidden');
    } else {
      sockets.handleUpgrade(request, socket, head, (accepted) => {
        admit(accepted, toOffered(request));
      });
    }
  };

  const admit = (socket: WebSocket, offered: readonly string[]): void => {
    const turnAway = (code: CloseCode): void => {
      socket.on('error', () => undefined);
      socket.close(code);
    };
    if (!offered.includes(SYNC_SUBPROTOCOL)) {
      turnAway(CLOSE_CODES.protocolVersion);
      return;
    }
    const ticket = offered.find((protocol) => protocol.startsWith(TICKET_PREFIX));
    if (ticket === undefined) {
      turnAway(CLOSE_CODES.unauthenticated);
      return;
    }
    const session = tickets.spend(ticket.slice(TICKET_PREFIX.length));
    if (session === undefined) {
      turnAway(CLOSE_CODES.tryAgain);
      return;
    }
    const connection = createConnection({
      socket,
      session,
      clock,
      requests: options.requests,
      onClosed: (closed) => {
        hub.remove(closed);
        rooms.leave(closed);
      },
      onError,
    });
    hub.add(connection);
  };

  server.on('upgrade', onUpgrade);
  return {
    close: async () => {
      server.off('upgrade', onUpgrade);
      sockets.close();
      const open = [...sockets.clients];
      const gone = Promise.all(open.map((socket) => once(socket, 'close')));
      await Promise.race([gone, setTimeout(PARTING_TIME, undefined, { ref: false })]);
      for (const socket of open) socket.terminate();
    },
  };
};

const toPath = (url: string): string => url.split('?')[0] ?? '';

const toOffered = (request: IncomingMessage): readonly string[] =>
  (request.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());

const reject = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};
