import { firstValueFrom } from 'rxjs';
import { beforeEach, expect, test } from 'vitest';
import { createRichText } from '#core/kernel/rich-text.ts';
import type { FileReference } from '#core/kernel/file.ts';
import type { Workspace } from './contract.ts';
import type { ClosableEntrance } from './entrance.ts';
import { createBrowserEnvironment } from './environment.ts';
import { derivePasswordKeys } from './keys.ts';
import { enter, openTab, School } from './testing/door.ts';
import { GROUP } from './testing/documents.ts';
import { FileServer } from './testing/file-server.ts';
import { until } from './testing/open.ts';

const OLD = 'Löwenzahn 7';
const NEW = 'Kornblume 12';

const join = async (school: School, files = new FileServer()): Promise<ClosableEntrance> => {
  const entrance = openTab(school, createBrowserEnvironment(), {
    openFileApi: () => Promise.resolve(files),
  });
  expect(await entrance.redeem({ code: 'ABCD-EFGH', shortCode: 'Oe' }, OLD)).toEqual({ ok: true });
  const { self$, truth$ } = await enter(entrance);
  await until(self$, (self) => self !== undefined);
  await until(truth$, (truth) => truth.asOf !== undefined);
  return entrance;
};
const goOffline = async (school: School, workspace: Workspace): Promise<void> => {
  school.reachable = false;
  school.feed.breakLines();
  await until(workspace.truth$, (truth) => truth.connection === 'offline');
};
const write = async (workspace: Workspace, title: string, attachments: readonly FileReference[] = []) => {
  const submitted = await workspace.submit('announce', {
    id: workspace.createId(),
    groupIds: [GROUP],
    title,
    body: createRichText(title),
    pinned: false,
    urgent: false,
    attachments: [...attachments],
  });
  if (!submitted.ok) throw new Error(submitted.reason);
  return submitted.mid;
};
/** A new slip, and a new password: on this device or elsewhere. */
const reset = async (school: School, entrance: ClosableEntrance, password = NEW): Promise<void> => {
  await entrance.lock();
  school.reachable = true;
  school.token = '';
  expect(await entrance.redeem({ code: 'JKMN-PQRS', shortCode: 'Oe' }, password)).toEqual({ ok: true });
};
const databases = async (): Promise<readonly string[]> =>
  (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
/** How many profiles there are; tests of other files may have left some in the same origin, those do not count. */
const countProfiles = async (): Promise<number> =>
  (await databases()).filter((name) => name.endsWith('-local') && !others.has(name)).length;
let others: ReadonlySet<string>;
beforeEach(async () => {
  others = new Set(await databases());
});

test('[RESC2] after a reset the old password fetches what was not sent: each thing once, under its mid', async () => {
  const school = new School();
  const mids: string[] = [];
  school.feed.answer = (command) => {
    mids.push(command.mid);
    return { status: 'refused', reason: 'forbidden' };
  };
  const entrance = await join(school);
  const before = await enter(entrance);
  await goOffline(school, before);
  const mid = await write(before, 'Wandertag');
  await before.drafts.put({ id: before.createId(), at: 1, content: { title: 'halb' } });

  await reset(school, entrance);
  const found = await until(entrance.leftBehind$, (left) => left !== undefined);
  expect(found).toEqual({ commands: 1, drafts: 1 });
  expect(await firstValueFrom((await enter(entrance)).drafts.all$)).toEqual([]);

  expect(await entrance.rescue('falsch')).toEqual({ ok: false, reason: 'wrong-password' });
  expect(await firstValueFrom(entrance.leftBehind$)).toEqual({ commands: 1, drafts: 1 });
  expect(await entrance.rescue(OLD)).toEqual({ ok: true, commands: 1, drafts: 1 });
  const after = await enter(entrance);
  expect(await firstValueFrom(after.drafts.all$)).toMatchObject([{ content: { title: 'halb' } }]);
  const [refused] = await until(after.notSaved$, (list) => list.length === 1);
  expect(refused?.command.mid).toBe(mid);
  expect(mids).toEqual([mid]);

  expect(await firstValueFrom(entrance.leftBehind$)).toBeUndefined();
  expect(await countProfiles()).toBe(1);
  await entrance.lock();
  expect(await entrance.signIn('Oe', OLD)).toMatchObject({ ok: false, reason: 'wrong-credentials' });
});

test('[RESC2] files that wait to be uploaded come along and are uploaded before the letter goes out', async () => {
  const school = new School();
  const files = new FileServer();
  school.feed.answer = () => ({ status: 'stored' });
  const entrance = await join(school, files);
  const before = await enter(entrance);
  await goOffline(school, before);
  const documentId = before.createId();
  const content = new Uint8Array(2_500_000).fill(7);
  const added = await before.files.add(new Blob([content]), 'Plan.pdf', documentId);
  if (!added.ok) throw new Error(added.reason);
  await write(before, 'Mit Plan', [added.file]);

  await reset(school, entrance);
  await until(entrance.leftBehind$, (left) => left !== undefined);
  expect(await entrance.rescue(OLD)).toMatchObject({ ok: true, commands: 1 });
  const after = await enter(entrance);
  await until(after.truth$, (truth) => truth.waiting === 0);
  expect(files.contents.get(added.file.id)?.length).toBe(content.length);
});

test('[RESC3] what is given up is gone from the disk; what holds nothing unsent goes unasked', async () => {
  const school = new School();
  const entrance = await join(school);
  await goOffline(school, await enter(entrance));
  await write(await enter(entrance), 'Vergessen');
  await reset(school, entrance);
  await until(entrance.leftBehind$, (left) => left !== undefined);
  await entrance.abandonLeftBehind();
  expect(await firstValueFrom(entrance.leftBehind$)).toBeUndefined();
  expect(await countProfiles()).toBe(1);

  await reset(school, entrance, 'Ringelblume 30');
  await enter(entrance);
  await expect.poll(countProfiles).toBe(1);
  expect(await firstValueFrom(entrance.leftBehind$)).toBeUndefined();
});

test('[RESC2] the same words chosen again open it without a question', async () => {
  const school = new School();
  const entrance = await join(school);
  await goOffline(school, await enter(entrance));
  const mid = await write(await enter(entrance), 'Gleich geblieben');
  await reset(school, entrance, OLD);
  const [entry] = await until((await enter(entrance)).outbox$, (list) => list.length === 1);
  expect(entry?.command.mid).toBe(mid);
  expect(await firstValueFrom(entrance.leftBehind$)).toBeUndefined();
});

test('[RESC1] a device on which the refused password still opens the door asks the school first from then on', async () => {
  const school = new School();
  const entrance = await join(school);
  await goOffline(school, await enter(entrance));
  const mid = await write(await enter(entrance), 'Anderswo gesetzt');
  await entrance.lock();
  // Set elsewhere, and to the same words: only the salt is another one.
  school.formerSalts = [school.salt];
  school.salt = 'EBESExQVFhcYGRobHB0eHw';
  school.auth = (await derivePasswordKeys(OLD, school.salt)).auth;
  school.token = '';
  school.reachable = true;

  await entrance.signIn('Oe', OLD);
  const refused = await enter(entrance);
  await until(refused.truth$, (truth) => truth.obstacle === 'wrong-credentials');
  await entrance.lock();
  expect(await entrance.signIn('Oe', OLD)).toEqual({ ok: true });
  const [entry] = await until((await enter(entrance)).outbox$, (list) => list.length === 1);
  expect(entry?.command.mid).toBe(mid);
  await until((await enter(entrance)).truth$, (truth) => truth.connection === 'online');
});
