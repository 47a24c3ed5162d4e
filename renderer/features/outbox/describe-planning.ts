import { toPlainText } from '#core/kernel/rich-text.ts';
import type { PlanningCommand } from '#core/protocol/commands.ts';
import type { Pending } from '#core/protocol/overlay.ts';
import { outboxPlanningTexts as texts } from '#renderer/i18n/outbox-planning.ts';

/** A command about a conference in one line: "Tagesordnungspunkt „Haushalt“". */
export const toPlanningWhat = (command: PlanningCommand, { conference }: Pending['hints']): string => {
  const about = conference?.title ?? texts.aConference();
  switch (command.name) {
    case 'plan-conference':
      return texts.plan(command.args.title);
    case 'edit-conference':
      return texts.edit(command.args.title);
    case 'cancel-conference':
      return texts.cancel(about);
    case 'add-item':
      return texts.addItem(command.args.title, about);
    case 'edit-item':
      return texts.editItem(command.args.title, about);
    case 'remove-item':
      return texts.removeItem(about);
    case 'order-items':
      return texts.orderItems(about);
    case 'submit-motion':
      return texts.submitMotion(command.args.title, about);
    case 'withdraw-motion':
      return texts.withdrawMotion(about);
    case 'settle-motion':
      return texts.settleMotion(about);
    case 'invite':
      return texts.invite(about);
  }
};

/** What a person typed into it; undefined where nothing was typed. */
export const toPlanningTyped = (command: PlanningCommand): string | undefined => {
  switch (command.name) {
    case 'plan-conference':
    case 'edit-conference':
      return [command.args.title, command.args.place].filter((text) => text !== '').join('\n');
    case 'add-item':
    case 'edit-item': {
      const { title, text } = command.args;
      return text === undefined ? title : `${title}\n\n${toPlainText(text)}`;
    }
    case 'submit-motion': {
      const { title, wording, reason } = command.args;
      return [title, wording, ...(reason === undefined ? [] : [reason])].join('\n\n');
    }
    case 'invite':
      return command.args.note;
    case 'cancel-conference':
    case 'remove-item':
    case 'order-items':
    case 'withdraw-motion':
    case 'settle-motion':
      return undefined;
  }
};
