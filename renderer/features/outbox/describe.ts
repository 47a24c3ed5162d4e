import type { Form } from '#core/announcements/form.ts';
import { toFullName } from '#core/directory/person.ts';
import type { FileReference } from '#core/kernel/file.ts';
import type { Id } from '#core/kernel/id.ts';
import { toPlainText } from '#core/kernel/rich-text.ts';
import { isPlanning, toTargetId } from '#core/protocol/commands.ts';
import { toAttachments as toAttached } from '#core/protocol/files.ts';
import type { Pending } from '#core/protocol/overlay.ts';
import { toAnswerWords } from '#renderer/i18n/answers.ts';
import { outboxTexts as texts } from '#renderer/i18n/outbox.ts';
import { toPlanningTyped, toPlanningWhat } from './describe-planning.ts';

/** What names a command needs from the replica. */
export interface Names {
  readonly announcement: (id: Id) => string | undefined;
  readonly group: (id: Id) => string | undefined;
}

/** A command in one line: "Rückmeldung zu „Exkursion Kalkriese“: Ja". */
export const toWhat = ({ command, hints }: Pending, names: Names): string => {
  const titleOf = (id: Id): string =>
    names.announcement(id) ?? hints.announcement?.title ?? texts.unknownTitle();
  const groupOf = (id: Id): string => names.group(id) ?? texts.unknownTitle();
  const person = hints.person === undefined ? texts.somebody() : toFullName(hints.person);
  if (isPlanning(command)) return toPlanningWhat(command, hints);
  switch (command.name) {
    case 'announce':
      return texts.announce(command.args.title);
    case 'edit-announcement':
      return texts.edit(command.args.title);
    case 'withdraw-announcement':
      return texts.withdraw(titleOf(command.args.id));
    case 'acknowledge':
      return texts.acknowledge(titleOf(command.args.announcementId));
    case 'respond':
      return texts.respond(titleOf(command.args.announcementId), toAnswer({ command, hints }) ?? '…');
    case 'ask-sender': {
      const title = titleOf(command.args.announcementId);
      return command.args.askerId === hints.me.id ? texts.ask(title) : texts.reply(title);
    }
    case 'remind':
      return texts.remind(titleOf(command.args.announcementId));
    case 'create-group':
      return texts.createGroup(command.args.name);
    case 'rename-group':
      return texts.renameGroup(command.args.name);
    case 'set-member':
      return texts.setMember(person, groupOf(command.args.groupId));
    case 'remove-member':
      return texts.removeMember(person, groupOf(command.args.groupId));
    case 'import-staff':
      return texts.importStaff(command.args.persons.length);
    case 'set-group-devices':
      return texts.setGroupDevices(groupOf(command.args.groupId));
    case 'set-resolution':
      return texts.setResolution();
  }
};

/** What was answered, in words; undefined for what is no answer or whose form is not known. */
export const toAnswer = (
  { command, hints }: Pick<Pending, 'command' | 'hints'>,
  known?: Form,
): string | undefined => {
  const form = hints.announcement?.form ?? known;
  return command.name === 'respond' && form !== undefined
    ? toAnswerWords(form, command.args.answer)
    : undefined;
};

/** What a person typed into a command, as plain text; undefined where nothing was typed. */
export const toTyped = ({ command }: Pending): string | undefined => {
  if (isPlanning(command)) return toPlanningTyped(command);
  switch (command.name) {
    case 'announce':
    case 'edit-announcement':
      return `${command.args.title}\n\n${toPlainText(command.args.body)}`;
    case 'ask-sender':
      return command.args.text;
    case 'withdraw-announcement':
    case 'acknowledge':
    case 'respond':
    case 'remind':
    case 'create-group':
    case 'rename-group':
    case 'set-member':
    case 'remove-member':
    case 'import-staff':
    case 'set-group-devices':
    case 'set-resolution':
      return undefined;
  }
};

/** The files that must arrive before the command can go out. */
export const toAttachments = ({ command }: Pending): readonly FileReference[] => toAttached(command);

/** The first words of it, without what its line says already. */
export const toPreview = (entry: Pending): string | undefined => {
  const { command } = entry;
  return command.name === 'announce' || command.name === 'edit-announcement'
    ? toPlainText(command.args.body).replaceAll('\n', ' ')
    : toTyped(entry)?.replaceAll('\n', ' ');
};

/** Where a command leads: features know no addresses. */
export type Destination =
  | { readonly kind: 'announcement'; readonly id: Id }
  | { readonly kind: 'edit'; readonly id: Id }
  | { readonly kind: 'merge'; readonly mid: Id }
  | { readonly kind: 'group'; readonly id: Id }
  | { readonly kind: 'conference'; readonly id: Id }
  | { readonly kind: 'resolution'; readonly id: Id }
  | { readonly kind: 'import'; readonly id: Id };

/** Where the subject of a command is read. */
export const toDestination = (
  entry: Pending,
): Extract<Destination, { kind: 'announcement' | 'group' | 'conference' | 'resolution' | 'import' }> => ({
  kind: toSubjectKind(entry),
  id: toSubjectId(entry),
});

/** The announcement, group, conference, resolution or import a command is about. */
export const toSubjectId = ({ command, hints }: Pending): Id => {
  if (isPlanning(command)) return hints.conference?.id ?? toTargetId(command, hints.me.id);
  switch (command.name) {
    case 'announce':
    case 'edit-announcement':
    case 'withdraw-announcement':
    case 'create-group':
    case 'rename-group':
    case 'set-resolution':
      return command.args.id;
    case 'acknowledge':
    case 'respond':
    case 'ask-sender':
    case 'remind':
      return command.args.announcementId;
    case 'set-member':
    case 'remove-member':
    case 'set-group-devices':
      return command.args.groupId;
    case 'import-staff':
      return command.args.importId;
  }
};

const toSubjectKind = ({
  command,
}: Pending): 'announcement' | 'group' | 'conference' | 'resolution' | 'import' => {
  if (isPlanning(command)) return 'conference';
  switch (command.name) {
    case 'create-group':
    case 'rename-group':
    case 'set-member':
    case 'remove-member':
    case 'set-group-devices':
      return 'group';
    case 'set-resolution':
      return 'resolution';
    case 'import-staff':
      return 'import';
    case 'announce':
    case 'edit-announcement':
    case 'withdraw-announcement':
    case 'acknowledge':
    case 'respond':
    case 'ask-sender':
    case 'remind':
      return 'announcement';
  }
};
