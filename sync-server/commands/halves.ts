import { toHalf, type Bucket } from '#core/access/bucket.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Document } from '#core/protocol/documents.ts';
import { isOfficialOnly, toOrigin } from '#core/protocol/origin.ts';
import { readDocument, readRow, toDocument, type DocumentRow } from '#server/feed/documents.ts';
import { placeDocument, readBuckets, type Change } from '#server/feed/numbering.ts';
import type { JobContext, Reader, Transaction } from '#server/storage/contract/storage.ts';
import { loadOfficialOnly } from './readable.ts';

/**
 * A person's bucket has two halves: what stems from a body that is kept off private devices lies in the one they may not
 * hold (R34). Decided here for every document that is stored, so that no feature can forget it.
 */
export const toHalves = async (
  reader: Reader,
  document: Document,
  buckets: readonly Bucket[],
): Promise<readonly Bucket[]> => {
  const isKeptBack = await isKeptOffPrivate(reader, document);
  return buckets.map((bucket) => toHalf(bucket, isKeptBack));
};

const isKeptOffPrivate = async (reader: Reader, document: Document): Promise<boolean> => {
  const origin = toOrigin(document);
  if (origin === undefined) return false;
  const officialOnly = await loadOfficialOnly(reader);
  if (officialOnly.size === 0) return false;
  if ('groups' in origin) return isOfficialOnly(origin.groups, officialOnly);
  const announcement = await readDocument(reader, origin.announcementId);
  return announcement !== undefined && isKeptOffPrivate(reader, announcement);
};

/**
 * A body was taken off private devices, or comes back to them: everything that stems from it changes its half. Its
 * revision stays; replicas learn of it by the numbers.
 */
export const changeHalves = async (
  transaction: Transaction,
  groupId: Id,
  context: JobContext,
): Promise<readonly Change[]> => {
  const changes: Change[] = [];
  for (const id of await findStemming(transaction, groupId)) {
    const row = await readRow(transaction, id);
    if (row === undefined) continue;
    const placed = await readBuckets(transaction, id);
    const wanted = await toHalves(transaction, toDocument(row), placed);
    if (wanted.every((bucket) => placed.includes(bucket))) continue;
    changes.push(...(await placeDocument(transaction, { documentId: id, buckets: wanted }, context)));
  }
  return changes;
};

/** Kinds that stem from a group; what follows from an announcement stands behind it. */
const STEMMING = [
  'announcement',
  'receipt',
  'status',
  'totals',
  'thread',
  'conference',
  'agenda-item',
  'motion',
  'resolution',
  'attendance',
  'vote-record',
] as const;

/** What was written for the group, and what follows from that: a rare act may look through all of these kinds. */
const findStemming = async (reader: Reader, groupId: Id): Promise<readonly Id[]> => {
  const found: Id[] = [];
  const announcements = new Set<Id>();
  for (const kind of STEMMING) {
    const rows = await reader.all<DocumentRow>(
      'select id, kind, rev, inv, body from document where kind = ? and deleted = 0 order by id',
      kind,
    );
    for (const row of rows) {
      const document = toDocument(row);
      const origin = toOrigin(document);
      if (origin === undefined) continue;
      const stems =
        'groups' in origin ? origin.groups.includes(groupId) : announcements.has(origin.announcementId);
      if (!stems) continue;
      if (document.kind === 'announcement') announcements.add(document.id);
      found.push(document.id);
    }
  }
  return found;
};
