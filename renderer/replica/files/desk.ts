import { BehaviorSubject, concat, filter, map, of, Subject } from 'rxjs';
import { FILE_BYTES_MAX, toFileName, toFileType } from '#core/kernel/file.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import { toAttachedIds } from '#core/protocol/files.ts';
import { CHUNK, openCabinet, type Entry } from './cabinet.ts';
import { clearAway, type ClearSources } from './clear-away.ts';
import type { Files, FileState, FileUsage, Move } from './contract.ts';
import { noFiles } from './file-api.ts';
import type { FilesOptions, UploadGate } from './files.ts';
import { createLane } from './lane.ts';
import { openPouchDrawer } from './pouch-drawer.ts';
import { openShelf, type Shelf } from './shelf.ts';
import { download, toSha256, upload, type TransferPorts } from './transfer.ts';

export { createFileApi } from './file-api.ts';

/** What was added here and stands in no draft yet is left alone for so long, in milliseconds. */
const YOUNG = 3_600_000;
/** That a file has arrived is asked again after so long: the server forgets what no document refers to after a day. */
const TRUSTED = 3_600_000;

/** The files of a profile that has some. */
export interface Desk extends Files, UploadGate {
  lead(sources: ClearSources): void;
  close(): Promise<void>;
}

/** Opens the cabinet of this name, and takes up what was on its way. */
export const openDesk = async (
  options: FilesOptions & { readonly name: string; readonly limit: number },
): Promise<Desk> => {
  const { key, environment, tabs, name, limit } = options;
  const { clock, timers } = environment;
  const api = (await options.openApi?.()) ?? noFiles;
  const changed$ = new Subject<Id | undefined>();
  const ups = new Map<Id, Move>();
  const downs = new Map<Id, Move>();
  const confirmed = new Map<Id, number>();
  let drafts = '';

  const isNeeded = (id: Id): boolean => {
    if (up.has(id) || down.has(id)) return true;
    const entry = shelf.get(id);
    if (entry?.sha256 !== undefined && clock.now() - entry.addedAt < YOUNG) return true;
    return drafts.includes(id) || isWaitedFor(id);
  };
  const isWaitedFor = (id: Id): boolean =>
    options.pending$.value.some(({ command }) => toAttachedIds(command).includes(id));

  const lanePorts = { isOnline$: options.isOnline$, timers };
  const run = (moves: Map<Id, Move>, transfer: typeof upload) => (id: Id, signal: AbortSignal) => {
    const ports: TransferPorts = {
      api,
      shelf,
      show: (moved, move) => {
        moves.set(moved, move);
        if (moves === ups && move.state === 'done') confirmed.set(moved, clock.now());
        changed$.next(moved);
      },
    };
    return transfer(ports, id, signal);
  };
  const up = createLane({ ...lanePorts, run: run(ups, upload) });
  const down = createLane({ ...lanePorts, run: run(downs, download) });
  const drawer = await (options.openDrawer?.(name) ?? openPouchDrawer(name));
  const shelf: Shelf = await openShelf({
    cabinet: await openCabinet(drawer, key),
    clock,
    limit,
    isNeeded,
    onChanged: (id) => {
      tell(id);
      tabs.tell({ type: 'files' });
    },
  });
  const usage$ = new BehaviorSubject<FileUsage>({ used: shelf.used, limit });
  const tell = (id?: Id): void => {
    usage$.next({ used: shelf.used, limit });
    changed$.next(id);
  };
  const closers: (() => void)[] = [];
  const listening = [
    options.drafts$.subscribe((all) => (drafts = JSON.stringify(all))),
    // What another tab has changed is read again.
    tabs.on('files').subscribe(
      () =>
        void shelf.reload().then(
          () => tell(),
          () => undefined,
        ),
    ),
  ];

  const wait = (moves: Map<Id, Move>, id: Id, done: number): void => {
    moves.set(id, { state: 'waiting', done });
    (moves === ups ? up : down).want(id);
    changed$.next(id);
  };
  const toState = (id: Id): FileState => {
    const entry = shelf.get(id);
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
    const now = clock.now();
    const before: Entry = shelf.get(file.id) ?? {
      id: file.id,
      size: file.size,
      received: 0,
      documentId,
      isKept: false,
      addedAt: now,
      usedAt: now,
    };
    const entry: Entry = { ...before, isKept: kept || before.isKept, usedAt: now };
    const full = await shelf.put(entry);
    if (full !== undefined) {
      downs.set(file.id, { state: 'failed', done: 0, reason: full });
      changed$.next(file.id);
    } else if (entry.received < entry.size) wait(downs, file.id, entry.received);
  };

  return {
    usage$,
    changed$,
    state: (id) =>
      concat(of(undefined), changed$.pipe(filter((changed) => changed === undefined || changed === id))).pipe(
        map(() => toState(id)),
      ),
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
      let full = await shelf.put(entry);
      for (let start = 0; full === undefined && start < bytes.length; start += CHUNK)
        full = await shelf.append(id, bytes.slice(start, start + CHUNK));
      if (full !== undefined) {
        await shelf.drop(id);
        return { ok: false, reason: full };
      }
      wait(ups, id, 0);
      const type = toFileType(content.type);
      return { ok: true, file: { id, name: toFileName(rawName), size: bytes.length, type } };
    },
    fetch: (file, documentId) => void begin(file, documentId, false),
    keep: (file, documentId, isKept) => {
      const entry = shelf.get(file.id);
      if (isKept) void begin(file, documentId, true);
      else if (entry !== undefined) void shelf.put({ ...entry, isKept: false });
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
    open: (id) => shelf.content(id),
    forget: async (id) => {
      // Taken out of a letter that waits in the outbox: as long as that is not written anew, it needs the file.
      if (isWaitedFor(id)) return;
      up.stop(id);
      down.stop(id);
      ups.delete(id);
      downs.delete(id);
      await shelf.drop(id);
      changed$.next(id);
    },
    check: (command) => {
      for (const id of toAttachedIds(command)) {
        if (isTrusted(id)) continue;
        if (shelf.get(id)?.sha256 === undefined) continue;
        const move = ups.get(id);
        if (move?.state === 'failed') return 'file-missing';
        if (!up.has(id)) wait(ups, id, move?.done ?? 0);
        return 'waiting';
      }
      return 'ready';
    },
    distrust: () => confirmed.clear(),
    lead: (sources) => {
      closers.push(clearAway({ ...sources, shelf, isNeeded, changed$ }).stop);
    },
    close: async () => {
      closers.forEach((close) => close());
      listening.forEach((subscription) => subscription.unsubscribe());
      up.close();
      down.close();
      changed$.complete();
      await drawer.close();
    },
  };
};
