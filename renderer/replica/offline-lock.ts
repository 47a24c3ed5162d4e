import { BehaviorSubject, withLatestFrom, type Observable } from 'rxjs';
import { z } from 'zod';
import { toOfflineLock } from '#core/kernel/calendar/offline-lock.ts';
import type { SchoolCalendar } from '#core/kernel/calendar/school-calendar.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Cancel, Environment } from './environment.ts';
import { openLocalStore, type LocalStore } from './local-store.ts';

/**
 * How long this device may still do without its school (R5). `over`: longer than allowed. `behind`: its clock shows an
 * earlier time than was known here before, so that nobody can tell.
 */
export type Stay =
  | { readonly state: 'free' }
  | { readonly state: 'warned'; readonly locksAt: Instant }
  | { readonly state: 'over' }
  | { readonly state: 'behind' };

/** All times by the server's clock, in UTC milliseconds. */
const recordSchema = z.object({
  /** The latest time the server has named; never goes back. */
  contact: z.number(),
  /** The latest time known here: the server's, and since then this device's own. */
  latest: z.number(),
  /** The server's clock minus ours at the last contact. */
  offset: z.number(),
  warnsAt: z.number(),
  locksAt: z.number(),
});
type Contact = z.infer<typeof recordSchema>;

const RECORD = 'contact';
/** A contact is written down anew when it is so much later, in milliseconds. */
const KEEP_EVERY = 600_000;
/** Without the server this is looked at so often, in milliseconds. */
const LOOK_EVERY = 300_000;
/** A clock may be set back by so much without question, in milliseconds. */
const TOLERANCE = 86_400_000;

/** The stay of an open profile. */
export interface OfflineLockBook {
  readonly stay$: BehaviorSubject<Stay>;
  /** This tab leads: it hears what time the server names. */
  measure(sources: {
    readonly serverTime$: Observable<Instant>;
    readonly calendar$: Observable<SchoolCalendar | undefined>;
  }): void;
  close(): void;
}

export const openOfflineLock = (
  local: LocalStore,
  environment: Pick<Environment, 'clock' | 'timers'>,
): OfflineLockBook => {
  const { clock, timers } = environment;
  const subscriptions: { unsubscribe(): void }[] = [];
  let cancelLook: Cancel = () => undefined;
  let closed = false;
  const stay$ = new BehaviorSubject<Stay>({ state: 'free' });
  const show = (stay: Stay): void => {
    if (!closed && JSON.stringify(stay) !== JSON.stringify(stay$.value)) stay$.next(stay);
  };
  /** On a full disk the earlier time stands: it locks sooner, never later. */
  const look = async (): Promise<void> => {
    cancelLook();
    show(await readStay(local, clock.now()).catch(() => stay$.value));
    if (!closed) cancelLook = timers.after(LOOK_EVERY, () => void look());
  };
  void look();

  return {
    stay$,
    measure: ({ serverTime$, calendar$ }) => {
      let writing: Promise<unknown> = Promise.resolve();
      subscriptions.push(
        serverTime$.pipe(withLatestFrom(calendar$)).subscribe(([serverTime, calendar]) => {
          const heardAt = clock.now();
          writing = writing
            .then(() => noteContact(local, serverTime, heardAt, calendar))
            .then(look)
            .catch(() => undefined);
        }),
      );
    },
    close: () => {
      closed = true;
      cancelLook();
      subscriptions.forEach((subscription) => subscription.unsubscribe());
    },
  };
};

/** What opens a profile's local store. */
interface Shut {
  readonly name: string;
  readonly key: CryptoKey;
  readonly environment: Environment;
}

const within = async <Value>(shut: Shut, work: (local: LocalStore) => Promise<Value>): Promise<Value> => {
  const local = openLocalStore(shut.name, shut.key, shut.environment);
  try {
    return await work(local);
  } finally {
    local.close();
  }
};

/** The stay of a profile that nobody has opened yet. */
export const lookAtStay = (shut: Shut): Promise<Stay> =>
  within(shut, (local) => readStay(local, shut.environment.clock.now()));

/** The server was reached and has named the time, for a profile that nobody has opened yet. */
export const renewStay = (shut: Shut, serverTime: Instant): Promise<void> =>
  within(shut, (local) => noteContact(local, serverTime, shut.environment.clock.now(), undefined));

const load = async (
  local: LocalStore,
): Promise<{ readonly version: number; readonly value: Contact } | undefined> => {
  const [row] = await local.state.get([RECORD]);
  return row && { version: row.version, value: recordSchema.parse(row.value) };
};

/** Judges, and keeps how late it is by now: who sets the clock back afterwards is found out. */
const readStay = async (local: LocalStore, clock: Instant): Promise<Stay> => {
  const known = await load(local);
  if (known === undefined) return { state: 'free' };
  const { latest, offset, warnsAt, locksAt } = known.value;
  const now = clock + offset;
  if (now < latest - TOLERANCE) return { state: 'behind' };
  // Another tab that is faster writes the same.
  if (now > latest)
    await local.state.write([
      { id: RECORD, before: known.version, done: 0, value: { ...known.value, latest: now } },
    ]);
  const sure = Math.max(now, latest);
  if (sure >= locksAt) return { state: 'over' };
  return sure >= warnsAt ? { state: 'warned', locksAt } : { state: 'free' };
};

const noteContact = async (
  local: LocalStore,
  serverTime: Instant,
  clock: Instant,
  calendar: SchoolCalendar | undefined,
): Promise<void> => {
  const known = await load(local);
  const contact = Math.max(known?.value.contact ?? 0, serverTime);
  const lock = toOfflineLock(contact, calendar);
  const isKept =
    known !== undefined &&
    serverTime - known.value.contact < KEEP_EVERY &&
    // A clock that was wrong is put right by the server's word, in both directions.
    Math.abs(known.value.latest - serverTime) < KEEP_EVERY &&
    known.value.locksAt === lock.locksAt;
  if (isKept) return;
  const value: Contact = { contact, latest: serverTime, offset: serverTime - clock, ...lock };
  await local.state.write([{ id: RECORD, before: known?.version, done: 0, value }]);
};
