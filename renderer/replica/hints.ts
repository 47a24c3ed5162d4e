import { toPersonName } from '#core/directory/person.ts';
import type { Id } from '#core/kernel/id.ts';
import { isPlanning, type OutboxCommand, type PlanningCommand } from '#core/protocol/commands.ts';
import type { DocumentKind } from '#core/protocol/documents.ts';
import type { Hints, Painted } from '#core/protocol/overlay.ts';

/** Reads one document as the screen shows it. */
type ReadOne = <Kind extends DocumentKind>(kind: Kind, id: Id) => Promise<Painted<Kind> | undefined>;

/** Adds what painting the command will need and the caller has not said: groups, announcement, person. */
export const completeHints = async (command: OutboxCommand, hints: Hints, read: ReadOne): Promise<Hints> => {
  if (isPlanning(command)) return completePlanningHints(command, hints, read);
  switch (command.name) {
    case 'announce': {
      if (hints.groups !== undefined) return hints;
      const groups = await Promise.all(command.args.groupIds.map((id) => read('group', id)));
      return { ...hints, groups: groups.filter((group) => group !== undefined) };
    }
    case 'acknowledge':
    case 'respond':
    case 'ask-sender':
    case 'remind': {
      if (hints.announcement !== undefined) return hints;
      return { ...hints, announcement: await read('announcement', command.args.announcementId) };
    }
    case 'create-group':
    case 'set-member': {
      if (hints.person !== undefined) return hints;
      const id = command.name === 'create-group' ? command.args.chairId : command.args.personId;
      const person = await read('person', id);
      return person === undefined ? hints : { ...hints, person: toPersonName(person) };
    }
    case 'set-resolution': {
      const { responsibleId } = command.args;
      if (hints.person !== undefined || responsibleId === undefined) return hints;
      const person = await read('person', responsibleId);
      return person === undefined ? hints : { ...hints, person: toPersonName(person) };
    }
    case 'edit-announcement':
    case 'withdraw-announcement':
    case 'rename-group':
    case 'remove-member':
    case 'import-staff':
    case 'set-group-devices':
      return hints;
  }
};

/** The conference a planning command is about, the body and everybody it names. */
const completePlanningHints = async (
  command: PlanningCommand,
  hints: Hints,
  read: ReadOne,
): Promise<Hints> => {
  const people = await Promise.all(toNamedIds(command).map((id) => read('person', id)));
  const conferenceId = await toConferenceId(command, read);
  const conference = conferenceId === undefined ? undefined : await read('conference', conferenceId);
  const group = command.name === 'plan-conference' ? await read('group', command.args.groupId) : undefined;
  return {
    ...hints,
    people: [
      hints.me,
      ...people.filter((person) => person !== undefined).map(toPersonName),
      // Whoever reads no directory knows them from the conference itself.
      ...(conference === undefined ? [] : [conference.chair, ...conference.guests]),
    ],
    ...(conference === undefined ? {} : { conference }),
    ...(group === undefined ? {} : { groups: [group] }),
  };
};

const toConferenceId = async (command: PlanningCommand, read: ReadOne): Promise<Id | undefined> => {
  switch (command.name) {
    case 'plan-conference':
      return undefined;
    case 'edit-conference':
    case 'cancel-conference':
      return command.args.id;
    case 'add-item':
    case 'order-items':
    case 'submit-motion':
    case 'invite':
      return command.args.conferenceId;
    case 'edit-item':
    case 'remove-item':
      return (await read('agenda-item', command.args.id))?.conferenceId;
    case 'withdraw-motion':
    case 'settle-motion':
      return (await read('motion', command.args.id))?.conferenceId;
  }
};

const toNamedIds = (command: PlanningCommand): readonly Id[] => {
  if (command.name === 'plan-conference' || command.name === 'edit-conference') {
    const { chairId, minuteTakerId, guestIds } = command.args;
    return [chairId, ...(minuteTakerId === undefined ? [] : [minuteTakerId]), ...guestIds];
  }
  if (command.name === 'add-item' || command.name === 'edit-item') {
    const { presenterId, guestIds, entitledIds = [], circleIds = [] } = command.args;
    const presenters = presenterId === undefined ? [] : [presenterId];
    return [...new Set([...presenters, ...guestIds, ...entitledIds, ...circleIds])];
  }
  return [];
};
