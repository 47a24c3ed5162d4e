import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRichText } from '#core/kernel/rich-text.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import { sweepFiles } from '#server/files/sweeper.ts';
import {
  PEOPLE,
  school,
  german,
  client,
  toSha,
  toContent,
  open,
  send,
  get,
  upload,
  announce,
  onDisk,
} from '#tests/support/server/file-school.ts';
import { startTestSchool } from '#tests/support/server/test-school.ts';
import { newId } from '#tests/support/server/wire-client.ts';

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
