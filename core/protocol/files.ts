import type { Id } from '../kernel/id.ts';
import type { Command } from './commands.ts';
import type { Document } from './documents.ts';

/** The files a document refers to, those of its earlier versions included; each once (D9). */
export const toFileIds = (document: Document): readonly Id[] => {
  if (document.kind !== 'announcement') return [];
  const versions = [document, ...document.history];
  return [...new Set(versions.flatMap(({ attachments = [] }) => attachments.map((file) => file.id)))];
};

/** The files a command attaches: they must have arrived before it goes out (D1). */
export const toAttachedIds = (command: Command): readonly Id[] =>
  command.name === 'announce' || command.name === 'edit-announcement'
    ? (command.args.attachments ?? []).map((file) => file.id)
    : [];
