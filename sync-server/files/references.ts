import type { Bucket } from '#core/access/bucket.ts';
import type { FileReference } from '#core/kernel/file.ts';
import type { Id } from '#core/kernel/id.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import type { Stage } from '#server/features/contract.ts';
import type { Reader } from '#server/storage/contract/storage.ts';

/** A file as its row holds it. */
export interface FileRow {
  readonly id: Id;
  readonly size: number;
  /** Base64url. */
  readonly sha256: string;
  readonly uploader: Id;
  readonly state: 'arriving' | 'complete';
}

const COLUMNS = 'id, size, sha256, uploader, state';

/** The file of this id, whoever may read it. */
export const readFileRow = (reader: Reader, id: Id): Promise<FileRow | undefined> =>
  reader.get<FileRow>(`select ${COLUMNS} from file where id = ?`, id);

/** The file, if it has wholly arrived and a document that somebody with these buckets may read refers to it (D9). */
export const readReadableFile = async (
  reader: Reader,
  id: Id,
  buckets: readonly Bucket[],
): Promise<FileRow | undefined> =>
  reader.get<FileRow>(
    `select ${COLUMNS} from file where id = ? and state = 'complete' and exists (
       select 1 from file_reference join placement on placement.document = file_reference.document
       where file_reference.file = file.id and gone = 0 and bucket in (${buckets.map(() => '?').join(', ')}))`,
    id,
    ...buckets,
  );

/**
 * Whether somebody may name these files in a document: each has wholly arrived, has the size it is named with, and was
 * uploaded by them or is readable for them. Else a foreign id, once guessed or overheard, would open its file (D9).
 */
export const mayReferTo = async (
  reader: Reader,
  files: readonly FileReference[],
  person: { readonly id: Id; readonly buckets: readonly Bucket[] },
): Promise<boolean> => {
  for (const { id, size } of files) {
    const own = await readFileRow(reader, id);
    const isOwn = own?.uploader === person.id && own.state === 'complete';
    const file = isOwn ? own : await readReadableFile(reader, id, person.buckets);
    if (file?.size !== size) return false;
  }
  return true;
};

/** Makes exactly these files those of the document. A file that loses its last reference is deleted a day later. */
export const setReferences = async (
  stage: Pick<Stage, 'transaction' | 'now' | 'plan'>,
  documentId: Id,
  fileIds: readonly Id[],
): Promise<void> => {
  const { transaction, now } = stage;
  const before = await transaction.all<{ file: Id }>(
    'select file from file_reference where document = ?',
    documentId,
  );
  const known = new Set(before.map(({ file }) => file));
  for (const file of fileIds) {
    if (!known.has(file))
      await transaction.run('insert into file_reference (file, document) values (?, ?)', file, documentId);
  }
  for (const file of known) {
    if (fileIds.includes(file)) continue;
    await transaction.run('delete from file_reference where document = ? and file = ?', documentId, file);
    await transaction.run('update file set at = ? where id = ?', now, file);
    await stage.plan('drop-file', file, now + LIMITS.unreferencedLifetime);
  }
};

/** A day after a file was announced or left alone: forgets it if no document refers to it. Its bytes go with the next sweep. */
export const dropFile = async (
  { transaction, now, plan }: Pick<Stage, 'transaction' | 'now' | 'plan'>,
  fileId: Id,
): Promise<void> => {
  const file = await transaction.get<{ at: number }>(
    'select at from file where id = ? and not exists (select 1 from file_reference where file = file.id)',
    fileId,
  );
  if (file === undefined) return;
  const dueAt = file.at + LIMITS.unreferencedLifetime;
  if (dueAt > now) await plan('drop-file', fileId, dueAt);
  else await transaction.run('delete from file where id = ?', fileId);
};
