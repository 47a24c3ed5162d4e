import type { Clock, Instant, Random } from '#core/kernel/clock.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import { toTokenHash } from './hash.ts';
import type { Session } from './sessions.ts';

/** One-time tickets that each open one socket (D21). They live in memory alone: a restart voids them. */
export interface Tickets {
  /** A new ticket for the session, or undefined if too many of its tickets are still unused. */
  issue(session: Session): string | undefined;
  /** The session behind a ticket, which is spent by asking. */
  spend(ticket: string): Session | undefined;
}

interface Issued {
  readonly session: Session;
  readonly until: Instant;
}

export const createTickets = (clock: Clock, random: Random): Tickets => {
  const open = new Map<string, Issued>();
  const dropExpired = (): void => {
    // Tickets expire in the order in which they were issued.
    for (const [hash, issued] of open) {
      if (issued.until > clock.now()) break;
      open.delete(hash);
    }
  };
  return {
    issue: (session) => {
      dropExpired();
      const unused = [...open.values()].filter((issued) => issued.session.id === session.id);
      if (unused.length >= LIMITS.socketsPerSession * 2) return undefined;
      const ticket = Buffer.from(random.bytes(32)).toString('base64url');
      open.set(toTokenHash(ticket), { session, until: clock.now() + LIMITS.ticketLifetime });
      return ticket;
    },
    spend: (ticket) => {
      const hash = toTokenHash(ticket);
      const issued = open.get(hash);
      open.delete(hash);
      return issued !== undefined && issued.until > clock.now() ? issued.session : undefined;
    },
  };
};
