import { createId, type Id } from '#core/kernel/id.ts';
import type { AgendaItem } from '#core/meetings/conference.ts';
import type { MeetingView } from '#core/meetings/view.ts';
import type { Workspace } from '#renderer/replica/contract.ts';
import { browserTimers } from '#renderer/replica/environment.ts';
import { openLiveLine } from '#renderer/replica/live/live-line.ts';
import { toId } from '#renderer/replica/testing/documents.ts';
import { MeetingServer } from '#renderer/replica/testing/meeting-server.ts';
import { OPENED, toView } from '#renderer/replica/testing/meeting-view.ts';

export const CONFERENCE = toId(1);
export const LINKS = { conference: '/konferenzen/x', chair: '/konferenzen/x/leitung' };
/** When the tests look at the conference: 100 s after the speaker was called. */
export const NOW = OPENED + 61 * 60_000 + 100_000;

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };

/** Lines of the client as they are, to a conference in memory that speaks the protocol. */
export const createTestSitting = (me: Id, view: MeetingView = toView()) => {
  const server = new MeetingServer(CONFERENCE, view);
  const began = Date.now();
  const now = (): number => NOW + Date.now() - began;
  server.now = now;
  let reachable = true;
  const workspace: Pick<Workspace, 'openLive' | 'now' | 'personId' | 'createId'> = {
    personId: me,
    now,
    createId: () => createId(random),
    openLive: (id, eyes) =>
      Promise.resolve(
        openLiveLine(
          {
            clock: { now: () => Date.now() },
            timers: browserTimers,
            random,
            fetchTicket: () =>
              Promise.resolve(reachable ? { ok: true, ticket: 't' } : { ok: false, reason: 'unreachable' }),
            openSocket: server.open,
          },
          id,
          { eyes },
        ),
      ),
  };
  return {
    server,
    workspace,
    /** Takes the server away, or brings it back. */
    cut: (isCut = true): void => {
      reachable = !isCut;
      if (isCut) server.breakLines();
    },
  };
};

const TITLES = [
  'Begrüßung, Beschlussfähigkeit',
  'Niederschrift vom 21. September',
  'Bericht der Schulleitung',
  'Private Mobilgeräte in den Klassen 5 bis 10',
  'Pädagogischer Tag am 3. März 2027',
  'Wahl: zwei Mitglieder der Schulkonferenz',
  'Lehrmittel 2027',
  'Verschiedenes',
];

/** Eight items; the fourth is the one of `toView`. */
export const AGENDA: readonly AgendaItem[] = TITLES.map((title, index) => ({
  id: toId(201 + index),
  kind: 'agenda-item',
  rev: 1,
  inv: 0,
  conferenceId: CONFERENCE,
  body: { id: toId(10), name: 'Gesamtlehrerkonferenz' },
  position: index,
  title,
  itemKind: index === 5 ? 'election' : index < 3 ? 'information' : 'resolution',
  guests: [],
  late: false,
  state: index < 3 ? 'done' : 'open',
}));
