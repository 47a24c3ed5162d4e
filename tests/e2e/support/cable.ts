import net from 'node:net';

/** How slow a line is; both directions alike. */
export interface Pace {
  /** Bits per second, shared by all connections. */
  readonly rate: number;
  /** Milliseconds that every piece takes on its way. */
  readonly delay: number;
}

/** A network cable between a browser and the server that can be pulled and plugged in again. */
export interface Cable {
  readonly address: string;
  /** Cuts every connection and refuses new ones. */
  cut(): void;
  /** Cuts by itself once so many more bytes have come from the server: in the middle of whatever comes then. */
  cutAfter(bytes: number): void;
  /** Lets everything reach the server and nothing come back: what is sent arrives, its answer does not. */
  muffle(): void;
  mend(): void;
  /** How many bytes have come from the server so far. */
  carried(): number;
  close(): Promise<void>;
}

/** Lays a cable to a port on this machine. The address stays the same for as long as it lies. */
export const layCable = async (targetPort: () => number, pace?: Pace): Promise<Cable> => {
  let isCut = false;
  let isMuffled = false;
  let left = Number.POSITIVE_INFINITY;
  let carried = 0;
  const up = createLane(pace);
  const down = createLane(pace);
  const open = new Set<net.Socket>();
  const server = net.createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = net.connect(targetPort(), '127.0.0.1');
    const deliver = (data: Buffer): void => {
      if (!isMuffled) near.write(data);
      carried += data.length;
      left -= data.length;
      if (left <= 0) cut();
    };
    if (pace === undefined) {
      near.pipe(far);
      far.on('data', deliver);
      far.on('end', () => near.end());
    } else {
      slowDown(
        near,
        up,
        (data) => far.write(data),
        () => far.end(),
      );
      slowDown(far, down, deliver, () => near.end());
    }
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  const cut = (): void => {
    isCut = true;
    left = Number.POSITIVE_INFINITY;
    for (const socket of open) socket.destroy();
  };
  const port = await listen(server);
  return {
    address: `http://localhost:${port}`,
    cut,
    cutAfter: (bytes) => {
      left = bytes;
    },
    muffle: () => {
      isMuffled = true;
    },
    mend: () => {
      isCut = false;
      isMuffled = false;
    },
    carried: () => carried,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};

/** One direction of a slow line: when a piece of so many bytes is through, as a moment of the engine's clock. */
type Lane = (bytes: number) => number;

const createLane = (pace: Pace | undefined): Lane => {
  const { rate, delay } = pace ?? { rate: Number.POSITIVE_INFINITY, delay: 0 };
  let freeAt = 0;
  return (bytes) => {
    freeAt = Math.max(freeAt, performance.now()) + (bytes * 8_000) / rate;
    return freeAt + delay;
  };
};

/** What a line holds at most before its sender waits, in bytes. */
const MOST_UNDER_WAY = 64 * 1024;

/** Passes on what a socket brings when the lane has carried it, in its order; reads no more while a lot is under way. */
const slowDown = (from: net.Socket, lane: Lane, write: (data: Buffer) => void, end: () => void): void => {
  let underWay = 0;
  const at = (moment: number, run: () => void): void => void setTimeout(run, moment - performance.now());
  from.on('data', (data) => {
    underWay += data.length;
    if (underWay > MOST_UNDER_WAY) from.pause();
    at(lane(data.length), () => {
      underWay -= data.length;
      write(data);
      if (underWay <= MOST_UNDER_WAY) from.resume();
    });
  });
  from.on('end', () => at(lane(0), end));
};

/** Listens on any free port of this machine. */
export const listen = (server: net.Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
