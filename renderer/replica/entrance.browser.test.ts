import { afterEach, expect, test } from 'vitest';
import { NEVER } from 'rxjs';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { createId } from '#core/kernel/id.ts';
import { accept, refuse } from '#core/kernel/result.ts';
import type { Api } from './api.ts';
import { openEntrance, type ClosableEntrance } from './entrance.ts';
import { createBrowserEnvironment } from './environment.ts';
import { derivePasswordKeys } from './keys.ts';
import { announcement, group, me, ME } from './testing/documents.ts';
import { FeedServer } from './testing/feed-server.ts';
import { until } from './testing/open.ts';

const random = createBrowserEnvironment().random;
const SALT = 'AAECAwQFBgcICQoLDA0ODw';

/** The school's server as far as signing in goes. */
class School {
  reachable = true;
  salt = SALT;
  auth: string | undefined;
  token = '';
  signIns = 0;
  readonly feed = new FeedServer();
  readonly api: Api = {
    school: async () =>
      this.reachable ? accept({ name: 'Schule am See', protocol: 1, now: 0 }) : unreachable,
    challenge: async () => (this.reachable ? accept({ salt: this.salt }) : unreachable),
    signIn: async ({ auth }) => {
      if (!this.reachable) return unreachable;
      this.signIns += 1;
      if (auth !== this.auth) return refuse({ reason: 'wrong-credentials', remaining: 7 });
      this.token = createId(random);
      return accept({ token: this.token, personId: ME, role: 'teacher', salt: this.salt, shortCode: 'Oe' });
    },
    deviceCode: async () => accept({ code: '7K3M-Q2XD', until: 0 }),
    code: async () =>
      this.reachable
        ? accept({ person: { shortCode: 'Oe', firstName: 'Ole', lastName: 'Echt' } })
        : unreachable,
    redeem: async ({ salt, auth }) => {
      if (!this.reachable) return unreachable;
      this.salt = salt;
      this.auth = auth;
      return accept({ shortCode: 'Oe' });
    },
    ticket: async (token) => {
      if (!this.reachable) return unreachable;
      return token === this.token ? accept({ ticket: 't' }) : refuse({ reason: 'unauthenticated' });
    },
    signOut: async () => {
      if (!this.reachable) return unreachable;
      this.token = '';
      return accept({});
    },
  };

  constructor() {
    this.feed.put(me());
    this.feed.put(group());
    for (let number = 1; number <= 20; number += 1) this.feed.put(announcement(number));
  }
}

const unreachable = refuse({ reason: 'unreachable' } as const);
const open: ClosableEntrance[] = [];

const openTab = (school: School, environment = createBrowserEnvironment()): ClosableEntrance => {
  const entrance = openEntrance({
    environment,
    api: school.api,
    openSocket: (_ticket, events) => school.feed.open(events),
    online$: NEVER,
    storage: getRxStorageDexie(),
    multiInstance: true,
    derive: derivePasswordKeys,
    openSearch: () => ({ find: () => Promise.resolve([]), close: () => Promise.resolve() }),
    deviceClass: 'official',
    isSecure: true,
    resetSpread: 0,
  });
  open.push(entrance);
  return entrance;
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((entrance) => entrance.close()));
  for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
});

const enter = async (entrance: ClosableEntrance) => {
  const state = await until(entrance.state$, (value) => value.at === 'inside');
  if (state.at !== 'inside') throw new Error('not inside');
  return state.workspace;
};

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
