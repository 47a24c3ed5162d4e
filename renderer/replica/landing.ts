import { combineLatest, map, of, switchMap, type Observable } from 'rxjs';
import type { Id } from '#core/kernel/id.ts';
import { toTargetId } from '#core/protocol/commands.ts';
import type { Document } from '#core/protocol/documents.ts';
import { hasLanded, type Pending } from '#core/protocol/overlay.ts';
import type { Documents } from './database.ts';
import type { Cancel, Timers } from './environment.ts';
import type { Outbox } from './outbox.ts';

/** A stored command whose document has not come after so many milliseconds is looked into. */
const LINGERING = 5_000;

/**
 * Takes commands out of the outbox once answer and revision are both here (D1). A document that does not come although
 * everything is here is no longer readable for its author: then the command has landed as well.
 */
export const watchLanding = (options: {
  readonly outbox: Outbox;
  readonly documents$: Observable<Documents>;
  readonly timers: Timers;
  catchUp(): Promise<void>;
}): { stop(): void } => {
  const { outbox, timers } = options;
  let cancelLook: Cancel | undefined;
  let stopped = false;

  const toStored = (): readonly Pending[] =>
    outbox.pending$.value.filter((entry) => entry.delivery.state === 'stored');

  const lookLater = (): void => {
    if (!stopped) cancelLook ??= timers.after(LINGERING, () => void look());
  };
  const finish = (mids: readonly Id[]): Promise<void> =>
    // A full disk: it stays stored, which harms nobody, and is looked at again.
    outbox.finish(mids).catch(lookLater);
  const look = async (): Promise<void> => {
    const lingering = toStored().map((entry) => entry.command.mid);
    await options.catchUp();
    cancelLook = undefined;
    if (!stopped) await finish(lingering.filter((mid) => isStored(mid)));
  };
  const isStored = (mid: Id): boolean => toStored().some((entry) => entry.command.mid === mid);

  const stored$ = outbox.pending$.pipe(map(toStored));
  const watching = combineLatest([options.documents$, stored$])
    .pipe(
      switchMap(([documents, stored]) => {
        const targets = stored.map((entry) => toTargetId(entry.command, entry.hints.me.id));
        const found$: Observable<ReadonlyMap<string, Document>> =
          targets.length === 0 ? of(new Map()) : documents.findByIds(targets).$.pipe(map(toDocuments));
        return found$.pipe(
          map((found) =>
            stored.filter((entry) =>
              hasLanded(entry, found.get(toTargetId(entry.command, entry.hints.me.id))),
            ),
          ),
        );
      }),
    )
    .subscribe((landed) => {
      if (landed.length > 0) void finish(landed.map((entry) => entry.command.mid));
      if (toStored().length > landed.length) lookLater();
    });

  return {
    stop: () => {
      stopped = true;
      cancelLook?.();
      watching.unsubscribe();
    },
  };
};

const toDocuments = (
  found: ReadonlyMap<string, { readonly _data: Document }>,
): ReadonlyMap<string, Document> => new Map([...found].map(([id, row]) => [id, row._data]));
