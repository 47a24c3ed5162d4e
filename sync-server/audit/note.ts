import type { AuditAct } from '#core/admin/audit.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Transaction } from '#server/storage/contract/storage.ts';

/**
 * Keeps an administrative act (R9), in the transaction of the act: both are stored or neither. `actor` is null for
 * whoever runs the server, through its local socket or the command line. `subject` is the id of the person or thing it
 * was done to. `detail` is a word of the program (a role, the name of a setting), never what somebody wrote.
 */
export const note = async (
  transaction: Transaction,
  now: Instant,
  actor: Id | null,
  act: AuditAct,
  subject: Id | null,
  detail: string | null = null,
): Promise<void> => {
  await transaction.run(
    'insert into audit (at, actor, act, subject, detail) values (?, ?, ?, ?, ?)',
    now,
    actor,
    act,
    subject,
    detail,
  );
};
