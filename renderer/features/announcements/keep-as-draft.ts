import { firstValueFrom } from 'rxjs';
import type { Id } from '#core/kernel/id.ts';
import type { Pending } from '#core/protocol/overlay.ts';
import type { Altered, Kept, Workspace } from '#renderer/replica/contract.ts';
import {
  toAnnounceOptions,
  toChangedOptions,
  toDraftId,
  toEditOptions,
  type DraftContent,
  type EditorDocument,
} from './compose/draft.ts';

/** Lays what somebody typed into a command among the drafts; without an id for a command without words. */
export const keepAsDraft = async (
  workspace: Workspace,
  entry: Pending,
): Promise<{ readonly ok: true; readonly id?: Id } | Exclude<Kept, { ok: true }>> => {
  const content = await toDraftContent(workspace, entry);
  if (content === undefined) return { ok: true };
  const id =
    content.kind === 'announcement' ? toDraftId(content.target, workspace.createId()) : workspace.createId();
  const kept = await workspace.drafts.put({ id, at: workspace.now(), content });
  return kept.ok ? { ok: true, id } : kept;
};

/** Takes a waiting command back. Its words lie among the drafts before it goes, so that they are never nowhere. */
export const takeBackAsDraft = async (workspace: Workspace, entry: Pending): Promise<Altered> => {
  const draft = await keepAsDraft(workspace, entry);
  if (!draft.ok) return draft;
  const taken = await workspace.takeBack(entry.command.mid);
  if (!taken.ok && draft.id !== undefined) await workspace.drafts.remove(draft.id);
  return taken;
};

const toDraftContent = async (
  workspace: Workspace,
  { command, hints }: Pending,
): Promise<DraftContent | undefined> => {
  switch (command.name) {
    case 'announce':
      return {
        kind: 'announcement',
        target: { kind: 'new', announcementId: workspace.createId() },
        options: toAnnounceOptions(command.args),
        body: toDocument(command.args.body),
      };
    case 'edit-announcement': {
      const stored = await firstValueFrom(workspace.one('announcement', command.args.id));
      const { title, pinned, body, attachments } = command.args;
      // Without the announcement there is nothing left to change: the text becomes a new letter.
      return stored === undefined || stored.state === 'withdrawn'
        ? {
            kind: 'announcement',
            target: { kind: 'new', announcementId: workspace.createId() },
            options: toEditOptions({ title, pinned, attachments, groups: stored?.groups ?? [] }),
            body: toDocument(body),
          }
        : {
            kind: 'announcement',
            target: {
              kind: 'edit',
              announcementId: stored.id,
              baseRev: command.baseRev ?? stored.rev,
            },
            options: toChangedOptions(stored, command.args),
            body: toDocument(body),
          };
    }
    case 'ask-sender':
      return {
        kind: 'question',
        announcementId: command.args.announcementId,
        askerId: command.args.askerId,
        title: hints.announcement?.title ?? '',
        text: command.args.text,
      };
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
    // What is planned has forms of its own, which open again with what was written.
    case 'plan-conference':
    case 'edit-conference':
    case 'cancel-conference':
    case 'add-item':
    case 'edit-item':
    case 'remove-item':
    case 'order-items':
    case 'submit-motion':
    case 'withdraw-motion':
    case 'settle-motion':
    case 'invite':
    case 'set-resolution':
      return undefined;
  }
};

const toDocument = (body: { readonly content: readonly unknown[] }): EditorDocument => ({
  type: 'doc',
  content: [...body.content],
});
