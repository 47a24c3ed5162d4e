import { BehaviorSubject, combineLatest } from 'rxjs';
import { z } from 'zod';
import type { Obstacle } from './contract.ts';
import type { Cancel, Environment } from './environment.ts';
import type { Link } from './link.ts';
import type { LocalStore } from './local-store.ts';
import type { Progress } from './replication.ts';
import type { Standing, Tabs } from './tabs.ts';

/** How long a kept "as of" may lag behind, in milliseconds. */
const KEEP_EVERY = 20_000;
const RECORD = 'standing';
const recordSchema = z.object({ asOf: z.number().optional(), offset: z.number() });

/** Where this device stands towards the server: measured by the leading tab, told to the others, kept for the next start. */
export interface StandingBook {
  readonly standing$: BehaviorSubject<Standing>;
  /** This tab leads: it measures. */
  measure(sources: {
    readonly link: Pick<Link, 'status$' | 'heard$' | 'offset$'>;
    readonly progress$: BehaviorSubject<Progress>;
    readonly obstacle$: BehaviorSubject<Obstacle | undefined>;
  }): void;
  close(): Promise<void>;
}

export const openStandingBook = async (
  local: LocalStore,
  tabs: Tabs,
  { clock, timers }: Pick<Environment, 'clock' | 'timers'>,
): Promise<StandingBook> => {
  const [row] = await local.state.get([RECORD]);
  const known = row === undefined ? { offset: 0 } : recordSchema.parse(row.value);
  const standing$ = new BehaviorSubject<Standing>({ connection: 'connecting', ...known });
  const subscriptions: { unsubscribe(): void }[] = [];
  let measuring = false;
  let cancelKeep: Cancel | undefined;

  /** Whether this run has kept an "as of": a page that is open for seconds only has to find it at its next start. */
  let isKept = false;

  let keeping: Promise<unknown> = Promise.resolve();
  const keep = (): Promise<unknown> => {
    cancelKeep?.();
    cancelKeep = undefined;
    keeping = keeping.then(write).catch(() => false);
    return keeping;
  };
  const write = async (): Promise<void> => {
    const { asOf, offset } = standing$.value;
    const [before] = await local.state.get([RECORD]);
    // Another tab that leads by now has written a newer one: then ours is not needed.
    await local.state.write([{ id: RECORD, before: before?.version, done: 0, value: { asOf, offset } }]);
  };
  const set = (change: Partial<Standing>): void => {
    standing$.next({ ...standing$.value, ...change });
    tabs.tell({ type: 'standing', standing: standing$.value });
    if (change.asOf !== undefined && !isKept) {
      isKept = true;
      void keep();
    } else cancelKeep ??= timers.after(KEEP_EVERY, () => void keep());
  };

  subscriptions.push(
    tabs.on('standing').subscribe(({ standing }) => {
      if (!measuring) standing$.next(standing);
    }),
    tabs.on('ask').subscribe(() => {
      if (measuring) tabs.tell({ type: 'standing', standing: standing$.value });
    }),
  );
  tabs.tell({ type: 'ask' });

  return {
    standing$,
    measure: ({ link, progress$, obstacle$ }) => {
      measuring = true;
      const toAsOf = (): number => clock.now() + link.offset$.value;
      subscriptions.push(
        combineLatest([link.status$, progress$, obstacle$, link.offset$]).subscribe(
          ([status, progress, obstacle, offset]) => {
            const isComplete = progress.inSync && status.connection === 'online';
            set({
              connection: status.connection,
              filling: progress.filling === undefined ? undefined : { documents: progress.filling.documents },
              obstacle: progress.isDiskFull === true ? 'disk-full' : (status.obstacle ?? obstacle),
              // Before the first word of the server the offset of the last time is the better guess.
              ...(status.connection === 'online' ? { offset } : {}),
              ...(isComplete ? { asOf: toAsOf() } : {}),
            });
          },
        ),
        // Every sign of life says that there is nothing we do not have: what is new comes on the same line, in order.
        link.heard$.subscribe(() => {
          if (progress$.value.inSync) set({ asOf: toAsOf() });
        }),
      );
    },
    close: async () => {
      subscriptions.forEach((subscription) => subscription.unsubscribe());
      if (measuring) await keep();
      cancelKeep?.();
    },
  };
};
