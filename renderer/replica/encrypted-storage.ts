import {
  getPrimaryFieldOfPrimaryKey,
  META_INSTANCE_SCHEMA_TITLE,
  wrapRxStorageInstance,
  type PreparedQuery,
  type RxDocumentData,
  type RxDocumentWriteData,
  type RxJsonSchema,
  type RxStorage,
  type RxStorageInstance,
  type RxStorageInstanceCreationParams,
} from 'rxdb/plugins/core';
import { share } from 'rxjs';
import { fromBase64, sealJson, toBase64, unsealJson } from './sealing.ts';

/** The field that holds everything sealed. */
const SEALED = 'c';
/** What RxDB itself reads of every document. */
const RXDB_FIELDS = ['_deleted', '_rev', '_meta', '_attachments'];

/** What RxDB's ids of checkpoints end with; those of documents end with `|0`. */
const CHECKPOINT_SUFFIX = '|1';

type Fields = Record<string, unknown>;

/**
 * An RxDB storage whose documents are sealed with AES-256-GCM before they reach the disk. Clear are only the primary key,
 * indexed fields and RxDB's own; that also holds for RxDB's internal stores and its replication checkpoints. The sealed
 * part is bound to database, collection and id, so that no document can be passed off as another.
 */
export const createEncryptedStorage = <Internals, Options>(
  storage: RxStorage<Internals, Options>,
  key: CryptoKey,
): RxStorage<Internals, Options> => ({
  name: storage.name,
  rxdbVersion: storage.rxdbVersion,
  createStorageInstance: async <Data>(params: RxStorageInstanceCreationParams<Data, Options>) => {
    const clear = toClearFields(params.schema);
    const instance = await storage.createStorageInstance<Data>({
      ...params,
      schema: toSealedSchema(params.schema, clear),
    });
    return wrap(params, instance, clear, key);
  },
});

const wrap = <Data, Internals, Options>(
  params: RxStorageInstanceCreationParams<Data, Options>,
  instance: RxStorageInstance<Data, Internals, Options>,
  clear: ReadonlySet<string>,
  key: CryptoKey,
): RxStorageInstance<Data, Internals, Options> => {
  const primary = getPrimaryFieldOfPrimaryKey(params.schema.primaryKey);
  const bind = (fields: Fields): string =>
    [params.databaseName, params.collectionName, String(fields[primary])].join('|');
  /** What is being written; its own change event need not be opened again. */
  const fresh = new Map<string, Fields>();

  const toStorage = async (document: RxDocumentWriteData<Data>): Promise<RxDocumentData<Fields>> => {
    const open: Fields = {};
    const body: Fields = {};
    for (const [name, value] of Object.entries(document)) (clear.has(name) ? open : body)[name] = value;
    // Nothing sealed stays of what was deleted: whoever may no longer read it has no bytes of it either.
    if (open['_deleted'] === true) return asStored({ ...open, [SEALED]: '' });
    const sealed = toBase64(await sealJson(key, body, bind(open)));
    fresh.set(sealed, body);
    return asStored({ ...open, [SEALED]: sealed });
  };
  const fromStorage = async (stored: RxDocumentData<Fields>): Promise<RxDocumentData<Data>> => {
    const { [SEALED]: sealed, ...open } = stored;
    if (typeof sealed !== 'string' || sealed === '') return asOpened<Data>(open);
    const body = fresh.get(sealed) ?? (await unsealJson(key, fromBase64(sealed), bind(open)));
    return asOpened<Data>(Object.assign(open, body));
  };

  const wrapped = wrapRxStorageInstance<Data>(params.schema, instance, toStorage, fromStorage);
  const changes$ = wrapped.changeStream().pipe(share());
  const write = wrapped.bulkWrite;
  const find = wrapped.findDocumentsById;
  const isReplicationStore = params.schema.title === META_INSTANCE_SCHEMA_TITLE;
  const bulkWrite: typeof write = async (rows, context) => {
    try {
      return await write(rows, context);
    } catch (error) {
      // A checkpoint that could not be written only lags, and what lies behind it is delivered again. RxDB would never
      // write another one after it, and could not even be stopped any more.
      if (isReplicationStore) return { error: [] };
      throw error;
    } finally {
      fresh.clear();
    }
  };
  return Object.assign(wrapped, {
    bulkWrite: inTurn(bulkWrite),
    // "Pull only" keeps nothing of single documents in the store of the replication, and yet it looks for each of them.
    findDocumentsById: async (ids: string[], deleted: boolean) => {
      const kept = isReplicationStore ? ids.filter((id) => id.endsWith(CHECKPOINT_SUFFIX)) : ids;
      return kept.length === 0 ? [] : find(kept, deleted);
    },
    query: guarded(wrapped.query, clear),
    count: guarded(wrapped.count, clear),
    changeStream: () => changes$,
    // T1: "pull only" still looks for something to push, opening every document on start and on each RESYNC, while live
    // events wait. We never push: there is never anything.
    getChangedDocumentsSince: async (_limit: number, checkpoint?: unknown) => ({
      documents: [],
      checkpoint: checkpoint ?? { id: '', lwt: 0 },
    }),
  });
};

/** Primary key, indexed fields and RxDB's own, by their first path segment. */
const toClearFields = <Data>(schema: RxJsonSchema<RxDocumentData<Data>>): ReadonlySet<string> => {
  const { primaryKey } = schema;
  const parts = typeof primaryKey === 'object' ? primaryKey.fields.map(String) : [];
  const indexed = (schema.indexes ?? []).flat().map(String);
  const paths = [String(getPrimaryFieldOfPrimaryKey(primaryKey)), ...parts, ...indexed, ...RXDB_FIELDS];
  return new Set(paths.map(toFirstSegment));
};

const toFirstSegment = (path: string): string => path.split('.')[0] ?? path;

const toSealedSchema = <Data>(
  schema: RxJsonSchema<RxDocumentData<Data>>,
  clear: ReadonlySet<string>,
): RxJsonSchema<RxDocumentData<Data>> => {
  const { encrypted: _, ...rest } = schema;
  const properties = Object.fromEntries(
    Object.entries(schema.properties).filter(([name]) => clear.has(name)),
  );
  const required = (schema.required ?? []).map(String).filter((name) => clear.has(name));
  return {
    ...rest,
    properties: { ...properties, [SEALED]: { type: 'string' } },
    required: [...required, SEALED],
  } as RxJsonSchema<RxDocumentData<Data>>;
};

/** A query that names a sealed field would silently find nothing: it throws instead. */
const guarded =
  <Data, Result>(run: (query: PreparedQuery<Data>) => Promise<Result>, clear: ReadonlySet<string>) =>
  async (prepared: PreparedQuery<Data>): Promise<Result> => {
    const named = [...toNames(prepared.query.selector), ...prepared.query.sort.flatMap(Object.keys)];
    const sealed = named.filter((name) => !clear.has(toFirstSegment(name)));
    if (sealed.length > 0) throw new Error(`query on sealed fields: ${sealed.join(', ')}`);
    return run(prepared);
  };

const toNames = (selector: unknown): readonly string[] =>
  typeof selector !== 'object' || selector === null
    ? []
    : Object.entries(selector).flatMap(([name, value]) =>
        name.startsWith('$') ? (Array.isArray(value) ? value.flatMap(toNames) : []) : [name],
      );

/** One write after the other: what is fresh belongs to exactly one of them. */
const inTurn = <Args extends readonly unknown[], Result>(
  run: (...args: Args) => Promise<Result>,
): ((...args: Args) => Promise<Result>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (...args) => {
    const next = last.then(() => run(...args));
    last = next.catch(() => undefined);
    return next;
  };
};

/** The storage below sees a document as fields; RxDB's own are among them, because they are always clear. */
const asStored = (fields: Fields): RxDocumentData<Fields> => fields as RxDocumentData<Fields>;
/** What comes back is what `toStorage` took apart. */
const asOpened = <Data>(fields: Fields): RxDocumentData<Data> => fields as RxDocumentData<Data>;
