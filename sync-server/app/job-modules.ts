/** The modules whose jobs run beside the database; by their address, since functions cannot cross threads. */
export const jobModules: readonly string[] = [
  '../auth/auth.job.ts',
  '../auth/device-codes.job.ts',
  '../auth/proofs.job.ts',
  '../commands/door.job.ts',
  '../commands/device.job.ts',
  '../commands/due.job.ts',
  '../commands/school.job.ts',
  '../commands/restore.job.ts',
  '../operations/backup.job.ts',
  '../files/files.job.ts',
  './setup/set-up.job.ts',
  './reach/reach.job.ts',
  '../commands/slip.job.ts',
  '../commands/votes.job.ts',
  '../live/walls.job.ts',
].map((file) => new URL(file, import.meta.url).href);
