import { afterEach } from 'vitest';
import { NEVER } from 'rxjs';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { createId } from '#core/kernel/id.ts';
import { accept, refuse } from '#core/kernel/result.ts';
import type { Api } from '../api.ts';
import type { Workspace } from '../contract.ts';
import { openEntrance, type ClosableEntrance, type EntrancePorts } from '../entrance.ts';
import { createBrowserEnvironment } from '../environment.ts';
import { derivePasswordKeys } from '../keys.ts';
import { announcement, group, me, ME } from './documents.ts';
import { FeedServer } from './feed-server.ts';
import { until } from './open.ts';

const random = createBrowserEnvironment().random;
const SALT = 'AAECAwQFBgcICQoLDA0ODw';

/** The school's server as far as signing in goes. */
export class School {
  reachable = true;
  salt = SALT;
  /** Salts of earlier passwords, the newest first. */
  formerSalts: string[] = [];
  auth: string | undefined;
  /** What it answers to whoever has a slip, and the first blocks and the codes it was sent. */
  proof = { fingerprint: '', proof: 'A'.repeat(43) };
  readonly proofsAsked: string[] = [];
  readonly codesAsked: string[] = [];
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
      const { token, salt, formerSalts } = this;
      return accept({ token, personId: ME, role: 'teacher', salt, shortCode: 'Oe', formerSalts });
    },
    deviceCode: async () => accept({ code: '7K3M-Q2XD', until: 0 }),
    code: async ({ code }) => {
      this.codesAsked.push(code);
      return this.reachable
        ? accept({ person: { shortCode: 'Oe', firstName: 'Ole', lastName: 'Echt' } })
        : unreachable;
    },
    proof: async ({ locator }) => {
      this.proofsAsked.push(locator);
      return this.reachable ? accept(this.proof) : unreachable;
    },
    redeem: async ({ code, salt, auth }) => {
      this.codesAsked.push(code);
      if (!this.reachable) return unreachable;
      if (this.auth !== undefined) this.formerSalts.unshift(this.salt);
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

/** A tab at the door of this school. */
export const openTab = (
  school: School,
  environment = createBrowserEnvironment(),
  change: Partial<EntrancePorts> = {},
): ClosableEntrance => {
  const entrance = openEntrance({
    environment,
    api: school.api,
    openSocket: (_ticket, events) => school.feed.open(events),
    online$: NEVER,
    storage: getRxStorageDexie(),
    multiInstance: true,
    derive: derivePasswordKeys,
    openSearch: () => ({ find: () => Promise.resolve([]), changed$: NEVER, close: () => Promise.resolve() }),
    deviceClass: 'official',
    isSecure: true,
    resetSpread: 0,
    ...change,
  });
  open.push(entrance);
  return entrance;
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((entrance) => entrance.close()));
  for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
});

/** Waits until somebody is in. */
export const enter = async (entrance: ClosableEntrance): Promise<Workspace> => {
  const state = await until(entrance.state$, (value) => value.at === 'inside');
  if (state.at !== 'inside') throw new Error('not inside');
  return state.workspace;
};
