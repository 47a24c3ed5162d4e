import { copyFileSync, existsSync, mkdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { toReceiptId } from '#core/announcements/ids.ts';
import type { Id } from '#core/kernel/id.ts';
import type { ServerMessage } from '#core/protocol/messages/index.ts';
import type { Door } from '#server/commands/door.ts';
import type { CommandJobArgs } from '#server/commands/door.job.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { sealing } from './engine-crypto.ts';
import type { World } from './world.ts';

/**
 * A planted bug. Each breaks one thing that must always hold, in the simulated world alone; a suite that stays green
 * with it would be decoration.
 */
export interface Bug {
  /** The invariant that has to turn red. */
  readonly invariant: string;
  store?(store: Store): Store;
  door?(door: Door, store: Store): Door;
  /** What the server sends instead of a frame, and to whom else it sends the frame. */
  frame?(text: string): { readonly text: string; readonly toEverybody: boolean };
  /** The folder a server finds after a crash instead of its own. */
  crashDisk?(folder: string, files: readonly string[]): string;
  afterStep?(world: World): Promise<void>;
  /** Takes back what the bug has changed outside the world. */
  remove?(): void;
}

/** Planted bugs by name; a fresh one for each world. */
export const bugs: Readonly<Record<string, () => Bug>> = {
  /** The disk says "written" before it is: the end of the log is gone after a crash. */
  'disk that lies': () => ({
    invariant: '1',
    crashDisk: (folder, files) => {
      const torn = `${folder}-torn`;
      mkdirSync(torn, { recursive: true });
      for (const file of files) {
        if (existsSync(join(folder, file))) copyFileSync(join(folder, file), join(torn, file));
      }
      const log = join(torn, files.find((file) => file.endsWith('-wal')) ?? '');
      if (existsSync(log)) truncateSync(log, Math.max(0, statSync(log).size - 100_000));
      return torn;
    },
  }),

  /** A repeated command is taken for a new one. */
  'door without a memory': () => ({
    invariant: '2',
    door: (door, store) => ({
      submit: async (sender, command) => {
        const mid = toMid(command);
        if (mid !== undefined) {
          await store.write('sabotage', { statements: [['delete from command_log where mid = ?', mid]] });
        }
        return door.submit(sender, command);
      },
    }),
  }),

  /** Now and then a live change loses its documents and keeps its checkpoint. */
  'feed with holes': () => {
    let changes = 0;
    return {
      invariant: '3',
      frame: (text) => {
        const message = JSON.parse(text) as ServerMessage;
        if (message.op !== 'change') return { text, toEverybody: false };
        changes += 1;
        const isHole = changes % 4 === 0;
        return { text: isHole ? JSON.stringify({ ...message, documents: [] }) : text, toEverybody: false };
      },
    };
  },

  /** Live changes go to every socket. */
  'feed without doors': () => ({
    invariant: '4',
    frame: (text) => ({ text, toEverybody: text.startsWith('{"op":"change"') }),
  }),

  /** Whoever leaves a group is never told to forget. */
  'leaving without stubs': () => ({
    invariant: '4',
    frame: (text) => {
      const message = JSON.parse(text) as ServerMessage;
      if (message.op !== 'change' && message.op !== 'page') return { text, toEverybody: false };
      const documents = message.documents.filter((row) => row['_deleted'] !== true);
      return { text: JSON.stringify({ ...message, documents }), toEverybody: false };
    },
  }),

  /** A body that is kept off private devices stays in its readers' hands there. */
  'private like official': () => ({
    invariant: '4',
    store: (store) =>
      afterCommand(store, 'set-group-devices', async () => {
        await store.write('sabotage', { statements: [['delete from official_only']] });
      }),
  }),

  /** A receipt is also laid into the group. */
  'receipts for everybody': () => ({
    invariant: '4',
    store: (store) =>
      afterCommand(store, 'announce', async ({ command, personId }) => {
        if (command.name !== 'announce') return;
        const [groupId] = command.args.groupIds;
        const members = await store.read.all<{ person_id: Id }>(
          'select person_id from membership where group_id = ? and person_id <> ? order by person_id limit 1',
          groupId ?? '',
          personId,
        );
        await store.write('sabotage', {
          statements: members.map(({ person_id }) => [
            `insert or ignore into placement (bucket, document, seq, gone, at)
           select 'group:' || ?, id, 1000000000 + abs(random() % 1000000000), 0, 0 from document where id = ?`,
            groupId ?? '',
            toReceiptId(command.args.id, person_id),
          ]),
        });
      }),
  }),

  /** Whoever wants a place gets one. */
  'list without an end': () => ({
    invariant: '5',
    store: (store) =>
      afterCommand(store, 'announce', async ({ command }) => {
        if (command.name !== 'announce') return;
        await store.write('sabotage', {
          statements: [
            [
              `update document set body = replace(body, '"places":', '"seats":') where id = ?`,
              command.args.id,
            ],
          ],
        });
      }),
  }),

  /** Sealing does nothing. */
  'key without teeth': () => {
    sealing.isBroken = true;
    return {
      invariant: '7',
      remove: () => {
        sealing.isBroken = false;
      },
    };
  },

  /** A backup is laid in the place of the database and nobody is told: nothing is offered again. */
  'restore without a new epoch': () => ({
    invariant: '9',
    store: (store) => ({
      ...store,
      read: store.read,
      get statistics() {
        return store.statistics;
      },
      write: async <Result>(job: string, args: unknown) => {
        if (job !== 'after-restore') return store.write<Result>(job, args);
        const before = await store.read.get<{ value: string }>("select value from meta where key = 'epoch'");
        const result = await store.write<Result>(job, args);
        await store.write('sabotage', {
          statements: [["update meta set value = ? where key = 'epoch'", before?.value ?? '']],
        });
        return result;
      },
    }),
  }),

  /** What was refused vanishes from "Nicht gespeichert" by itself. */
  'client that tidies up': () => ({
    invariant: '9',
    afterStep: async ({ devices, engine }) => {
      for (const { running } of devices) {
        for (const { command, delivery } of running?.pending ?? []) {
          if (running === undefined || delivery.state !== 'refused') continue;
          await engine.until(engine.as(running.program, () => running.workspace.dismiss(command.mid)));
        }
      }
    },
  }),
};

const afterCommand = (store: Store, name: string, work: (args: CommandJobArgs) => Promise<void>): Store => ({
  ...store,
  read: store.read,
  get statistics() {
    return store.statistics;
  },
  write: async <Result>(job: string, args: unknown) => {
    const result = await store.write<Result>(job, args);
    if (job === 'command' && isCommand(args) && args.command.name === name) await work(args);
    return result;
  },
});

const isCommand = (args: unknown): args is CommandJobArgs =>
  typeof args === 'object' && args !== null && 'command' in args;

const toMid = (command: unknown): string | undefined =>
  typeof command === 'object' && command !== null && 'mid' in command && typeof command.mid === 'string'
    ? command.mid
    : undefined;
