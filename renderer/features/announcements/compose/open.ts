import { firstValueFrom } from 'rxjs';
import { mayEdit } from '#core/announcements/policy.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Painted, Pending } from '#core/protocol/overlay.ts';
import type { Workspace } from '#renderer/replica/contract.ts';
import type { Place } from '../place.ts';
import {
  createOptions,
  EMPTY_DOCUMENT,
  toAnnounceOptions,
  toChangedOptions,
  toContent,
  toEditOptions,
  type EditorDocument,
  type LetterDraft,
} from './draft.ts';

/** Where writing begins: a letter, a draft of it, a change, or two versions to merge. */
export type ComposePlace = Extract<Place, { kind: 'draft' | 'edit' | 'merge' }>;

/** What the composer opens with, or why it cannot. `busy` ends by itself. */
export type Opened =
  | { readonly state: 'ready'; readonly draftId: Id; readonly letter: LetterDraft }
  | { readonly state: 'gone' | 'forbidden' | 'busy' };

/** Finds what was typed before; else what is to be changed; else an empty letter. */
export const openLetter = async (workspace: Workspace, place: ComposePlace): Promise<Opened> => {
  const draftId = place.kind === 'merge' ? place.mid : place.id;
  const drafts = await firstValueFrom(workspace.drafts.all$);
  const saved = toContent(drafts.find((draft) => draft.id === draftId));
  if (place.kind === 'draft') {
    return {
      state: 'ready',
      draftId,
      letter: saved?.kind === 'announcement' ? saved : toNewLetter(workspace),
    };
  }
  const source = place.kind === 'edit' ? place.id : await toMergeSource(workspace, place.mid);
  const announcement = source && (await firstValueFrom(workspace.one('announcement', source)));
  if (announcement === undefined || announcement.state === 'withdrawn') {
    return saved?.kind === 'announcement' ? { state: 'ready', draftId, letter: saved } : { state: 'gone' };
  }
  const self = await firstValueFrom(workspace.self$);
  if (self !== undefined && !mayEdit(self.actor, announcement)) return { state: 'forbidden' };
  if (saved?.kind === 'announcement') return { state: 'ready', draftId, letter: saved };
  if (place.kind === 'merge') return openMerge(workspace, place.mid, announcement);
  return openEdit(workspace, announcement);
};

const toNewLetter = (workspace: Workspace): LetterDraft => ({
  kind: 'announcement',
  target: { kind: 'new', announcementId: workspace.createId() },
  options: createOptions(),
  body: EMPTY_DOCUMENT,
});

const openEdit = async (workspace: Workspace, announcement: Painted<'announcement'>): Promise<Opened> => {
  const draftId = announcement.id;
  const outbox = await firstValueFrom(workspace.outbox$);
  const last = outbox.findLast((entry) => isWritingOf(entry, announcement.id));
  if (last === undefined) {
    return { state: 'ready', draftId, letter: toEditLetter(announcement, announcement.body.content) };
  }
  if (last.delivery.state !== 'waiting') return { state: 'busy' };
  const { command } = last;
  if (command.name !== 'announce' && command.name !== 'edit-announcement') return { state: 'gone' };
  const edits = command.name === 'edit-announcement';
  const options =
    command.name === 'announce'
      ? toAnnounceOptions(command.args)
      : toChangedOptions(announcement, command.args);
  const target = { kind: 'waiting', announcementId: announcement.id, mid: command.mid, edits } as const;
  const body = toDocument(command.args.body.content);
  return { state: 'ready', draftId, letter: { kind: 'announcement', target, options, body } };
};

const openMerge = async (
  workspace: Workspace,
  mid: Id,
  announcement: Painted<'announcement'>,
): Promise<Opened> => {
  const command = (await firstValueFrom(workspace.notSaved$)).find(
    (entry) => entry.command.mid === mid,
  )?.command;
  if (command?.name !== 'edit-announcement') return { state: 'gone' };
  const { body } = command.args;
  return {
    state: 'ready',
    draftId: mid,
    letter: {
      kind: 'announcement',
      target: { kind: 'merge', announcementId: announcement.id, baseRev: announcement.rev, mid },
      options: toChangedOptions(announcement, command.args),
      body: toDocument(body.content),
    },
  };
};

const toMergeSource = async (workspace: Workspace, mid: Id): Promise<Id | undefined> => {
  const notSaved = await firstValueFrom(workspace.notSaved$);
  const command = notSaved.find((entry) => entry.command.mid === mid)?.command;
  if (command?.name === 'edit-announcement') return command.args.id;
  const drafts = await firstValueFrom(workspace.drafts.all$);
  const saved = toContent(drafts.find((draft) => draft.id === mid));
  return saved?.kind === 'announcement' ? saved.target.announcementId : undefined;
};

const toEditLetter = (
  announcement: Painted<'announcement'>,
  content: EditorDocument['content'] | readonly unknown[],
): LetterDraft => ({
  kind: 'announcement',
  target: { kind: 'edit', announcementId: announcement.id, baseRev: announcement.rev },
  options: toEditOptions(announcement),
  body: toDocument(content),
});

const toDocument = (content: readonly unknown[]): EditorDocument => ({ type: 'doc', content: [...content] });

/** Whether a command wrote the text of an announcement, or withdraws it, and has not landed. */
const isWritingOf = ({ command }: Pending, id: Id): boolean =>
  (command.name === 'announce' ||
    command.name === 'edit-announcement' ||
    command.name === 'withdraw-announcement') &&
  command.args.id === id;
