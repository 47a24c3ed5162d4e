/** One feed on a store in memory with a clock that is set by hand, for tests that tell one short story. */
import type { Bucket } from '#core/access/bucket.ts';
import type { DeviceClass } from '#core/access/device-class.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import type { Checkpoint } from '#core/protocol/messages/pull.ts';
import type { JobContext, Reader, Store } from '#server/storage/contract/storage.ts';
import type { Stored } from '../documents.ts';
import type { Change } from '../numbering.ts';
import { pullPage, type Page } from '../pull.ts';
import type { PutArgs } from './jobs.ts';

export const jobModules = [new URL('./jobs.ts', import.meta.url).href];

/** An id that is the same in every run. */
export const toId = (kind: number, index = 0): Id =>
  createId({
    bytes: (length) =>
      Uint8Array.from({ length }, (_, at) => (at === 0 ? kind : at === 1 ? index >> 8 : index & 255)),
  });

/** A clock to be set and bytes that differ from call to call, the same in every run. */
export const createTestContext = (): Omit<JobContext, 'keys'> & { time: number } => {
  let state = 1;
  const context = {
    time: 1_000,
    now: () => (context.time += 1),
    randomBytes: (length: number) =>
      Uint8Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) & 255),
  };
  return context;
};

export interface Feed {
  put(args: PutArgs): Promise<Stored>;
  change(job: string, args: unknown): Promise<readonly Change[]>;
  page(checkpoint: Checkpoint | null, buckets: readonly Bucket[], limit?: number): Promise<Page>;
  /** All pages from here on, as ids; stubs with a minus before them. */
  drain(checkpoint: Checkpoint | null, buckets: readonly Bucket[], limit?: number): Promise<Drained>;
}

export interface Drained {
  readonly ids: readonly string[];
  readonly checkpoint: Checkpoint;
  readonly sizes: readonly number[];
}

/** On a device of this class; `tamper` stands between the feed and the store. */
export const createFeed = (
  store: Store,
  personId: Id,
  deviceClass: DeviceClass = 'official',
  tamper: (reader: Reader) => Reader = (reader) => reader,
): Feed => {
  const page: Feed['page'] = (checkpoint, buckets, limit = 50) =>
    store.snapshot((reader) =>
      pullPage(tamper(reader), { personId, deviceClass, buckets, checkpoint, limit }),
    );
  return {
    put: (args) => store.write<Stored>('put', args),
    change: (job, args) => store.write<readonly Change[]>(job, args),
    page,
    drain: async (from, buckets, limit) => {
      const ids: string[] = [];
      const sizes: number[] = [];
      let checkpoint = from ?? {};
      for (;;) {
        const next = await page(checkpoint, buckets, limit);
        if ('reset' in next) throw new Error('the feed asks for a reset');
        ids.push(...next.documents.map((row) => (row._deleted === true ? `-${row.id}` : row.id)));
        sizes.push(next.documents.length);
        checkpoint = { ...checkpoint, ...next.checkpoint };
        if (next.documents.length < 50) return { ids, sizes, checkpoint };
      }
    },
  };
};
