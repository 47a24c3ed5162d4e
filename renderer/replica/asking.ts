import type { Command } from '#core/protocol/commands.ts';
import type { Asked } from './contract.ts';
import type { Timers } from './environment.ts';
import type { Link } from './link.ts';
import type { Tabs } from './tabs.ts';

/** A question that nobody has answered for so long is given up, in milliseconds. */
const WITHIN = 15_000;

type Line = Pick<Link, 'command' | 'forget' | 'status$'>;

/**
 * Gives commands that must not wait straight to the server and tells what it said. Any tab may ask; the leading one has the
 * line. Such a command is never in the outbox: what is not answered now is not carried out some other day.
 */
export interface Asking {
  ask(command: Command): Promise<Asked>;
  /** This tab leads: it also asks for the others. */
  lead(line: Line): void;
  close(): void;
}

export const createAsking = (tabs: Tabs, timers: Timers): Asking => {
  const waiting = new Map<string, (asked: Asked) => void>();
  let line: Line | undefined;

  /** Whatever is said within the time, or `unanswered`. */
  const within = (mid: string, start: (settle: (asked: Asked) => void) => void): Promise<Asked> =>
    new Promise((resolve) => {
      const settle = (asked: Asked): void => {
        cancel();
        waiting.delete(mid);
        resolve(asked);
      };
      const cancel = timers.after(WITHIN, () => settle({ ok: false, reason: 'unanswered' }));
      waiting.set(mid, settle);
      start(settle);
    });

  const askServer = (command: Command, { command: send, forget, status$ }: Line): Promise<Asked> =>
    status$.value.connection === 'online'
      ? within(command.mid, (settle) => {
          void send(command).then((answer) => {
            settle(
              answer.status === 'stored'
                ? { ok: true, rev: answer.rev }
                : { ok: false, reason: answer.status === 'conflict' ? 'conflict' : answer.reason },
            );
          });
        }).then((asked) => {
          // It must not go out by itself on the next connection.
          forget(command.mid);
          return asked;
        })
      : Promise.resolve({ ok: false, reason: 'unreachable' });

  const subscriptions = [
    tabs.on('command').subscribe(({ command }) => {
      if (line === undefined) return;
      // It comes from a tab of this profile; the server's door reads it as strictly as all others.
      const asked = command as Command;
      void askServer(asked, line).then((answer) => tabs.tell({ type: 'answer', mid: asked.mid, answer }));
    }),
    tabs.on('answer').subscribe(({ mid, answer }) => waiting.get(mid)?.(answer)),
  ];

  return {
    ask: (command) =>
      line === undefined
        ? within(command.mid, () => tabs.tell({ type: 'command', command }))
        : askServer(command, line),
    lead: (leading) => {
      line = leading;
    },
    close: () => {
      subscriptions.forEach((subscription) => subscription.unsubscribe());
      for (const settle of [...waiting.values()]) settle({ ok: false, reason: 'unanswered' });
    },
  };
};
