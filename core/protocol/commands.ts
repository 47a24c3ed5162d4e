import type { z } from 'zod';
import { toSlipId } from '../admin/ids.ts';
import { toReceiptId, toStatusId, toThreadId } from '../announcements/ids.ts';
import type { planningCommands } from '../meetings/commands.ts';
import type { Id } from '../kernel/id.ts';
import type { commandDefinitions } from './command-schema.ts';

type Definition = (typeof commandDefinitions)[number];
export type CommandName = Definition['name'];
/** Commands that may wait in the outbox; their effect is painted. */
export type OutboxName = Extract<Definition, { offline: true }>['name'];
/** Commands that are given only while the server is there, and answered at once. */
export type OnlineName = Exclude<CommandName, OutboxName>;
export type CommandArgs<Name extends CommandName> = z.infer<Extract<Definition, { name: Name }>['args']>;

/** A change somebody asks for. `mid` makes every repeat harmless; `baseRev` is the revision it was written on. */
export type Command = {
  [Name in CommandName]: {
    readonly mid: Id;
    readonly name: Name;
    readonly args: CommandArgs<Name>;
    readonly baseRev?: number | undefined;
  };
}[CommandName];

/** A command as the outbox holds it. */
export type OutboxCommand = Extract<Command, { readonly name: OutboxName }>;

/** A command about a conference that is planned. */
export type PlanningCommand = Extract<
  OutboxCommand,
  { readonly name: (typeof planningCommands)[number]['name'] }
>;

const PLANNING: ReadonlySet<string> = new Set<PlanningCommand['name']>([
  'plan-conference',
  'edit-conference',
  'cancel-conference',
  'add-item',
  'edit-item',
  'remove-item',
  'order-items',
  'submit-motion',
  'withdraw-motion',
  'settle-motion',
  'invite',
]);

/** Whether a command is about a conference that is planned. */
export const isPlanning = (command: OutboxCommand): command is PlanningCommand => PLANNING.has(command.name);

/** The document a command changes first and the screen paints; its revision is what the answer names. */
export const toTargetId = (command: Command, actorId: Id): Id => {
  switch (command.name) {
    case 'announce':
    case 'edit-announcement':
    case 'withdraw-announcement':
    case 'create-group':
    case 'rename-group':
    case 'add-person':
    case 'edit-person':
    case 'set-school':
    case 'set-holidays':
      return command.args.id;
    case 'approve-device':
    case 'revoke-device':
    case 'name-device':
      return command.args.deviceId;
    case 'acknowledge':
    case 'respond':
      return toReceiptId(command.args.announcementId, actorId);
    case 'ask-sender':
      return toThreadId(command.args.announcementId, command.args.askerId);
    case 'remind':
      return toStatusId(command.args.announcementId);
    case 'set-member':
    case 'remove-member':
    case 'set-group-devices':
      return command.args.groupId;
    case 'import-staff':
      return command.args.importId;
    case 'set-role':
    case 'set-flags':
      return command.args.personId;
    case 'issue-slips':
    case 'hand-over-slips':
      return toSlipId(command.args.slips[0]?.personId ?? actorId);
    case 'void-slip':
      return toSlipId(command.args.personId);
    case 'plan-conference':
    case 'edit-conference':
    case 'cancel-conference':
    case 'add-item':
    case 'edit-item':
    case 'remove-item':
    case 'submit-motion':
    case 'withdraw-motion':
    case 'settle-motion':
      return command.args.id;
    case 'order-items':
    case 'invite':
    case 'open-conference':
    case 'close-conference':
    case 'take-chair':
    case 'set-locked':
    case 'check-in':
    case 'check-out':
    case 'set-presence':
    case 'all-present-except':
    case 'admit-guest':
    case 'send-out':
    case 'call-item':
    case 'settle-item':
    case 'raise-hand':
    case 'lower-hand':
    case 'list-hand':
    case 'call-speaker':
    case 'finish-speaker':
    case 'skip-speaker':
    case 'put-speaker-back':
    case 'set-list-closed':
    case 'prepare-vote':
    case 'show-vote':
    case 'open-vote':
    case 'drop-vote':
    case 'cast-ballot':
    case 'support-secrecy':
    case 'close-vote':
    case 'stop-vote':
    case 'enter-count':
    case 'tick-voters':
    case 'enter-paper':
    case 'settle-tie':
    case 'annul-vote':
      return command.args.conferenceId;
    case 'set-resolution':
    case 'object-to-resolution':
    case 'settle-objection':
      return command.args.id;
  }
};

/** The documents over which the effect of a command is painted: its target, and every item that gets another place. */
export const toPaintedIds = (command: Command, actorId: Id): readonly Id[] =>
  command.name === 'order-items' ? command.args.itemIds : [toTargetId(command, actorId)];
