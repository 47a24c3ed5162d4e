import { REFUSAL_KINDS, type RefusalKind } from '#core/access/refusal.ts';
import type { Id } from '#core/kernel/id.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import { OFFSET_HEADER, openFileResponseSchema } from '#core/protocol/messages/files.ts';

type Fetch = (input: string, init: RequestInit) => Promise<Response>;
type Failure = RefusalKind | 'unreachable';

/** How far an upload has come. */
export interface Arrived {
  readonly offset: number;
  readonly complete: boolean;
}

/** What arrives of a download. */
export interface Arriving {
  /** Where it begins: 0 if the server sends the whole again. */
  readonly offset: number;
  readonly etag: string;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** The requests for files, with the session's token. Whatever goes wrong is a value, never an exception. */
export interface FileApi {
  open(file: {
    readonly id: Id;
    readonly size: number;
    readonly sha256: string;
  }): Promise<Result<Arrived, Failure>>;
  /** A piece from `offset` on. One that begins elsewhere than the server expects is answered with where it goes on. */
  send(id: Id, offset: number, piece: Blob, signal: AbortSignal): Promise<Result<Arrived, Failure>>;
  /** The content from `offset` on, if it is still the one with this validator; else from its beginning. */
  fetch(
    id: Id,
    offset: number,
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<Result<Arriving, Failure>>;
}

/** Where there is no server for files. */
export const noFiles: FileApi = {
  open: () => Promise.resolve(refuse('unreachable')),
  send: () => Promise.resolve(refuse('unreachable')),
  fetch: () => Promise.resolve(refuse('unreachable')),
};

/** A server that has not answered for so long is not there, in milliseconds; a piece takes its time on a slow line. */
const WITHIN = 10_000;
const PIECE_WITHIN = 60_000;

export const createFileApi = (
  baseUrl: string,
  fetch: Fetch,
  token: () => Promise<string | undefined>,
): FileApi => {
  const ask = async (path: string, init: RequestInit, headers: Record<string, string>): Promise<Response> =>
    fetch(new URL(path, baseUrl).href, {
      ...init,
      headers: { ...headers, authorization: `Bearer ${(await token()) ?? ''}` },
      cache: 'no-store',
      credentials: 'omit',
    });
  const attempt = async <Value>(
    work: () => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> => {
    try {
      return await work();
    } catch {
      return refuse('unreachable');
    }
  };
  return {
    open: (file) =>
      attempt(async () => {
        const response = await ask(
          '/api/files',
          { method: 'POST', body: JSON.stringify(file), signal: AbortSignal.timeout(WITHIN) },
          { 'content-type': 'application/json' },
        );
        return response.ok ? toArrived(response) : refuse(await toReason(response));
      }),
    send: (id, offset, piece, signal) =>
      attempt(async () => {
        const response = await ask(
          `/api/files/${id}`,
          {
            method: 'PATCH',
            body: piece,
            signal: AbortSignal.any([signal, AbortSignal.timeout(PIECE_WITHIN)]),
          },
          { 'content-type': 'application/octet-stream', [OFFSET_HEADER]: String(offset) },
        );
        if (response.ok) return toArrived(response);
        const reason = await toReason(response);
        const expected = Number(response.headers.get(OFFSET_HEADER) ?? Number.NaN);
        return reason === 'conflict' && Number.isSafeInteger(expected)
          ? accept({ offset: expected, complete: false })
          : refuse(reason);
      }),
    fetch: (id, offset, etag, signal) =>
      attempt(async () => {
        const isRest = offset > 0 && etag !== undefined;
        const response = await ask(
          `/api/files/${id}`,
          { method: 'GET', signal },
          isRest ? { range: `bytes=${offset}-`, 'if-range': etag } : {},
        );
        if (!response.ok || response.body === null) return refuse(await toReason(response));
        return accept({
          offset: response.status === 206 ? offset : 0,
          etag: response.headers.get('etag') ?? '',
          body: response.body,
        });
      }),
  };
};

const toArrived = async (response: Response): Promise<Result<Arrived, Failure>> => {
  const parsed = openFileResponseSchema.safeParse(await response.json());
  return parsed.success ? accept(parsed.data) : refuse('unreachable');
};

/** Anything but a refusal of ours comes from something between us and the server. */
const toReason = async (response: Response): Promise<Failure> => {
  const body: unknown = await response.json().catch(() => undefined);
  const reason = typeof body === 'object' && body !== null && 'reason' in body ? body.reason : undefined;
  return REFUSAL_KINDS.find((kind) => kind === reason) ?? 'unreachable';
};
