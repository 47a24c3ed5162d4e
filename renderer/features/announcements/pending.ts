import type { Id } from '#core/kernel/id.ts';
import { toTargetId, type CommandArgs, type CommandName } from '#core/protocol/commands.ts';
import type { Pending } from '#core/protocol/overlay.ts';

/** A command of one kind in the outbox. */
export interface Entry<Name extends CommandName> {
  readonly mid: Id;
  readonly args: CommandArgs<Name>;
  readonly state: Pending['delivery']['state'];
}

/** The commands of one kind that aim at a document, in the order of writing. */
export const findEntries = <Name extends CommandName>(
  outbox: readonly Pending[] | undefined,
  name: Name,
  targetId: Id,
): readonly Entry<Name>[] =>
  (outbox ?? []).flatMap(({ command, hints, delivery }) =>
    isNamed(command, name) && toTargetId(command, hints.me.id) === targetId
      ? [{ mid: command.mid, args: command.args, state: delivery.state }]
      : [],
  );

const isNamed = <Name extends CommandName>(
  command: Pending['command'],
  name: Name,
): command is Extract<Pending['command'], { name: Name }> => command.name === name;

/** Whether a command is about an announcement, be it of its author or of a reader. */
export const isAbout = ({ command }: Pending, announcementId: Id): boolean => {
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
      return false;
  }
};
