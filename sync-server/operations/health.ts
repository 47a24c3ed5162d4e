import { statfs } from 'node:fs/promises';
import net from 'node:net';
import type { Health } from '#core/admin/health.ts';
import type { Clock, Instant } from '#core/kernel/clock.ts';
import type { ReachKeeper } from '#server/pki/keeper.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import type { Backups } from './backups.ts';

/** Who came by which way since the server has been running; of nobody in particular. */
export interface Traffic {
  lastFromNetwork: Instant | undefined;
  lastFromProxy: Instant | undefined;
  proxyHidesSenders: boolean;
}

export const createTraffic = (): Traffic => ({
  lastFromNetwork: undefined,
  lastFromProxy: undefined,
  proxyHidesSenders: false,
});

export interface HealthSources {
  readonly dataDir: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly keeper: ReachKeeper;
  readonly backups: Backups;
  readonly traffic: Traffic;
  /** The addresses of this computer in its networks. */
  readonly listAddresses: () => readonly string[];
  readonly port: () => number;
}

/** An address that does not answer within so many milliseconds does not. */
const CALL_TIME = 1_000;
/** More addresses than any school's server has. */
const MOST_ADDRESSES = 8;

/** Looks at the server itself; asks nobody outside. */
export const gatherHealth = async (sources: HealthSources): Promise<Health> => {
  const { dataDir, store, clock, keeper, backups, traffic, port } = sources;
  const reach = keeper.current();
  const addresses = sources.listAddresses().slice(0, MOST_ADDRESSES);
  const [answers, disk, newest, backup] = await Promise.all([
    Promise.all(addresses.map((address) => call(address, port()))),
    statfs(dataDir),
    store.read.get<{ latest: number | null }>('select max(at) as latest from document'),
    backups.status(),
  ]);
  const { lastFromNetwork, lastFromProxy, proxyHidesSenders } = traffic;
  const fingerprint = reach.authority?.certificateFingerprint;
  return {
    now: clock.now(),
    latest: newest?.latest ?? 0,
    port: port(),
    addresses: addresses.map((address, index) => ({ address, answers: answers[index] ?? false })),
    ...(lastFromNetwork === undefined ? {} : { lastFromNetwork }),
    ...(lastFromProxy === undefined ? {} : { lastFromProxy }),
    proxyHidesSenders,
    certificate: {
      way: reach.certificate,
      ...(reach.until === undefined ? {} : { until: reach.until }),
      isPubliclyTrusted: reach.isPubliclyTrusted,
      ...(fingerprint === undefined ? {} : { fingerprint }),
    },
    ...(reach.proxy === undefined ? {} : { proxy: reach.proxy.address }),
    disk: { free: disk.bavail * disk.bsize, total: disk.blocks * disk.bsize },
    backup: {
      hasKey: backup.hasKey,
      isRunning: backup.isRunning,
      ...(backup.last === undefined ? {} : { last: backup.last }),
      ...(backup.good === undefined ? {} : { good: backup.good }),
    },
  };
};

/** Whether something listens there, as seen from this machine. */
const call = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: CALL_TIME });
    const done = (answers: boolean) => () => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', done(true)).once('timeout', done(false)).once('error', done(false));
  });
