/**
 * A replica as RxDB behaves (research on its replication): it stores documents before checkpoints and checkpoints only
 * beside documents, drops live changes that arrive while it pulls, and pulls until a page is short.
 */
import type { Checkpoint } from '#core/protocol/messages/pull.ts';
import type { FeedRow } from '#core/protocol/documents.ts';
import type { LiveChange } from '../live.ts';
import type { Page } from '../pull.ts';

export type Message =
  | { readonly op: 'page'; readonly page: Page }
  | { readonly op: 'change'; readonly change: LiveChange }
  | { readonly op: 'resync' };

export interface Replica {
  readonly rows: ReadonlyMap<string, FeedRow>;
  /** The checkpoint it waits for an answer to; undefined if it asks for nothing. */
  readonly request: { readonly checkpoint: Checkpoint | null } | undefined;
  readonly isOnline: boolean;
  connect(): void;
  /** The socket is gone and with it everything on it. */
  disconnect(): void;
  /** The process dies; of the checkpoints stored last only those before the last `lost` reached the disk. */
  crash(lost: number): void;
  receive(message: Message): void;
}

export const createReplica = (pageMin: number): Replica => {
  let rows = new Map<string, FeedRow>();
  let stored: (Checkpoint | null)[] = [null];
  let request: { checkpoint: Checkpoint | null } | undefined;
  let isOnline = false;
  let pullsAgain = false;

  const pull = (): void => {
    pullsAgain = false;
    request = { checkpoint: stored.at(-1) ?? null };
  };
  const apply = (documents: readonly FeedRow[], checkpoint: Checkpoint): void => {
    for (const row of documents) {
      const known = rows.get(row.id);
      const isKnown =
        known !== undefined && isStub(known) === isStub(row) && (row.rev <= known.rev || isStub(row));
      if (!isKnown) rows.set(row.id, row);
    }
    if (documents.length > 0) stored.push({ ...stored.at(-1), ...checkpoint });
  };
  const receivePage = (page: Page, asked: Checkpoint | null): void => {
    request = undefined;
    if ('reset' in page) {
      rows = new Map();
      stored = [null];
      pull();
      return;
    }
    apply(page.documents, page.checkpoint);
    if (page.documents.length >= pageMin) request = { checkpoint: { ...asked, ...page.checkpoint } };
    else if (pullsAgain) pull();
  };
  return {
    get rows() {
      return rows;
    },
    get request() {
      return request;
    },
    get isOnline() {
      return isOnline;
    },
    connect: () => {
      isOnline = true;
      pull();
    },
    disconnect: () => {
      isOnline = false;
      request = undefined;
    },
    crash: (lost) => {
      isOnline = false;
      request = undefined;
      stored = stored.slice(0, Math.max(1, stored.length - lost));
    },
    receive: (message) => {
      switch (message.op) {
        case 'page':
          if (request !== undefined) receivePage(message.page, request.checkpoint);
          break;
        case 'change':
          if (request === undefined) apply(message.change.documents, message.change.checkpoint);
          break;
        case 'resync':
          if (request === undefined) pull();
          else pullsAgain = true;
          break;
      }
    },
  };
};

const isStub = (row: FeedRow): boolean => row._deleted === true;
