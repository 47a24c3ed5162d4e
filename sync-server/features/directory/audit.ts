import type { AuditAct } from '#core/admin/audit.ts';
import type { Id } from '#core/kernel/id.ts';
import { note } from '#server/audit/note.ts';
import type { Stage } from '../contract.ts';

/** Keeps an administrative act (R9), in the transaction of the act: both are stored or neither. */
export const noteAct = (stage: Stage, actor: Id, act: AuditAct, subject: Id | null): Promise<void> =>
  note(stage.transaction, stage.now, actor, act, subject);
