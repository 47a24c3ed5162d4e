import { toHalf } from '#core/access/bucket.ts';
import type { School } from '#core/directory/school.ts';
import type { Instant } from '#core/kernel/clock.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import type { DocumentKind, DocumentOf } from '#core/protocol/documents.ts';
import { toFileIds } from '#core/protocol/files.ts';
import type { MeetingChange, Stage, Turnout } from '#server/features/contract.ts';
import {
  deleteDocument,
  putDocument,
  readDocument,
  readRow,
  toDocument,
  type DocumentRow,
} from '#server/feed/documents.ts';
import { placeDocument, readBuckets, type Change } from '#server/feed/numbering.ts';
import { setReferences } from '#server/files/references.ts';
import type { JobContext, Transaction } from '#server/storage/contract/storage.ts';
import { changeHalves, toHalves } from './halves.ts';

/** A stage that remembers what was changed on it. */
export interface RecordedStage extends Stage {
  readonly changes: readonly Change[];
  /** What has happened in sittings. */
  readonly meetings: readonly MeetingChange[];
  readonly turnouts: readonly Turnout[];
  /** The revision of a stored document. */
  revision(id: Id): Promise<number | undefined>;
  /** Places everything anew that stems from a body (R34). */
  changeHalves(groupId: Id): Promise<void>;
}

/** Ids in one statement; SQLite allows far more, PostgreSQL as well. */
const CHUNK = 200;

/** The documents of one transaction, seen at one instant. */
export const createStage = (transaction: Transaction, context: JobContext, now: Instant): RecordedStage => {
  const changes: Change[] = [];
  const meetings: MeetingChange[] = [];
  const turnouts: Turnout[] = [];
  // One instant for everything a command stores, by the clock of whoever opened the door.
  const moment: JobContext = {
    now: () => now,
    randomBytes: (length) => context.randomBytes(length),
    keys: context.keys,
  };
  const stage: RecordedStage = {
    transaction,
    now,
    keys: context.keys,
    changes,
    meetings,
    turnouts,
    load: async (kind, id) => only(kind, await readDocument(transaction, id)),
    loadAll: async (kind, ids) => {
      const rows: DocumentRow[] = [];
      for (let start = 0; start < ids.length; start += CHUNK) {
        const some = ids.slice(start, start + CHUNK);
        rows.push(
          ...(await transaction.all<DocumentRow>(
            `select id, kind, rev, inv, body from document
             where kind = ? and deleted = 0 and id in (${some.map(() => '?').join(', ')}) order by id`,
            kind,
            ...some,
          )),
        );
      }
      return toDocuments(kind, rows);
    },
    loadKind: async (kind) =>
      toDocuments(
        kind,
        await transaction.all<DocumentRow>(
          'select id, kind, rev, inv, body from document where kind = ? and deleted = 0 order by id',
          kind,
        ),
      ),
    loadPlaced: async (kind, bucket) =>
      toDocuments(
        kind,
        await transaction.all<DocumentRow>(
          `select id, kind, rev, inv, body from document join placement on placement.document = document.id
           where bucket in (?, ?) and gone = 0 and kind = ? and deleted = 0 order by id`,
          toHalf(bucket, false),
          toHalf(bucket, true),
          kind,
        ),
      ),
    isTaken: async (id) =>
      (await transaction.get('select 1 as taken from document where id = ?', id)) !== undefined,
    isPlaced: async (id, buckets) =>
      (await transaction.get(
        `select 1 as placed from placement
         where document = ? and gone = 0 and bucket in (${buckets.map(() => '?').join(', ')})`,
        id,
        ...buckets,
      )) !== undefined,
    put: async (document, buckets) => {
      const stored = await putDocument(
        transaction,
        document,
        await toHalves(transaction, document, buckets),
        moment,
      );
      changes.push(...stored.changes);
      await setReferences(stage, document.id, toFileIds(document));
      return stored.rev;
    },
    place: async (document, buckets) => {
      const placed = new Set(await readBuckets(transaction, document.id));
      const wanted = new Set(await toHalves(transaction, document, buckets));
      if (placed.size === wanted.size && [...wanted].every((bucket) => placed.has(bucket))) return;
      changes.push(
        ...(await placeDocument(transaction, { documentId: document.id, buckets: [...wanted] }, moment)),
      );
    },
    remove: async (id) => {
      changes.push(...(await deleteDocument(transaction, id, moment)));
      await setReferences(stage, id, []);
    },
    newId: () => createId({ bytes: (length) => context.randomBytes(length) }),
    school: async (): Promise<School> => {
      const [school] = await stage.loadKind('school');
      if (school === undefined) throw new Error('there is no school in this store');
      return school;
    },
    plan: async (kind, subject, dueAt) => {
      await transaction.run(
        `insert into job (id, due_at, kind, args) values (?, ?, ?, ?)
         on conflict (id) do update set due_at = excluded.due_at, args = excluded.args`,
        toPlanId(kind, subject),
        dueAt,
        kind,
        JSON.stringify({ subject }),
      );
    },
    cancel: async (kind, subject) => {
      await transaction.run('delete from job where id = ?', toPlanId(kind, subject));
    },
    sat: (change) => meetings.push(change),
    voted: (turnout) => turnouts.push(turnout),
    changeHalves: async (groupId) => {
      changes.push(...(await changeHalves(transaction, groupId, moment)));
    },
    revision: async (id) => (await readRow(transaction, id))?.rev,
  };
  return stage;
};

const toPlanId = (kind: string, subject: Id): string => `${kind}:${subject}`;

const only = <Kind extends DocumentKind>(
  kind: Kind,
  document: { readonly kind: DocumentKind } | undefined,
): DocumentOf<Kind> | undefined => (isOfKind(kind, document) ? document : undefined);

const isOfKind = <Kind extends DocumentKind>(
  kind: Kind,
  document: { readonly kind: DocumentKind } | undefined,
): document is DocumentOf<Kind> => document?.kind === kind;

const toDocuments = <Kind extends DocumentKind>(
  kind: Kind,
  rows: readonly DocumentRow[],
): readonly DocumentOf<Kind>[] =>
  rows.map(toDocument).filter((document): document is DocumentOf<Kind> => document.kind === kind);
