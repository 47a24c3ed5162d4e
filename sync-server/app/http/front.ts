import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Reach, ReachKeeper } from '#server/pki/keeper.ts';

/** Whoever says nothing for so many milliseconds, or does not finish a handshake, is cut off. */
const FIRST_WORD = 10_000;
/** With this byte a TLS handshake begins, and no HTTP request. */
const TLS_HANDSHAKE = 0x16;

/**
 * Lets one port speak TLS and plain HTTP: the first byte tells which. So a school that gets its certificate in the middle
 * of setting up needs no restart and no second port. A new certificate counts for the next connection.
 */
export const openFront = (server: Server, keeper: ReachKeeper): { close(): void } => {
  const listeners = server.listeners('connection');
  server.removeAllListeners('connection');
  const accept = (socket: Socket): void => {
    for (const listener of listeners) Reflect.apply(listener, server, [socket]);
  };

  const secure = createTlsServer({ ALPNProtocols: ['http/1.1'], handshakeTimeout: FIRST_WORD }, accept);
  secure.on('tlsClientError', (_error, socket) => socket.destroy());
  const arm = ({ tls }: Reach): void => {
    if (tls !== undefined) secure.setSecureContext({ key: tls.key, cert: tls.chain.join('\n') });
  };
  arm(keeper.current());
  keeper.onChange(arm);

  /** Connections the HTTP server does not know itself: those that have said nothing, and those beneath TLS. */
  const unknown = new Set<Socket>();
  const onConnection = (socket: Socket): void => {
    const cutOff = (): void => void socket.destroy();
    const onReadable = (): void => {
      const first: unknown = socket.read(1);
      if (!Buffer.isBuffer(first)) return;
      socket.off('readable', onReadable).off('timeout', cutOff).off('end', cutOff).setTimeout(0);
      socket.unshift(first);
      if (first[0] !== TLS_HANDSHAKE) {
        unknown.delete(socket);
        accept(socket);
      } else if (keeper.current().tls === undefined) cutOff();
      else secure.emit('connection', socket);
    };
    unknown.add(socket);
    socket.setTimeout(FIRST_WORD).on('timeout', cutOff).on('end', cutOff).on('error', cutOff);
    socket.on('readable', onReadable).once('close', () => unknown.delete(socket));
  };
  server.on('connection', onConnection);

  return {
    close: () => {
      for (const socket of unknown) socket.destroy();
    },
  };
};
