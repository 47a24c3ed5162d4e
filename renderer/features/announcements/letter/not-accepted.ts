import type { Form } from '#core/announcements/form.ts';
import { isPlanning } from '#core/protocol/commands.ts';
import type { Pending } from '#core/protocol/overlay.ts';
import { letterTexts as texts } from '#renderer/i18n/announcement.ts';
import { toAnswerWords } from '#renderer/i18n/answers.ts';
import { refusalReasons } from '#renderer/i18n/refusals.ts';

/** What was not accepted and why, in a sentence: "Ihre Antwort „Eingang“ ist nicht angekommen: …". */
export const toNotAccepted = ({ command, delivery, hints }: Pending, known: Form | undefined): string => {
  const why = 'reason' in delivery ? refusalReasons[delivery.reason]() : '';
  // They stand with their conference.
  if (isPlanning(command)) return '';
  switch (command.name) {
    case 'announce':
      return texts.notAcceptedAnnounce(why);
    case 'edit-announcement':
      return delivery.state === 'conflict' ? texts.notAcceptedVersions() : texts.notAcceptedEdit(why);
    case 'withdraw-announcement':
      return texts.notAcceptedWithdraw(why);
    case 'acknowledge':
      return texts.notAcceptedAcknowledge(why);
    case 'respond': {
      const form = known ?? hints.announcement?.form;
      const answer = form === undefined ? '…' : toAnswerWords(form, command.args.answer);
      const isFull = 'reason' in delivery && delivery.reason === 'full';
      return texts.notAcceptedRespond(answer, isFull ? texts.placeWasTaken() : why);
    }
    case 'ask-sender':
      return texts.notAcceptedAsk(why);
    case 'remind':
      return texts.notAcceptedRemind(why);
    case 'create-group':
    case 'rename-group':
    case 'set-member':
    case 'remove-member':
    case 'import-staff':
    case 'set-group-devices':
    case 'set-resolution':
      return '';
  }
};
