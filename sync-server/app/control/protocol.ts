import type { ImportReport } from '#core/directory/import/import-report.ts';
import type { UnreadableKind } from '#core/directory/import/refusal.ts';
import type { BackupRequest, BackupResponse } from './backup-acts.ts';

/** What the command line asks of a running server through its local socket. Bytes are base64. */
export type ControlRequest =
  | {
      readonly act: 'import';
      readonly file: string;
      readonly dryRun: boolean;
      /** What the school is called from now on; left out, it keeps its name. */
      readonly school?: string | undefined;
    }
  | { readonly act: 'access'; readonly shortCode: string }
  | BackupRequest;

export type ControlResponse =
  | BackupResponse
  | { readonly act: 'import'; readonly report: ImportReport }
  | { readonly act: 'unreadable'; readonly kind: UnreadableKind }
  | { readonly act: 'access'; readonly code: string }
  | { readonly act: 'nobody' }
  | { readonly act: 'failed' };

/** The largest file is 5 MB, a third more in base64. */
export const CONTROL_BYTES = 8_000_000;
