import type { Clock } from '#core/kernel/clock.ts';
import { CLOSE_CODES } from '#core/protocol/close-codes.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import type { ClientMessage, ServerMessage } from '#core/protocol/messages/index.ts';
import { findSession } from '#server/auth/sessions.ts';
import type { Door } from '#server/commands/door.ts';
import type { Rooms } from '#server/live/rooms.ts';
import { loadReadableBuckets } from '#server/commands/readable.ts';
import { pullPage } from '#server/feed/pull.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import type { Connection, Requests } from './connection.ts';
import type { Hub } from './hub.ts';
import { createRate } from './rate.ts';

type Message<Op extends ClientMessage['op']> = Extract<ClientMessage, { op: Op }>;

export interface RequestOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly door: Door;
  readonly hub: Hub;
  readonly rooms: Rooms;
}

/** What a socket may ask: pull, live, command, join. */
export const createRequests = (
  { store, clock, door, hub, rooms }: RequestOptions,
  connection: Connection,
): Requests => {
  const { id: sessionId, personId } = connection.session;
  const joins = createRate(LIMITS.joinsPerSecond, clock);

  const pull = ({ id, checkpoint, limit }: Message<'pull'>): Promise<void> =>
    hub.pageInTurn(personId, async () => {
      const page = await store.snapshot(async (reader) => {
        // A session that was revoked reads nothing more, whoever failed to close its socket.
        const session = await findSession(reader, sessionId, clock.now());
        if (session === undefined) return undefined;
        const { deviceClass } = session;
        const buckets = await loadReadableBuckets(reader, session);
        return pullPage(reader, { personId, deviceClass, buckets, checkpoint, limit });
      });
      if (page === undefined) {
        connection.close(CLOSE_CODES.unauthenticated);
        return;
      }
      const message: ServerMessage =
        'reset' in page
          ? { op: 'page', id, reset: true, documents: [], checkpoint: {} }
          : {
              op: 'page',
              id,
              documents: page.documents.map((row) => ({ ...row })),
              checkpoint: page.checkpoint,
            };
      connection.send(JSON.stringify(message));
    });

  return {
    handle: async (message) => {
      // A device on the wall looks on at its conference and does nothing else.
      if (connection.session.wall !== undefined && message.op !== 'join')
        return { op: 'error', id: message.id, reason: 'forbidden' };
      switch (message.op) {
        case 'pull':
          await pull(message);
          return undefined;
        case 'live':
          await hub.listen(connection);
          return undefined;
        case 'join': {
          const { conferenceId } = message;
          // The whole of a conference is large, and whoever misses a frame asks once.
          if (!joins.take()) return { op: 'not-shown', conferenceId, reason: 'rate-limited' };
          await rooms.join(connection, message);
          return undefined;
        }
        case 'command': {
          const { mid } = message.command;
          const answer = await door.submit({ personId, sessionId }, message.command);
          return { op: 'answer', id: message.id, mid, answer };
        }
      }
    },
  };
};
