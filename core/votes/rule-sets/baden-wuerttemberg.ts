import type { BodyKind, RuleSet } from '../rule-set.ts';
import { open, read } from './source.ts';

/**
 * Konferenzordnung of the Ministry of Education of Baden-Württemberg of 5 June 1984 (KonfO). Read: §§ 1, 10, 12 (1), (2),
 * 13 to 16. Not read: § 12 (6), the period of invitation, which therefore stays open.
 */
const LAW = 'Konferenzordnung Baden-Württemberg vom 5. Juni 1984';

/** What holds for every teachers' conference there; the kinds differ in how often they meet. */
const toTeachersConference = (
  body: Exclude<BodyKind, 'school'>,
  name: string,
  sessions: RuleSet['sessions'],
): RuleSet => ({
  id: `bw-${body}`,
  land: 'BW',
  body,
  name,
  law: LAW,
  quorum: read(
    {
      fraction: { numerator: 1, denominator: 2 },
      strict: true,
      base: 'entitled',
      allInvited: false,
      secondCall: 'same',
    },
    '§ 13 Abs. 2 KonfO',
  ),
  majority: read({ base: 'cast', threshold: 'simple' }, '§ 13 Abs. 3 KonfO'),
  abstention: read('allowed', '§ 13 Abs. 3 KonfO'),
  tie: read('rejected', '§ 13 Abs. 3 KonfO'),
  secrecy: read({ kind: 'on-demand', fraction: { numerator: 1, denominator: 5 } }, '§ 13 Abs. 4 KonfO'),
  proxy: read(false, '§ 13 Abs. 2 KonfO'),
  deputies: open(),
  secondMajority: open(),
  lateItems: open('§ 12 KonfO'),
  invitation: open('§ 12 Abs. 6 KonfO'),
  sessions,
  objection: read(
    { kind: 'teaching-days', count: 7 },
    body === 'staff' ? '§ 16 Abs. 2 KonfO' : '§ 16 Abs. 3 KonfO',
  ),
  circulation: open(),
  minutes: {
    signers: read(['minute-taker', 'chair'], '§ 15 Abs. 4 KonfO'),
    objections: open('§ 15 Abs. 5 KonfO'),
    keepYears: open(),
  },
});

/** Twice where there are conferences of divisions, kinds of school or stages beside it. */
const FOUR_TIMES = read(4, '§ 12 Abs. 1 KonfO');
/** Once in each half of the school year. */
const TWICE = read(2, '§ 12 Abs. 1 KonfO');
const WHEN_NEEDED = read(0, '§ 12 Abs. 1 KonfO');

/** Its ordinance of 8 June 1976 was not read, so every rule of it is open. */
const schoolConference: RuleSet = {
  id: 'bw-school',
  land: 'BW',
  body: 'school',
  name: 'Schulkonferenz',
  law: 'Schulkonferenzordnung Baden-Württemberg vom 8. Juni 1976',
  quorum: open(),
  majority: open(),
  abstention: open(),
  tie: open(),
  secrecy: open(),
  proxy: open(),
  deputies: open('§ 47 SchG'),
  secondMajority: open(),
  lateItems: open(),
  invitation: open(),
  sessions: open(),
  objection: open(),
  circulation: open(),
  minutes: { signers: open(), objections: open(), keepYears: open() },
};

export const badenWuerttemberg: readonly RuleSet[] = [
  toTeachersConference('staff', 'Gesamtlehrerkonferenz', FOUR_TIMES),
  schoolConference,
  toTeachersConference('division', 'Abteilungskonferenz', WHEN_NEEDED),
  toTeachersConference('school-type', 'Schulartkonferenz', WHEN_NEEDED),
  toTeachersConference('stage', 'Stufenkonferenz', WHEN_NEEDED),
  toTeachersConference('year', 'Jahrgangsstufenkonferenz', TWICE),
  toTeachersConference('class', 'Klassenkonferenz', TWICE),
  toTeachersConference('subject', 'Fachkonferenz', WHEN_NEEDED),
];
