import type { BackupFaultKind } from '#core/admin/backup-status.ts';

/** Ends a backup or a restore from the depth of its streams; caught at its door and turned into a value. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
  readonly kind: BackupFaultKind;
  constructor(kind: BackupFaultKind, options?: ErrorOptions) {
    super(kind, options);
    this.kind = kind;
  }
}

/** What the file system says, in the words of a backup. */
export const toBackupFault = (error: unknown): BackupFault => {
  if (error instanceof BackupFault) return error;
  if (error instanceof Error && error.name === 'StorageFullError') return new BackupFault('disk-full');
  if (error instanceof Error && error.name === 'StoreInUseError') return new BackupFault('in-use');
  if (error instanceof Error && error.name === 'StoreTooNewError') return new BackupFault('too-new');
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new BackupFault('disk-full', { cause: error });
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EIO':
      return new BackupFault('unreachable', { cause: error });
    default:
      throw error;
  }
};
