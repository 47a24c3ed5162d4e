import { firstValueFrom, filter, type Observable, NEVER } from 'rxjs';
import { createId } from '#core/kernel/id.ts';
import { createDexieStorage } from '../dexie-storage.ts';
import { createBrowserEnvironment, openSilentChannel, type Environment } from '../environment.ts';
import { createLink, type Link } from '../link.ts';
import { createReplica, type Replica, type ReplicaOptions } from '../replica.ts';
import { ME } from './documents.ts';
import type { FeedServer } from './feed-server.ts';

/** The environment of a browser, alone in it. */
export const alone = (): Environment => ({
  ...createBrowserEnvironment(),
  openChannel: openSilentChannel,
  locks: undefined,
});

export const createKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** A line to the feed of the test. `reachable` false: no ticket is to be had. */
export const linkTo = (server: FeedServer, environment: Environment, reachable = () => true): Link =>
  createLink({
    ...environment,
    fetchTicket: () =>
      Promise.resolve(reachable() ? { ok: true, ticket: 't' } : { ok: false, reason: 'unreachable' }),
    openSocket: (_ticket, events) => server.open(events),
  });

export const randomPrefix = (): string => `umlauf-${createId(createBrowserEnvironment().random)}`;

/** A replica on Dexie against the feed of the test. */
export const openReplica = async (
  server: FeedServer,
  change: Partial<ReplicaOptions> & { reachable?: () => boolean } = {},
): Promise<Replica> => {
  const environment = change.environment ?? alone();
  return createReplica({
    prefix: randomPrefix(),
    personId: ME,
    key: await createKey(),
    storage: createDexieStorage(),
    multiInstance: false,
    link: linkTo(server, environment, change.reachable),
    environment,
    openSearch: () => ({ find: () => Promise.resolve([]), changed$: NEVER, close: () => Promise.resolve() }),
    resetSpread: 0,
    ...change,
  });
};

/** Waits until the state is as wanted. */
export const until = <Value>(
  source$: Observable<Value>,
  isWanted: (value: Value) => boolean,
): Promise<Value> => firstValueFrom(source$.pipe(filter(isWanted)));
