import type { Role } from '#core/access/roles.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { DeviceClass } from '#core/protocol/messages/sign-in.ts';
import type { Reader } from '#server/storage/contract/storage.ts';
import { toTokenHash } from './hash.ts';

/** A signed-in device of a person. */
export interface Session {
  readonly id: Id;
  readonly personId: Id;
  readonly role: Role;
  readonly deviceId: Id;
  readonly deviceClass: DeviceClass;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
}

interface Row {
  readonly id: Id;
  readonly person_id: Id;
  readonly role: Role;
  readonly device_id: Id;
  readonly device_class: DeviceClass;
  readonly last_seen_at: number;
  readonly expires_at: number;
}

const VALID = `select session.id, person_id, role, device_id, device_class, last_seen_at, expires_at
  from session join person on person.id = session.person_id
  where revoked_at is null and expires_at > ? and active = 1`;

const toSession = (row: Row | undefined): Session | undefined =>
  row && {
    id: row.id,
    personId: row.person_id,
    role: row.role,
    deviceId: row.device_id,
    deviceClass: row.device_class,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  };

/** The session a token belongs to, unless it was revoked, has expired, or its person has left. */
export const findSessionByToken = async (
  reader: Reader,
  token: string,
  now: Instant,
): Promise<Session | undefined> =>
  toSession(await reader.get<Row>(`${VALID} and token_hash = ?`, now, toTokenHash(token)));

/** The same by the session's id: asked anew before anything is read or changed. */
export const findSession = async (
  reader: Reader,
  sessionId: Id,
  now: Instant,
): Promise<Session | undefined> =>
  toSession(await reader.get<Row>(`${VALID} and session.id = ?`, now, sessionId));
