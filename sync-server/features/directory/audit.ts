import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../contract.ts';

/** Keeps an administrative act (R9), in the transaction of the act: both are stored or neither. */
export const noteAct = async (
  stage: Stage,
  actor: Id,
  act: 'import-staff' | 'add-person' | 'edit-person',
  subject: Id | null,
): Promise<void> => {
  await stage.transaction.run(
    'insert into audit (at, actor, act, subject) values (?, ?, ?, ?)',
    stage.now,
    actor,
    act,
    subject,
  );
};
