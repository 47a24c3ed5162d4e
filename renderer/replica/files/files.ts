import { BehaviorSubject, defer, EMPTY, merge, of, Subject, switchMap, type Observable } from 'rxjs';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Command } from '#core/protocol/commands.ts';
import { toAttachedIds } from '#core/protocol/files.ts';
import type { Pending } from '#core/protocol/overlay.ts';
import type { Draft } from '../contract.ts';
import type { Environment } from '../environment.ts';
import type { Tabs } from '../tabs.ts';
import type { Drawer } from './cabinet.ts';
import type { ClearSources } from './clear-away.ts';
import { NOTHING_HERE, type Files } from './contract.ts';
import type { Desk } from './desk.ts';
import type { FileApi } from './file-api.ts';

/** The space files may take on this device, in bytes. */
const SHELF_BYTES = 500_000_000;

export interface FilesOptions {
  /** What the names of all databases of the profile start with. */
  readonly prefix: string;
  readonly key: CryptoKey;
  readonly environment: Environment;
  /** The requests for files; without them nothing is uploaded or fetched. */
  readonly openApi: (() => Promise<FileApi>) | undefined;
  readonly isOnline$: Observable<boolean>;
  readonly pending$: BehaviorSubject<readonly Pending[]>;
  readonly drafts$: Observable<readonly Draft[]>;
  readonly tabs: Pick<Tabs, 'tell' | 'on'>;
  readonly openDrawer?: ((name: string) => Promise<Drawer>) | undefined;
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
  /** This tab leads: it removes what may no longer be here. */
  lead(sources: ClearSources): void;
  close(): Promise<void>;
}

/** Everything that works on files is loaded with the first of them: the first screen has no room for it. */
export const openFiles = (options: FilesOptions): OpenFiles => {
  const name = `${options.prefix}-files`;
  const desk$ = new BehaviorSubject<Desk | undefined>(undefined);
  const looked$ = new Subject<void>();
  let opening: Promise<Desk> | undefined;
  let looking: Promise<Desk | undefined> | undefined;
  let isEmpty = false;
  let sources: ClearSources | undefined;
  let closed = false;

  const start = async (): Promise<Desk> => {
    const { openDesk } = await import('./desk.ts');
    const desk = await openDesk({ ...options, name, limit: SHELF_BYTES });
    if (closed) {
      await desk.close();
      throw new Error('the profile was locked');
    }
    if (sources !== undefined) desk.lead(sources);
    desk$.next(desk);
    return desk;
  };
  const load = (): Promise<Desk> => {
    isEmpty = false;
    return (opening ??= start().catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));
  };
  /** What lies here, if a file ever did. */
  const find = (): Promise<Desk | undefined> =>
    opening ??
    (looking ??= options.environment.indexedDB
      .databases()
      .then((all) => (all.some((database) => database.name === name) ? load() : undefined)));
  /** Looks, and says so. What cannot be opened is as if it were not here: the server has the last word. */
  const look = (): void => {
    void find()
      .then(
        (found) => (isEmpty = found === undefined),
        () => (isEmpty = true),
      )
      .then(() => looked$.next());
  };
  const watch = <Value>(pick: (desk: Desk) => Observable<Value>, nothing: Value): Observable<Value> =>
    defer(() => {
      look();
      return desk$.pipe(switchMap((desk) => (desk === undefined ? of(nothing) : pick(desk))));
    });
  const later = (work: (desk: Desk) => unknown): void => void load().then(work, () => undefined);
  const now = (work: (desk: Desk) => unknown): void => {
    if (desk$.value !== undefined) work(desk$.value);
  };
  const listening = options.tabs.on('files').subscribe(() => {
    // Another tab may have kept the first one.
    looking = undefined;
    look();
  });

  return {
    usage$: watch((desk) => desk.usage$, { used: 0, limit: SHELF_BYTES }),
    changed$: merge(looked$, desk$.pipe(switchMap((desk) => desk?.changed$ ?? EMPTY))),
    state: (id) => watch((desk) => desk.state(id), NOTHING_HERE),
    add: async (content, rawName, documentId) => (await load()).add(content, rawName, documentId),
    fetch: (file, documentId) => later((desk) => desk.fetch(file, documentId)),
    keep: (file, documentId, isKept) => later((desk) => desk.keep(file, documentId, isKept)),
    stop: (id) => now((desk) => desk.stop(id)),
    retry: (id) => now((desk) => desk.retry(id)),
    forget: async (id) => (await find())?.forget(id),
    open: async (id) => (await find())?.open(id),
    check: (command) => {
      if (toAttachedIds(command).length === 0) return 'ready';
      if (desk$.value !== undefined) return desk$.value.check(command);
      if (isEmpty) return 'ready';
      look();
      return 'waiting';
    },
    distrust: () => now((desk) => desk.distrust()),
    lead: (next) => {
      sources = next;
      now((desk) => desk.lead(next));
      look();
    },
    close: async () => {
      closed = true;
      listening.unsubscribe();
      const desk = await opening?.catch(() => undefined);
      await desk?.close();
      desk$.complete();
    },
  };
};
