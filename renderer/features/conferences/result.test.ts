import { describe, expect, it } from 'vitest';
import { toResultSentence, type Told } from './result.ts';

const told: Told = {
  voteKind: 'yes-no',
  options: [],
  counts: { yes: 28, no: 9, abstain: 4, invalid: 0 },
  outcome: 'accepted',
  elected: [],
  citation: '§ 13 Abs. 3 KonfO',
  verified: true,
};

describe('the sentence of a result', () => {
  it('names numbers and rule', () => {
    expect(toResultSentence(told)).toBe(
      'Angenommen mit 28 Ja, 9 Nein bei 4 Enthaltungen (§ 13 Abs. 3 KonfO)',
    );
    expect(
      toResultSentence({ ...told, outcome: 'rejected', counts: { yes: 9, no: 28, abstain: 1, invalid: 2 } }),
    ).toBe('Abgelehnt mit 9 Ja, 28 Nein bei 1 Enthaltung (2 ungültige Stimmen) (§ 13 Abs. 3 KonfO)');
  });

  it('says so where all agree, and calls no abstention a consent', () => {
    expect(toResultSentence({ ...told, counts: { yes: 41, no: 0, abstain: 0, invalid: 0 } })).toBe(
      'Einstimmig angenommen mit 41 Ja (§ 13 Abs. 3 KonfO)',
    );
  });

  it('asserts no rule that nobody has read', () => {
    expect(toResultSentence({ ...told, verified: false })).toBe(
      'Angenommen mit 28 Ja, 9 Nein bei 4 Enthaltungen (Regel nicht geprüft)',
    );
  });

  it('names who was elected, and with how many votes', () => {
    const election: Told = {
      ...told,
      voteKind: 'election',
      options: ['Katharina Brandt', 'Yusuf Demirel'],
      counts: { options: [12, 29], abstain: 0, invalid: 0 },
      outcome: 'elected',
      elected: ['Yusuf Demirel'],
    };
    expect(toResultSentence(election)).toBe(
      'Gewählt: Yusuf Demirel, Stimmen: Yusuf Demirel 29, Katharina Brandt 12 (§ 13 Abs. 3 KonfO)',
    );
  });
});
