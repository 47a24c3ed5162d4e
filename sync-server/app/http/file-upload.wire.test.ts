import { rmSync, symlinkSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILE_BYTES_MAX } from '#core/kernel/file.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import {
  school,
  toSha,
  toContent,
  open,
  send,
  get,
  reasonOf,
  upload,
  announce,
  onDisk,
} from '#tests/support/server/file-school.ts';
import { newId } from '#tests/support/server/wire-client.ts';

describe('uploading', () => {
  it('[FILE1] goes in pieces, says how far it is, and can be taken up again', async () => {
    const content = toContent(LIMITS.filePieceBytes + 500);
    const id = newId();
    const announced = { id, size: content.length, sha256: toSha(content) };
    expect((await open('Dre', announced)).body).toEqual({ offset: 0, complete: false });
    await send('Dre', id, 0, content.subarray(0, LIMITS.filePieceBytes));
    const head = await get('Dre', id, {}, 'HEAD');
    expect([head.status, head.headers.get('upload-offset')]).toEqual([200, String(LIMITS.filePieceBytes)]);
    // As if the line had been cut: announced once more, it goes on where it was.
    expect((await open('Dre', announced)).body).toEqual({ offset: LIMITS.filePieceBytes, complete: false });
    const last = await send('Dre', id, LIMITS.filePieceBytes, content.subarray(LIMITS.filePieceBytes));
    expect(await last.json()).toEqual({ offset: content.length, complete: true });
    expect((await open('Dre', announced)).body).toEqual({ offset: content.length, complete: true });
  });

  it('[FILE1] a piece that begins elsewhere is answered with where it goes on, and writes nothing', async () => {
    const content = toContent(1_000);
    const id = newId();
    await open('Dre', { id, size: 1_000, sha256: toSha(content) });
    await send('Dre', id, 0, content.subarray(0, 400));
    for (const offset of [0, 399, 401, 999_999]) {
      const answer = await send('Dre', id, offset, content.subarray(400, 500));
      expect(answer.headers.get('upload-offset')).toBe('400');
      expect(await reasonOf(answer)).toEqual([409, 'conflict']);
    }
    for (const nonsense of ['-1', '0x0', '', '9'.repeat(40)])
      expect(await reasonOf(await send('Dre', id, nonsense, content.subarray(0, 10)))).toEqual([
        400,
        'invalid',
      ]);
    await send('Dre', id, 400, content.subarray(400));
    // The last piece once more, because its answer was lost.
    const again = await send('Dre', id, 400, content.subarray(400));
    expect([again.status, again.headers.get('upload-offset')]).toEqual([409, '1000']);
  });

  it('[FILE1] two uploads of one file at once leave one whole file', async () => {
    const content = toContent(5_000);
    const id = newId();
    await open('Dre', { id, size: content.length, sha256: toSha(content) });
    const statuses = await Promise.all(
      [1, 2, 3, 4].map(async () => (await send('Dre', id, 0, content)).status),
    );
    expect(statuses.sort()).toEqual([200, 409, 409, 409]);
    await announce('Dre', [{ id, name: 'a.bin', size: content.length, type: 'application/octet-stream' }]);
    expect(Buffer.from(await (await get('Jag', id)).arrayBuffer()).equals(content)).toBe(true);
  });

  it('[FILE2] what is not what was announced is thrown away', async () => {
    const content = toContent(1_000);
    const id = newId();
    await open('Dre', { id, size: 1_000, sha256: toSha(toContent(1_000, 2)) });
    expect(await reasonOf(await send('Dre', id, 0, content))).toEqual([409, 'file-damaged']);
    expect(onDisk().filter((name) => name.startsWith(id))).toEqual([]);
    const lying = { id, name: 'x', size: 1_000, type: 'a/b' };
    await expect(announce('Dre', [lying])).rejects.toThrow('file-missing');
  });

  it('[FILE2] a size that lies: more bytes than announced are refused before they are written', async () => {
    const id = newId();
    await open('Dre', { id, size: 10, sha256: toSha(toContent(10)) });
    expect(await reasonOf(await send('Dre', id, 0, toContent(11)))).toEqual([413, 'too-large']);
    expect(onDisk().filter((name) => name.startsWith(id))).toEqual([]);
    const file = await upload('Dre', toContent(20));
    await expect(announce('Dre', [{ ...file, size: 19 }])).rejects.toThrow('file-missing');
  });

  it('[FILE2] more than 20 MB, a huge piece, and nonsense are refused', async () => {
    const sha256 = toSha(toContent(1));
    const refused = async (request: object) => (await open('Dre', request)).body.reason;
    expect(await refused({ id: newId(), size: FILE_BYTES_MAX + 1, sha256 })).toBe('invalid');
    expect(await refused({ id: newId(), size: 0, sha256 })).toBe('invalid');
    expect(await refused({ id: '../../umlauf', size: 1, sha256 })).toBe('invalid');
    expect(await refused({ id: newId(), size: 1, sha256: 'x' })).toBe('invalid');
    const id = newId();
    await open('Dre', { id, size: 5_000_000, sha256 });
    expect(await reasonOf(await send('Dre', id, 0, Buffer.alloc(LIMITS.filePieceBytes + 1)))).toEqual([
      413,
      'too-large',
    ]);
    expect(await reasonOf(await send('Dre', id, 0, Buffer.alloc(0)))).toEqual([400, 'invalid']);
    expect(await reasonOf(await send('Dre', '..%2f..%2fumlauf.db', 0, toContent(1)))).toEqual([
      404,
      'not-found',
    ]);
  });

  it('[FILE2] what one person may leave lying unused is limited in bytes and number', async () => {
    const sha256 = toSha(toContent(1));
    let bytes = 0;
    for (; ; bytes += FILE_BYTES_MAX) {
      const { body } = await open('Kuh', { id: newId(), size: FILE_BYTES_MAX, sha256 });
      if (body.reason === undefined) continue;
      expect(body.reason).toBe('rate-limited');
      break;
    }
    expect(bytes).toBeGreaterThan(LIMITS.unreferencedBytes - FILE_BYTES_MAX);
    expect(bytes).toBeLessThanOrEqual(LIMITS.unreferencedBytes);
    for (let count = 0; count < LIMITS.unreferencedFiles; count += 1)
      expect((await open('Wei', { id: newId(), size: 1, sha256 })).status).toBe(200);
    expect((await open('Wei', { id: newId(), size: 1, sha256 })).body.reason).toBe('rate-limited');
  });

  it('[FILE2] nobody goes on with, or takes over, what somebody else uploads', async () => {
    const content = toContent(100);
    const id = newId();
    const announced = { id, size: 100, sha256: toSha(content) };
    await open('Dre', announced);
    expect((await open('Jag', announced)).body.reason).toBe('invalid');
    expect(await reasonOf(await send('Jag', id, 0, content))).toEqual([404, 'not-found']);
    expect((await get('Jag', id, {}, 'HEAD')).status).toBe(404);
    expect((await open('Gast', { ...announced, id: newId() })).body.reason).toBe('forbidden');
  });

  it('[FILE2] without a session nothing is read or written', async () => {
    const nobody = { authorization: 'Bearer ' + 'x'.repeat(43) };
    const id = newId();
    for (const [method, place] of [
      ['POST', '/api/files'],
      ['PATCH', `/api/files/${id}`],
      ['GET', `/api/files/${id}`],
    ] as const) {
      const response = await fetch(school.url + place, {
        method,
        headers: { ...nobody, 'content-type': 'application/octet-stream' },
        ...(method === 'GET' ? {} : { body: toContent(10) }),
      });
      expect(await reasonOf(response)).toEqual([401, 'unauthenticated']);
    }
    // The answer comes before the body: the server holds no megabyte for nobody.
    const { hostname, port } = new URL(school.url);
    const socket = connectSocket(Number(port), hostname);
    socket.write(
      `PATCH /api/files/${id} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/octet-stream\r\n` +
        'Content-Length: 1000000\r\nUpload-Offset: 0\r\n\r\nx',
    );
    const [first] = await new Promise<Buffer[]>((resolve) => socket.once('data', (data) => resolve([data])));
    expect(String(first)).toContain('401 Unauthorized');
    socket.destroy();
  });

  it.skipIf(process.platform !== 'linux')(
    '[FILE2] a disk that is full in the middle of a piece loses nothing that had arrived',
    async () => {
      const content = toContent(1_000);
      const id = newId();
      const part = path.join(school.dataDir, 'files', `${id}.part`);
      await open('Dre', { id, size: 1_000, sha256: toSha(content) });
      // The one file of the system that is always full.
      symlinkSync('/dev/full', part);
      expect(await reasonOf(await send('Dre', id, 0, content.subarray(0, 600)))).toEqual([
        503,
        'storage-full',
      ]);
      rmSync(part);
      expect((await send('Dre', id, 0, content.subarray(0, 600))).status).toBe(200);
      expect(await (await send('Dre', id, 600, content.subarray(600))).json()).toEqual({
        offset: 1_000,
        complete: true,
      });
    },
  );
});
