import type { RefusalKind } from '#core/access/refusal.ts';
import { backupStatusSchema, type BackupFaultKind, type BackupStatus } from '#core/admin/backup-status.ts';
import type { Result } from '#core/kernel/result.ts';
import { backupTexts as texts } from '#renderer/i18n/backup.ts';
import type { Workspace } from '#renderer/replica/contract.ts';

/** What the page asks of the server. */
export interface BackupPort {
  status(): Promise<Result<BackupStatus, RefusalKind | 'unreachable'>>;
  /** Starts a backup and answers at once. */
  start(): Promise<Result<BackupStatus, RefusalKind | 'unreachable'>>;
}

/** The requests of the page (BAK11). */
export const createBackupPort = (request: Workspace['request']): BackupPort => ({
  status: () => request(backupStatusSchema, '/api/backup', { method: 'GET' }),
  start: () => request(backupStatusSchema, '/api/backup'),
});

/** While a backup runs its state is asked for so often, in milliseconds. */
const ASK_EVERY = 1_500;
const DAY = 86_400_000;
/** A night may be missed; more is worth a word. In days. */
const OLD_AFTER = 3;

/** How the page stands: what the server last said, and whether it can be asked. */
export interface BackupDesk {
  readonly status: BackupStatus | undefined;
  readonly isUnreachable: boolean;
  refresh(): Promise<void>;
  backUp(): Promise<void>;
  close(): void;
}

export const createBackupDesk = (port: BackupPort): BackupDesk => {
  let status = $state.raw<BackupStatus>();
  let isUnreachable = $state(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const take = (answer: Awaited<ReturnType<BackupPort['status']>>): void => {
    if (closed) return;
    isUnreachable = !answer.ok;
    if (!answer.ok) return;
    status = answer.value;
    clearTimeout(timer);
    if (status.isRunning) timer = setTimeout(() => void refresh(), ASK_EVERY);
  };
  const refresh = async (): Promise<void> => take(await port.status());
  return {
    get status() {
      return status;
    },
    get isUnreachable() {
      return isUnreachable;
    },
    refresh,
    backUp: async () => take(await port.start()),
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
};

/** The one thing to know about the school's backups, and what to do. */
export type Verdict =
  | { readonly kind: 'no-key' | 'none' | 'good' | 'running' }
  | { readonly kind: 'failed'; readonly fault: BackupFaultKind; readonly at: number }
  | { readonly kind: 'old'; readonly days: number };

export const toVerdict = (status: BackupStatus, now: number): Verdict => {
  const { last, good } = status;
  if (status.isRunning) return { kind: 'running' };
  if (!status.hasKey) return { kind: 'no-key' };
  if (last?.fault !== undefined) return { kind: 'failed', fault: last.fault, at: last.at };
  if (good === undefined) return { kind: 'none' };
  const days = Math.floor((now - good.madeAt) / DAY);
  return days >= OLD_AFTER ? { kind: 'old', days } : { kind: 'good' };
};

/** What to do about a backup that failed. */
export const toFaultText = (fault: BackupFaultKind): string => {
  switch (fault) {
    case 'disk-full':
      return texts.diskFull();
    case 'unreachable':
      return texts.folderGone();
    case 'database-damaged':
      return texts.databaseDamaged();
    case 'not-verified':
      return texts.notVerified();
    case 'no-key':
    case 'no-school':
    case 'busy':
    case 'not-a-backup':
    case 'too-new':
    case 'damaged':
    case 'wrong-key':
    case 'other-school':
    case 'not-empty':
    case 'in-use':
    case 'hostile':
      return texts.otherFault();
  }
};
