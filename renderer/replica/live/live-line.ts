import { BehaviorSubject } from 'rxjs';
import type { RefusalKind } from '#core/access/refusal.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import type { MeetingView } from '#core/meetings/view.ts';
import { createLine, type LinePorts } from '../line.ts';
import type { LiveEyes, LiveLine, LiveName, LiveState, Said, You } from './contract.ts';
import { isAnotherChair, isAnotherVote, mergeFrame, NOTHING_DONE, toWallView } from './merge.ts';
import { liveMessageSchema, type Frame, type Joined, type LiveMessage } from './messages.ts';
import { createSayings, type Sayings } from './sayings.ts';

/** A join the server could not answer just now goes out again after so many milliseconds. */
const JOIN_AGAIN = 2_000;
const NOBODY: You = { voted: false, supports: false, mayLead: false };

/** The server does not show it now, and may do so in a moment. */
const isForNow = (reason: RefusalKind): boolean =>
  reason === 'rate-limited' || reason === 'unavailable' || reason === 'storage-full';
/** Nothing on this line helps against it: somebody has to sign in, approve the device, or renew the program. */
const SHUTTING: ReadonlySet<RefusalKind> = new Set([
  'unauthenticated',
  'wrong-credentials',
  'device-waiting',
  'device-revoked',
  'private-not-allowed',
  'protocol-version',
  'code-void',
]);

/** Opens a line of its own to one conference and joins it; it joins again by itself after every loss and every gap. */
export const openLiveLine = (
  ports: LinePorts,
  conferenceId: Id,
  { eyes = 'own' }: { readonly eyes?: LiveEyes | undefined } = {},
): LiveLine => {
  const state$ = new BehaviorSubject<LiveState>({
    standing: 'connecting',
    reason: undefined,
    view: undefined,
    you: NOBODY,
    underWay: [],
  });
  /** The number of the join that is under way, and of the frame seen last. */
  let joining: number | undefined;
  let seq: number | undefined;
  let isClosed = false;
  const show = eyes === 'wall' ? toWallView : (view: MeetingView): MeetingView => view;

  const change = (next: Partial<LiveState>): void => {
    state$.next({ ...state$.value, ...next });
  };

  const join = (): void => {
    seq = undefined;
    joining = line.nextId();
    line.push(JSON.stringify(toJoin(joining)));
  };
  const toJoin = (id: number): object => ({
    op: 'join',
    id,
    conferenceId,
    ...(eyes === 'wall' ? { as: 'wall' } : {}),
  });

  const hear = (message: Exclude<LiveMessage, { op: 'hello' | 'pong' }>): void => {
    switch (message.op) {
      case 'joined':
        if (message.id === joining) receiveWhole(message);
        return;
      case 'frame':
        if (message.conferenceId === conferenceId) receiveFrame(message);
        return;
      case 'answer':
        sayings.answer(message.mid, message.answer);
        return;
      case 'error':
        refuse(message.id, message.reason);
        return;
      case 'not-shown':
        if (message.conferenceId === conferenceId) shut(message.reason);
        return;
    }
  };

  const receiveWhole = ({ seq: first, parts, roll, you }: Joined): void => {
    joining = undefined;
    seq = first;
    const view = show({ ...parts, roll });
    change({ standing: 'live', reason: undefined, view, you });
    sayings.joined(view);
  };

  const receiveFrame = (frame: Frame): void => {
    const { view, you } = state$.value;
    // While a join is under way its answer holds everything that these tell.
    if (seq === undefined || view === undefined || frame.seq <= seq) return;
    if (frame.seq > seq + 1) {
      join();
      return;
    }
    seq = frame.seq;
    const next = show(mergeFrame(view, frame));
    change({ view: next, ...(isAnotherVote(view, next) ? { you: { ...you, ...NOTHING_DONE } } : {}) });
    if (eyes === 'own' && isAnotherChair(view, next)) join();
  };

  const refuse = (id: number | undefined, reason: RefusalKind): void => {
    if (id === undefined) return;
    if (id !== joining) {
      sayings.refuse(id, reason);
      return;
    }
    if (isForNow(reason)) line.pushLater(JSON.stringify(toJoin(id)), JOIN_AGAIN);
    else shut(reason);
  };

  /** The line stays: whoever is let in again, or opens the conference, joins anew. */
  const shut = (reason: RefusalKind): void => {
    joining = undefined;
    seq = undefined;
    change({ standing: 'shut', reason, view: undefined, you: NOBODY });
    sayings.giveUp();
  };

  const line = createLine<LiveMessage>(ports, {
    schema: liveMessageSchema,
    greeted: join,
    heard: hear,
    blamed: () => sayings.giveUp(),
    lost: () => {
      joining = undefined;
      seq = undefined;
      sayings.lost();
    },
  });

  const sayings: Sayings = createSayings({
    conferenceId,
    timers: ports.timers,
    nextMid: () => createId(ports.random),
    nextId: line.nextId,
    push: line.push,
    now: () => ports.clock.now() + line.offset$.value,
    changed: (underWay) => change({ underWay }),
  });

  const watching = line.status$.subscribe(({ connection, obstacle }) => {
    if (obstacle !== undefined && SHUTTING.has(obstacle)) {
      change({ standing: 'shut', reason: obstacle });
      return;
    }
    // Online is not live before the conference itself has answered.
    if (connection !== 'online') change({ standing: connection === 'offline' ? 'lost' : 'connecting' });
  });
  line.start();

  return {
    state$,
    now: () => ports.clock.now() + line.offset$.value,
    retryNow: () => {
      if (line.isGreeted() && state$.value.standing === 'shut') join();
      else line.retryNow();
    },
    say: async (name, args): Promise<Said> => {
      const { standing, view } = state$.value;
      if (isClosed || standing === 'shut') return { ok: false, reason: 'not-sent' };
      const said = await sayings.say(name, args, view);
      if (said.ok) note(name, args);
      return said;
    },
    close: () => {
      isClosed = true;
      watching.unsubscribe();
      line.stop();
      sayings.giveUp();
      state$.complete();
    },
  };

  /** What the server has taken from me stands at once; the next join says the same. */
  function note(name: LiveName, args: object): void {
    const { view, you } = state$.value;
    if (!('voteId' in args) || args.voteId !== view?.vote?.id) return;
    if (name === 'cast-ballot') change({ you: { ...you, voted: true } });
    if (name === 'support-secrecy' && 'supports' in args)
      change({ you: { ...you, supports: args.supports === true } });
  }
};
