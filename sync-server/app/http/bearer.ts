import type { FastifyRequest } from 'fastify';
import type { Instant } from '#core/kernel/clock.ts';
import { findSessionByToken, type Session } from '#server/auth/sessions.ts';
import type { Reader } from '#server/storage/contract/storage.ts';

/** A session's token: 256 bits in base64url. */
const TOKEN_CHARACTERS = 43;

/** The token a request carries (RFC 6750, section 2.1); empty if there is none. */
export const toToken = (request: FastifyRequest): string => {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  return scheme === 'Bearer' && token?.length === TOKEN_CHARACTERS ? token : '';
};

/** The session whose token the request carries; undefined if there is none or it has ended. */
export const findBearer = async (
  reader: Reader,
  request: FastifyRequest,
  now: Instant,
): Promise<Session | undefined> => {
  const token = toToken(request);
  return token === '' ? undefined : findSessionByToken(reader, token, now);
};
