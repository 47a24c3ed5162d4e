import type { Id } from '#core/kernel/id.ts';
import { isPlanning, toTargetId, type CommandName } from '#core/protocol/commands.ts';
import type { Pending } from '#core/protocol/overlay.ts';

/** A command in the outbox. */
export interface Entry {
  readonly mid: Id;
  readonly state: Pending['delivery']['state'];
}

/** The commands of one kind that aim at a document, in the order of writing. */
export const findEntries = (
  outbox: readonly Pending[] | undefined,
  name: CommandName,
  targetId: Id,
): readonly Entry[] =>
  (outbox ?? [])
    .filter(({ command, hints }) => command.name === name && toTargetId(command, hints.me.id) === targetId)
    .map(({ command, delivery }) => ({ mid: command.mid, state: delivery.state }));

/** Whether a command is about an announcement, be it of its author or of a reader. */
export const isAbout = ({ command }: Pending, announcementId: Id): boolean => {
  if (isPlanning(command)) return false;
  switch (command.name) {
    case 'announce':
    case 'edit-announcement':
    case 'withdraw-announcement':
      return command.args.id === announcementId;
    case 'acknowledge':
    case 'respond':
    case 'ask-sender':
    case 'remind':
      return command.args.announcementId === announcementId;
    case 'create-group':
    case 'rename-group':
    case 'set-member':
    case 'remove-member':
    case 'import-staff':
    case 'set-group-devices':
    case 'set-resolution':
      return false;
  }
};
