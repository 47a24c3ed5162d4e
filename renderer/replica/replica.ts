import { map } from 'rxjs';
import type { Id } from '#core/kernel/id.ts';
import type { Workspace } from './contract.ts';
import type { AnyStorage } from './database.ts';
import { openDrafts } from './drafts.ts';
import type { Environment } from './environment.ts';
import { openGenerations } from './generations.ts';
import { watchLanding } from './landing.ts';
import { standForLead } from './leadership.ts';
import type { Link } from './link.ts';
import { openLocalStore } from './local-store.ts';
import { openOutbox } from './outbox.ts';
import { createOverlay } from './overlay.ts';
import type { OpenSearch } from './search/search.ts';
import { startSender } from './sender.ts';
import { openStandingBook } from './standing.ts';
import { createTabs } from './tabs.ts';
import { createWorkspace } from './workspace.ts';

export interface ReplicaOptions {
  /** What the names of all databases, locks and channels of the profile start with. */
  readonly prefix: string;
  readonly personId: Id;
  /** The profile's data key. */
  readonly key: CryptoKey;
  /** Where RxDB stores; it is wrapped so that only sealed documents reach it. */
  readonly storage: AnyStorage;
  /** Whether other tabs may have the same databases open. */
  readonly multiInstance: boolean;
  /** Started and stopped by the replica: only the leading tab has a line. */
  readonly link: Link;
  readonly environment: Environment;
  readonly openSearch: OpenSearch;
  /** A reset starts within so many milliseconds (D3). */
  readonly resetSpread?: number | undefined;
}

/** The data of one unlocked profile: replica, outbox, drafts, search, and the line to the server. */
export interface Replica {
  readonly workspace: Workspace;
  /** Stops the line, writes what is to be kept, and closes all databases. */
  close(): Promise<void>;
}

/** A whole school that resets at once comes back within a minute (D3). */
const RESET_SPREAD = 60_000;

/** Opens a profile's data. Throws `LocalKeyError` if the key does not fit. */
export const createReplica = async (options: ReplicaOptions): Promise<Replica> => {
  const { prefix, key, environment, link, personId } = options;
  const { clock, timers } = environment;
  const local = openLocalStore(`${prefix}-local`, key, environment);
  const tabs = createTabs(environment.openChannel(prefix));
  const standingBook = await openStandingBook(local, tabs, environment);
  const outbox = await openOutbox(local.commands, clock, {
    changed$: tabs.on('commands').pipe(map((message) => message.mids)),
    announce: (mids) => tabs.tell({ type: 'commands', mids: [...mids] }),
  });
  const drafts = await openDrafts(local.drafts, {
    changed$: tabs.on('drafts'),
    announce: () => tabs.tell({ type: 'drafts' }),
  });
  const generations = await openGenerations({
    ...options,
    local,
    tabs,
    resetSpread: options.resetSpread ?? RESET_SPREAD,
  });
  const overlay = createOverlay(generations.documents$, outbox.pending$);
  const search = options.openSearch({ documents$: generations.documents$, prefix, key, environment });

  const leadership = standForLead(prefix, environment.locks);
  const stops: (() => void)[] = [];
  let closing: Promise<void> | undefined;
  const lead = (): void => {
    if (closing !== undefined) return;
    link.start();
    generations.lead(link);
    const sender = startSender(outbox, link, environment);
    const landing = watchLanding({
      outbox,
      documents$: generations.documents$,
      timers,
      catchUp: generations.catchUp,
    });
    const restored = generations.restored$.subscribe(() => void sender.offerAgain());
    standingBook.measure({ link, progress$: generations.progress$, obstacle$: sender.obstacle$ });
    stops.push(sender.stop, landing.stop, () => restored.unsubscribe(), link.stop);
  };
  void leadership.led.then(lead);

  const close = async (): Promise<void> => {
    stops.forEach((stop) => stop());
    await search.close();
    await standingBook.close();
    outbox.close();
    drafts.close();
    await generations.close();
    local.close();
    tabs.close();
    leadership.giveUp();
  };

  return {
    workspace: createWorkspace({
      personId,
      overlay,
      outbox,
      drafts,
      standing$: standingBook.standing$,
      environment,
      search: search.find,
    }),
    close: () => (closing ??= close()),
  };
};
