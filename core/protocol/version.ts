/** The protocol this program speaks. Version 1 stays open until the first release (D13). */
export const PROTOCOL_VERSION = 1;

/** The WebSocket subprotocol; the one-time ticket is offered beside it, never in a URL (D21). */
export const SYNC_SUBPROTOCOL = 'umlauf.sync.1';

/** A ticket is offered as a second subprotocol with this prefix. */
export const TICKET_PREFIX = 'ticket.';
