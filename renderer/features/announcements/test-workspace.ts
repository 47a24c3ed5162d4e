import { BehaviorSubject, combineLatest, map, NEVER, type Observable } from 'rxjs';
import type { Instant } from '#core/kernel/clock.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import { accept, refuse } from '#core/kernel/result.ts';
import type { CommandArgs, OnlineName, OutboxCommand, OutboxName } from '#core/protocol/commands.ts';
import { toTargetId } from '#core/protocol/commands.ts';
import type { Document, DocumentKind, DocumentOf } from '#core/protocol/documents.ts';
import { paintOne, paintPending, type Delivery, type Painted, type Pending } from '#core/protocol/overlay.ts';
import type {
  Altered,
  Asked,
  Draft,
  SearchHit,
  Self,
  Submitted,
  Truth,
  Workspace,
} from '#renderer/replica/contract.ts';
import { createBrowserEnvironment } from '#renderer/replica/environment.ts';
import { createLiveLines } from '#renderer/replica/live/lines.ts';
import { createMemoryFiles, type MemoryFiles } from '#renderer/replica/testing/memory-files.ts';

/** A workspace in memory for component tests: core's own painting over a map of documents, no disk and no server. */
export interface TestWorkspace extends Workspace {
  readonly files: MemoryFiles;
  readonly documents$: BehaviorSubject<ReadonlyMap<Id, Document>>;
  readonly truth$: BehaviorSubject<Truth>;
  readonly pending$: BehaviorSubject<readonly Pending[]>;
  readonly drafts$: BehaviorSubject<readonly Draft[]>;
  /** What the next `submit` answers; for a full outbox or disk. */
  refusal: 'outbox-full' | 'disk-full' | undefined;
  /** What was asked, and what the server says to the next question; without an answer it says yes. */
  readonly asked: {
    readonly name: OnlineName;
    readonly args: unknown;
    readonly baseRev: number | undefined;
  }[];
  readonly answers: (Asked | Promise<Asked>)[];
  /** What the server answers to a request by its path; to others it is not there. */
  readonly replies: Map<string, unknown>;
  /** Puts documents as if they had been pulled. */
  put(...documents: readonly Document[]): void;
  /** Moves a command to another state, as an answer of the server would. */
  deliver(mid: Id, delivery: Delivery): void;
  /** Applies a command to the stored documents with core's rules and takes it out of the outbox. */
  land(mid: Id): void;
}

export const ONLINE: Truth = {
  connection: 'online',
  asOf: Date.parse('2026-11-23T07:42:00+01:00'),
  waiting: 0,
  notSaved: 0,
  filling: undefined,
  obstacle: undefined,
};

export const OFFLINE: Truth = {
  ...ONLINE,
  connection: 'offline',
  asOf: Date.parse('2026-11-22T16:05:00+01:00'),
};

export const createTestWorkspace = (
  self: Self,
  now: Instant,
  documents: readonly Document[] = [],
): TestWorkspace => {
  const documents$ = new BehaviorSubject<ReadonlyMap<Id, Document>>(toMap(documents));
  const pending$ = new BehaviorSubject<readonly Pending[]>([]);
  const drafts$ = new BehaviorSubject<readonly Draft[]>([]);
  const truth$ = new BehaviorSubject(ONLINE);
  const replies = new Map<string, unknown>();
  const nextId = createCounter();

  const list = <Kind extends DocumentKind>(
    kind: Kind,
    limit = Number.POSITIVE_INFINITY,
  ): Observable<readonly Painted<Kind>[]> =>
    combineLatest([documents$, pending$]).pipe(
      map(([stored, pending]) => {
        const all = [...stored.values()].filter((it): it is DocumentOf<Kind> => it.kind === kind);
        all.sort((left, right) => left.inv - right.inv);
        return paintPending(kind, all.slice(0, limit), pending, stored, limit);
      }),
    );

  const change = (mid: Id, next: (entry: Pending) => Pending): boolean => {
    const entry = pending$.value.find((it) => it.command.mid === mid);
    if (entry?.delivery.state !== 'waiting') return false;
    pending$.next(pending$.value.map((it) => (it === entry ? next(it) : it)));
    return true;
  };

  const workspace: TestWorkspace = {
    personId: self.actor.personId,
    self$: new BehaviorSubject<Self | undefined>(self),
    school$: list('school').pipe(map(([school]) => school)),
    truth$,
    documents$,
    pending$,
    drafts$,
    refusal: undefined,
    list,
    all: (kind) => list(kind),
    one: (kind, id) => list(kind).pipe(map((all) => all.find((it) => it.id === id))),
    outbox$: pending$.pipe(map((all) => all.filter((it) => !isNotSaved(it)))),
    notSaved$: pending$.pipe(map((all) => all.filter(isNotSaved).reverse())),

    submit<Name extends OutboxName>(
      name: Name,
      args: CommandArgs<Name>,
      options: Parameters<Workspace['submit']>[2] = {},
    ): Promise<Submitted> {
      if (workspace.refusal !== undefined) return Promise.resolve({ ok: false, reason: workspace.refusal });
      const mid = nextId();
      const entry: Pending = {
        command: toCommand(mid, name, args, options.baseRev),
        hints: { me: self.name, actor: self.actor, at: now, ...options.hints },
        order: pending$.value.length,
        delivery: { state: 'waiting' },
      };
      pending$.next([...pending$.value, entry]);
      return Promise.resolve({ ok: true, mid });
    },
    asked: [],
    answers: [],
    ask(name, args, options = {}) {
      workspace.asked.push({ name, args, baseRev: options.baseRev });
      return Promise.resolve(workspace.answers.shift() ?? { ok: true });
    },
    revise: (mid, args) =>
      Promise.resolve(
        toAltered(
          change(mid, (it) => ({
            ...it,
            command: toCommand(mid, it.command.name, args, it.command.baseRev),
          })),
        ),
      ),
    takeBack(mid) {
      const isWaiting = change(mid, (it) => it);
      if (isWaiting) pending$.next(pending$.value.filter((it) => it.command.mid !== mid));
      return Promise.resolve(toAltered(isWaiting));
    },
    dismiss(mid) {
      pending$.next(pending$.value.filter((it) => it.command.mid !== mid));
      return Promise.resolve({ ok: true });
    },
    search: () => Promise.resolve<readonly SearchHit[]>([]),
    findable$: NEVER,
    drafts: {
      all$: drafts$,
      put(draft) {
        drafts$.next([draft, ...drafts$.value.filter((it) => it.id !== draft.id)]);
        return Promise.resolve({ ok: true });
      },
      remove(id) {
        drafts$.next(drafts$.value.filter((it) => it.id !== id));
        return Promise.resolve();
      },
    },
    replies,
    request: (schema, path) => {
      const parsed = schema.safeParse(replies.get(path));
      return Promise.resolve(parsed.success ? accept(parsed.data) : refuse('unreachable'));
    },
    openLive: createLiveLines(createBrowserEnvironment()).open,
    files: createMemoryFiles(nextId),
    createId: nextId,
    now: () => now,

    put(...added) {
      documents$.next(toMap([...documents$.value.values(), ...added]));
    },
    deliver(mid, delivery) {
      pending$.next(pending$.value.map((it) => (it.command.mid === mid ? { ...it, delivery } : it)));
    },
    land(mid) {
      const entry = pending$.value.find((it) => it.command.mid === mid);
      if (entry === undefined) return;
      const before = documents$.value.get(toTargetId(entry.command, self.actor.personId));
      const after = paintOne(before, entry);
      pending$.next(pending$.value.filter((it) => it !== entry));
      if (after !== undefined) workspace.put({ ...after, rev: (before?.rev ?? 0) + 1 });
    },
  };
  return workspace;
};

const isNotSaved = (entry: Pending): boolean =>
  entry.delivery.state === 'conflict' || entry.delivery.state === 'refused';

const toMap = (documents: readonly Document[]): ReadonlyMap<Id, Document> =>
  new Map(documents.map((document) => [document.id, document]));

/** Name and arguments come from one caller that the compiler has checked; a union cannot say that they belong together. */
const toCommand = (mid: Id, name: OutboxName, args: unknown, baseRev: number | undefined): OutboxCommand =>
  ({ mid, name, args, ...(baseRev === undefined ? {} : { baseRev }) }) as OutboxCommand;

/** Ids by a small generator (mulberry32): the same in every run, and no sum of two of them is a third. */
export const createCounter = (seed = 1_000): (() => Id) => {
  let state = seed;
  const nextByte = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    return ((mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) >>> 14) & 255;
  };
  return () => createId({ bytes: (length) => Uint8Array.from({ length }, nextByte) });
};

const toAltered = (isAltered: boolean): Altered => (isAltered ? { ok: true } : { ok: false, reason: 'sent' });
