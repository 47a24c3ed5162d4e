import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AGENDA,
  EVERYBODY,
  openSitting,
  toCommand,
  toId,
  toPerson,
  type Sitting,
} from '#tests/support/meetings/sitting.ts';
import { liveCommands } from '../live-commands.ts';
import { meetingPartsSchema } from '../view.ts';
import { toAudience } from './audience.ts';
import { foldAll } from './fold.ts';
import type { LiveCommand } from './live-command.ts';
import type { Meeting } from './meeting.ts';
import { toChangedParts, toParts, toRollView } from './parts.ts';
import { countRoll } from './presence.ts';

const person = fc.constantFrom(...EVERYBODY);
const people = fc.uniqueArray(person, { maxLength: 4 }).map((codes) => codes.map(toId));
const itemId = fc.constantFrom(...Object.keys(AGENDA)).map(toId);
const handId = fc.integer({ min: 0, max: 12 }).map((number) => toId(`hand${number}`));
const kind = fc.constantFrom('speech', 'question', 'order');
const presence = fc.constantFrom('expected', 'present', 'excused', 'absent', 'left');

/** Any command, sensible or not. */
const command: fc.Arbitrary<LiveCommand> = fc.oneof(
  { arbitrary: fc.constant(toCommand('check-in')), weight: 4 },
  { arbitrary: fc.constant(toCommand('check-out')), weight: 1 },
  {
    arbitrary: fc.record({ itemId, handId, kind }).map((args) => toCommand('raise-hand', args)),
    weight: 8,
  },
  { arbitrary: handId.map((id) => toCommand('lower-hand', { handId: id })), weight: 2 },
  {
    arbitrary: fc
      .record({ itemId, handId, kind, personId: person.map(toId) })
      .map((args) => toCommand('list-hand', args)),
    weight: 3,
  },
  {
    arbitrary: fc
      .tuple(
        fc.constantFrom('call-speaker', 'finish-speaker', 'skip-speaker', 'put-speaker-back' as const),
        handId,
      )
      .map(([name, id]) => toCommand(name as 'call-speaker', { handId: id })),
    weight: 4,
  },
  { arbitrary: itemId.map((id) => toCommand('call-item', { itemId: id })), weight: 4 },
  {
    arbitrary: fc
      .record({ itemId, state: fc.constantFrom('done', 'deferred') })
      .map((args) => toCommand('settle-item', args)),
    weight: 1,
  },
  {
    arbitrary: fc.record({ itemId, closed: fc.boolean() }).map((args) => toCommand('set-list-closed', args)),
    weight: 1,
  },
  {
    arbitrary: fc.record({ personIds: people, presence }).map((args) => toCommand('set-presence', args)),
    weight: 2,
  },
  { arbitrary: people.map((ids) => toCommand('all-present-except', { personIds: ids })), weight: 1 },
  { arbitrary: person.map((code) => toCommand('admit-guest', { personId: toId(code) })), weight: 1 },
  { arbitrary: person.map((code) => toCommand('send-out', { personId: toId(code) })), weight: 1 },
  { arbitrary: person.map((code) => toCommand('take-chair', { personId: toId(code) })), weight: 1 },
  { arbitrary: fc.boolean().map((locked) => toCommand('set-locked', { locked })), weight: 1 },
);

/** The chair gives most of them, or little would ever happen. */
const steps = fc.array(
  fc.record({ by: fc.oneof(fc.constant('Lei'), person), command, twice: fc.boolean() }),
  { maxLength: 60 },
);

const isRestricted = ({ item }: Meeting): boolean => item !== null && item.circle !== null;

/** Plays the steps and looks at the sitting after each of them. */
const play = (look: (sitting: Sitting) => void, ends = false): void => {
  fc.assert(
    fc.property(steps, (played) => {
      const sitting = openSitting();
      for (const { by, command: given, twice } of played) {
        sitting.give(by, given);
        if (twice) sitting.give(by, given);
        look(sitting);
      }
      if (ends) sitting.give('Lei', toCommand('close-conference'));
      look(sitting);
    }),
    { numRuns: 150 },
  );
};

describe('whatever is done in a sitting', () => {
  it('[LIVE1] its events make exactly the state it has', () => {
    play(({ events, meeting }) => {
      expect(foldAll(JSON.parse(JSON.stringify(events)) as typeof events)).toEqual(meeting);
    }, true);
  });

  it('[LIVE2] nobody has two hands raised, and only who is there has one', () => {
    play(({ meeting: { speakers, roll, item } }) => {
      const raised = speakers.hands.map((hand) => hand.person.id);
      expect(new Set(raised).size).toBe(raised.length);
      for (const id of raised) expect(roll[id]?.presence).toBe('present');
      if (item === null) expect(speakers.hands).toEqual([]);
    });
  });

  it('[LIVE2] points of order stand before all else, and each kind in the order of arrival, unless the chair moved one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ by: person, kind, down: fc.boolean(), call: fc.boolean() }), { maxLength: 40 }),
        (raises) => {
          const sitting = openSitting();
          sitting.give('Lei', toCommand('all-present-except', { personIds: [] }));
          sitting.give('Lei', toCommand('call-item', { itemId: toId('Haushalt') }));
          const arrived: string[] = [];
          raises.forEach(({ by, kind: wanted, down, call }, index) => {
            const id = toId(`h${index}`);
            sitting.give(by, toCommand('raise-hand', { itemId: toId('Haushalt'), handId: id, kind: wanted }));
            arrived.push(id);
            const [first] = sitting.meeting.speakers.hands;
            if (call && first !== undefined)
              sitting.give('Lei', toCommand('call-speaker', { handId: first.id }));
            if (down) sitting.give(by, toCommand('lower-hand', { handId: id }));
          });
          const { hands } = sitting.meeting.speakers;
          const expected = [...hands].sort(
            (left, right) =>
              Number(right.kind === 'order') - Number(left.kind === 'order') ||
              arrived.indexOf(left.id) - arrived.indexOf(right.id),
          );
          expect(hands).toEqual(expected);
        },
      ),
    );
  });

  it('[LIVE3] the roll adds up: everybody has one presence, and the quorum counts a part of them', () => {
    play(({ meeting }) => {
      const entries = Object.values(meeting.roll);
      const of = (wanted: string): number => entries.filter((entry) => entry.presence === wanted).length;
      const sum = ['expected', 'present', 'excused', 'absent', 'left'].map(of).reduce((a, b) => a + b, 0);
      expect(sum).toBe(entries.length);
      for (const item of [null, meeting.item]) {
        const count = countRoll(meeting, item);
        expect(count.inRoom).toBe(of('present'));
        expect(count.present + count.excused).toBeLessThanOrEqual(count.entitled);
        expect(count.quorate).toBe(count.present >= count.needed);
      }
      for (const entry of entries) {
        if (entry.presence === 'expected' || entry.presence === 'absent' || entry.presence === 'excused')
          expect([entry.from, entry.until]).toEqual([undefined, undefined]);
      }
    });
  });

  it('[LIVE5] who is outside, and the wall, are told nothing of a restricted item', () => {
    const secrets = Object.keys(AGENDA).filter((title) => title.startsWith('Geheim'));
    play((sitting) => {
      const { meeting } = sitting;
      for (const audience of ['outside', 'wall', 'room'] as const) {
        const isInside = audience === 'room' && isRestricted(meeting);
        const parts = toParts(meeting, audience);
        const text = JSON.stringify([parts, toRollView(meeting, audience)]);
        for (const title of secrets) {
          if (isInside && meeting.item?.title === title) continue;
          expect(text).not.toContain(title);
          expect(text).not.toContain(toId(title));
          expect(text).not.toContain(`"${AGENDA[title]}"`);
        }
        if (audience === 'outside' && meeting.item !== null) expect(parts.speakers.hands).toEqual([]);
      }
      if (isRestricted(meeting)) {
        for (const code of EVERYBODY) {
          const inside = ['Ada', 'Bea', meeting.chair.shortCode].includes(code);
          if (!inside) expect(toAudience(meeting, toId(code))).toBe('outside');
        }
      }
    });
  });

  it('[LIVE4] what was just done is done: the same command again makes nothing happen', () => {
    fc.assert(
      fc.property(steps, (played) => {
        const sitting = openSitting();
        for (const { by, command: given } of played) {
          if (!sitting.give(by, given).ok) continue;
          // Called, finished or passed over again by mistake would be another act; its id tells the door so.
          if (given.name === 'skip-speaker') continue;
          const again = sitting.give(by, given);
          if (again.ok) expect(again.value).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('[LIVE6] parts that say the same are the same, and what has changed is found', () => {
    let before: ReturnType<typeof toParts> | undefined;
    play(({ meeting }) => {
      const after = toParts(meeting, 'room', { before });
      expect(meetingPartsSchema.parse(after)).toEqual(after);
      expect(after).toEqual(toParts(meeting, 'room'));
      if (before !== undefined) {
        const changed = toChangedParts(before, after);
        expect({ ...before, ...changed }).toEqual(after);
        for (const key of Object.keys(after) as (keyof typeof after)[]) {
          if (!(key in changed)) expect(after[key]).toBe(before[key]);
        }
      }
      before = after;
    });
  });

  it('[LIVE4] a stranger, and whoever does not lead, changes nothing but what is theirs', () => {
    const own = new Set(['check-in', 'check-out', 'raise-hand', 'lower-hand']);
    fc.assert(
      fc.property(steps, fc.constantFrom('Ada', 'Ref', 'Gas', 'Fre'), (played, by) => {
        const sitting = openSitting();
        for (const step of played) {
          sitting.give('Lei', step.command.name === 'take-chair' ? toCommand('check-in') : step.command);
          const before = sitting.meeting;
          if (sitting.give(by, step.command).ok && !own.has(step.command.name)) {
            expect(sitting.meeting).toBe(before);
          }
          expect(sitting.meeting.speakers.hands.filter((hand) => hand.person.id !== toId(by))).toEqual(
            before.speakers.hands.filter((hand) => hand.person.id !== toId(by)),
          );
          expect(sitting.meeting.chair).toEqual(toPerson('Lei'));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('[LIVE1] every live command is decided', () => {
    for (const { name } of liveCommands) {
      if (name === 'open-conference') continue;
      const sitting = openSitting();
      const args = { personIds: [], handId: toId('x'), itemId: toId('x'), personId: toId('x') };
      expect(typeof sitting.give('Lei', toCommand(name, args)).ok).toBe('boolean');
    }
  });
});
