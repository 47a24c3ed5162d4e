import { getChangedDocumentsSinceQuery, prepareQuery } from 'rxdb/plugins/core';
import type { Document } from '#core/protocol/documents.ts';
import type { Documents } from './database.ts';

/**
 * RxDB looks for every document before it writes it. While an empty replica is filled nobody writes but this tab, which
 * leads: what it has not written is not there, and the disk need not be asked. Returns how to end it; does nothing if
 * the replica holds anything, stubs included.
 */
export const spareLookups = async (documents: Documents): Promise<() => void> => {
  const { storageInstance } = documents;
  if (!(await isEmpty(documents))) return () => undefined;
  const { bulkWrite, findDocumentsById } = storageInstance;
  const written = new Set<string>();
  storageInstance.bulkWrite = (rows, context) => {
    for (const { document } of rows) written.add(document.id);
    return bulkWrite.call(storageInstance, rows, context);
  };
  storageInstance.findDocumentsById = (ids, deleted) => {
    const possible = ids.filter((id) => written.has(id));
    return possible.length === 0
      ? Promise.resolve([])
      : findDocumentsById.call(storageInstance, possible, deleted);
  };
  return () => Object.assign(storageInstance, { bulkWrite, findDocumentsById });
};

/** Asks in the order of writing: that index has stubs as well. */
const isEmpty = async ({ storageInstance }: Documents): Promise<boolean> => {
  const { schema } = storageInstance;
  const first = getChangedDocumentsSinceQuery<Document, { readonly lwt: number; readonly id: string }>(
    storageInstance,
    1,
    { lwt: 0, id: '' },
  );
  return (await storageInstance.query(prepareQuery(schema, first))).documents.length === 0;
};
