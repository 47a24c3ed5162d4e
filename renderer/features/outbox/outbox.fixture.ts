import { BehaviorSubject, map } from 'rxjs';
import { createId, type Id } from '#core/kernel/id.ts';
import type { Document, DocumentKind, DocumentOf } from '#core/protocol/documents.ts';
import { paintPending, type Pending } from '#core/protocol/overlay.ts';
import type { Truth } from '#renderer/replica/contract.ts';
import { createMemoryFiles, type MemoryFiles } from '#renderer/replica/testing/memory-files.ts';
import type { OutboxSource } from './source.ts';

/** What was submitted, as the test looks at it. */
interface Submission {
  readonly name: string;
  readonly args: unknown;
  readonly baseRev: number | undefined;
}

/** The part of a workspace that outbox and "Nicht gespeichert" need, in memory. */
export interface OutboxWorkspace extends OutboxSource {
  readonly files: MemoryFiles;
  readonly entries$: BehaviorSubject<readonly Pending[]>;
  readonly truth$: BehaviorSubject<Truth>;
  readonly submitted: readonly Submission[];
  isFull: boolean;
  isDiskFull: boolean;
}

export const createOutboxWorkspace = (
  entries: readonly Pending[],
  documents: readonly Document[],
): OutboxWorkspace => {
  const entries$ = new BehaviorSubject(entries);
  const submitted: Submission[] = [];
  const stored = new Map(documents.map((document) => [document.id, document]));
  const list = <Kind extends DocumentKind>(kind: Kind) =>
    entries$.pipe(
      map((pending) =>
        paintPending(
          kind,
          documents.filter((it): it is DocumentOf<Kind> => it.kind === kind),
          pending,
          stored,
        ),
      ),
    );
  const isNotSaved = ({ delivery }: Pending): boolean =>
    delivery.state === 'refused' || delivery.state === 'conflict';
  const workspace: OutboxWorkspace = {
    entries$,
    submitted,
    isFull: false,
    isDiskFull: false,
    truth$: new BehaviorSubject<Truth>({
      connection: 'online',
      asOf: undefined,
      waiting: 0,
      notSaved: 0,
      filling: undefined,
      obstacle: undefined,
    }),
    outbox$: entries$.pipe(map((all) => all.filter((entry) => !isNotSaved(entry)))),
    notSaved$: entries$.pipe(map((all) => all.filter(isNotSaved))),
    files: createMemoryFiles(() => nextId()),
    list,
    all: list,
    one: (kind, id) => list(kind).pipe(map((all) => all.find((it) => it.id === id))),
    submit(name, args, options) {
      if (workspace.isFull) return Promise.resolve({ ok: false, reason: 'outbox-full' });
      submitted.push({ name, args, baseRev: options?.baseRev });
      return Promise.resolve({ ok: true, mid: nextId() });
    },
    dismiss(mid) {
      if (workspace.isDiskFull) return Promise.resolve({ ok: false, reason: 'disk-full' });
      entries$.next(entries$.value.filter((entry) => entry.command.mid !== mid));
      return Promise.resolve({ ok: true });
    },
  };
  return workspace;
};

export const nextId = (): Id =>
  createId({ bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) });
