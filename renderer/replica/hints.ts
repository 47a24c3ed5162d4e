import { toPersonName } from '#core/directory/person.ts';
import type { Id } from '#core/kernel/id.ts';
import type { OutboxCommand } from '#core/protocol/commands.ts';
import type { DocumentKind } from '#core/protocol/documents.ts';
import type { Hints, Painted } from '#core/protocol/overlay.ts';

/** Reads one document as the screen shows it. */
type ReadOne = <Kind extends DocumentKind>(kind: Kind, id: Id) => Promise<Painted<Kind> | undefined>;

/** Adds what painting the command will need and the caller has not said: groups, announcement, person. */
export const completeHints = async (command: OutboxCommand, hints: Hints, read: ReadOne): Promise<Hints> => {
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
    case 'edit-announcement':
    case 'withdraw-announcement':
    case 'rename-group':
    case 'remove-member':
    case 'import-staff':
    case 'set-group-devices':
      return hints;
  }
};
