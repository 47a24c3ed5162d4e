import type { Workspace } from '../contract.ts';
import type { Environment } from '../environment.ts';
import type { LinePorts } from '../line.ts';
import type { LiveLine } from './contract.ts';

/** What a line needs beside clock and timers. */
export type LiveTickets = Pick<LinePorts, 'fetchTicket' | 'openSocket' | 'online$'>;

/** The lines to conferences of this tab: locking closes them all. */
export const createLiveLines = (
  environment: Environment,
  tickets: LiveTickets = UNREACHABLE,
): { readonly open: Workspace['openLive']; close(): void } => {
  const lines = new Set<LiveLine>();
  let isClosed = false;
  return {
    open: async (conferenceId, eyes) => {
      // Only who looks at a conference loads what it takes.
      const { openLiveLine } = await import('./live-line.ts');
      const line = openLiveLine({ ...environment, ...tickets }, conferenceId, { eyes });
      if (isClosed) line.close();
      else lines.add(line);
      return {
        ...line,
        close: () => {
          lines.delete(line);
          line.close();
        },
      };
    },
    close: () => {
      isClosed = true;
      for (const line of lines) line.close();
      lines.clear();
    },
  };
};

const UNREACHABLE: LiveTickets = {
  fetchTicket: () => Promise.resolve({ ok: false, reason: 'unreachable' }),
  openSocket: () => ({ send: () => undefined, close: () => undefined }),
};
