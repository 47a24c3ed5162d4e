import { findMember } from '#core/groups/group.ts';
import type { Id } from '#core/kernel/id.ts';
import { toItemLabels } from '#core/meetings/agenda.ts';
import { decide } from '#core/meetings/live/decide.ts';
import type { MeetingEvent } from '#core/meetings/live/events.ts';
import { foldAll } from '#core/meetings/live/fold.ts';
import type { Circumstances, LiveCommand, LiveCommandName } from '#core/meetings/live/live-command.ts';
import { toCalledItem, type CalledItem } from '#core/meetings/live/meeting.ts';
import { openMeeting } from '#core/meetings/live/open.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { findRuleSet } from '#core/votes/rule-sets/rule-sets.ts';
import { refused, STORED, type Handler, type Scene, type Stage } from '../../contract.ts';
import { findConference, type KnownConference } from '../known.ts';
import { loadItems } from '../parts.ts';
import { storeVoteEffects } from '../votes/effects.ts';
import { storeEffects } from './effects.ts';
import { appendEvents, loadMeeting, type Logged } from './log.ts';

/** Opens the sitting. */
export const openConference: Handler<CommandArgs<'open-conference'>> = async (scene, { conferenceId }) => {
  const known = await findConference(scene, conferenceId);
  if (!known.ok) return refused(known.refusal);
  const { conference, body } = known.value;
  const ruleSet = (conference.ruleSet === undefined ? undefined : findRuleSet(conference.ruleSet)) ?? null;
  const opened = openMeeting(conference, body, ruleSet, toCircumstances(scene, known.value));
  if (!opened.ok) return refused(opened.refusal);
  await happen(scene, known.value, await loadMeeting(scene.transaction, conferenceId), opened.value);
  return STORED;
};

/** Every other live command: the state of the log, the rule, and what follows. The single writer is the lock. */
export const sit =
  <Name extends LiveCommandName>(name: Name): Handler<CommandArgs<Name> & { readonly conferenceId: Id }> =>
  async (scene, args) => {
    const known = await findConference(scene, args.conferenceId);
    if (!known.ok) return refused(known.refusal);
    const logged = await loadMeeting(scene.transaction, args.conferenceId);
    if (logged === undefined) return refused('not-open');
    const command = { name, args } as LiveCommand;
    const decided = decide(logged.meeting, command, {
      ...toCircumstances(scene, known.value),
      item: command.name === 'call-item' ? await findItem(scene, command.args) : undefined,
    });
    if (!decided.ok) return refused(decided.refusal);
    await happen(scene, known.value, logged, decided.value);
    return STORED;
  };

/** Writes what has happened into the log, stores the documents that follow, and lets the room hear of it. */
export const happen = async (
  stage: Stage,
  known: KnownConference,
  before: Logged | undefined,
  events: readonly MeetingEvent[],
): Promise<void> => {
  const after = foldAll(events, before?.meeting);
  if (events.length === 0 || after === undefined) return;
  const conferenceId = known.conference.id;
  const seq = await appendEvents(stage.transaction, conferenceId, {
    before: before?.seq ?? 0,
    events,
    now: stage.now,
  });
  stage.sat({ conferenceId, seq, events });
  await storeEffects(stage, known, after, events);
  if (before !== undefined) await storeVoteEffects(stage, known, before.meeting, events);
};

const toCircumstances = (scene: Scene, { conference, body }: KnownConference): Circumstances => {
  const member = findMember(body, scene.me.id);
  const isNamed = conference.guests.some(({ id }) => id === scene.me.id);
  const standing =
    member === undefined
      ? isNamed
        ? 'guest'
        : undefined
      : member.function === 'guest'
        ? 'guest'
        : member.votingStatus;
  return { actor: scene.actor, me: scene.me, now: scene.now, standing };
};

/** The item as it stands on this conference's agenda now. */
const findItem = async (
  stage: Stage,
  { conferenceId, itemId }: { readonly conferenceId: Id; readonly itemId: Id },
): Promise<CalledItem | undefined> => {
  const items = await loadItems(stage, conferenceId);
  const item = items.find(({ id }) => id === itemId);
  return item && toCalledItem(item, toItemLabels(items).get(itemId) ?? '', stage.now);
};
