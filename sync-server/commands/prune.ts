import { addDays, toLocalDateTime } from '#core/kernel/calendar/local-date.ts';
import { toInstant, toLocal } from '#core/kernel/calendar/wall-time.ts';
import type { Instant } from '#core/kernel/clock.ts';
import { HORIZON } from '#core/kernel/horizon.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '#server/features/contract.ts';
import type { Job, Transaction } from '#server/storage/contract/storage.ts';

/** Rows forgotten in one job: the writer is busy with nothing else meanwhile. */
const PORTION = 5_000;
/** The rest follows after so many milliseconds, so that commands get their turn. */
const BREATH = 10_000;
/** When the school sleeps, in minutes since midnight. */
const NIGHT = 3 * 60;
/** A store without a school yet. */
const USUAL_ZONE = 'Europe/Berlin';

/**
 * Forgets what is older than the horizon: answers to commands, and tags of numbers except that of each bucket's head, by
 * which a replica that has everything proves it for ever (D4, D11). Plans itself for the next night.
 */
export const prune = async (stage: Stage, subject: Id): Promise<void> => {
  const before = stage.now - HORIZON;
  const forgotten = [
    await forgetAnswers(stage.transaction, before),
    await forgetTags(stage.transaction, before),
  ];
  const isDone = forgotten.every((count) => count < PORTION);
  await stage.plan('prune', subject, isDone ? await toNextNight(stage) : stage.now + BREATH);
};

/** Plans the first night; one that is planned already stays. */
export const planPrune: Job<{ now: Instant }, undefined> = async (transaction, { now }) => {
  await transaction.run(
    `insert into job (id, due_at, kind, args) values ('prune:store', ?, 'prune', '{"subject":"store"}')
     on conflict (id) do nothing`,
    now,
  );
};

const forgetAnswers = async (transaction: Transaction, before: Instant): Promise<number> => {
  const { changes } = await transaction.run(
    'delete from command_log where mid in (select mid from command_log where at < ? order by at limit ?)',
    before,
    PORTION,
  );
  return changes;
};

const forgetTags = async (transaction: Transaction, before: Instant): Promise<number> => {
  const { changes } = await transaction.run(
    `delete from bucket_tag where (bucket, seq) in (
       select bucket_tag.bucket, seq from bucket_tag join bucket on bucket.id = bucket_tag.bucket
       where bucket_tag.at < ? and seq < head order by bucket_tag.bucket, seq limit ?)`,
    before,
    PORTION,
  );
  return changes;
};

const toNextNight = async (stage: Stage): Promise<Instant> => {
  const [school] = await stage.loadKind('school');
  const zone = school?.zone ?? USUAL_ZONE;
  const tomorrow = addDays(toLocal(stage.now, zone).date, 1);
  return toInstant(toLocalDateTime(tomorrow, NIGHT), zone);
};
