import { SYNC_SUBPROTOCOL, TICKET_PREFIX } from '#core/protocol/version.ts';
import { toServerUrl } from './api.ts';
import type { LinkPorts } from './link.ts';

/** Opens the sync socket of the server at this address; the ticket travels as a subprotocol, never in the URL (D21). */
export const createSocketOpener = (baseUrl: string): LinkPorts['openSocket'] => {
  const url = toServerUrl(baseUrl, '/sync');
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return (ticket, events) => {
    const socket = new WebSocket(url, [SYNC_SUBPROTOCOL, TICKET_PREFIX + ticket]);
    socket.addEventListener('open', () => events.opened());
    socket.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (typeof event.data === 'string') events.received(event.data);
    });
    socket.addEventListener('close', (event) => events.closed(event.code));
    return {
      send: (text) => {
        // Between the loss of a socket and its event a frame goes nowhere; the request goes out again on the next one.
        if (socket.readyState === WebSocket.OPEN) socket.send(text);
      },
      close: () => socket.close(),
    };
  };
};
