import type { FileReference } from '../kernel/file.ts';
import type { Id } from '../kernel/id.ts';
import type { Command } from './commands.ts';
import type { Document } from './documents.ts';

/** The files a document refers to, those of its earlier versions included; each once (D9). */
export const toFileIds = (document: Document): readonly Id[] => {
  if (document.kind === 'agenda-item') return (document.papers ?? []).map((file) => file.id);
  if (document.kind !== 'announcement') return [];
  const versions = [document, ...document.history];
  return [...new Set(versions.flatMap(({ attachments = [] }) => attachments.map((file) => file.id)))];
};

/** The files a command attaches: they must have arrived before it goes out (D1). */
export const toAttachedIds = (command: Command): readonly Id[] =>
  toAttachments(command).map((file) => file.id);

/** What a command attaches: to an announcement, or as papers to an item of the agenda. */
export const toAttachments = (command: Command): readonly FileReference[] => {
  if (command.name === 'announce' || command.name === 'edit-announcement')
    return command.args.attachments ?? [];
  if (command.name === 'add-item' || command.name === 'edit-item') return command.args.papers ?? [];
  return [];
};
