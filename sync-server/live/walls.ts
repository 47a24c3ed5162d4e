import type { RefusalKind } from '#core/access/refusal.ts';
import type { Clock, Instant, Random } from '#core/kernel/clock.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import { CODE_BYTES, normalizeAccessCode, toAccessCode } from '#server/auth/code.ts';
import { toTokenHash } from '#server/auth/hash.ts';
import type { Session } from '#server/auth/sessions.ts';
import { loadMeeting } from '#server/features/meetings/live/log.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { findEntry } from './entry.ts';
import type { HangWallArgs } from './walls.job.ts';

/** Devices on the wall: codes that buy a token, tokens that buy tickets. */
export interface Walls {
  /** A code for the sitting whose chair asks. Refused as `forbidden` to everybody else who may see it. */
  issueCode(
    session: Session,
    conferenceId: Id,
  ): Promise<Result<{ readonly code: string; readonly until: Instant }, RefusalKind>>;
  /** Spends a code. Refused as `code-void`, or `rate-limited` after too many wrong ones. */
  redeem(
    code: string,
    address: string,
  ): Promise<
    Result<{ readonly token: string; readonly conferenceId: Id; readonly title: string }, RefusalKind>
  >;
  /** The session of a wall, which is none in the store: whatever it tries beside looking on is refused as that of nobody. */
  findSession(token: string): Promise<WallSession | undefined>;
}

export type WallSession = Session & { readonly wall: Id };

/** Whose ballot is in does not matter to who asks for a code. */
const NO_KEY = (): undefined => undefined;

export const createWalls = (store: Store, clock: Clock, random: Random): Walls => {
  /** In memory alone: a restart voids what was not typed yet. */
  const codes = new Map<string, { readonly conferenceId: Id; readonly until: Instant }>();
  const failures = createFailures(clock);

  return {
    issueCode: async (session, conferenceId) => {
      const now = clock.now();
      const entry = await store.snapshot((reader) =>
        findEntry(reader, session, conferenceId, { now, findKey: NO_KEY }),
      );
      if (typeof entry === 'string') return refuse(entry);
      if (entry.meeting.phase === 'closed') return refuse('not-open');
      if (entry.meeting.chair.id !== session.personId) return refuse('forbidden');
      for (const [hash, known] of codes)
        if (known.until <= now || known.conferenceId === conferenceId) codes.delete(hash);
      const code = toAccessCode(random.bytes(CODE_BYTES));
      const until = now + LIMITS.wallCodeLifetime;
      codes.set(toTokenHash(normalizeAccessCode(code)), { conferenceId, until });
      return accept({ code, until });
    },
    redeem: async (typed, address) => {
      const now = clock.now();
      if (!failures.mayTry(address)) return refuse('rate-limited');
      const hash = toTokenHash(normalizeAccessCode(typed));
      const known = codes.get(hash);
      codes.delete(hash);
      if (known === undefined || known.until <= now) {
        failures.count(address);
        return refuse('code-void');
      }
      const { conferenceId } = known;
      const logged = await store.snapshot((reader) => loadMeeting(reader, conferenceId));
      if (logged?.meeting.phase !== 'open') return refuse('not-open');
      const token = Buffer.from(random.bytes(32)).toString('base64url');
      const args: HangWallArgs = { tokenHash: toTokenHash(token), id: createId(random), conferenceId, now };
      await store.write('hang-wall', args);
      return accept({ token, conferenceId, title: logged.meeting.title });
    },
    findSession: async (token) => {
      const row = await store.read.get<{ readonly id: Id; readonly conference: Id }>(
        'select id, conference from wall where token_hash = ?',
        toTokenHash(token),
      );
      if (row === undefined) return undefined;
      const now = clock.now();
      return {
        id: row.id,
        personId: row.id,
        role: 'guest',
        deviceId: row.id,
        deviceClass: 'staff-room',
        lastSeenAt: now,
        expiresAt: now + LIMITS.closedShown,
        wall: row.conference,
      };
    },
  };
};

/** Wrong codes of the last while, by address and altogether: a code of 30 bits must not be guessed. */
const createFailures = (clock: Clock): { mayTry(address: string): boolean; count(address: string): void } => {
  let recent: readonly { readonly address: string; readonly at: Instant }[] = [];
  const look = (): void => {
    const since = clock.now() - LIMITS.wallCodeLifetime;
    recent = recent.filter(({ at }) => at > since);
  };
  return {
    mayTry: (address) => {
      look();
      const own = recent.filter((failure) => failure.address === address).length;
      return own < LIMITS.wallAttempts && recent.length < LIMITS.wallAttemptsFromEverywhere;
    },
    count: (address) => {
      recent = [...recent, { address, at: clock.now() }];
    },
  };
};
