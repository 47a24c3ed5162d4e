import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { forgetDevice, meetDevice } from '#server/features/admin/store-device.ts';
import type { Job, JobTable } from '#server/storage/contract/storage.ts';
import type { Committed } from './door.job.ts';
import { createStage } from './stage.ts';

export interface MeetDeviceArgs {
  readonly deviceId: Id;
  /** The session it came with, which is used again; undefined for a device that waits. */
  readonly sessionId: Id | undefined;
  readonly now: Instant;
}

/** A device has signed in or come back: its document is made, or says another day. */
const meet: Job<MeetDeviceArgs, Committed> = async (transaction, { deviceId, sessionId, now }, context) => {
  if (sessionId !== undefined)
    await transaction.run('update session set last_seen_at = ? where id = ?', now, sessionId);
  const stage = createStage(transaction, context, now);
  await meetDevice(stage, deviceId);
  return { changes: stage.changes, membershipChanged: [] };
};

/** A device signed out and deleted everything of its own accord. */
const forget: Job<{ deviceId: Id; now: Instant }, Committed> = async (
  transaction,
  { deviceId, now },
  context,
) => {
  const stage = createStage(transaction, context, now);
  await forgetDevice(stage, deviceId);
  return { changes: stage.changes, membershipChanged: [] };
};

export const jobs: JobTable = { 'meet-device': meet, 'forget-device': forget };
