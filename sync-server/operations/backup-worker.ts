import { setPriority } from 'node:os';
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

/** Behind whoever works at the moment. Linux alone counts this for a thread; elsewhere it would slow the server down. */
const PATIENCE = 10;
if (parentPort !== null && process.platform === 'linux') setPriority(PATIENCE);

if (parentPort !== null) serve(parentPort, workerData as BackupOrder);
