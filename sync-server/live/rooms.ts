import type { RefusalKind } from '#core/access/refusal.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import type { Committed } from '#server/commands/door.job.ts';
import { loadReadableBuckets, type Subject } from '#server/commands/readable.ts';
import { readBuckets } from '#server/feed/numbering.ts';
import { loadMeeting } from '#server/features/meetings/live/log.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { findEntry, findWallEntry, meets } from './entry.ts';
import { createRoom, type Listener, type Room } from './room.ts';

/** A socket that wants to be shown a conference. */
export interface Visitor extends Listener {
  readonly isOpen: boolean;
  /** `wall`: nobody's, a device that shows this one conference. */
  readonly session: Subject & { readonly id: Id; readonly wall?: Id };
}

/** What a socket asks; `as`: with the eyes of the wall. */
export interface JoinRequest {
  readonly id: number;
  readonly conferenceId: Id;
  readonly as?: 'wall' | undefined;
}

/** The conferences that somebody is shown, each with everybody who is shown it. */
export interface Rooms {
  /** Shows the conference, or says why not. A socket is shown one at a time; asked again, it gets the whole again. */
  join(visitor: Visitor, request: JoinRequest): Promise<void>;
  leave(listener: Listener): void;
  /** What was committed; call it in the order of the commits. */
  announce(committed: Committed): void;
  /** Waits until everything announced so far was taken in. */
  settled(): Promise<void>;
  close(): void;
  readonly size: number;
}

/** Calls later what is not to be called now; returns how to call it off. */
export type Later = (work: () => void, milliseconds: number) => () => void;

export interface RoomsOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
  readonly later?: Later;
  /** Keys that lie outside of the store; without them nobody is told that they demand secrecy. */
  readonly findKey?: (name: string) => Uint8Array | undefined;
}

const byTimer: Later = (work, milliseconds) => {
  const timer = setTimeout(work, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};

/** A room with the time of its last frame, and the frame that waits. */
interface Place {
  readonly room: Room;
  toldAt: number;
  callOff: (() => void) | undefined;
}

export const createRooms = ({
  store,
  clock,
  onError,
  findKey = () => undefined,
  later = byTimer,
}: RoomsOptions): Rooms => {
  const places = new Map<Id, Place>();
  const whereabouts = new Map<Listener, Id>();
  let queue: Promise<void> = Promise.resolve();
  /** Joins and commits one after the other: nobody misses what is committed while they come. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const leave = (listener: Listener): void => {
    const conferenceId = whereabouts.get(listener);
    if (conferenceId === undefined) return;
    whereabouts.delete(listener);
    const place = places.get(conferenceId);
    place?.room.leave(listener);
    if (place === undefined || place.room.members.size > 0) return;
    place.callOff?.();
    places.delete(conferenceId);
  };

  const showNot = (listener: Listener, conferenceId: Id, reason: RefusalKind): void => {
    if (whereabouts.get(listener) === conferenceId) leave(listener);
    listener.send(JSON.stringify({ op: 'not-shown', conferenceId, reason }));
  };

  /** At once, and then at most so often. */
  const tellSoon = (place: Place): void => {
    if (!place.room.isBehind || place.callOff !== undefined) return;
    const tell = (): void => {
      place.callOff = undefined;
      place.toldAt = clock.now();
      place.room.tell();
    };
    const rest = place.toldAt + LIMITS.frameInterval - clock.now();
    // More than all of it: the clock was set back.
    if (rest <= 0 || rest > LIMITS.frameInterval) tell();
    else place.callOff = later(tell, rest);
  };

  const enter = async (visitor: Visitor, { id, conferenceId, as }: JoinRequest): Promise<void> => {
    const { session } = visitor;
    const isDevice = session.wall !== undefined;
    const entry = await store.snapshot((reader) =>
      isDevice
        ? findWallEntry(reader, session.id, conferenceId)
        : findEntry(reader, session, conferenceId, { now: clock.now(), findKey }),
    );
    if (!visitor.isOpen) return;
    const isNew = !places.has(conferenceId);
    if (typeof entry === 'string' || (isNew && places.size >= LIMITS.rooms)) {
      showNot(visitor, conferenceId, typeof entry === 'string' ? entry : 'unavailable');
      return;
    }
    if (whereabouts.get(visitor) !== conferenceId) leave(visitor);
    const place = places.get(conferenceId) ?? {
      room: createRoom(conferenceId, entry),
      toldAt: 0,
      callOff: undefined,
    };
    places.set(conferenceId, place);
    whereabouts.set(visitor, conferenceId);
    place.room.placed = entry.placed;
    const member = {
      listener: visitor,
      subject: isDevice ? null : session,
      isWall: isDevice || as === 'wall',
      buckets: entry.buckets,
    };
    place.room.join(member, { id, now: clock.now(), own: entry.own });
  };

  /** Takes everybody out of the rooms who may not be there any more, before anything else is told. */
  const review = async ({ changes, membershipChanged }: Committed): Promise<void> => {
    const moved = new Set(changes.map(({ documentId }) => documentId));
    for (const [conferenceId, { room }] of places) {
      if (membershipChanged.length === 0 && !moved.has(conferenceId)) continue;
      const gone = await store.snapshot(async (reader) => {
        room.placed = new Set(await readBuckets(reader, conferenceId));
        for (const member of room.members.values()) {
          if (membershipChanged.length > 0 && member.subject !== null)
            member.buckets = new Set(await loadReadableBuckets(reader, member.subject));
        }
        return [...room.members.values()].filter(
          ({ subject, buckets }) => subject !== null && !meets(room.placed, buckets),
        );
      });
      for (const { listener } of gone) showNot(listener, conferenceId, 'not-found');
    }
  };

  const takeIn = async (committed: Committed): Promise<void> => {
    await review(committed);
    const { meetings = [], turnouts = [] } = committed;
    for (const { conferenceId, seq, events } of meetings) {
      const room = places.get(conferenceId)?.room;
      if (room === undefined || room.take(seq, events)) continue;
      const whole = await store.snapshot((reader) => loadMeeting(reader, conferenceId));
      if (whole !== undefined) room.replace(whole.meeting, whole.seq);
    }
    for (const { conferenceId, voteId, turnout } of turnouts)
      places.get(conferenceId)?.room.countTurnout(voteId, turnout);
    for (const { conferenceId } of [...meetings, ...turnouts]) {
      const place = places.get(conferenceId);
      if (place !== undefined) tellSoon(place);
    }
  };

  return {
    join: (visitor, request) => inTurn(() => enter(visitor, request)),
    leave,
    announce: (committed) => {
      void inTurn(() => takeIn(committed)).catch(onError);
    },
    settled: () => queue,
    close: () => {
      for (const { callOff } of places.values()) callOff?.();
      places.clear();
      whereabouts.clear();
    },
    get size() {
      return places.size;
    },
  };
};
