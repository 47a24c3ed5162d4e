import { BehaviorSubject, concat, defer, filter, map, of, Subject, type Observable } from 'rxjs';
import { FILE_BYTES_MAX, toFileName, toFileType } from '#core/kernel/file.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import type { Command } from '#core/protocol/commands.ts';
import type { Pending } from '#core/protocol/overlay.ts';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Draft } from '../contract.ts';
import type { Environment } from '../environment.ts';
import type { Tabs } from '../tabs.ts';
import type { Drawer, Entry } from './cabinet.ts';
import type { Files, FileState, FileUsage, Move } from './contract.ts';
import type { FileApi } from './file-api.ts';
import { createLane } from './lane.ts';
import type { Shelf } from './shelf.ts';
import type { TransferPorts } from './transfer.ts';

/** The space files may take on this device, in bytes. */
const SHELF_BYTES = 500_000_000;
/** What was added here and stands in no draft yet is left alone for so long, in milliseconds. */
const YOUNG = 3_600_000;
/** That a file has arrived is asked again after so long: the server forgets what no document refers to after a day. */
const TRUSTED = 3_600_000;

export interface FilesOptions {
  /** What the names of all databases of the profile start with. */
  readonly prefix: string;
  readonly key: CryptoKey;
  readonly environment: Environment;
  readonly api: FileApi;
  readonly isOnline$: Observable<boolean>;
  readonly pending$: BehaviorSubject<readonly Pending[]>;
  readonly drafts$: Observable<readonly Draft[]>;
  readonly tabs: Pick<Tabs, 'tell' | 'on'>;
  readonly openDrawer?: ((name: string) => Promise<Drawer>) | undefined;
  readonly limit?: number | undefined;
}

/** Whether a command may go out: what it attaches must have arrived before (D1). */
export interface UploadGate {
  check(command: Command): 'ready' | 'waiting' | RefusalKind;
  /** Emits when an answer of `check` may have changed. */
  readonly changed$: Observable<unknown>;
  /** A restored server may have lost what had arrived: it is asked again. */
  distrust(): void;
}

/** The files of an unlocked profile. */
export interface OpenFiles extends Files, UploadGate {
  /** What lies here, once it is known; nothing is loaded for a profile that never had a file. */
  shelf(): Promise<Shelf | undefined>;
  /** Whether it still has to be uploaded, or belongs to something that was not sent yet. */
  isNeeded(id: Id): boolean;
  close(): Promise<void>;
}

const load = () => import('./loaded.ts');

export const openFiles = (options: FilesOptions): OpenFiles => {
  const { prefix, key, environment, api, tabs, limit = SHELF_BYTES } = options;
  const { clock, timers } = environment;
  const name = `${prefix}-files`;
  const changed$ = new Subject<Id | undefined>();
  const usage$ = new BehaviorSubject<FileUsage>({ used: 0, limit });
  const ups = new Map<Id, Move>();
  const downs = new Map<Id, Move>();
  const confirmed = new Map<Id, number>();
  let drafts = '';
  let shelf: Shelf | undefined;
  let drawer: Drawer | undefined;
  let opening: Promise<Shelf> | undefined;
  let looking: Promise<Shelf | undefined> | undefined;
  let closed = false;

  const isNeeded = (id: Id): boolean => {
    if (up.has(id) || down.has(id)) return true;
    const entry = shelf?.get(id);
    if (entry?.sha256 !== undefined && clock.now() - entry.addedAt < YOUNG) return true;
    return (
      drafts.includes(id) || options.pending$.value.some(({ command }) => toFileIds(command).includes(id))
    );
  };
  const tell = (id?: Id): void => {
    usage$.next({ used: shelf?.used ?? 0, limit });
    changed$.next(id);
  };
  const open = (): Promise<Shelf> =>
    (opening ??= (async () => {
      const parts = await load();
      drawer = await (options.openDrawer?.(name) ?? parts.openPouchDrawer(name));
      shelf = await parts.openShelf({
        cabinet: await parts.openCabinet(drawer, key),
        clock,
        limit,
        isNeeded,
        onChanged: (id) => {
          tell(id);
          tabs.tell({ type: 'files' });
        },
      });
      tell();
      return shelf;
    })().catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));
  const find = (): Promise<Shelf | undefined> => {
    if (opening !== undefined) return opening;
    return (looking ??= environment.indexedDB
      .databases()
      .then((all) => (all.some((database) => database.name === name) ? open() : undefined)));
  };

  const run =
    (moves: Map<Id, Move>, direction: 'upload' | 'download') => async (id: Id, signal: AbortSignal) => {
      const ports: TransferPorts = {
        api,
        shelf: await open(),
        show: (moved, move) => {
          moves.set(moved, move);
          if (moves === ups && move.state === 'done') confirmed.set(moved, clock.now());
          changed$.next(moved);
        },
      };
      return (await load())[direction](ports, id, signal);
    };
  const lanePorts = { isOnline$: options.isOnline$, timers };
  const up = createLane({ ...lanePorts, run: run(ups, 'upload') });
  const down = createLane({ ...lanePorts, run: run(downs, 'download') });

  const listening = [
    options.drafts$.subscribe((all) => (drafts = JSON.stringify(all))),
    tabs.on('files').subscribe(() => {
      looking = undefined;
      void find().then(async (known) => {
        if (closed) return;
        await known?.reload();
        tell();
      });
    }),
  ];

  const wait = (moves: Map<Id, Move>, id: Id, done: number): void => {
    moves.set(id, { state: 'waiting', done });
    (moves === ups ? up : down).want(id);
    changed$.next(id);
  };
  const toState = (id: Id): FileState => {
    const entry = shelf?.get(id);
    const [rising, falling] = [ups.get(id), downs.get(id)];
    return {
      here: entry?.received ?? 0,
      isWhole: entry !== undefined && entry.received === entry.size,
      isKept: entry?.isKept ?? false,
      ...(rising === undefined ? {} : { up: rising }),
      ...(falling === undefined ? {} : { down: falling }),
    };
  };
  const isTrusted = (id: Id): boolean => clock.now() - (confirmed.get(id) ?? 0) < TRUSTED;
  const begin = async (file: { readonly id: Id; readonly size: number }, documentId: Id, kept: boolean) => {
    const known = await open();
    const now = clock.now();
    const before: Entry = known.get(file.id) ?? {
      id: file.id,
      size: file.size,
      received: 0,
      documentId,
      isKept: false,
      addedAt: now,
      usedAt: now,
    };
    const entry: Entry = { ...before, isKept: kept || before.isKept, usedAt: now };
    const full = await known.put(entry);
    if (full !== undefined) {
      downs.set(file.id, { state: 'failed', done: 0, reason: full });
      changed$.next(file.id);
    } else if (entry.received < entry.size) wait(downs, file.id, entry.received);
  };

  return {
    usage$: defer(() => {
      // What lies here is looked up for whoever asks.
      void find().catch(() => undefined);
      return usage$;
    }),
    changed$,
    isNeeded,
    shelf: find,
    state: (id) =>
      concat(
        of(undefined),
        defer(() => find()).pipe(map(() => undefined)),
        changed$.pipe(filter((changed) => changed === undefined || changed === id)),
      ).pipe(map(() => toState(id))),
    add: async (content, rawName, documentId) => {
      if (content.size === 0) return { ok: false, reason: 'empty' };
      if (content.size > FILE_BYTES_MAX) return { ok: false, reason: 'too-large' };
      const id = createId(environment.random);
      let bytes: Uint8Array<ArrayBuffer>;
      try {
        bytes = new Uint8Array(await content.arrayBuffer());
      } catch {
        // Moved or deleted since it was chosen, or a folder.
        return { ok: false, reason: 'unreadable' };
      }
      const known = await open();
      const { CHUNK, toSha256 } = await load();
      const now = clock.now();
      const sha256 = await toSha256(new Blob([bytes]));
      const entry: Entry = {
        id,
        size: bytes.length,
        received: 0,
        documentId,
        isKept: false,
        sha256,
        addedAt: now,
        usedAt: now,
      };
      let full = await known.put(entry);
      for (let start = 0; full === undefined && start < bytes.length; start += CHUNK)
        full = await known.append(id, bytes.slice(start, start + CHUNK));
      if (full !== undefined) {
        await known.drop(id);
        return { ok: false, reason: full };
      }
      wait(ups, id, 0);
      const type = toFileType(content.type);
      return { ok: true, file: { id, name: toFileName(rawName), size: bytes.length, type } };
    },
    fetch: (file, documentId) => void begin(file, documentId, false),
    keep: (file, documentId, isKept) => {
      if (isKept) void begin(file, documentId, true);
      else
        void open().then(async (known) => {
          const entry = known.get(file.id);
          if (entry !== undefined) await known.put({ ...entry, isKept: false });
        });
    },
    stop: (id) => {
      up.stop(id);
      down.stop(id);
      for (const moves of [ups, downs]) {
        const move = moves.get(id);
        if (move?.state === 'waiting' || move?.state === 'moving')
          moves.set(id, { state: 'stopped', done: move.done });
      }
      changed$.next(id);
    },
    retry: (id) => {
      for (const moves of [ups, downs]) {
        const move = moves.get(id);
        if (move?.state === 'stopped' || move?.state === 'failed') wait(moves, id, move.done);
      }
    },
    open: async (id) => (await find())?.content(id),
    forget: async (id) => {
      // Taken out of a letter that waits in the outbox: as long as that is not written anew, it needs the file.
      if (options.pending$.value.some(({ command }) => toFileIds(command).includes(id))) return;
      up.stop(id);
      down.stop(id);
      ups.delete(id);
      downs.delete(id);
      await (await find())?.drop(id);
      changed$.next(id);
    },
    check: (command) => {
      for (const id of toFileIds(command)) {
        if (isTrusted(id)) continue;
        if (opening === undefined || shelf === undefined) {
          // What cannot be opened here cannot be uploaded either; the server has the last word.
          void find().then(
            (known) => (known === undefined ? confirmed.set(id, clock.now()) : undefined, changed$.next(id)),
            () => (confirmed.set(id, clock.now()), changed$.next(id)),
          );
          return 'waiting';
        }
        if (shelf.get(id)?.sha256 === undefined) continue;
        const move = ups.get(id);
        if (move?.state === 'failed') return 'file-missing';
        if (!up.has(id)) wait(ups, id, move?.done ?? 0);
        return 'waiting';
      }
      return 'ready';
    },
    distrust: () => confirmed.clear(),
    close: async () => {
      closed = true;
      listening.forEach((subscription) => subscription.unsubscribe());
      up.close();
      down.close();
      changed$.complete();
      await opening?.catch(() => undefined);
      await drawer?.close();
    },
  };
};

/** The files a command attaches. */
export const toFileIds = (command: Command): readonly Id[] =>
  command.name === 'announce' || command.name === 'edit-announcement'
    ? (command.args.attachments ?? []).map((file) => file.id)
    : [];
