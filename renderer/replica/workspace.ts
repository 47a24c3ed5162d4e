import type { BehaviorSubject } from 'rxjs';
import {
  combineLatest,
  distinctUntilChanged,
  filter,
  firstValueFrom,
  map,
  shareReplay,
  type Observable,
} from 'rxjs';
import type { Id } from '#core/kernel/id.ts';
import { createId } from '#core/kernel/id.ts';
import type { Command, OutboxCommand } from '#core/protocol/commands.ts';
import type { DocumentKind } from '#core/protocol/documents.ts';
import type { Hints, Painted, Pending } from '#core/protocol/overlay.ts';
import type { Asked, Drafts, Files, Restoration, SearchHit, Self, Truth, Workspace } from './contract.ts';
import type { AuthorisedRequest } from './authorised-request.ts';
import type { Environment } from './environment.ts';
import { completeHints } from './hints.ts';
import type { Stay } from './offline-lock.ts';
import type { Outbox } from './outbox.ts';
import type { Overlay } from './overlay.ts';
import { watchRestoration } from './restoration.ts';
import { watchSelf } from './self.ts';
import type { Standing } from './tabs.ts';

/** What a workspace is made of. */
export interface WorkspaceParts {
  readonly personId: Id;
  readonly overlay: Overlay;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly files: Files;
  readonly request: AuthorisedRequest;
  readonly openLive: Workspace['openLive'];
  readonly standing$: BehaviorSubject<Standing>;
  readonly stay$: Observable<Stay>;
  readonly environment: Environment;
  search(query: string, limit: number): Promise<readonly SearchHit[]>;
  readonly findable$: Observable<void>;
  ask(command: Command): Promise<Asked>;
}

/** The workspace over replica, outbox and drafts. */
export const createWorkspace = (parts: WorkspaceParts): Workspace => {
  const { overlay, outbox, standing$, environment } = parts;
  const self$ = watchSelf(overlay, parts.personId);
  const now = (): number => environment.clock.now() + standing$.value.offset;
  const newId = (): Id => createId(environment.random);

  const one = <Kind extends DocumentKind>(kind: Kind, id: Id): Promise<Painted<Kind> | undefined> =>
    firstValueFrom(overlay.one(kind, id));

  return {
    personId: parts.personId,
    self$,
    school$: overlay.all('school').pipe(map(([school]) => school)),
    truth$: watchTruth(
      standing$,
      outbox.pending$,
      parts.stay$,
      watchRestoration({
        school$: overlay.all('school').pipe(map(([school]) => school)),
        outbox,
        offset: () => standing$.value.offset,
        now,
      }),
    ),
    list: overlay.list,
    all: overlay.all,
    one: overlay.one,
    submit: async (name, args, options = {}) => {
      const self = await firstValueFrom(self$.pipe(filter((value): value is Self => value !== undefined)));
      // Name and arguments belong together by this function's own signature, which a union cannot express.
      const command = { mid: newId(), name, args, baseRev: options.baseRev } as OutboxCommand;
      const hints: Hints = { me: self.name, actor: self.actor, at: now(), ...options.hints };
      return outbox.submit(command, await completeHints(command, hints, one));
    },
    // The same holds here.
    ask: (name, args, { baseRev } = {}) => parts.ask({ mid: newId(), name, args, baseRev } as Command),
    outbox$: outbox.pending$.pipe(
      map((pending) => pending.filter((entry) => !isNotSaved(entry))),
      distinctUntilChanged(isSameList),
    ),
    notSaved$: outbox.pending$.pipe(
      map((pending) => pending.filter(isNotSaved).reverse()),
      distinctUntilChanged(isSameList),
    ),
    revise: outbox.revise,
    takeBack: outbox.takeBack,
    dismiss: outbox.dismiss,
    search: parts.search,
    findable$: parts.findable$,
    drafts: parts.drafts,
    files: parts.files,
    request: parts.request,
    openLive: parts.openLive,
    createId: newId,
    now,
  };
};

const isNotSaved = ({ delivery }: Pending): boolean =>
  delivery.state === 'conflict' || delivery.state === 'refused';

/** Commands that wait for the server; a stored one only waits to be seen. */
const isWaiting = ({ delivery }: Pending): boolean =>
  delivery.state === 'waiting' || delivery.state === 'sent';

const isSameList = (left: readonly Pending[], right: readonly Pending[]): boolean =>
  left.length === right.length && left.every((entry, index) => entry === right[index]);

const watchTruth = (
  standing$: Observable<Standing>,
  pending$: Observable<readonly Pending[]>,
  stay$: Observable<Stay>,
  restored$: Observable<Restoration | undefined>,
): Observable<Truth> =>
  combineLatest([standing$, pending$, stay$, restored$]).pipe(
    map(([standing, pending, stay, restored]): Truth => ({
      connection: standing.connection,
      asOf: standing.asOf,
      waiting: pending.filter(isWaiting).length,
      notSaved: pending.filter(isNotSaved).length,
      filling: standing.filling,
      obstacle: standing.obstacle,
      ...(stay.state === 'warned' ? { locksAt: stay.locksAt } : {}),
      ...(restored === undefined ? {} : { restored }),
    })),
    distinctUntilChanged((before, after) => JSON.stringify(before) === JSON.stringify(after)),
    shareReplay({ bufferSize: 1, refCount: true }),
  );
