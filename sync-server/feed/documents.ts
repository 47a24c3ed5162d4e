import type { Bucket } from '#core/access/bucket.ts';
import type { DocumentBase } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Document, Stub } from '#core/protocol/documents.ts';
import type { JobContext, Reader, Transaction } from '#server/storage/contract/storage.ts';
import { placeDocument, type Change } from './numbering.ts';

/** What a document must have to be stored; all else is its body. */
export interface Storable extends DocumentBase {
  readonly kind: string;
}

/** The outcome of storing: the document's revision now, and the numbers it took. */
export interface Stored {
  readonly rev: number;
  readonly changes: readonly Change[];
}

/** A document as its row holds it; `body` is JSON. */
export interface DocumentRow {
  readonly id: Id;
  readonly kind: string;
  readonly rev: number;
  readonly inv: number;
  readonly body: string;
}

const COLUMNS = 'id, kind, rev, inv, body';

/**
 * Stores a document and places it in exactly these buckets. Its revision becomes the stored one plus one, whatever
 * `document.rev` says: whoever must not overwrite compares with `readDocument` in the same job first.
 */
export const putDocument = async <Value extends Storable>(
  transaction: Transaction,
  document: Value,
  buckets: readonly Bucket[],
  context: JobContext,
): Promise<Stored> => {
  const { id, kind, rev: _rev, inv, ...body } = document;
  const row = await transaction.get<{ rev: number }>(
    `insert into document (id, kind, rev, inv, body, deleted, at) values (?, ?, 1, ?, ?, 0, ?)
     on conflict (id) do update set kind = excluded.kind, rev = rev + 1, inv = excluded.inv, body = excluded.body,
       deleted = 0, at = excluded.at
     returning rev`,
    id,
    kind,
    inv,
    JSON.stringify(body),
    context.now(),
  );
  return {
    rev: row?.rev ?? 1,
    changes: await placeDocument(transaction, { documentId: id, buckets }, context),
  };
};

/** Deletes a document: its content at once, its placements by stubs. The row stays, so that revisions never repeat. */
export const deleteDocument = async (
  transaction: Transaction,
  id: Id,
  context: JobContext,
): Promise<readonly Change[]> => {
  await transaction.run(
    "update document set deleted = 1, body = '{}', rev = rev + 1, at = ? where id = ? and deleted = 0",
    context.now(),
    id,
  );
  return placeDocument(transaction, { documentId: id, buckets: [] }, context);
};

/** The document of this id; undefined if there is none (any more). Asks nobody's rights. */
export const readDocument = async (reader: Reader, id: Id): Promise<Document | undefined> => {
  const row = await readRow(reader, id);
  return row && toDocument(row);
};

/** All documents of a kind, by inverse time and id, `limit` after the given one at most. */
export const readDocumentsOfKind = async <Kind extends Document['kind']>(
  reader: Reader,
  kind: Kind,
  limit = 500,
  after: Pick<DocumentBase, 'inv'> & { readonly id: string } = { inv: -1, id: '' },
): Promise<readonly Extract<Document, { kind: Kind }>[]> => {
  const rows = await reader.all<DocumentRow>(
    `select ${COLUMNS} from document
     where kind = ? and deleted = 0 and (inv > ? or (inv = ? and id > ?)) order by inv, id limit ?`,
    kind,
    after.inv,
    after.inv,
    after.id,
    limit,
  );
  return rows
    .map(toDocument)
    .filter((document): document is Extract<Document, { kind: Kind }> => document.kind === kind);
};

/** The row of a document that was not deleted. */
export const readRow = (reader: Reader, id: Id): Promise<DocumentRow | undefined> =>
  reader.get<DocumentRow>(`select ${COLUMNS} from document where id = ? and deleted = 0`, id);

/** The document on the wire. Only typed doors write bodies, so what is read back has its type. */
export const toDocument = ({ id, kind, rev, inv, body }: DocumentRow): Document => ({
  id,
  kind,
  rev,
  inv,
  ...JSON.parse(body),
});

/** What is sent instead of a document its reader may no longer read. RxDB wants the indexed fields also here. */
export const toStub = (id: Id): Stub => ({ id, kind: '', inv: 0, rev: 0, _deleted: true });

/** Stands in an otherwise empty page, because RxDB stores no checkpoint that comes without documents. */
export const carrier: Stub = { id: '~', kind: '', inv: 0, rev: 0, _deleted: true };
