import { toRetryRule } from '#core/access/refusal.ts';
import type { Id } from '#core/kernel/id.ts';
import { toBase64Url } from '../sealing.ts';
import { CHUNK } from './cabinet.ts';
import type { Move } from './contract.ts';
import type { Arrived, Arriving, FileApi } from './file-api.ts';
import type { Attempt } from './lane.ts';
import type { Shelf } from './shelf.ts';

/** Bytes of a piece on its way up: at 140 kbit/s it still arrives before the server loses patience. */
export const PIECE = 512 * 1024;

export interface TransferPorts {
  readonly api: FileApi;
  readonly shelf: Shelf;
  readonly show: (id: Id, move: Move) => void;
}

type Failure = Extract<Awaited<ReturnType<FileApi['open']>>, { ok: false }>['refusal'];

/** What becomes of an attempt that was refused or cut. */
const toAttempt = (
  { show }: TransferPorts,
  id: Id,
  done: number,
  reason: Failure,
  signal: AbortSignal,
): Attempt => {
  if (signal.aborted) {
    show(id, { state: 'stopped', done });
    return 'over';
  }
  if (reason !== 'unreachable' && toRetryRule(reason) === 'never') {
    show(id, { state: 'failed', done, reason });
    return 'over';
  }
  show(id, { state: 'waiting', done });
  return 'again';
};

/** Brings a file that was added here to the server, from where the server says it is. */
export const upload = async (ports: TransferPorts, id: Id, signal: AbortSignal): Promise<Attempt> => {
  const { api, shelf, show } = ports;
  const entry = shelf.get(id);
  if (entry?.sha256 === undefined) return 'over';
  const announced = { id, size: entry.size, sha256: entry.sha256 };
  let done = 0;
  let answer = await api.open(announced);
  for (;;) {
    if (!answer.ok) return toAttempt(ports, id, done, answer.refusal, signal);
    const { offset, complete }: Arrived = answer.value;
    done = offset;
    show(id, { state: complete ? 'done' : 'moving', done });
    if (complete) return 'through';
    if (signal.aborted) return toAttempt(ports, id, done, 'unreachable', signal);
    if (offset >= entry.size) {
      // Another tab brought the last piece.
      answer = await api.open(announced);
      continue;
    }
    const chunk = await shelf.chunk(id, Math.floor(offset / CHUNK));
    const start = offset % CHUNK;
    if (chunk === undefined || start >= chunk.length) {
      show(id, { state: 'failed', done, reason: 'file-missing' });
      return 'over';
    }
    answer = await api.send(id, offset, new Blob([chunk.subarray(start, start + PIECE)]), signal);
  }
};

/** Fetches what is missing of a file, seals it piece by piece, and checks the whole at the end. */
export const download = async (ports: TransferPorts, id: Id, signal: AbortSignal): Promise<Attempt> => {
  const { api, shelf, show } = ports;
  const before = shelf.get(id);
  if (before === undefined) return 'over';
  if (before.received < before.size) {
    show(id, { state: 'moving', done: before.received });
    const answer = await api.fetch(id, before.received, before.etag, signal);
    if (!answer.ok) return toAttempt(ports, id, before.received, answer.refusal, signal);
    const { offset, etag } = answer.value;
    // Another content than the one begun, or no ranges on the way: from the beginning.
    const full = await shelf.put({ ...before, received: offset, etag });
    const end = full ?? (await receive(ports, id, answer.value, signal));
    if (end === 'cut') return toAttempt(ports, id, shelf.get(id)?.received ?? 0, 'unreachable', signal);
    if (end !== undefined) {
      show(id, { state: 'failed', done: shelf.get(id)?.received ?? 0, reason: end });
      return 'over';
    }
  }
  const isWhole = await isIntact(shelf, id);
  if (!isWhole) await shelf.drop(id);
  show(
    id,
    isWhole ? { state: 'done', done: before.size } : { state: 'failed', done: 0, reason: 'file-damaged' },
  );
  return isWhole ? 'through' : 'over';
};

/** Undefined when all of it is here. */
const receive = async ({ shelf, show }: TransferPorts, id: Id, { body }: Arriving, signal: AbortSignal) => {
  const reader = body.getReader();
  const size = shelf.get(id)?.size ?? 0;
  const buffer = new Uint8Array(CHUNK);
  let filled = 0;
  const store = async () => {
    const full = await shelf.append(id, buffer.slice(0, filled));
    filled = 0;
    return full;
  };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (let start = 0; start < value.length;) {
        const piece = value.subarray(start, start + CHUNK - filled);
        buffer.set(piece, filled);
        filled += piece.length;
        start += piece.length;
        const full = filled === CHUNK ? await store() : undefined;
        if (full !== undefined) return full;
      }
      show(id, { state: 'moving', done: (shelf.get(id)?.received ?? 0) + filled });
    }
  } catch {
    return 'cut';
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  const received = (shelf.get(id)?.received ?? 0) + filled;
  if (signal.aborted || received < size) return 'cut';
  // More than the document says it has.
  if (received > size) return 'file-damaged';
  return filled > 0 ? store() : undefined;
};

/** Whether the content is the one the server named (its validator is the SHA-256). */
const isIntact = async (shelf: Shelf, id: Id): Promise<boolean> => {
  const etag = shelf.get(id)?.etag;
  const content = await shelf.content(id);
  return content !== undefined && etag === `"${await toSha256(content)}"`;
};

/** SHA-256 of a content, in base64url. */
export const toSha256 = async (content: Blob): Promise<string> =>
  toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', await content.arrayBuffer())));
