import type { Arrival } from './arrival.ts';

/** A header may name only what can be part of an address: nothing that would end the policy and begin another. */
const PLAIN_HOST = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/iu;

const ALWAYS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/**
 * What browsers are told about every answer. Scripts come from this server alone; `wasm-unsafe-eval` is for argon2id,
 * inline styles are for Svelte's transitions; pictures come as blobs, since attachments are never served inline (D9).
 * Pages speak with the server they came from and nobody else; sockets are named, since not every browser counts them
 * as `self`.
 */
export const toSecurityHeaders = ({ hosts, isSecure }: Arrival): Readonly<Record<string, string>> => {
  const sockets = hosts
    .filter((host) => PLAIN_HOST.test(host))
    .map((host) => ` ${isSecure ? 'wss' : 'ws'}://${host}`)
    .join('');
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self' 'unsafe-inline'",
      `connect-src 'self'${sockets}`,
      "img-src 'self' blob: data:",
      "font-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "frame-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ].join('; '),
    ...ALWAYS,
  };
};

/** Browsers are told to insist on TLS for so long at most, in seconds. */
const LONGEST_INSISTENCE = 30 * 86_400;

/**
 * How long browsers are to insist on TLS, in seconds, or undefined: only for a certificate whose authority they know,
 * and never beyond its end. With an own authority they would lock people out whose device does not know it (yet), and
 * other services under the same name would become unreachable.
 */
export const toInsistence = (
  { isPubliclyTrusted, until }: { readonly isPubliclyTrusted: boolean; readonly until: number | undefined },
  now: number,
): number | undefined => {
  if (!isPubliclyTrusted || until === undefined || until <= now) return undefined;
  return Math.min(LONGEST_INSISTENCE, Math.floor((until - now) / 1_000));
};
