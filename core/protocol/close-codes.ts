/** Why the server closed a socket (RFC 6455, section 7.4.2: 4000 to 4999 are private use). */
export const CLOSE_CODES = {
  /** The server stops or restarts: connect again. */
  goingAway: 1001,
  /** The ticket was used or has expired: fetch a new one and connect again. */
  tryAgain: 1013,
  badFrame: 4400,
  unauthenticated: 4401,
  protocolVersion: 4406,
  silence: 4408,
  tooLarge: 4413,
  rateLimited: 4429,
} as const;

export type CloseCode = (typeof CLOSE_CODES)[keyof typeof CLOSE_CODES];
