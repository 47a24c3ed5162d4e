import type { Bucket } from '#core/access/bucket.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { CLOSE_CODES } from '#core/protocol/close-codes.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import { findSession } from '#server/auth/sessions.ts';
import type { Committed } from '#server/commands/door.job.ts';
import { readMembershipVersion } from '#server/commands/membership-version.ts';
import { loadReadableBuckets } from '#server/commands/readable.ts';
import { loadCommitted, toLiveChange, type Committed as Loaded } from '#server/feed/live.ts';
import type { Reader, Store } from '#server/storage/contract/storage.ts';
import type { Connection } from './connection.ts';

/** All open sockets. Tells each reader of what was committed, in the order of the commits. */
export interface Hub {
  /** Takes a socket in. If the session has too many, its oldest closes. */
  add(connection: Connection): void;
  remove(connection: Connection): void;
  /** From now on the connection hears of commits. */
  listen(connection: Connection): Promise<void>;
  /**
   * Reads and sends in turn with the commits: a page never leaves after a change that is newer than it, nor before one
   * that it already holds (REP12).
   */
  inTurn(work: () => Promise<void>): Promise<void>;
  /**
   * The same for a page. Pages of one person wait for each other outside of the queue: between two changes each person
   * has at most one page made, however many sockets ask for more.
   */
  pageInTurn(personId: Id, work: () => Promise<void>): Promise<void>;
  /** Tells everybody who may read it. Call it in the order of the commits. */
  announce(committed: Committed): void;
  /** The sessions have ended: their sockets close. */
  endSessions(sessionIds: readonly Id[]): void;
  /** Closes the sockets that have fallen silent or whose session has expired. */
  sweep(): void;
  /** Waits until everything announced so far was sent. */
  settled(): Promise<void>;
  closeAll(): void;
  readonly size: number;
}

const RESYNC = JSON.stringify({ op: 'resync' });

export const createHub = (store: Store, clock: Clock, onError: (error: unknown) => void): Hub => {
  const connections = new Set<Connection>();
  /** What the listening connections may read, as of `version`. */
  const listeners = new Map<Connection, ReadonlySet<Bucket>>();
  let version = '';
  let queue: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  /** The last page each person waits for. */
  const pages = new Map<Id, Promise<void>>();
  const pageInTurn = (personId: Id, work: () => Promise<void>): Promise<void> => {
    const page = (pages.get(personId) ?? Promise.resolve()).then(() => inTurn(work));
    const settled = page.catch(() => undefined);
    pages.set(personId, settled);
    void settled.then(() => {
      if (pages.get(personId) === settled) pages.delete(personId);
    });
    return page;
  };

  /**
   * Reads the readers' buckets anew if any membership has changed, in the very snapshot the documents are read from:
   * nobody is sent a state of a document that was written after they had lost the right to it.
   */
  const refresh = async (reader: Reader): Promise<readonly Connection[]> => {
    const present = await readMembershipVersion(reader);
    if (present === version) return [];
    const changed: Connection[] = [];
    const bySubject = new Map<string, ReadonlySet<Bucket>>();
    for (const [connection, before] of listeners) {
      const { session } = connection;
      const key = `${session.personId} ${session.deviceClass}`;
      const after = bySubject.get(key) ?? new Set(await loadReadableBuckets(reader, session));
      bySubject.set(key, after);
      if (isSameSet(before, after)) continue;
      listeners.set(connection, after);
      changed.push(connection);
    }
    // Only now: a read that failed on the way must be made up for, or somebody would keep a right they have lost.
    version = present;
    return changed;
  };

  /** What could not be told is pulled instead; the next change would move replicas past it for good. */
  const tellOrResync = async (committed: Committed): Promise<void> => {
    try {
      await tell(committed);
    } catch (error) {
      for (const connection of listeners.keys()) connection.send(RESYNC);
      throw error;
    }
  };

  const tell = async ({ changes }: Committed): Promise<void> => {
    const { resync, loaded } = await store.snapshot(async (reader) => ({
      resync: await refresh(reader),
      loaded: await loadCommitted(reader, changes),
    }));
    const toText = createTexts(loaded);
    for (const [connection, buckets] of listeners) {
      const text = toText(buckets);
      if (text !== undefined) connection.send(text);
    }
    for (const connection of resync) connection.send(RESYNC);
  };

  const endSessions = (sessionIds: readonly Id[]): void => {
    for (const connection of connections) {
      if (!sessionIds.includes(connection.session.id)) continue;
      listeners.delete(connection);
      connection.close(CLOSE_CODES.unauthenticated);
    }
  };

  return {
    add: (connection) => {
      // One that is closing already counts no more, or a peer that never answers would hold that place for all others.
      const sockets = [...connections].filter(
        ({ session, isOpen }) => session.id === connection.session.id && isOpen,
      );
      connections.add(connection);
      if (sockets.length >= LIMITS.socketsPerSession) sockets[0]?.close(CLOSE_CODES.rateLimited);
    },
    remove: (connection) => {
      connections.delete(connection);
      listeners.delete(connection);
    },
    inTurn,
    pageInTurn,
    listen: (connection) =>
      inTurn(async () => {
        await store.snapshot(async (reader) => {
          for (const changed of await refresh(reader)) changed.send(RESYNC);
          // The ticket may have been issued right before the session was revoked.
          if ((await findSession(reader, connection.session.id, clock.now())) === undefined) {
            connection.close(CLOSE_CODES.unauthenticated);
            return;
          }
          const buckets = new Set(await loadReadableBuckets(reader, connection.session));
          if (connections.has(connection)) listeners.set(connection, buckets);
        });
      }),
    announce: (committed) => {
      // Before anything is told: whose session has ended hears nothing of it any more.
      endSessions(committed.endedSessions ?? []);
      void inTurn(() => tellOrResync(committed)).catch(onError);
    },
    endSessions,
    sweep: () => {
      const limit = clock.now() - LIMITS.silence;
      for (const connection of connections) {
        if (connection.heardAt < limit) connection.close(CLOSE_CODES.silence);
        else if (connection.session.expiresAt <= clock.now()) connection.close(CLOSE_CODES.unauthenticated);
      }
    },
    settled: () => queue,
    closeAll: () => {
      for (const connection of connections) connection.close(CLOSE_CODES.goingAway);
    },
    get size() {
      return connections.size;
    },
  };
};

/** Readers with the same right to what has changed get the same string, made once. */
const createTexts = (loaded: Loaded): ((buckets: ReadonlySet<Bucket>) => string | undefined) => {
  const relevant = new Set<string>(loaded.changes.map(({ bucket }) => bucket));
  for (const { buckets } of loaded.documents.values()) for (const bucket of buckets) relevant.add(bucket);
  const known = new Map<string, string | undefined>();
  return (buckets) => {
    const key = [...buckets].filter((bucket) => relevant.has(bucket)).join(' ');
    if (known.has(key)) return known.get(key);
    const change = toLiveChange(loaded, buckets);
    const text = change && JSON.stringify({ op: 'change', ...change });
    known.set(key, text);
    return text;
  };
};

const isSameSet = (left: ReadonlySet<Bucket>, right: ReadonlySet<Bucket>): boolean =>
  left.size === right.size && [...left].every((bucket) => right.has(bucket));
