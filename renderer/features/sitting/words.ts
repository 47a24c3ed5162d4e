import { toFullName } from '#core/directory/person.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { RollStatus } from '#core/meetings/outcome.ts';
import type { HandKind, VoteView } from '#core/meetings/view.ts';
import { isUnanimous, toResultNumbers, type ResultNumbers } from '#core/votes/result-numbers.ts';
import { list, time } from '#renderer/i18n/format.ts';
import { sittingTexts } from '#renderer/i18n/sitting.ts';
import { voteTexts } from '#renderer/i18n/votes.ts';

export { toFullName };

/** A span in milliseconds as minutes and seconds, "1:40". */
export const toSpan = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.round(milliseconds / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** The wall clock of an instant with its seconds, "09:14:22". */
export const toClockTime = (instant: number): string =>
  `${time(instant)}:${String(Math.floor(instant / 1_000) % 60).padStart(2, '0')}`;

export const toKindWord = (kind: HandKind): string => sittingTexts[kind]();

export const toStatusWord = (status: RollStatus): string => {
  switch (status) {
    case 'entitled':
      return sittingTexts.entitledStatus();
    case 'advisory':
      return sittingTexts.advisoryStatus();
    case 'dormant':
      return sittingTexts.dormantStatus();
    case 'guest':
      return sittingTexts.guestStatus();
  }
};

/** What the result begins with: "Angenommen", "Gewählt: …". */
export const toOutcomeWord = ({
  decision,
  counts,
  undecided,
}: Pick<VoteView, 'decision' | 'counts' | 'undecided'>): string => {
  if (decision === undefined) return undecided === undefined ? voteTexts.undecided() : voteTexts.ruleOpen();
  switch (decision.outcome) {
    case 'elected':
      return voteTexts.elected(list(decision.elected));
    case 'run-off':
      return voteTexts['run-off'](list(decision.runOff));
    case 'accepted':
      return isUnanimous(counts) ? voteTexts.unanimouslyAccepted() : voteTexts.accepted();
    case 'rejected':
    case 'no-quorum':
    case 'chair-decides':
    case 'repeat':
      return voteTexts[decision.outcome]();
  }
};

/** "mit 38 Ja, 16 Nein bei 7 Enthaltungen"; undefined where options were chosen, whose numbers stand beside them. */
export const toNumbersWord = ({ counts }: Pick<VoteView, 'counts'>): string | undefined => {
  if (counts?.yes === undefined || counts.no === undefined) return undefined;
  const said = voteTexts.withNumbers(counts.yes, counts.no, counts.abstain);
  return counts.invalid === 0 ? said : `${said}, ${voteTexts.invalid(counts.invalid)}`;
};

/** The rule in brackets; an unverified one says that it is. */
export const toRuleWord = ({ decision }: Pick<VoteView, 'decision'>): string | undefined => {
  if (decision === undefined) return undefined;
  const { citation, verified } = decision;
  return `(${verified ? citation : [citation, voteTexts.ruleUnverified()].filter((part) => part !== '').join(', ')})`;
};

/** The whole result as one sentence. */
export const toResultSentence = (vote: Pick<VoteView, 'decision' | 'counts' | 'undecided'>): string =>
  [toOutcomeWord(vote), toNumbersWord(vote), toRuleWord(vote)].filter((part) => part !== undefined).join(' ');

/** Options with their votes, most first. */
export const toRanking = (
  vote: Pick<VoteView, 'voteKind' | 'options' | 'counts'>,
): ResultNumbers['options'] => toResultNumbers(vote, vote.counts).options;

/** A person in a list: "Elif Yıldız (Yıl)". */
export const toListed = (person: PersonName): string => `${toFullName(person)} (${person.shortCode})`;
