import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { FileReference } from '#core/kernel/file.ts';
import type { Id } from '#core/kernel/id.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import { plainAnnouncement } from './staff.ts';
import { startTestSchool, type TestSchool } from './test-school.ts';
import { connectWith, newId, post, type WireClient } from './wire-client.ts';

/** A running school with people who upload, attach and load files. Made for each test file that imports this. */

/** Dre and Jag teach German, Wei teaches sports, Kuh leads the school, Gast is a guest of the school conference. */
export let school: TestSchool;
export const tokens = new Map<string, string>();
export const clients = new Map<string, WireClient>();
export const PEOPLE = ['Dre', 'Jag', 'Wei', 'Kuh', 'Gast'] as const;
export type Who = (typeof PEOPLE)[number];

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

export const german = () => school.group('Fachschaft Deutsch').id;
export const client = (who: Who): WireClient => clients.get(who) ?? expect.unreachable('nobody');
export const as = (who: Who) => ({ authorization: `Bearer ${tokens.get(who) ?? ''}` });
export const toSha = (content: Uint8Array) => createHash('sha256').update(content).digest('base64url');
export const toContent = (size: number, seed = 1) =>
  Buffer.from(Array.from({ length: size }, (_, at) => (at * 31 + seed) % 256));

export const open = (who: Who, request: object) =>
  post<{ offset: number; complete: boolean }>(school.url, '/api/files', request, as(who));
export const send = (who: Who, id: string, offset: number | string, piece: Uint8Array<ArrayBuffer>) =>
  fetch(`${school.url}/api/files/${id}`, {
    method: 'PATCH',
    headers: { ...as(who), 'content-type': 'application/octet-stream', 'upload-offset': String(offset) },
    body: piece,
  });
export const get = (who: Who, id: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${school.url}/api/files/${id}`, { method, headers: { ...as(who), ...headers } });
export const reasonOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { reason: string }).reason,
];

export const upload = async (
  who: Who,
  content: Uint8Array<ArrayBuffer>,
  id = newId(),
): Promise<FileReference> => {
  await open(who, { id, size: content.length, sha256: toSha(content) });
  for (let offset = 0; offset < content.length; offset += LIMITS.filePieceBytes) {
    const answer = await send(who, id, offset, content.subarray(offset, offset + LIMITS.filePieceBytes));
    if (answer.status !== 200) throw new Error(`a piece was answered ${answer.status}`);
  }
  return { id, name: 'Plan.pdf', size: content.length, type: 'application/pdf' };
};
export const announce = async (who: Who, attachments: FileReference[], extra: object = {}): Promise<Id> => {
  const id = newId();
  const answer = await client(who).command('announce', {
    ...plainAnnouncement(id, [german()]),
    attachments,
    ...extra,
  });
  if (answer.status !== 'stored') throw new Error(JSON.stringify(answer));
  return id;
};
export const onDisk = () => readdirSync(path.join(school.dataDir, 'files'));
