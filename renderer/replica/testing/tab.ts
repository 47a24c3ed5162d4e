import { createBrowserEnvironment } from '../environment.ts';
import type { Replica, ReplicaOptions } from '../replica.ts';
import type { FeedServer } from './feed-server.ts';
import { linkTo, openReplica } from './open.ts';

/** What another tab offers to the test that has opened it. */
export interface OtherTab extends Window {
  openReplicaHere: (
    server: FeedServer,
    options: Partial<ReplicaOptions> & { readonly reachable?: () => boolean },
  ) => Promise<Replica>;
}

/** A replica as a tab among several opens it: with Web Locks and BroadcastChannel. */
export const openAmongTabs: OtherTab['openReplicaHere'] = (server, { reachable, ...options }) => {
  const environment = createBrowserEnvironment();
  return openReplica(server, {
    ...options,
    environment,
    multiInstance: true,
    link: linkTo(server, environment, reachable),
  });
};

Object.assign(globalThis, { openReplicaHere: openAmongTabs });
