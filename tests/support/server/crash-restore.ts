import { jobModules } from '#server/app/job-modules.ts';
import { restoreBackup } from '#server/operations/restore-backup.ts';

/** Restores a backup in a process of its own and kills it at a named step. */
const [file = '', secret = '', to = '', at = ''] = process.argv.slice(2);
await restoreBackup({
  file,
  secret: Buffer.from(secret, 'hex'),
  to,
  replaces: true,
  journals: [],
  now: Date.now(),
  jobModules,
  onStep: (step) => {
    if (step === at) process.kill(process.pid, 'SIGKILL');
  },
});
