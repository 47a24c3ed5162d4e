import type { PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { RollEntry } from '#core/meetings/outcome.ts';
import type { Hand, MeetingView, VoteView } from '#core/meetings/view.ts';
import { toId } from './documents.ts';

/** When the conference of the tests was opened. */
export const OPENED = Date.parse('2026-11-23T14:04:00+01:00');

const NAMES = [
  ['Vol', 'Volkmar', 'Ilse'],
  ['Bra', 'Brandt', 'Katharina'],
  ['Tau', 'Tausendfreund', 'Miriam'],
  ['Hag', 'Hagemann', 'Bernd'],
  ['Rei', 'Reinhardt-Schönefeld', 'Claudia'],
  ['Wie', 'Wiechert', 'Jonas'],
  ['Yıl', 'Yıldız', 'Elif'],
] as const;

/** The people of the tests: a chair first, then members; beyond the named ones they are numbered. */
export const toPerson = (place: number): PersonName => {
  const [shortCode, lastName, firstName] = NAMES[place] ?? [`P${place}`, `Person${place}`, 'Pat'];
  return { id: toId(100 + place), shortCode, lastName, firstName };
};
export const CHAIR = toPerson(0);

export const toRoll = (count: number, presence: RollEntry['presence'] = 'present'): Record<Id, RollEntry> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, place) => [
      toPerson(place).id,
      { person: toPerson(place), status: 'entitled', presence } satisfies RollEntry,
    ]),
  );

export const toHand = (place: number, kind: Hand['kind'] = 'speech', listed = false): Hand => ({
  id: toId(500 + place),
  person: toPerson(place),
  kind,
  listed,
});

export const ITEM: NonNullable<MeetingView['item']> = {
  id: toId(204),
  label: '4',
  title: 'Private Mobilgeräte in den Klassen 5 bis 10',
  itemKind: 'resolution',
  calledAt: OPENED + 40 * 60_000,
  restricted: false,
};

export const toVote = (change: Partial<VoteView> = {}): VoteView => ({
  id: toId(301),
  itemId: ITEM.id,
  wording:
    'Private Mobilgeräte bleiben in den Klassen 5 bis 10 während des gesamten Schultags ausgeschaltet.',
  voteKind: 'yes-no',
  options: [],
  seats: 1,
  procedure: 'open',
  phase: 'running',
  entitled: 74,
  present: 61,
  turnout: 12,
  openedAt: OPENED + 60 * 60_000,
  demandable: true,
  ...change,
});

/** The vote when 38 of 61 have said yes. */
export const toAccepted = (change: Partial<VoteView> = {}): VoteView =>
  toVote({
    phase: 'decided',
    counts: { yes: 38, no: 16, abstain: 7, invalid: 0 },
    decision: {
      quorate: true,
      outcome: 'accepted',
      base: 54,
      needed: 28,
      elected: [],
      runOff: [],
      citation: '§ 13 Abs. 3 KonfO',
      verified: true,
    },
    ...change,
  });

/** A conference in its fourth item, with a speaker and four on the list. */
export const toView = (change: Partial<MeetingView> = {}): MeetingView => ({
  phase: 'open',
  title: 'Gesamtlehrerkonferenz',
  body: 'Gesamtlehrerkonferenz',
  briefing: false,
  openedAt: OPENED,
  chair: CHAIR,
  minuteTaker: null,
  locked: false,
  settled: [201, 202, 203].map((id) => ({ id: toId(id), state: 'done' })),
  item: ITEM,
  presence: {
    entitled: 74,
    present: 61,
    excused: 6,
    inRoom: 63,
    needed: 38,
    quorate: true,
    citation: '§ 13 Abs. 2 KonfO',
    verified: true,
  },
  speakers: {
    closed: false,
    speaking: { hand: toHand(2), since: OPENED + 61 * 60_000 },
    hands: [toHand(3, 'order'), toHand(4), toHand(5, 'question'), toHand(6, 'speech', true)],
    last: null,
  },
  vote: null,
  lobby: [],
  roll: toRoll(7),
  ...change,
});
