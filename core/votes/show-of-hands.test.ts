import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findImpossible } from './count.ts';
import { isAllOf, toCount } from './decide-vote.ts';
import { readHands, writeHands, type HandsContext, type HandsLack } from './show-of-hands.ts';
import type { VoteCounts } from './vote-record.ts';

const hands = (line: string, rest: Partial<HandsContext> = {}) =>
  readHands(line, { voteKind: 'yes-no', options: [], seats: 1, people: 41, abstention: 'allowed', ...rest });

const read = (line: string, rest: Partial<HandsContext> = {}): VoteCounts => {
  const reading = hands(line, rest);
  if (!reading.ok) throw new Error(`"${line}" lacks ${JSON.stringify(reading.lack)}`);
  return reading.counts;
};
const lack = (line: string, rest: Partial<HandsContext> = {}): HandsLack | undefined => {
  const reading = hands(line, rest);
  return reading.ok ? undefined : reading.lack;
};
const of = (yes: number, no: number, abstain = 0, invalid = 0): VoteCounts => ({ yes, no, abstain, invalid });

describe('the one line of a show of hands', () => {
  it.each([
    ['einstimmig', of(41, 0)],
    ['Einstimmig.', of(41, 0)],
    ['einstimmig angenommen', of(41, 0)],
    ['einstimmig dafür', of(41, 0)],
    ['dafür einstimmig', of(41, 0)],
    ['einstimmig abgelehnt', of(0, 41)],
    ['einstimmig dagegen bei 2 Enthaltungen', of(0, 39, 2)],
    ['einstimmig bei 3 Enthaltungen', of(38, 0, 3)],
    ['bei drei Enthaltungen einstimmig', of(38, 0, 3)],
    ['einstimmig ohne Enthaltungen', of(41, 0)],
    ['41 dafür, einstimmig', of(41, 0)],
    ['alle dafür', of(41, 0)],
    ['alle dagegen', of(0, 41)],
    ['alle enthalten sich', of(0, 0, 41)],
    ['1 dagegen, 5 enthalten, Rest dafür', of(35, 1, 5)],
    ['1 dagegen, 5 enthalten, die übrigen dafür', of(35, 1, 5)],
    ['einer dagegen, alle anderen dafür', of(40, 1)],
    ['Rest dafür', of(41, 0)],
    ['28 ja 9 nein 4 enthaltungen', of(28, 9, 4)],
    ['28 Ja, 9 Nein bei 4 Enthaltungen', of(28, 9, 4)],
    ['Angenommen mit 28 Ja, 9 Nein bei 4 Enthaltungen', of(28, 9, 4)],
    ['Ja: 28, Nein: 9, Enthaltungen: 4', of(28, 9, 4)],
    ['ja 28 nein 9 enth. 4', of(28, 9, 4)],
    ['28 Ja-Stimmen, 9 Gegenstimmen, 4 Stimmenthaltungen', of(28, 9, 4)],
    ['28 Stimmen dafür und 9 dagegen, 4 enthielten sich', of(28, 9, 4)],
    ['mehrheitlich angenommen bei 3 Gegenstimmen und 2 Enthaltungen', of(36, 3, 2)],
    ['abgelehnt bei 3 Ja-Stimmen', of(3, 38)],
    ['abgelehnt, 25 ja, 16 nein', of(25, 16)],
    ['28 dafür, 9 dagegen, 3 enthalten, 1 ungültig', of(28, 9, 3, 1)],
    ['keine Gegenstimmen, 4 Enthaltungen, Rest dafür', of(37, 0, 4)],
    ['Ja 38, ohne Gegenstimmen, Enthaltungen 3', of(38, 0, 3)],
    ['28 for, 9 against, 4 abstentions', of(28, 9, 4)],
    ['unanimous', of(41, 0)],
  ])('reads "%s"', (line, counts) => {
    expect(read(line)).toEqual(counts);
  });

  it.each<readonly [string, HandsLack]>([
    ['', { kind: 'nothing' }],
    [' , ', { kind: 'nothing' }],
    ['abgelehnt 20:12', { kind: 'side', numbers: [20, 12] }],
    ['20:12', { kind: 'side', numbers: [20, 12] }],
    ['28:9:4', { kind: 'side', numbers: [28, 9, 4] }],
    ['28 ja 9', { kind: 'side', numbers: [28, 9] }],
    ['ja 28 9 nein', { kind: 'side', numbers: [28, 9] }],
    ['28 gegen 9 Stimmen', { kind: 'side', numbers: [28, 9] }],
    ['angenommen', { kind: 'numbers' }],
    ['ja', { kind: 'numbers' }],
    ['alle', { kind: 'numbers' }],
    ['angenommen bei 3 Enthaltungen', { kind: 'people', counted: 3, people: 41 }],
    ['28 ja 9 nein', { kind: 'people', counted: 37, people: 41 }],
    ['28 ja 9 nein 14 enthaltungen', { kind: 'people', counted: 51, people: 41 }],
    ['42 ja', { kind: 'people', counted: 42, people: 41 }],
    ['alle dafür, 3 enthalten', { kind: 'people', counted: 44, people: 41 }],
    ['1 dagegen', { kind: 'people', counted: 1, people: 41 }],
    ['20 ja, 3 nein, 18 ja', { kind: 'twice' }],
    ['Rest dafür, Rest dagegen', { kind: 'twice' }],
    ['einstimmig bei 3 Gegenstimmen', { kind: 'contradiction' }],
    ['einstimmig, 41 enthalten', { kind: 'contradiction' }],
    ['angenommen abgelehnt', { kind: 'contradiction' }],
    ['angenommen mit 10 ja 31 nein', { kind: 'contradiction' }],
    ['etwa 28 ja', { kind: 'word', word: 'etwa' }],
    ['alle bis auf 3 dafür', { kind: 'word', word: 'bis' }],
    ['28 ja 9 nein 4 enthaltungen 👍', { kind: 'word', word: '👍' }],
    ['-3 dagegen, Rest dafür', { kind: 'word', word: '-' }],
    ['1000000 ja', { kind: 'word', word: '1000000' }],
    ['__proto__ ja', { kind: 'word', word: '_' }],
    ['constructor', { kind: 'word', word: 'constructor' }],
  ])('does not guess at "%s" and says what is missing', (line, missing) => {
    expect(lack(line)).toEqual(missing);
  });

  it('lets nobody abstain where the rules forbid it', () => {
    expect(lack('38 ja, 3 enthalten', { abstention: 'forbidden' })).toEqual({ kind: 'abstention-forbidden' });
    expect(read('38 ja, 3 nein, 0 enthalten', { abstention: 'forbidden' })).toEqual(of(38, 3));
  });
});

describe('the line for options and elections', () => {
  const three = { voteKind: 'options' as const, options: ['Montag', 'Dienstag', 'Der Ruhetag'] };
  const two = { voteKind: 'election' as const, options: ['Ada Weiß', 'Ben Öz', 'Cem'], seats: 2 };

  it.each([
    ['1: 20, 2: 15, 3: 2, 4 enthalten', [20, 15, 2], 4],
    ['1=20 2=15 3=2 Enthaltungen 4', [20, 15, 2], 4],
    ['Montag 20, Dienstag 15, der Ruhetag 2, 4 enthalten', [20, 15, 2], 4],
    ['20 für Montag, 15 für Dienstag, 6 enthalten', [20, 15, 0], 6],
    ['1: 20, 2: Rest', [20, 21, 0], 0],
    ['alle für Dienstag', [0, 41, 0], 0],
    ['Rest Dienstag, 5 enthalten', [0, 36, 0], 5],
    ['1: 20, 2: 15, 5 enthalten, 1 ungültig', [20, 15, 0], 5],
  ])('reads "%s"', (line, options, abstain) => {
    expect(read(line, three)).toMatchObject({ options, abstain });
  });

  it.each<readonly [string, HandsLack]>([
    ['1: 20, 2: 15', { kind: 'people', counted: 35, people: 41 }],
    ['20, 15, 6', { kind: 'side', numbers: [20, 15, 6] }],
    ['4: 41', { kind: 'side', numbers: [4, 41] }],
    ['41 ja', { kind: 'numbers' }],
    ['einstimmig', { kind: 'numbers' }],
    ['1: 20, Montag 21', { kind: 'twice' }],
    ['Mittwoch 41', { kind: 'word', word: 'mittwoch' }],
  ])('says what is missing in "%s"', (line, missing) => {
    expect(lack(line, three)).toEqual(missing);
  });

  it('with several seats wants every candidate’s number and at most one vote each from everybody', () => {
    expect(read('Ada Weiß 30, Ben Öz 25, Cem 10, 3 enthalten', two)).toMatchObject({
      options: [30, 25, 10],
      abstain: 3,
    });
    expect(lack('1: 30, 2: 25', two)).toEqual({ kind: 'option', index: 2 });
    expect(lack('1: 30, 2: 25, 3: Rest', two)).toEqual({ kind: 'option', index: 2 });
    expect(lack('1: 40, 2: 25, 3: 10, 3 enthalten', two)).toEqual({ kind: 'option', index: 0 });
    expect(lack('1: 30, 2: 30, 3: 30', two)).toEqual({ kind: 'people', counted: 90, people: 41 });
    expect(lack('1: 10, 2: 5, 3: 5', two)).toEqual({ kind: 'people', counted: 20, people: 41 });
    expect(read('alle enthalten', two)).toMatchObject({ options: [0, 0, 0], abstain: 41 });
  });

  it('reads the name that is meant where one begins like another', () => {
    const options = ['Weber', 'Weber-Klein'];
    expect(read('Weber-Klein 30, Weber 11', { voteKind: 'election', options })).toMatchObject({
      options: [11, 30],
    });
  });
});

describe('every line', () => {
  const context = fc
    .record({
      people: fc.integer({ min: 0, max: 300 }),
      seats: fc.integer({ min: 1, max: 3 }),
      names: fc.integer({ min: 3, max: 6 }),
      voteKind: fc.constantFrom('yes-no' as const, 'options' as const, 'election' as const),
    })
    .map(({ people, seats, names, voteKind }): HandsContext => {
      const options = Array.from({ length: names }, (_, index) => `Wahl ${String.fromCharCode(65 + index)}`);
      return {
        voteKind,
        people,
        seats: voteKind === 'election' ? seats : 1,
        options: voteKind === 'yes-no' ? [] : options,
        abstention: 'allowed',
      };
    });

  it('that reads a count back parses to that count', () => {
    fc.assert(
      fc.property(context, fc.infiniteStream(fc.nat(1_000)), (given, chance) => {
        const next = (max: number): number => (chance.next().value ?? 0) % (max + 1);
        const abstain = next(given.people);
        const invalid = next(given.people - abstain);
        const voters = given.people - abstain - invalid;
        const yes = next(voters);
        const share = (): number[] => {
          const votes = given.options.map(() => 0);
          for (let voter = 0; voter < voters; voter += 1) {
            const first = next(given.options.length - 1);
            const several = 1 + next(given.seats - 1);
            for (let seat = 0; seat < several; seat += 1) {
              const index = (first + seat) % votes.length;
              votes[index] = (votes[index] ?? 0) + 1;
            }
          }
          return votes;
        };
        const counts =
          given.voteKind === 'yes-no'
            ? { yes, no: voters - yes, abstain, invalid }
            : { options: share(), abstain, invalid };
        expect(readHands(writeHands(counts), given)).toEqual({ ok: true, counts });
      }),
    );
  });

  it('that is read at all accounts for everybody who is there, and reads back to itself', () => {
    const word = fc.constantFrom(
      ...['1', '3', '12', '41', 'ja', 'nein', 'dafür', 'dagegen', 'enthalten', 'Rest', 'alle', 'einstimmig'],
      ...[
        'ungültig',
        'angenommen',
        'abgelehnt',
        'ohne',
        'keine',
        'bei',
        'und',
        ',',
        ':',
        'Wahl A',
        '2:',
        '1:',
      ],
    );
    fc.assert(
      fc.property(context, fc.array(word, { maxLength: 10 }), (given, line) => {
        const reading = readHands(line.join(' '), given);
        if (!reading.ok) return;
        expect(isAllOf(given, reading.counts, given.people)).toBe(true);
        const vote = { question: given, entitled: given.people, secondCall: false };
        const count = toCount(vote, given.people, reading.counts, null);
        expect(count && findImpossible(count, 'allowed')).toBeUndefined();
        expect(readHands(writeHands(reading.counts), given)).toEqual(reading);
      }),
      { numRuns: 2_000 },
    );
  });

  it('comes to an end whatever is typed', () => {
    fc.assert(
      fc.property(context, fc.string({ unit: 'grapheme', maxLength: 200 }), (given, line) => {
        expect(typeof readHands(line, given).ok).toBe('boolean');
      }),
    );
  });
});
