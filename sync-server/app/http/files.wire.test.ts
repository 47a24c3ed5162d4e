import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FileReference } from '#core/kernel/file.ts';
import { FILE_BYTES_MAX } from '#core/kernel/file.ts';
import type { Id } from '#core/kernel/id.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import { sweepFiles } from '#server/files/sweeper.ts';
import { plainAnnouncement } from '#tests/support/server/staff.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import { connectWith, newId, post, type WireClient } from '#tests/support/server/wire-client.ts';

/** Dre and Jag teach German, Wei teaches sports, Kuh leads the school, Gast is a guest of the school conference. */
let school: TestSchool;
const tokens = new Map<string, string>();
const clients = new Map<string, WireClient>();
const PEOPLE = ['Dre', 'Jag', 'Wei', 'Kuh', 'Gast'] as const;
type Who = (typeof PEOPLE)[number];

beforeAll(async () => {
  school = await startTestSchool();
  for (const who of PEOPLE) {
    const token = await school.token(who);
    tokens.set(who, token);
    clients.set(who, await connectWith(school.url, token));
  }
});
afterAll(() => school.close());
beforeEach(() => {
  // Nobody's rate or quota is what the test before left of it.
  school.clock.value += 1_000;
});

const german = () => school.group('Fachschaft Deutsch').id;
const client = (who: Who): WireClient => clients.get(who) ?? expect.unreachable('nobody');
const as = (who: Who) => ({ authorization: `Bearer ${tokens.get(who) ?? ''}` });
const toSha = (content: Uint8Array) => createHash('sha256').update(content).digest('base64url');
const toContent = (size: number, seed = 1) =>
  Buffer.from(Array.from({ length: size }, (_, at) => (at * 31 + seed) % 256));

const open = (who: Who, request: object) =>
  post<{ offset: number; complete: boolean }>(school.url, '/api/files', request, as(who));
const send = (who: Who, id: string, offset: number | string, piece: Uint8Array<ArrayBuffer>) =>
  fetch(`${school.url}/api/files/${id}`, {
    method: 'PATCH',
    headers: { ...as(who), 'content-type': 'application/octet-stream', 'upload-offset': String(offset) },
    body: piece,
  });
const get = (who: Who, id: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${school.url}/api/files/${id}`, { method, headers: { ...as(who), ...headers } });
const reasonOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { reason: string }).reason,
];

const upload = async (who: Who, content: Uint8Array<ArrayBuffer>, id = newId()): Promise<FileReference> => {
  await open(who, { id, size: content.length, sha256: toSha(content) });
  for (let offset = 0; offset < content.length; offset += LIMITS.filePieceBytes) {
    const answer = await send(who, id, offset, content.subarray(offset, offset + LIMITS.filePieceBytes));
    if (answer.status !== 200) throw new Error(`a piece was answered ${answer.status}`);
  }
  return { id, name: 'Plan.pdf', size: content.length, type: 'application/pdf' };
};
const announce = async (who: Who, attachments: FileReference[], extra: object = {}): Promise<Id> => {
  const id = newId();
  const answer = await client(who).command('announce', {
    ...plainAnnouncement(id, [german()]),
    attachments,
    ...extra,
  });
  if (answer.status !== 'stored') throw new Error(JSON.stringify(answer));
  return id;
};
const onDisk = () => readdirSync(path.join(school.dataDir, 'files'));

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

describe('[FILE4] who may read a file', () => {
  it('whoever may read a document that refers to it, and nobody else; not even who uploaded it, before', async () => {
    const file = await upload('Dre', toContent(300));
    for (const who of PEOPLE) expect([who, (await get(who, file.id)).status]).toEqual([who, 404]);
    await announce('Dre', [file]);
    const statuses = await Promise.all(PEOPLE.map(async (who) => [who, (await get(who, file.id)).status]));
    expect(statuses).toEqual([
      ['Dre', 200],
      ['Jag', 200],
      ['Wei', 404],
      ['Kuh', 404],
      ['Gast', 404],
    ]);
    expect((await get('Jag', newId())).status).toBe(404);
    expect((await get('Jag', 'nichts')).status).toBe(404);
  });

  it('while an announcement waits for its release its author alone', async () => {
    const file = await upload('Dre', toContent(301));
    await announce('Dre', [file], { publishAt: school.clock.value + 3_600_000 });
    expect([(await get('Dre', file.id)).status, (await get('Jag', file.id)).status]).toEqual([200, 404]);
  });

  it('nobody any more once it was withdrawn', async () => {
    const file = await upload('Dre', toContent(302));
    const id = await announce('Dre', [file]);
    await client('Dre').command('withdraw-announcement', { id });
    for (const who of PEOPLE) expect((await get(who, file.id)).status).toBe(404);
    const page = await client('Jag').pullAll();
    expect(page.documents.find((document) => document.id === id)).not.toHaveProperty('attachments');
  });

  it('not after leaving the group, and again after coming back', async () => {
    const file = await upload('Dre', toContent(303));
    await announce('Dre', [file]);
    const personId = school.person('Jag').id;
    await client('Kuh').command('remove-member', { groupId: german(), personId });
    expect((await get('Jag', file.id)).status).toBe(404);
    await client('Kuh').command('set-member', {
      groupId: german(),
      personId,
      function: 'member',
      votingStatus: 'entitled',
    });
    expect((await get('Jag', file.id)).status).toBe(200);
  });

  it('an earlier version keeps its files, with the same readers', async () => {
    const [first, second] = [await upload('Dre', toContent(304)), await upload('Dre', toContent(305))];
    const id = await announce('Dre', [first]);
    const edit = { id, title: 'Neu', body: createRichText('Neu.'), pinned: false, essential: false };
    await client('Dre').command('edit-announcement', { ...edit, attachments: [second] }, { baseRev: 1 });
    expect([(await get('Jag', first.id)).status, (await get('Jag', second.id)).status]).toEqual([200, 200]);
    expect([(await get('Wei', first.id)).status, (await get('Wei', second.id)).status]).toEqual([404, 404]);
    // Left out, they stay.
    await client('Dre').command('edit-announcement', edit, { baseRev: 2 });
    const { documents } = await client('Jag').pullAll();
    expect(documents.find((document) => document.id === id)).toMatchObject({ attachments: [second] });
  });
});

describe('[FILE5] who may name a file in a document', () => {
  it('nobody whose it is not and who cannot read it: knowing its id opens nothing', async () => {
    const file = await upload('Dre', toContent(306));
    await announce('Dre', [file]);
    const sports = { groupIds: [school.group('Fachschaft Sport').id] };
    await expect(announce('Wei', [file], sports)).rejects.toThrow('file-missing');
    expect((await get('Wei', file.id)).status).toBe(404);
  });

  it('a reader may hand it on, and whoever uploaded it may use it again', async () => {
    const file = await upload('Dre', toContent(307));
    const id = await announce('Dre', [file]);
    await announce('Jag', [file]);
    await client('Dre').command('withdraw-announcement', { id });
    expect((await get('Jag', file.id)).status).toBe(200);
  });

  it('nobody before it has wholly arrived', async () => {
    const id = newId();
    await open('Dre', { id, size: 100, sha256: toSha(toContent(100)) });
    await send('Dre', id, 0, toContent(100).subarray(0, 99));
    await expect(announce('Dre', [{ id, name: 'x', size: 100, type: 'a/b' }])).rejects.toThrow(
      'file-missing',
    );
    await expect(announce('Dre', [{ id: newId(), name: 'x', size: 1, type: 'a/b' }])).rejects.toThrow(
      'file-missing',
    );
  });
});

describe('[FILE6] downloading', () => {
  it('whatever it says it is, it is bytes to be saved, never kept and never shown', async () => {
    const page = Buffer.from('<script>alert(document.domain)</script>');
    const file = { ...(await upload('Dre', page)), name: 'seite.html', type: 'text/html' };
    await announce('Dre', [file]);
    const { headers } = await get('Jag', file.id);
    expect({
      type: headers.get('content-type'),
      disposition: headers.get('content-disposition'),
      sniff: headers.get('x-content-type-options'),
      cache: headers.get('cache-control'),
    }).toEqual({
      type: 'application/octet-stream',
      disposition: 'attachment',
      sniff: 'nosniff',
      cache: 'no-store',
    });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('a cut download goes on where it was, unless the file is another one', async () => {
    const content = toContent(2_000);
    const file = await upload('Dre', content);
    await announce('Dre', [file]);
    const whole = await get('Jag', file.id);
    const etag = whole.headers.get('etag') ?? '';
    expect([whole.headers.get('accept-ranges'), etag]).toEqual(['bytes', `"${toSha(content)}"`]);
    const rest = await get('Jag', file.id, { range: 'bytes=1500-', 'if-range': etag });
    expect([rest.status, rest.headers.get('content-range')]).toEqual([206, 'bytes 1500-1999/2000']);
    expect(Buffer.from(await rest.arrayBuffer()).equals(content.subarray(1_500))).toBe(true);
    expect((await get('Jag', file.id, { range: 'bytes=1500-', 'if-range': '"other"' })).status).toBe(200);
    const beyond = await get('Jag', file.id, { range: 'bytes=2000-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */2000']);
    const head = await get('Jag', file.id, {}, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '2000']);
  });

  it('ten thousand ranges cost no more than none', async () => {
    const file = await upload('Dre', toContent(1_000));
    await announce('Dre', [file]);
    // As many as fit into what Node takes as headers (16 KiB).
    const many = Array.from({ length: 3_000 }, (_, at) => `${at % 10}-`).join(',');
    const response = await get('Jag', file.id, { range: `bytes=${many}` });
    expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, 1_000]);
    const more = Array.from({ length: 10_000 }, () => '0-').join(',');
    expect((await get('Jag', file.id, { range: `bytes=${more}` })).status).toBe(431);
  });

  it('[AUTH8] the desktop program may, a foreign page may not', async () => {
    const preflight = await fetch(`${school.url}/api/files/${newId()}`, {
      method: 'OPTIONS',
      headers: { origin: 'umlauf-app://client', 'access-control-request-method': 'PATCH' },
    });
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('upload-offset');
    expect((await get('Dre', newId(), { origin: 'https://boese.example' })).status).toBe(403);
  });
});

describe('[FILE7] what no document refers to', () => {
  it('is forgotten after a day, row and bytes', async () => {
    const [kept, orphan, withdrawn] = [
      await upload('Jag', toContent(400)),
      await upload('Jag', toContent(401)),
      await upload('Jag', toContent(402)),
    ];
    await announce('Jag', [kept]);
    const id = await announce('Jag', [withdrawn]);
    const begun = newId();
    await open('Jag', { id: begun, size: 100, sha256: toSha(toContent(100)) });
    await send('Jag', begun, 0, toContent(50));
    school.clock.value += LIMITS.unreferencedLifetime - 3_600_000;
    await client('Jag').command('withdraw-announcement', { id });
    await school.server.due.tick();
    await sweepFiles(school.server.store, school.server.files);
    expect(onDisk()).toEqual(expect.arrayContaining([orphan.id, withdrawn.id, `${begun}.part`]));
    school.clock.value += 3_600_001;
    await school.server.due.tick();
    await sweepFiles(school.server.store, school.server.files);
    expect(onDisk()).toEqual(expect.arrayContaining([kept.id, withdrawn.id]));
    expect(onDisk().filter((name) => name === orphan.id || name.startsWith(begun))).toEqual([]);
    school.clock.value += LIMITS.unreferencedLifetime;
    await school.server.due.tick();
    await sweepFiles(school.server.store, school.server.files);
    expect(onDisk()).toContain(kept.id);
    expect(onDisk()).not.toContain(withdrawn.id);
    expect((await get('Jag', kept.id)).status).toBe(200);
  });

  it('a file that is nobody’s is swept at the start, and what is not ours is left alone', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'umlauf-files-'));
    const first = await startTestSchool({ dataDir, people: [] });
    await first.close();
    const folder = path.join(dataDir, 'files');
    writeFileSync(path.join(folder, newId()), 'x');
    writeFileSync(path.join(folder, `${newId()}.part`), 'x');
    writeFileSync(path.join(folder, 'LIESMICH.txt'), 'x');
    const second = await startTestSchool({ dataDir, people: [] });
    await second.close();
    expect(readdirSync(folder)).toEqual(['LIESMICH.txt']);
    rmSync(dataDir, { recursive: true, force: true });
  });
});
