import { expect, test } from 'vitest';
import { createBrowserEnvironment } from './environment.ts';
import { enter, openTab, School } from './testing/door.ts';
import { until } from './testing/open.ts';

test('a one-time code sets the password; after locking it opens what is here without the server', async () => {
  const school = new School();
  const entrance = openTab(school);
  await until(entrance.state$, (state) => state.at === 'door');
  expect(await entrance.redeem({ code: 'ABCD-EFGH', shortCode: 'Oe' }, 'Löwenzahn 7')).toEqual({ ok: true });
  const workspace = await enter(entrance);
  await until(workspace.list('announcement', 50), (list) => list.length === 20);
  await until(workspace.self$, (self) => self?.name.lastName === 'Oehlschläger');
  await until(workspace.truth$, (truth) => truth.asOf !== undefined);

  await entrance.lock();
  expect(entrance.state$).toMatchObject({ value: { at: 'door' } });
  school.reachable = false;
  school.feed.breakLines();
  expect(await entrance.signIn('oe', 'falsch')).toMatchObject({ ok: false, reason: 'unknown-here' });
  expect(await entrance.signIn('oe', 'Löwenzahn 7')).toEqual({ ok: true });
  const offline = await enter(entrance);
  await until(offline.list('announcement', 50), (list) => list.length === 20);
  const truth = await until(offline.truth$, (value) => value.connection === 'offline');
  expect(truth.asOf).toBeGreaterThan(0);
});

test('a wrong password says how many attempts are left; an unknown device without the server says so', async () => {
  const school = new School();
  const entrance = openTab(school);
  school.auth = 'something else';
  expect(await entrance.signIn('Oe', 'falsch')).toEqual({
    ok: false,
    reason: 'wrong-credentials',
    remaining: 7,
  });
  school.reachable = false;
  expect(await entrance.signIn('Oe', 'falsch')).toMatchObject({ ok: false, reason: 'unreachable' });
});

test('a session that has ended is renewed without asking; a password that was changed is tried once', async () => {
  const school = new School();
  const entrance = openTab(school);
  await entrance.redeem({ code: 'ABCD-EFGH', shortCode: 'Oe' }, 'Löwenzahn 7');
  const workspace = await enter(entrance);
  await until(workspace.truth$, (truth) => truth.connection === 'online');
  const before = school.signIns;
  school.token = 'ended';
  school.feed.breakLines(4401);
  await until(workspace.truth$, (truth) => truth.connection !== 'online');
  await until(workspace.truth$, (truth) => truth.connection === 'online' && truth.obstacle === undefined);
  expect(school.signIns).toBe(before + 1);

  school.auth = 'changed elsewhere';
  school.token = 'ended again';
  school.feed.breakLines(4401);
  await until(workspace.truth$, (truth) => truth.obstacle === 'wrong-credentials');
  school.feed.breakLines(4401);
  expect(school.signIns).toBe(before + 2);
});

test('a second tab gets the key from the first; locking one locks both', async () => {
  const school = new School();
  const first = openTab(school);
  await first.redeem({ code: 'ABCD-EFGH', shortCode: 'Oe' }, 'Löwenzahn 7');
  await until((await enter(first)).truth$, (truth) => truth.asOf !== undefined);
  const second = openTab(school);
  const workspace = await enter(second);
  await until(workspace.list('announcement', 50), (list) => list.length === 20);
  await second.lock();
  await until(first.state$, (state) => state.at === 'door');
});

test('the session is ended last: nothing that still stands signs in again', async () => {
  const school = new School();
  const entrance = openTab(school);
  await entrance.redeem({ code: 'ABCD-EFGH', shortCode: 'Oe' }, 'Löwenzahn 7');
  await until((await enter(entrance)).truth$, (truth) => truth.asOf !== undefined);
  const end = school.api.signOut;
  let lines = -1;
  school.api.signOut = (token) => {
    lines = school.feed.lineCount;
    return end(token);
  };
  await entrance.signOutLeavingNothing();
  expect(lines).toBe(0);
});

test('signing out leaves nothing of the profile on this device', async () => {
  const school = new School();
  const entrance = openTab(school);
  await entrance.redeem({ code: 'ABCD-EFGH', shortCode: 'Oe' }, 'Löwenzahn 7');
  await until((await enter(entrance)).truth$, (truth) => truth.asOf !== undefined);
  await entrance.signOutLeavingNothing();
  expect(school.token).toBe('');
  const names = (await indexedDB.databases()).map((database) => database.name);
  expect(names).toEqual(['umlauf-profiles']);
  school.reachable = false;
  expect(await entrance.signIn('Oe', 'Löwenzahn 7')).toMatchObject({ ok: false, reason: 'unreachable' });
});

test('signing out shows the door only when everything is gone', async () => {
  const school = new School();
  const entrance = openTab(school);
  await entrance.redeem({ code: 'ABCD-EFGH', shortCode: 'Oe' }, 'Löwenzahn 7');
  await until((await enter(entrance)).truth$, (truth) => truth.asOf !== undefined);
  const seen: string[] = [];
  let names: Promise<readonly (string | undefined)[]> | undefined;
  entrance.state$.subscribe(({ at }) => {
    seen.push(at);
    if (at === 'door') {
      names ??= indexedDB.databases().then((found) => found.map((database) => database.name));
    }
  });
  await entrance.signOutLeavingNothing();
  expect(seen).toEqual(['inside', 'unlocking', 'door']);
  expect(await names).toEqual(['umlauf-profiles']);
});

test('a deletion that fails is told, and can be tried again from the door', async () => {
  const school = new School();
  let isFailing = false;
  const entrance = openTab(school, {
    ...createBrowserEnvironment(),
    indexedDB: {
      open: (name, version) => indexedDB.open(name, version),
      cmp: (left, right) => indexedDB.cmp(left, right),
      databases: () => indexedDB.databases(),
      deleteDatabase: (name) => {
        if (isFailing) throw new Error('the disk does not answer');
        return indexedDB.deleteDatabase(name);
      },
    },
  });
  await entrance.redeem({ code: 'ABCD-EFGH', shortCode: 'Oe' }, 'Löwenzahn 7');
  await until((await enter(entrance)).truth$, (truth) => truth.asOf !== undefined);
  isFailing = true;
  await expect(entrance.signOutLeavingNothing()).rejects.toThrow('the disk does not answer');
  expect(entrance.state$).toMatchObject({ value: { at: 'door' } });
  isFailing = false;
  await entrance.signOutLeavingNothing();
  const names = (await indexedDB.databases()).map((database) => database.name);
  expect(names).toEqual(['umlauf-profiles']);
});
