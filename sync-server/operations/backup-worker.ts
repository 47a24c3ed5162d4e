import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { accept, refuse } from '#core/kernel/result.ts';
import { BackupFault } from './backup-fault.ts';
import type { FromBackupThread } from './backup-thread.ts';
import { writeBackup, type BackupOrder } from './write-backup.ts';

/** The thread of one backup. */
const serve = (port: MessagePort, order: BackupOrder): void => {
  const answer = (): FromBackupThread => {
    try {
      return accept(writeBackup(order));
    } catch (error) {
      if (error instanceof BackupFault) return refuse(error.kind);
      throw error;
    }
  };
  port.postMessage(answer());
};

if (parentPort !== null) serve(parentPort, workerData as BackupOrder);
