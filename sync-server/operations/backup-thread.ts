import { Worker } from 'node:worker_threads';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import type { BackupFaultKind } from '#core/admin/backup-status.ts';
import type { BackupMade, BackupOrder } from './write-backup.ts';

/** What the thread says before it ends. */
export type FromBackupThread = Result<BackupMade, BackupFaultKind>;

/** Makes a backup in a thread of its own, so that the server goes on serving. Rejects only for bugs. */
export const runBackup = (order: BackupOrder): Promise<Result<BackupMade, BackupFaultKind>> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { workerData: order });
    worker.once('message', (message: FromBackupThread) => {
      resolve(message.ok ? accept(message.value) : refuse(message.refusal));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the thread of the backup ended without a word'));
    });
  });
