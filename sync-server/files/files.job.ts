import type { RefusalKind } from '#core/access/refusal.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import type { Job, JobTable } from '#server/storage/contract/storage.ts';
import { readFileRow, type FileRow } from './references.ts';

export interface OpenFileArgs {
  readonly id: Id;
  readonly size: number;
  readonly sha256: string;
  readonly personId: Id;
  readonly now: Instant;
}

export type OpenFileResult =
  { readonly ok: true; readonly file: FileRow } | { readonly ok: false; readonly reason: RefusalKind };

/** Takes note of a file before a byte of it is written; the same announcement again changes nothing. */
const openFile: Job<OpenFileArgs, OpenFileResult> = async (transaction, args) => {
  const { id, size, sha256, personId, now } = args;
  const known = await readFileRow(transaction, id);
  if (known !== undefined) {
    const isSame = known.uploader === personId && known.size === size && known.sha256 === sha256;
    return isSame ? { ok: true, file: known } : { ok: false, reason: 'invalid' };
  }
  const unreferenced = await transaction.get<{ count: number; bytes: number }>(
    `select count(*) as count, coalesce(sum(size), 0) as bytes from file
     where uploader = ? and not exists (select 1 from file_reference where file = file.id)`,
    personId,
  );
  const { count, bytes } = unreferenced ?? { count: 0, bytes: 0 };
  if (count >= LIMITS.unreferencedFiles || bytes + size > LIMITS.unreferencedBytes)
    return { ok: false, reason: 'rate-limited' };
  await transaction.run(
    "insert into file (id, size, sha256, uploader, state, at) values (?, ?, ?, ?, 'arriving', ?)",
    id,
    size,
    sha256,
    personId,
    now,
  );
  await transaction.run(
    `insert into job (id, due_at, kind, args) values (?, ?, 'drop-file', ?)
     on conflict (id) do update set due_at = excluded.due_at`,
    `drop-file:${id}`,
    now + LIMITS.unreferencedLifetime,
    JSON.stringify({ subject: id }),
  );
  return { ok: true, file: { id, size, sha256, uploader: personId, state: 'arriving' } };
};

/** Its bytes are on disk under their final name and are what was announced. */
const completeFile: Job<{ readonly id: Id }, undefined> = async (transaction, { id }) => {
  await transaction.run("update file set state = 'complete' where id = ?", id);
};

export const jobs: JobTable = { 'open-file': openFile, 'complete-file': completeFile };
