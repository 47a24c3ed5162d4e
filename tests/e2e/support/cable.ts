import net from 'node:net';

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
  close(): Promise<void>;
}

/** Lays a cable to a port on this machine. The address stays the same for as long as it lies. */
export const layCable = async (targetPort: () => number): Promise<Cable> => {
  let isCut = false;
  let isMuffled = false;
  let left = Number.POSITIVE_INFINITY;
  const open = new Set<net.Socket>();
  const server = net.createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = net.connect(targetPort(), '127.0.0.1');
    near.pipe(far);
    far.on('data', (data) => {
      if (!isMuffled) near.write(data);
      left -= data.length;
      if (left <= 0) cut();
    });
    far.on('end', () => near.end());
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
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
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
