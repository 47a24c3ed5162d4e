import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { DueKind } from '#server/features/contract.ts';
import type { Job, JobTable } from '#server/storage/contract/storage.ts';
import type { Committed } from './door.job.ts';
import { planPrune } from './prune.ts';
import { dueHandlers } from './registry.ts';
import { createStage } from './stage.ts';

export interface DueJobArgs {
  readonly id: string;
  readonly now: Instant;
}

interface PlanRow {
  readonly kind: DueKind;
  readonly args: string;
}

/** Carries out one plan and drops it, unless it planned itself anew. A plan that was dropped meanwhile does nothing. */
const runDue: Job<DueJobArgs, Committed> = async (transaction, { id, now }, context) => {
  const plan = await transaction.get<PlanRow>(
    'select kind, args from job where id = ? and due_at <= ?',
    id,
    now,
  );
  if (plan === undefined) return { changes: [], membershipChanged: [] };
  await transaction.run('delete from job where id = ?', id);
  const stage = createStage(transaction, context, now);
  const { subject } = JSON.parse(plan.args) as { subject: Id };
  await dueHandlers[plan.kind](stage, subject);
  const { changes, meetings, turnouts } = stage;
  return { changes, membershipChanged: [], meetings, turnouts };
};

/** Puts a plan off that could not be carried out, so that it does not hold up the others. */
const postponeDue: Job<{ id: string; until: Instant }, undefined> = async (transaction, { id, until }) => {
  await transaction.run('update job set due_at = ? where id = ?', until, id);
};

export const jobs: JobTable = { 'run-due': runDue, 'postpone-due': postponeDue, 'plan-prune': planPrune };
