import type { RefusalKind } from '#core/access/refusal.ts';
import { toFullName } from '#core/directory/person.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Command } from '#core/protocol/commands.ts';
import type { Pending } from '#core/protocol/overlay.ts';
import { groupTexts } from '#renderer/i18n/groups.ts';
import { toFunctionWord, toReasonWords } from './words.ts';

/** A change of a group that has not landed: it waits, is under way, or was refused. */
export interface Change {
  readonly mid: Id;
  /** "Annette Krautwurst kommt dazu". */
  readonly what: string;
  /** The member it is about; undefined for a change of the group itself. */
  readonly personId: Id | undefined;
  /** Only a waiting change can be taken back. */
  readonly state: 'waiting' | 'sent' | 'refused';
  /** Why it was refused, and what to do. */
  readonly why: string | undefined;
}

type GroupCommand = Extract<
  Command,
  { name: 'create-group' | 'rename-group' | 'set-member' | 'remove-member' | 'set-group-devices' }
>;

const isOfGroup = (command: Command, groupId: Id): command is GroupCommand => {
  if (command.name === 'create-group' || command.name === 'rename-group') return command.args.id === groupId;
  if (
    command.name === 'set-member' ||
    command.name === 'remove-member' ||
    command.name === 'set-group-devices'
  )
    return command.args.groupId === groupId;
  return false;
};

const toWhat = (command: GroupCommand, pending: Pending): string => {
  const name = pending.hints.person === undefined ? groupTexts.member() : toFullName(pending.hints.person);
  switch (command.name) {
    case 'create-group':
      return groupTexts.waitingCreate();
    case 'rename-group':
      return groupTexts.waitingRename(command.args.name);
    case 'set-member':
      return groupTexts.waitingPlace(name, toFunctionWord(command.args.function));
    case 'remove-member':
      return command.args.personId === pending.hints.me.id
        ? groupTexts.waitingLeave()
        : groupTexts.waitingRemove(name);
    case 'set-group-devices':
      return command.args.officialOnly ? groupTexts.waitingOfficialOnly() : groupTexts.waitingAllDevices();
  }
};

const toState = (pending: Pending): Change['state'] => {
  switch (pending.delivery.state) {
    case 'waiting':
      return 'waiting';
    case 'sent':
    case 'stored':
      return 'sent';
    case 'conflict':
    case 'refused':
      return 'refused';
  }
};

const toWhy = (command: GroupCommand, reason: RefusalKind): string =>
  toReasonWords(reason, 'name' in command.args ? command.args.name : '');

/** The changes of one group that have not landed, in the order of writing; refused ones last. */
export const toChanges = (
  groupId: Id,
  outbox: readonly Pending[],
  notSaved: readonly Pending[],
): readonly Change[] => {
  const seen = new Set<Id>();
  return [...outbox, ...notSaved].flatMap((pending): Change[] => {
    const { command, delivery } = pending;
    if (!isOfGroup(command, groupId) || seen.has(command.mid) || delivery.state === 'stored') return [];
    seen.add(command.mid);
    return [
      {
        mid: command.mid,
        what: toWhat(command, pending),
        personId: 'personId' in command.args ? command.args.personId : undefined,
        state: toState(pending),
        why: 'reason' in delivery ? toWhy(command, delivery.reason) : undefined,
      },
    ];
  });
};
