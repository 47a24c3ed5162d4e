import { distinctUntilChanged, map, of, startWith, switchMap, type Observable } from 'rxjs';
import type { Instant } from '#core/kernel/clock.ts';
import type { Pending } from '#core/protocol/overlay.ts';
import type { Restoration } from './contract.ts';
import type { Outbox } from './outbox.ts';

/** A restore is spoken of for so long: afterwards stored commands are forgotten as well (D1), in milliseconds. */
const SPOKEN_OF = 30 * 24 * 60 * 60 * 1_000;

/**
 * Whether the server was restored from a backup, and how many of this device's commands it had lost: those it had
 * acknowledged after the snapshot and before the restore. They lie in the outbox, so the count survives every reload.
 */
export const watchRestoration = (options: {
  readonly school$: Observable<
    { readonly restored?: { madeAt: Instant; at: Instant } | undefined } | undefined
  >;
  readonly outbox: Pick<Outbox, 'pending$' | 'finished'>;
  /** The server's clock minus ours. */
  readonly offset: () => number;
  readonly now: () => Instant;
}): Observable<Restoration | undefined> => {
  const { school$, outbox, offset, now } = options;
  const count = async (madeAt: Instant, at: Instant): Promise<number> => {
    const stored = [...(await outbox.finished()), ...outbox.pending$.value];
    return stored.filter((entry) => isWithin(entry, madeAt - offset(), at - offset())).length;
  };
  return school$.pipe(
    map((school) => school?.restored),
    distinctUntilChanged((before, after) => before?.at === after?.at),
    switchMap((restored) => {
      if (restored === undefined || now() - restored.at > SPOKEN_OF)
        return of<Restoration | undefined>(undefined);
      const { madeAt, at } = restored;
      return outbox.pending$.pipe(
        switchMap(() => count(madeAt, at)),
        map((missing): Restoration | undefined => ({ madeAt, at, missing })),
      );
    }),
    startWith<Restoration | undefined>(undefined),
  );
};

const isWithin = ({ delivery }: Pending, from: Instant, to: Instant): boolean =>
  delivery.state === 'stored' && delivery.at > from && delivery.at <= to;
