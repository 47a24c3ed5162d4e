import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toLocal } from '#core/kernel/calendar/wall-time.ts';
import { documentSchema, type Document } from '#core/protocol/documents.ts';
import { StoreInUseError } from '#server/storage/contract/storage.ts';
import { MONDAY } from '#tests/support/server/staff.ts';
import { connectWith, newId, post, type SignedIn } from '#tests/support/server/wire-client.ts';
import { startServer, type UmlaufServer } from '../server.ts';
import { deriveAuth } from './derive.ts';
import { DEMO_LOGINS } from './logins.ts';
import { isDemo } from './marker.ts';
import { seedDemo } from './seed-demo.ts';

let dataDir: string;
let server: UmlaufServer;
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'umlauf-demo-'));
  await seedDemo(dataDir, MONDAY);
  server = await startServer({ dataDir, clock: { now: () => MONDAY } });
}, 120_000);
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const documentsOf = async (shortCode: string): Promise<readonly Document[]> => {
  const password = DEMO_LOGINS.find((login) => login.shortCode === shortCode)?.password ?? '';
  const { body: challenge } = await post<{ salt: string }>(server.url, '/api/challenge', { shortCode });
  const { body } = await post<SignedIn>(server.url, '/api/sign-in', {
    shortCode,
    auth: deriveAuth(password, challenge.salt),
    device: { id: newId(), class: 'private' },
  });
  const client = await connectWith(server.url, body.token);
  const { documents } = await client.pullAll();
  client.close();
  return documents.map((document) => documentSchema.parse(document));
};
const ofKind = <Kind extends Document['kind']>(documents: readonly Document[], kind: Kind) =>
  documents.filter((document): document is Extract<Document, { kind: Kind }> => document.kind === kind);

describe('the demonstration school', () => {
  it('has 60 staff, 14 groups and bodies, and announcements of two years', async () => {
    const documents = await documentsOf('Kuh');
    const staff = ofKind(documents, 'person').filter(({ role }) => role !== 'parent-representative');
    expect(staff).toHaveLength(60);
    expect(ofKind(documents, 'group')).toHaveLength(14);
    const { n } = (await server.store.read.get<{ n: number }>(
      "select count(*) as n from document where kind = 'announcement'",
    )) ?? { n: 0 };
    expect(n).toBeGreaterThan(330);
    expect(n).toBeLessThan(470);
  });

  it('has something on the desk of a teacher: to confirm, to answer, pinned, urgent, asked', async () => {
    const documents = await documentsOf('Dre');
    const receipts = ofKind(documents, 'receipt').filter(({ closed }) => !closed);
    expect(
      receipts.some(({ asked, acknowledged }) => asked !== undefined && acknowledged === undefined),
    ).toBe(true);
    const announcements = ofKind(documents, 'announcement');
    expect(announcements.some(({ pinned }) => pinned)).toBe(true);
    expect(announcements.some(({ urgent }) => urgent)).toBe(true);
    expect(announcements.some(({ state }) => state === 'withdrawn')).toBe(true);
    expect(announcements.some(({ history }) => history.length > 0)).toBe(true);
    expect(ofKind(documents, 'thread')).toHaveLength(1);
    expect(ofKind(documents, 'status').some(({ missing }) => missing.length > 2)).toBe(true);
    expect(announcements.filter(({ state }) => state === 'scheduled')).toEqual([]);
    expect(ofKind(await documentsOf('Hau'), 'announcement').some(({ state }) => state === 'scheduled')).toBe(
      true,
    );
  });

  it('lets every kind of person in, and shows parents only their body', async () => {
    for (const { shortCode } of DEMO_LOGINS) expect((await documentsOf(shortCode)).length).toBeGreaterThan(2);
    const parent = await documentsOf('Som');
    expect(ofKind(parent, 'group').map(({ name }) => name)).toEqual(['Schulkonferenz']);
    expect(ofKind(parent, 'person')).toHaveLength(1);
  });

  it('was written in the hours of a school', async () => {
    const rows = await server.store.read.all<{ inv: number; body: string }>(
      "select inv, body from document where kind = 'announcement'",
    );
    const hours = rows.map(({ body }) => {
      const { publishAt } = JSON.parse(body) as { publishAt: number };
      return Math.floor(toLocal(publishAt, 'Europe/Berlin').minutes / 60);
    });
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(7);
    expect(Math.max(...hours)).toBeLessThanOrEqual(16);
  });

  it('is known as one', () => {
    expect(isDemo(dataDir)).toBe(true);
  });

  it('is not made while somebody else works in the folder', async () => {
    await expect(seedDemo(dataDir, MONDAY)).rejects.toBeInstanceOf(StoreInUseError);
  });
});
