import { list, number } from './format.ts';
import { messages, plural } from './catalogue.ts';

/** What the sentence of a result says; null numbers are not said. */
export interface ResultParts {
  readonly outcome:
    'accepted' | 'rejected' | 'no-quorum' | 'chair-decides' | 'repeat' | 'elected' | 'run-off';
  readonly unanimous: boolean;
  readonly yes: number | null;
  readonly no: number | null;
  /** Options or candidates with their votes, most first. */
  readonly options: readonly { readonly name: string; readonly votes: number }[];
  readonly elected: readonly string[];
  readonly runOff: readonly string[];
  readonly abstain: number | null;
  readonly invalid: number | null;
  /** Where the rule stands; undefined where nobody has read it there, so that nothing is asserted. */
  readonly citation: string | undefined;
}

const texts = messages({
  accepted: { de: 'Angenommen', en: 'Accepted' },
  unanimous: { de: 'Einstimmig angenommen', en: 'Accepted unanimously' },
  rejected: { de: 'Abgelehnt', en: 'Rejected' },
  'no-quorum': { de: 'Nicht beschlussfähig, daher ohne Ergebnis', en: 'Not quorate, hence without a result' },
  'chair-decides': { de: 'Stimmengleichheit, der Vorsitz entscheidet', en: 'A tie, the chair decides' },
  repeat: { de: 'Stimmengleichheit, es wird noch einmal abgestimmt', en: 'A tie, to be voted on again' },
  elected: { de: (names: string) => `Gewählt: ${names}`, en: (names: string) => `Elected: ${names}` },
  runOff: {
    de: (names: string) => `Stichwahl zwischen ${names}`,
    en: (names: string) => `Run-off between ${names}`,
  },
  counted: { de: (what: string) => ` mit ${what}`, en: (what: string) => ` with ${what}` },
  among: { de: (what: string) => `, Stimmen: ${what}`, en: (what: string) => `, votes: ${what}` },
  yes: { de: (count: string) => `${count} Ja`, en: (count: string) => `${count} yes` },
  no: { de: (count: string) => `${count} Nein`, en: (count: string) => `${count} no` },
  option: {
    de: (name: string, votes: string) => `${name} ${votes}`,
    en: (name: string, votes: string) => `${name} ${votes}`,
  },
  abstained: {
    de: (count: number) =>
      plural(count, { one: 'bei 1 Enthaltung', other: `bei ${number(count)} Enthaltungen` }),
    en: (count: number) => plural(count, { one: '1 abstention', other: `${number(count)} abstentions` }),
  },
  invalid: {
    de: (count: number) =>
      plural(count, { one: '1 ungültige Stimme', other: `${number(count)} ungültige Stimmen` }),
    en: (count: number) => plural(count, { one: '1 invalid vote', other: `${number(count)} invalid votes` }),
  },
  unread: { de: 'Regel nicht geprüft', en: 'rule not verified' },
});

/** "Angenommen mit 28 Ja, 9 Nein bei 4 Enthaltungen (§ 13 Abs. 3 KonfO)". */
export const toResultWords = (parts: ResultParts): string => {
  const { yes, no, options, abstain, invalid, citation } = parts;
  const counted = [
    ...(yes === null ? [] : [texts.yes(number(yes))]),
    ...(no === null || (parts.unanimous && no === 0) ? [] : [texts.no(number(no))]),
  ].join(', ');
  const among = options.map(({ name, votes }) => texts.option(name, number(votes))).join(', ');
  const rest = [
    ...(abstain === null ? [] : [texts.abstained(abstain)]),
    ...(invalid === null ? [] : [`(${texts.invalid(invalid)})`]),
  ];
  return [
    `${toOutcome(parts)}${counted === '' ? '' : texts.counted(counted)}${among === '' ? '' : texts.among(among)}`,
    ...rest,
    `(${citation ?? texts.unread()})`,
  ].join(' ');
};

const toOutcome = ({ outcome, unanimous, elected, runOff }: ResultParts): string => {
  switch (outcome) {
    case 'accepted':
      return unanimous ? texts.unanimous() : texts.accepted();
    case 'elected':
      return texts.elected(list(elected));
    case 'run-off':
      return texts.runOff(list(runOff));
    case 'rejected':
    case 'no-quorum':
    case 'chair-decides':
    case 'repeat':
      return texts[outcome]();
  }
};
