/** A school in small: people who come and go, documents that move, replicas on bad lines. Drives the real feed. */
import { groupBucket, toReadableBuckets, type Bucket } from '#core/access/bucket.ts';
import type { Membership } from '#core/access/actor.ts';
import type { DeviceClass } from '#core/access/device-class.ts';
import type { Role } from '#core/access/roles.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Reader, Store } from '#server/storage/contract/storage.ts';
import { loadReadableBuckets } from '#server/commands/readable.ts';
import { loadCommitted, toLiveChange } from '../live.ts';
import type { Change } from '../numbering.ts';
import type { Checkpoint } from '#core/protocol/messages/pull.ts';
import { pullPage, type Page } from '../pull.ts';
import { createReplica, type Message, type Replica } from './replica.ts';

export const MODEL_LIMITS = { pageMin: 2, pageMax: 3, pageBytes: 1_000_000 };

/** Who has a device, and of which class it is. */
export interface Owner {
  readonly personId: Id;
  readonly deviceClass: DeviceClass;
}

/** A person at a device: replica, socket in both directions. */
export interface Client extends Owner {
  readonly replica: Replica;
  readonly inbox: Message[];
}

export interface World {
  readonly clients: readonly Client[];
  /** Stores something; what it changed is broadcast later, in the order of the commits. */
  write(job: string, args: unknown): Promise<void>;
  /** Sends live what was committed so far, to everybody connected, by the rights of now. */
  broadcast(): Promise<void>;
  /** The server answers what the client asks for. */
  serve(client: Client): Promise<void>;
  /** The client receives so many messages. */
  deliver(client: Client, count: number): void;
  disconnect(client: Client): void;
  crash(client: Client, lost: number): void;
  /** Everybody connects and catches up. */
  settle(): Promise<void>;
  /** Ids with revisions, as the person may read them on this device now. */
  readable(owner: Owner): Promise<ReadonlyMap<string, number>>;
  held(client: Client): ReadonlyMap<string, number>;
}

export const readBucketsOf = async (reader: Reader, personId: Id): Promise<readonly Bucket[]> => {
  const person = await reader.get<{ role: Role; administrator: number }>(
    'select role, administrator from person where id = ?',
    personId,
  );
  const memberships = await reader.all<Membership>(
    `select group_id as groupId, function, voting_status as votingStatus from membership where person_id = ?`,
    personId,
  );
  const administrator = person?.administrator === 1;
  return toReadableBuckets({ personId, role: person?.role ?? 'guest', administrator, memberships });
};

/** What a device may hold, said anew: nothing on a private one that lies in a kept group or in an official half. */
const isHeldBy = (deviceClass: DeviceClass, bucket: Bucket, kept: ReadonlySet<string>): boolean =>
  deviceClass !== 'private' || !(bucket.startsWith('official:') || kept.has(bucket));

/** What holds for every single page, wherever the replica stands. */
const checkPage = (page: Page, next: Page, readable: ReadonlyMap<string, number>): void => {
  if ('reset' in page || 'reset' in next) throw new Error('a reset without a reason');
  const ids = page.documents.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new Error('a document twice in one page');
  for (const row of page.documents) {
    const isReadable = readable.get(row.id) === row.rev;
    if (isReadable === (row._deleted === true)) throw new Error(`${row.id} is not what its reader may read`);
  }
  const isLast = page.documents.length < MODEL_LIMITS.pageMin;
  if (isLast && next.documents.length > 0) throw new Error('a short page that is not the last');
};

/** `tamper` plants a bug: it stands between the feed and the store. */
export const createWorld = (
  store: Store,
  owners: readonly Owner[],
  tamper: (reader: Reader) => Reader = (reader) => reader,
): World => {
  const clients = owners.map((owner) => ({
    ...owner,
    replica: createReplica(MODEL_LIMITS.pageMin),
    inbox: [] as Message[],
  }));
  let committed: (readonly Change[] | 'resync')[] = [];

  const write = async (job: string, args: unknown): Promise<void> => {
    const result = await store.write<{ changes: readonly Change[] } | readonly Change[] | undefined>(
      job,
      args,
    );
    committed.push(result === undefined ? 'resync' : 'changes' in result ? result.changes : result);
  };
  const broadcast = async (): Promise<void> => {
    const waiting = committed;
    committed = [];
    for (const entry of waiting) {
      for (const { replica, inbox, ...owner } of clients) {
        if (!replica.isOnline) continue;
        if (entry === 'resync') {
          inbox.push({ op: 'resync' });
          continue;
        }
        const change = await store.snapshot(async (reader) =>
          toLiveChange(
            await loadCommitted(reader, entry),
            new Set(await loadReadableBuckets(tamper(reader), owner)),
          ),
        );
        if (change !== undefined) inbox.push({ op: 'change', change });
      }
    }
  };
  const serve = async (client: Client): Promise<void> => {
    const { personId, deviceClass, replica, inbox } = client;
    const { request } = replica;
    if (request === undefined || inbox.some(({ op }) => op === 'page')) return;
    const buckets = await loadReadableBuckets(tamper(store.read), client);
    const pull = (checkpoint: Checkpoint | null): Promise<Page> =>
      store.snapshot((reader) =>
        pullPage(tamper(reader), { personId, deviceClass, buckets, checkpoint, limit: 1 }, MODEL_LIMITS),
      );
    const page = await pull(request.checkpoint);
    if ('reset' in page) throw new Error('a reset without a reason');
    const next = await pull({ ...request.checkpoint, ...page.checkpoint });
    checkPage(page, next, await readable(client));
    inbox.push({ op: 'page', page });
  };
  const deliver = ({ replica, inbox }: Client, count: number): void => {
    for (const message of inbox.splice(0, count)) replica.receive(message);
  };
  const disconnect = ({ replica, inbox }: Client): void => {
    inbox.length = 0;
    replica.disconnect();
  };
  const readable = async ({ personId, deviceClass }: Owner): Promise<ReadonlyMap<string, number>> => {
    const rowsKept = await store.read.all<{ group_id: Id }>('select group_id from official_only');
    const kept = new Set<string>(rowsKept.map(({ group_id: id }) => groupBucket(id)));
    const buckets = (await readBucketsOf(store.read, personId)).filter((bucket) =>
      isHeldBy(deviceClass, bucket, kept),
    );
    const rows = await store.read.all<{ id: string; rev: number }>(
      `select distinct id, rev from document join placement on placement.document = document.id
       where placement.gone = 0 and document.deleted = 0 and bucket in (${buckets.map(() => '?').join(', ')}) order by id`,
      ...buckets,
    );
    return new Map(rows.map(({ id, rev }) => [id, rev]));
  };
  return {
    clients,
    write,
    broadcast,
    serve,
    deliver,
    disconnect,
    crash: (client, lost) => {
      disconnect(client);
      client.replica.crash(lost);
    },
    settle: async () => {
      await broadcast();
      for (const client of clients) {
        if (!client.replica.isOnline) client.replica.connect();
        for (let turn = 0; client.replica.request !== undefined || client.inbox.length > 0; turn += 1) {
          if (turn > 1_000) throw new Error('a replica never catches up');
          await serve(client);
          deliver(client, 1);
        }
      }
    },
    readable,
    held: ({ replica }) =>
      new Map(
        [...replica.rows.values()]
          .filter((row) => row._deleted !== true)
          .map((row): [string, number] => [row.id, row.rev])
          .sort(([left], [right]) => (left < right ? -1 : 1)),
      ),
  };
};
