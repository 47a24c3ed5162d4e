import { BehaviorSubject, map, type Observable } from 'rxjs';
import { FILE_BYTES_MAX, toFileName, toFileType } from '#core/kernel/file.ts';
import type { Id } from '#core/kernel/id.ts';
import { NOTHING_HERE, type Files, type FileState } from '../files/contract.ts';

/** Files in memory for component tests: nothing moves unless the test moves it. */
export interface MemoryFiles extends Files {
  /** Moves a file to another state, as the line to the server would. */
  move(id: Id, change: Partial<FileState>): void;
  /** Lays a content here, as if it had been fetched. */
  lay(id: Id, content: Blob): void;
  /** What the next `add` answers instead of taking the file. */
  refusal: 'cabinet-full' | 'disk-full' | 'unreadable' | undefined;
}

export const createMemoryFiles = (createId: () => Id): MemoryFiles => {
  const states$ = new BehaviorSubject<ReadonlyMap<Id, FileState>>(new Map());
  const contents = new Map<Id, Blob>();
  const toState = (id: Id): FileState => states$.value.get(id) ?? NOTHING_HERE;
  const files: MemoryFiles = {
    refusal: undefined,
    usage$: new BehaviorSubject({ used: 34_000_000, limit: 500_000_000 }),
    add: (content, name) => {
      if (files.refusal !== undefined) return Promise.resolve({ ok: false, reason: files.refusal });
      if (content.size === 0) return Promise.resolve({ ok: false, reason: 'empty' });
      if (content.size > FILE_BYTES_MAX) return Promise.resolve({ ok: false, reason: 'too-large' });
      const id = createId();
      contents.set(id, content);
      files.move(id, { here: content.size, isWhole: true, up: { state: 'waiting', done: 0 } });
      const file = { id, name: toFileName(name), size: content.size, type: toFileType(content.type) };
      return Promise.resolve({ ok: true, file });
    },
    state: (id): Observable<FileState> => states$.pipe(map((states) => states.get(id) ?? NOTHING_HERE)),
    fetch: ({ id }) => files.move(id, { down: { state: 'waiting', done: toState(id).here } }),
    stop: (id) => {
      const { down, here } = toState(id);
      if (down !== undefined) files.move(id, { down: { state: 'stopped', done: here } });
    },
    retry: (id) => {
      const { up, down } = toState(id);
      if (up !== undefined) files.move(id, { up: { state: 'waiting', done: up.done } });
      if (down !== undefined) files.move(id, { down: { state: 'waiting', done: down.done } });
    },
    forget: (id) => {
      contents.delete(id);
      states$.next(new Map([...states$.value].filter(([known]) => known !== id)));
      return Promise.resolve();
    },
    open: (id) => Promise.resolve(contents.get(id)),
    keep: ({ id }, _documentId, isKept) => {
      const { isWhole, here } = toState(id);
      files.move(id, { isKept, ...(isKept && !isWhole ? { down: { state: 'waiting', done: here } } : {}) });
    },
    move: (id, change) => states$.next(new Map([...states$.value, [id, { ...toState(id), ...change }]])),
    lay: (id, content) => {
      contents.set(id, content);
      files.move(id, { here: content.size, isWhole: true, down: { state: 'done', done: content.size } });
    },
  };
  return files;
};
