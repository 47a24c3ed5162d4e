import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { idSchema, type Id } from '#core/kernel/id.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import {
  OFFSET_HEADER,
  openFileRequestSchema,
  type openFileResponseSchema,
} from '#core/protocol/messages/files.ts';
import type { Session } from '#server/auth/sessions.ts';
import type { FileStore } from '#server/files/file-store.ts';
import type { OpenFileArgs, OpenFileResult } from '#server/files/files.job.ts';
import { toRange } from '#server/files/range.ts';
import { readFileRow, readReadableFile, type FileRow } from '#server/files/references.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { loadReadableBuckets } from '#server/commands/readable.ts';
import { findBearer } from './bearer.ts';
import { toStatus } from './refusals.ts';

export interface FileRoutesOptions {
  readonly store: Store;
  readonly files: FileStore;
  readonly clock: Clock;
}

type Progress = z.infer<typeof openFileResponseSchema>;
type Request = FastifyRequest<{ Params: { id: string } }>;

const PIECE_TYPE = 'application/octet-stream';
/** Digits of a size; an offset that is longer is none. */
const OFFSET = /^\d{1,15}$/u;

/**
 * Uploading in pieces that can be taken up again, and downloading with ranges (D9). Whatever a file says it is, it leaves
 * as bytes to be saved: no browser ever shows it as a page of this server.
 */
export const registerFiles = (app: FastifyInstance, { store, files, clock }: FileRoutesOptions): void => {
  const refuse = (reply: FastifyReply, reason: RefusalKind): FastifyReply =>
    reply.code(toStatus(reason)).send({ reason });
  const progress = (reply: FastifyReply, answer: Progress): FastifyReply =>
    reply.header(OFFSET_HEADER, answer.offset).send(answer);

  /** Before the body is read: nobody unknown makes the server hold a megabyte. */
  const requireSession = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if ((await findBearer(store.read, request, clock.now())) === undefined)
      await refuse(reply, 'unauthenticated');
  };
  const toSession = (request: FastifyRequest): Promise<Session | undefined> =>
    findBearer(store.read, request, clock.now());

  /** Gives a file that has wholly arrived its name; false if it is not what was announced. */
  const complete = async ({ id, size, sha256 }: FileRow): Promise<boolean> => {
    if (!(await files.seal(id, { size, sha256 }))) return false;
    await store.write('complete-file', { id });
    return true;
  };
  const readable = (id: Id, session: Session): Promise<FileRow | undefined> =>
    store.snapshot(async (reader) =>
      readReadableFile(reader, id, await loadReadableBuckets(reader, session)),
    );

  app.addContentTypeParser(
    PIECE_TYPE,
    { parseAs: 'buffer', bodyLimit: LIMITS.filePieceBytes },
    (_request, body, done) => {
      done(null, body);
    },
  );

  app.post('/api/files', async (request, reply) => {
    const session = await toSession(request);
    if (session === undefined) return refuse(reply, 'unauthenticated');
    // Guests announce to nobody (D7).
    if (session.role === 'guest') return refuse(reply, 'forbidden');
    const parsed = openFileRequestSchema.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'invalid');
    const { id, size } = parsed.data;
    await files.makeSureOfRoom(size);
    const args: OpenFileArgs = { ...parsed.data, personId: session.personId, now: clock.now() };
    const opened = await store.write<OpenFileResult>('open-file', args);
    if (!opened.ok) return refuse(reply, opened.reason);
    if (opened.file.state === 'complete') return progress(reply, { offset: size, complete: true });
    return files.inTurn(id, async () => {
      const offset = await files.received(id);
      if (offset < size) return progress(reply, { offset, complete: false });
      // All of it had arrived when the server was interrupted.
      return (await complete(opened.file))
        ? progress(reply, { offset: size, complete: true })
        : progress(reply, { offset: 0, complete: false });
    });
  });

  app.patch(
    '/api/files/:id',
    { onRequest: requireSession, bodyLimit: LIMITS.filePieceBytes },
    async (request: Request, reply) => {
      const session = await toSession(request);
      if (session === undefined) return refuse(reply, 'unauthenticated');
      const id = toId(request);
      const piece = request.body;
      const begin = request.headers[OFFSET_HEADER];
      if (!Buffer.isBuffer(piece) || piece.length === 0) return refuse(reply, 'invalid');
      if (typeof begin !== 'string' || !OFFSET.test(begin)) return refuse(reply, 'invalid');
      const file = id && (await readFileRow(store.read, id));
      if (file?.uploader !== session.personId) return refuse(reply, 'not-found');
      return files.inTurn(file.id, async () => {
        // In its turn: another piece of it may just have been the last one.
        const isComplete = (await readFileRow(store.read, file.id))?.state === 'complete';
        const offset = isComplete ? file.size : await files.received(file.id);
        void reply.header(OFFSET_HEADER, offset);
        // A repeated piece, or two uploads at once: the answer says where it goes on.
        if (isComplete || offset !== Number(begin)) return refuse(reply, 'conflict');
        if (offset + piece.length > file.size) return refuse(reply, 'too-large');
        await files.append(file.id, offset, piece);
        const received = offset + piece.length;
        if (received < file.size) return progress(reply, { offset: received, complete: false });
        if (await complete(file)) return progress(reply, { offset: received, complete: true });
        void reply.header(OFFSET_HEADER, 0);
        return refuse(reply, 'file-damaged');
      });
    },
  );

  const send = async (request: Request, reply: FastifyReply): Promise<FastifyReply> => {
    const session = await toSession(request);
    if (session === undefined) return refuse(reply, 'unauthenticated');
    const id = toId(request);
    if (id === undefined) return refuse(reply, 'not-found');
    const file = await readable(id, session);
    if (file === undefined)
      return request.method === 'HEAD' ? howFar(id, session, reply) : refuse(reply, 'not-found');
    const etag = `"${file.sha256}"`;
    const ifRange = request.headers['if-range'];
    const wanted = ifRange === undefined || ifRange === etag ? request.headers.range : undefined;
    const range = toRange(wanted, file.size);
    void reply
      .header('Accept-Ranges', 'bytes')
      .header('ETag', etag)
      .header('Content-Disposition', 'attachment')
      .type(PIECE_TYPE);
    if (range === 'unsatisfiable')
      return reply
        .code(416)
        .header('Content-Range', `bytes */${file.size}`)
        .type('application/json')
        .send({ reason: 'invalid' });
    const { start, end } = range === 'whole' ? { start: 0, end: file.size - 1 } : range;
    if (range !== 'whole') void reply.code(206).header('Content-Range', `bytes ${start}-${end}/${file.size}`);
    void reply.header('Content-Length', end - start + 1);
    return reply.send(request.method === 'HEAD' ? undefined : files.read(file.id, { start, end }));
  };

  /** For whoever uploads it, how far it has come. */
  const howFar = async (id: Id, session: Session, reply: FastifyReply): Promise<FastifyReply> => {
    const file = await readFileRow(store.read, id);
    if (file?.uploader !== session.personId) return refuse(reply, 'not-found');
    const offset = file.state === 'complete' ? file.size : await files.received(id);
    return reply.header(OFFSET_HEADER, offset).send();
  };

  app.head('/api/files/:id', send);
  app.get('/api/files/:id', { exposeHeadRoute: false }, send);
};

const toId = (request: Request): Id | undefined => idSchema.safeParse(request.params.id).data;
