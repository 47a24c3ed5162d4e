import type { Id } from '#core/kernel/id.ts';
import type { Document } from '#core/protocol/documents.ts';
import type { ServerMessage } from '#core/protocol/messages/index.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import { toRetryRule } from '#core/access/refusal.ts';
import type { Line } from './network.ts';
import type { Committed } from './observer.ts';
import { mayRead, type Known } from './rights.ts';

type Blame = (invariant: string, what: string) => void;

/** What the world remembers of the past, because the present no longer says it. */
export interface Memory {
  /** Announcements their groups have had. */
  readonly released: ReadonlySet<Id>;
  /** The answers that were sent, by the id of their command: the server is bound by them. */
  readonly answers: ReadonlyMap<Id, CommandAnswer>;
  /** What a program has once painted of its waiting commands, by program and command. */
  readonly painted: Set<string>;
  observe(committed: Committed): void;
  /** Hears a frame of the server at the moment it is sent: nobody is sent what they may not read. */
  hear(line: Line, message: ServerMessage, committed: Committed, blame: Blame): void;
  /** The server was taken back to an earlier state: what it said after that no longer binds it. */
  forget(committed: Committed): void;
}

export const createMemory = (): Memory => {
  const released = new Set<Id>();
  const answers = new Map<Id, CommandAnswer>();

  const observe = (committed: Committed): void => {
    for (const document of committed.documents.values()) {
      if (document.kind === 'announcement' && document.state === 'published') released.add(document.id);
    }
  };
  const hearAnswer = (mid: Id, answer: CommandAnswer, blame: Blame): void => {
    // What passes by itself binds nobody (CMD7).
    if (answer.status === 'refused' && toRetryRule(answer.reason) !== 'never') return;
    const first = answers.get(mid);
    if (first === undefined) answers.set(mid, answer);
    else if (JSON.stringify(first) !== JSON.stringify(answer)) {
      blame('2', `command ${mid} was answered ${JSON.stringify(first)}, then ${JSON.stringify(answer)}`);
    }
  };
  const hearDocuments = (
    line: Line,
    rows: readonly unknown[],
    known: Known & Committed,
    blame: Blame,
  ): void => {
    const reader = known.persons.get(line.personId as Id);
    for (const row of rows as readonly (Document & { readonly _deleted?: boolean })[]) {
      if (row._deleted === true) continue;
      if (reader === undefined || !mayRead({ ...reader, deviceClass: line.deviceClass }, row, known))
        blame('4', `${line.device} was sent ${row.kind} ${row.id}, which it may not read`);
    }
  };

  return {
    released,
    answers,
    painted: new Set(),
    observe,
    hear: (line, message, committed, blame) => {
      if (message.op === 'answer') hearAnswer(message.mid, message.answer, blame);
      if (message.op === 'page' || message.op === 'change')
        hearDocuments(line, message.documents, { ...committed, released }, blame);
    },
    forget: (committed) => {
      for (const id of released) {
        const document = committed.documents.get(id);
        // Released after the backup only: now it waits again.
        if (document?.kind === 'announcement' && document.state === 'scheduled') released.delete(id);
      }
      const logged = new Set(committed.log.map(({ mid }) => mid));
      for (const mid of answers.keys()) if (!logged.has(mid)) answers.delete(mid);
    },
  };
};
