import type { Observable } from 'rxjs';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { FileReference } from '#core/kernel/file.ts';
import type { Id } from '#core/kernel/id.ts';

/** Attachments as the screens know them: kept sealed on this device, sent and fetched by themselves. */
export interface Files {
  /** Seals a file that is to be attached to the document, and uploads it as soon as the server is there. */
  add(content: Blob, name: string, documentId: Id): Promise<Added>;
  /** Where a file stands; emits at once and with every change. */
  state(id: Id): Observable<FileState>;
  /** Fetches what is missing of a file; goes on by itself after the line was cut, and where it was. */
  fetch(file: FileReference, documentId: Id): void;
  /** Stops uploading or fetching; what has come or gone stays. */
  stop(id: Id): void;
  /** Takes up what was stopped or has failed. */
  retry(id: Id): void;
  /** Removes a file from this device: it was added and is not wanted after all, or it was kept. */
  forget(id: Id): Promise<void>;
  /** The content, if all of it is here. */
  open(id: Id): Promise<Blob | undefined>;
  /** Keeps a file for offline: fetches it, and no need for space ever removes it. */
  keep(file: FileReference, documentId: Id, isKept: boolean): void;
  /** How much of this device files take, and may take, in bytes. */
  readonly usage$: Observable<FileUsage>;
}

export interface FileUsage {
  readonly used: number;
  readonly limit: number;
}

export type Added =
  | { readonly ok: true; readonly file: FileReference }
  | { readonly ok: false; readonly reason: 'too-large' | 'empty' | 'unreadable' | FilesFull };

/** The space for files is taken by what may not go, or the device itself is full. */
export type FilesFull = 'cabinet-full' | 'disk-full';

/** Where a file stands on this device. */
export interface FileState {
  /** Bytes that lie here. */
  readonly here: number;
  readonly isWhole: boolean;
  /** "Offline verfügbar". */
  readonly isKept: boolean;
  /** How the upload stands; absent for what nobody uploads from here. */
  readonly up?: Move;
  readonly down?: Move;
}

/** A file on its way; `done` are the bytes that have arrived at the other end. */
export type Move =
  | { readonly state: 'waiting' | 'moving' | 'stopped' | 'done'; readonly done: number }
  | { readonly state: 'failed'; readonly done: number; readonly reason: RefusalKind | FilesFull };

export const NOTHING_HERE: FileState = { here: 0, isWhole: false, isKept: false };
