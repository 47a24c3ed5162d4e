import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { MeetingEvent } from '#core/meetings/live/events.ts';
import { foldAll } from '#core/meetings/live/fold.ts';
import type { Meeting } from '#core/meetings/live/meeting.ts';
import type { Reader, Transaction } from '#server/storage/contract/storage.ts';

/** A sitting with the number of the last row of its log. */
export interface Logged {
  readonly meeting: Meeting;
  readonly seq: number;
}

interface Row {
  readonly seq: number;
  readonly body: string;
}

/** The form of a row; an older one is read through a step of its own (D13). */
const VERSION = 1;
/** Rows in one read. */
const PAGE = 500;
/** Sittings that are kept folded; one more drops the one that was asked for longest ago. */
const KEPT = 16;

/** Folded before, with the last row it was folded from: a store that was rolled back or exchanged holds another one there. */
const kept = new Map<Id, Logged & { readonly last: string }>();

/**
 * The sitting as its log has it now; undefined if it was never opened. Only rows that are new are read: what was folded
 * before counts if the row it ended with still stands at its number, so no rolled back job leaves a trace.
 */
export const loadMeeting = async (reader: Reader, conferenceId: Id): Promise<Logged | undefined> => {
  const before = kept.get(conferenceId);
  const isCurrent =
    before !== undefined && (await readBody(reader, conferenceId, before.seq)) === before.last;
  let [meeting, seq, last]: [Meeting | undefined, number, string] = isCurrent
    ? [before.meeting, before.seq, before.last]
    : [undefined, 0, ''];
  for (;;) {
    const rows = await reader.all<Row>(
      'select seq, body from meeting_event where conference = ? and seq > ? order by seq limit ?',
      conferenceId,
      seq,
      PAGE,
    );
    for (const row of rows) {
      meeting = foldAll(readEvents(row.body), meeting);
      [seq, last] = [row.seq, row.body];
    }
    if (rows.length < PAGE) break;
  }
  if (meeting === undefined) return undefined;
  keep(conferenceId, { meeting, seq, last });
  return { meeting, seq };
};

/** Adds what has happened, as one row. Returns its number. */
export const appendEvents = async (
  transaction: Transaction,
  conferenceId: Id,
  {
    before,
    events,
    now,
  }: { readonly before: number; readonly events: readonly MeetingEvent[]; readonly now: Instant },
): Promise<number> => {
  const seq = before + 1;
  await transaction.run(
    'insert into meeting_event (conference, seq, at, body) values (?, ?, ?, ?)',
    conferenceId,
    seq,
    now,
    JSON.stringify({ version: VERSION, events }),
  );
  return seq;
};

const readBody = async (reader: Reader, conferenceId: Id, seq: number): Promise<string | undefined> =>
  (
    await reader.get<Pick<Row, 'body'>>(
      'select body from meeting_event where conference = ? and seq = ?',
      conferenceId,
      seq,
    )
  )?.body;

const readEvents = (body: string): readonly MeetingEvent[] =>
  (JSON.parse(body) as { readonly version: number; readonly events: readonly MeetingEvent[] }).events;

const keep = (conferenceId: Id, logged: Logged & { readonly last: string }): void => {
  kept.delete(conferenceId);
  kept.set(conferenceId, logged);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
};
