import type { RefusalKind } from '#core/access/refusal.ts';
import type { Id } from '#core/kernel/id.ts';
import type { MeetingView } from '#core/meetings/view.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import type { Cancel, Timers } from '../environment.ts';
import type { LiveName, Said, UnderWay } from './contract.ts';
import { isOver, isPatient, toMoment, type Moment } from './moments.ts';

/** What the chair said and nobody answered is given up after so many milliseconds. */
const WITHIN = 20_000;
/** What the server could not do just now is said again after so many milliseconds. */
const AGAIN = 1_000;

export interface SayingsPorts {
  readonly conferenceId: Id;
  readonly timers: Timers;
  nextMid(): Id;
  nextId(): number;
  push(text: string): void;
  /** The server's clock. */
  now(): number;
  changed(underWay: readonly UnderWay[]): void;
}

/** What was said to a conference and is not answered yet: in memory only, repeated with the same mid (D1). */
export interface Sayings {
  say(name: LiveName, args: object, view: MeetingView | undefined): Promise<Said>;
  answer(mid: Id, answer: CommandAnswer): void;
  refuse(requestId: number, reason: RefusalKind): void;
  /** Joined anew: what still has its moment goes out again. */
  joined(view: MeetingView): void;
  lost(): void;
  /** Nothing of it is repeated any more. */
  giveUp(): void;
}

interface Saying extends UnderWay {
  readonly moment: Moment;
  /** The numbers it has gone out under. */
  readonly requestIds: number[];
  /** It has gone out on the present socket. */
  isOut: boolean;
  cancel: Cancel;
  settle(said: Said): void;
}

const isForNow = (reason: RefusalKind): boolean => reason === 'rate-limited' || reason === 'unavailable';

export const createSayings = (ports: SayingsPorts): Sayings => {
  const open = new Map<Id, Saying>();
  let isLive = false;

  const tell = (): void =>
    ports.changed([...open.values()].map(({ mid, name, args }) => ({ mid, name, args })));

  const send = (saying: Saying): void => {
    const id = ports.nextId();
    saying.requestIds.push(id);
    saying.isOut = true;
    const { mid, name, args } = saying;
    const command = { mid, name, args: { ...args, conferenceId: ports.conferenceId } };
    ports.push(JSON.stringify({ op: 'command', id, command }));
  };

  const end = (saying: Saying, said: Said): void => {
    if (!open.delete(saying.mid)) return;
    saying.cancel();
    tell();
    saying.settle(said);
  };

  const leave = (saying: Saying): void =>
    end(saying, { ok: false, reason: saying.requestIds.length === 0 ? 'not-sent' : 'unanswered' });

  const again = (saying: Saying): void => {
    ports.timers.after(AGAIN, () => {
      // On the next line it goes out by itself.
      if (isLive && open.has(saying.mid)) send(saying);
    });
  };

  const settle = (saying: Saying, answer: CommandAnswer): void => {
    if (answer.status === 'stored') end(saying, { ok: true, at: ports.now() });
    else if (answer.status === 'conflict') end(saying, { ok: false, reason: 'conflict' });
    else if (isForNow(answer.reason)) again(saying);
    else end(saying, { ok: false, reason: answer.reason });
  };

  return {
    say: (name, args, view) =>
      new Promise((resolve) => {
        // A room that cannot be seen is not led: the chair sees at once that it did not go out.
        if (!isLive && !isPatient(name)) {
          resolve({ ok: false, reason: 'not-sent' });
          return;
        }
        const saying: Saying = {
          mid: ports.nextMid(),
          name,
          args,
          moment: toMoment(view),
          requestIds: [],
          isOut: false,
          cancel: () => undefined,
          settle: resolve,
        };
        if (!isPatient(name)) saying.cancel = ports.timers.after(WITHIN, () => leave(saying));
        open.set(saying.mid, saying);
        if (isLive) send(saying);
        tell();
      }),
    answer: (mid, answer) => {
      const saying = open.get(mid);
      if (saying !== undefined) settle(saying, answer);
    },
    refuse: (requestId, reason) => {
      for (const saying of open.values())
        if (saying.requestIds.includes(requestId)) settle(saying, { status: 'refused', reason });
    },
    joined: (view) => {
      isLive = true;
      for (const saying of [...open.values()]) {
        // What has gone out once is asked once more even so: the server alone knows whether it came in time.
        if (saying.requestIds.length === 0 && isOver(saying.name, saying.moment, view)) leave(saying);
        else if (!saying.isOut) send(saying);
      }
    },
    lost: () => {
      isLive = false;
      for (const saying of open.values()) saying.isOut = false;
    },
    giveUp: () => {
      isLive = false;
      for (const saying of [...open.values()]) leave(saying);
    },
  };
};
