import type { RefusalKind } from '../../access/refusal.ts';
import type { RollStatus } from '../outcome.ts';
import type { PersonName } from '../../kernel/document.ts';
import { accept, refuse, type Result } from '../../kernel/result.ts';
import type { Group } from '../../groups/group.ts';
import type { RuleSet } from '../../votes/rule-set.ts';
import type { Conference } from '../conference.ts';
import type { RollEntry } from '../outcome.ts';
import type { MeetingEvent, Opening } from './events.ts';
import type { Circumstances } from './live-command.ts';
import type { Roll } from './meeting.ts';
import { mayOpen } from './policy.ts';

/**
 * Opens a sitting: the roll is made from the body and whom the conference names, the rules are frozen. Whoever opens it
 * instead of its chair has the chair from then on. Refused as `forbidden`, or as `not-open` where it has ended or was
 * cancelled; opened already, nothing happens.
 */
export const openMeeting = (
  conference: Conference,
  body: Group,
  ruleSet: RuleSet | null,
  { actor, me, now }: Circumstances,
): Result<readonly MeetingEvent[], RefusalKind> => {
  if (!mayOpen(actor, conference)) return refuse('forbidden');
  if (conference.state === 'open') return accept([]);
  if (conference.state !== 'planned' && conference.state !== 'invited') return refuse('not-open');
  const opening: Opening = {
    conferenceId: conference.id,
    body: conference.body,
    title: conference.title,
    briefing: conference.briefing,
    ruleSet,
    secondCall: conference.secondCall,
    openedAt: now,
    chair: me,
    minuteTaker: conference.minuteTaker ?? null,
    roll: toRoll(conference, body, me),
  };
  return accept([{ type: 'opened', opening }]);
};

/** Members with their voting status; whoever else is named is a guest and counts nowhere. Guests of the body do not either. */
const toRoll = (conference: Conference, body: Group, chair: PersonName): Roll => {
  const { minuteTaker, guests } = conference;
  const named = [...guests, conference.chair, chair, ...(minuteTaker === undefined ? [] : [minuteTaker])];
  const entries: RollEntry[] = [
    ...named.map((person) => toExpected(person, 'guest')),
    ...body.members.map(({ person, function: place, votingStatus }) =>
      toExpected(person, place === 'guest' ? 'guest' : votingStatus),
    ),
  ];
  return Object.fromEntries(
    entries.map((entry) => [
      entry.person.id,
      // Whoever opens it is there.
      entry.person.id === chair.id ? { ...entry, presence: 'present' } : entry,
    ]),
  );
};

/** Somebody of whom nothing is known yet. */
export const toExpected = (person: PersonName, status: RollStatus): RollEntry => ({
  person,
  status,
  presence: 'expected',
});
