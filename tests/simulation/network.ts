import { EventEmitter } from 'node:events';
import type { DeviceClass } from '#core/access/device-class.ts';
import type { Socket, SocketEvents } from '#renderer/replica/link.ts';
import type { Engine, Program } from './engine.ts';

/** What lies on a line and was not delivered yet: a frame, or the close of the socket behind all frames. */
type Parcel = { readonly text: string } | { readonly code: number };

/** The code a client sees when a socket ends without a word (RFC 6455, section 7.1.5). */
const ABNORMAL = 1006;

/** The direction of a frame: `up` to the server, `down` to the client. */
export type Direction = 'up' | 'down';

/**
 * One socket between a device and the server. Nothing moves by itself: the world delivers frame by frame. As on TCP
 * frames never overtake each other; what gets lost is always the end of what was sent.
 */
export interface Line {
  readonly id: number;
  readonly device: string;
  readonly personId: string;
  readonly deviceClass: DeviceClass;
  /** Whether one of the two sides still holds it for open. */
  readonly isOpen: boolean;
  readonly isOpenForClient: boolean;
  /** Nothing arrives any more in either direction, and neither side knows it yet. */
  readonly isSevered: boolean;
  waiting(direction: Direction): number;
  /** Delivers the first frame of a direction. */
  deliver(direction: Direction): void;
  /** Delivers the first frame to the server, and leaves it on the line to be delivered once more. */
  deliverTwice(): void;
  /** Both sides see the socket end at once; of the frames under way these many still arrive. */
  cut(arriving: Readonly<Record<Direction, number>>): void;
  sever(): void;
}

/** The server's end of a line: as much of a WebSocket as a connection uses. */
export class ServerSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  readonly bufferedAmount = 0;
  readonly #down: (parcel: Parcel) => void;
  readonly #end: () => void;

  constructor(down: (parcel: Parcel) => void, end: () => void) {
    super();
    this.#down = down;
    this.#end = end;
  }

  send(text: string, sent: (error?: Error) => void): void {
    this.#down({ text });
    sent();
  }

  /** Sends what no connection has asked for. */
  leak(text: string): void {
    this.#down({ text });
  }

  close(code: number): void {
    if (this.readyState !== this.OPEN) return;
    this.readyState = 2;
    this.#down({ code });
  }

  terminate(): void {
    this.#end();
  }

  /** The other side or the network has ended it. */
  end(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.emit('close');
  }
}

export interface LineOptions {
  readonly id: number;
  readonly device: string;
  readonly personId: string;
  readonly deviceClass: DeviceClass;
  readonly engine: Engine;
  readonly client: Program;
  readonly server: Program;
  readonly events: SocketEvents;
  /** Told of every frame when it is sent. */
  readonly onSent: (line: Line, direction: Direction, text: string) => void;
  /** Told when the line ends, with the code the client sees. */
  readonly onEnded: (line: Line, code: number) => void;
}

/** Lays a line; `accept` hands its end to the server. */
export const createLine = (
  options: LineOptions,
  accept: (socket: ServerSocket) => void,
): { readonly line: Line; readonly client: Socket } => {
  const { engine, events } = options;
  const parcels: Record<Direction, Parcel[]> = { up: [], down: [] };
  const holds = { client: true, server: true };
  let isSevered = false;

  const atClient = (work: () => void): void => {
    if (options.client.isAlive) engine.as(options.client, work);
  };
  const atServer = (work: () => void): void => {
    if (options.server.isAlive) engine.as(options.server, work);
  };
  const put = (direction: Direction, parcel: Parcel): void => {
    if (isSevered) {
      // Nobody answers the good-bye: whoever says it gives the socket up by itself.
      if ('code' in parcel) giveUp(direction);
      return;
    }
    if (!holds.client && !holds.server) return;
    parcels[direction].push(parcel);
    if ('text' in parcel) options.onSent(line, direction, parcel.text);
  };
  const giveUp = (direction: Direction): void => {
    holds[direction === 'up' ? 'client' : 'server'] = false;
    if (direction === 'down') socket.end();
  };
  const end = (code: number): void => {
    if (!holds.client && !holds.server) return;
    holds.client = false;
    holds.server = false;
    parcels.up = [];
    parcels.down = [];
    options.onEnded(line, code);
    atServer(() => socket.end());
    atClient(() => events.closed(code));
  };
  const receive = (direction: Direction, parcel: Parcel): void => {
    if ('code' in parcel) {
      end(parcel.code);
    } else if (direction === 'down') atClient(() => events.received(parcel.text));
    else atServer(() => socket.emit('message', Buffer.from(parcel.text), false));
  };
  const deliver = (direction: Direction): void => {
    const parcel = parcels[direction].shift();
    if (parcel !== undefined) receive(direction, parcel);
  };

  const socket = new ServerSocket(
    (parcel) => put('down', parcel),
    () => end(ABNORMAL),
  );
  const line: Line = {
    id: options.id,
    device: options.device,
    personId: options.personId,
    deviceClass: options.deviceClass,
    get isOpen() {
      return holds.client || holds.server;
    },
    get isOpenForClient() {
      return holds.client;
    },
    get isSevered() {
      return isSevered;
    },
    waiting: (direction) => parcels[direction].length,
    deliver,
    deliverTwice: () => {
      const [parcel] = parcels.up;
      if (parcel !== undefined) receive('up', parcel);
    },
    cut: (arriving) => {
      for (const direction of ['up', 'down'] as const) {
        for (let count = 0; line.isOpen && count < arriving[direction]; count += 1) deliver(direction);
      }
      end(ABNORMAL);
    },
    sever: () => {
      isSevered = true;
      parcels.up = [];
      parcels.down = [];
    },
  };
  accept(socket);
  atClient(() => events.opened());
  return {
    line,
    client: {
      send: (text) => put('up', { text }),
      close: () => {
        put('up', { code: ABNORMAL });
        holds.client = false;
      },
    },
  };
};
