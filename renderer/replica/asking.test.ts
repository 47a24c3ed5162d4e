import { BehaviorSubject, filter, map, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { createId, type Id } from '#core/kernel/id.ts';
import type { Command } from '#core/protocol/commands.ts';
import type { CommandAnswer } from '#core/protocol/messages/command.ts';
import { createAsking, type Asking } from './asking.ts';
import type { Channel } from './environment.ts';
import type { LinkStatus } from './link.ts';
import { createTabs } from './tabs.ts';
import { createHandTimers } from './testing/hand-timers.ts';

const MID = createId({ bytes: (length) => new Uint8Array(length) });
const command: Command = { mid: MID, name: 'set-role', args: { personId: MID, role: 'office' } };

/** Tabs of one browser: each hears the others, and what is posted is copied. */
const createRoom = () => {
  const posted$ = new Subject<{ readonly from: number; readonly message: unknown }>();
  let count = 0;
  return (): Channel => {
    const me = ++count;
    return {
      post: (message) => posted$.next({ from: me, message: structuredClone(message) }),
      messages$: posted$.pipe(
        filter(({ from }) => from !== me),
        map(({ message }) => message),
      ),
      close: () => undefined,
    };
  };
};

const open = (connection: LinkStatus['connection'] = 'online') => {
  const timers = createHandTimers();
  const openChannel = createRoom();
  const sent: Command[] = [];
  const forgotten: Id[] = [];
  let answer: (answer: CommandAnswer) => void = () => undefined;
  const line = {
    status$: new BehaviorSubject<LinkStatus>({ connection, obstacle: undefined }),
    command: (asked: Command) =>
      new Promise<CommandAnswer>((resolve) => {
        sent.push(asked);
        answer = resolve;
      }),
    forget: (mid: Id) => void forgotten.push(mid),
  };
  const createTab = (): Asking => createAsking(createTabs(openChannel()), timers);
  const [leader, follower] = [createTab(), createTab()];
  leader.lead(line);
  return { timers, sent, forgotten, leader, follower, answer: (given: CommandAnswer) => answer(given) };
};

describe('a command that does not wait', () => {
  it.each(['leader', 'follower'] as const)(
    'is given by the %s and tells what the server said',
    async (who) => {
      const room = open();
      const asked = room[who].ask(command);
      expect(room.sent).toEqual([command]);
      room.answer({ status: 'stored', rev: 4 });
      expect(await asked).toEqual({ ok: true, rev: 4 });
    },
  );

  it.each([
    [{ status: 'conflict', rev: 7 }, 'conflict'],
    [{ status: 'refused', reason: 'last-administrator' }, 'last-administrator'],
  ] as const)('tells what was against it: %j', async (answer, reason) => {
    const room = open();
    const asked = room.follower.ask(command);
    room.answer(answer);
    expect(await asked).toEqual({ ok: false, reason });
  });

  it('is not sent while the server is away, nor later by itself', async () => {
    const room = open('offline');
    expect(await room.follower.ask(command)).toEqual({ ok: false, reason: 'unreachable' });
    expect(await room.leader.ask(command)).toEqual({ ok: false, reason: 'unreachable' });
    expect(room.sent).toEqual([]);
  });

  it('is given up when nobody answers, and does not go out again', async () => {
    const room = open();
    const asked = room.leader.ask(command);
    room.timers.turn(15_000);
    expect(await asked).toEqual({ ok: false, reason: 'unanswered' });
    expect(room.forgotten).toEqual([MID]);
  });

  it('is given up where no tab has the line', async () => {
    const timers = createHandTimers();
    const alone = createAsking(createTabs(createRoom()()), timers);
    const asked = alone.ask(command);
    timers.turn(15_000);
    expect(await asked).toEqual({ ok: false, reason: 'unanswered' });
  });

  it('is given up when the profile is locked', async () => {
    const room = open();
    const asked = room.follower.ask(command);
    room.follower.close();
    expect(await asked).toEqual({ ok: false, reason: 'unanswered' });
  });
});
