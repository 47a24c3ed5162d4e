import { z } from 'zod';
import { certificateProblemSchema } from './certificate.ts';

/** A certificate with its chain, or a key, has a few kilobytes; in characters. */
export const PEM_MAX = 120_000;

/** How an address of the school stands: in the certificate, at the proxy, without TLS, or in no certificate. */
const standingSchema = z.enum(['certified', 'proxied', 'plain', 'missing']);
export type AddressStanding = z.infer<typeof standingSchema>;

/** `GET /api/reach`, for administrators: which ways to the server are in force. Instants are UTC milliseconds of its clock. */
export const reachStateSchema = z.object({
  now: z.int(),
  /** Of what was chosen: a change names it, so that of two who change at once the second is told. */
  mark: z.string(),
  certificate: z.object({
    way: z.enum(['none', 'own', 'uploaded']),
    until: z.int().optional(),
    /** Who issued an uploaded one, for people. */
    issuer: z.string().optional(),
    isPubliclyTrusted: z.boolean(),
    /** Names and addresses it is for; of an own one without those that lead every device to itself. */
    names: z.array(z.string()),
    /** SHA-256 of the own authority's certificate, as browsers show it. */
    fingerprint: z.string().optional(),
  }),
  proxy: z.object({ address: z.string(), proxies: z.array(z.string()) }).optional(),
  /** The school's addresses, in their order. */
  addresses: z.array(z.object({ address: z.string(), standing: standingSchema })),
  /** Where the server was found in its networks: proposals. */
  found: z.array(z.string()),
  port: z.int(),
  /** It was started without TLS, to mend: what is chosen counts from its next start. */
  isHeld: z.boolean(),
  /** It listens on its own computer alone. */
  isLocal: z.boolean(),
});
export type ReachState = z.infer<typeof reachStateSchema>;

const wordsSchema = z.array(z.string().max(300)).max(40);

/** What an administrator changes about the ways to the server. Whether it can be carried out, the server says. */
const reachActSchema = z.discriminatedUnion('way', [
  /** `anew`: with a new key, where the old one is lost or was readable for others. */
  z.object({ way: z.literal('own'), names: wordsSchema, anew: z.boolean() }),
  z.object({
    way: z.literal('uploaded'),
    certificates: z.string().max(PEM_MAX),
    key: z.string().max(PEM_MAX),
  }),
  z.object({ way: z.literal('proxy'), address: z.string().max(300), proxies: wordsSchema }),
  z.object({ way: z.literal('no-proxy') }),
]);
export type ReachAct = z.infer<typeof reachActSchema>;

/** `POST /api/reach`. A key goes to the server and never comes back. */
export const reachRequestSchema = z.object({ mark: z.string().max(64), act: reachActSchema });
export type ReachRequest = z.infer<typeof reachRequestSchema>;

/** What became of it: how things stand now, or what is wrong; then nothing was changed. */
export const reachAnswerSchema = z.union([
  z.object({ state: reachStateSchema }),
  z.object({ refused: certificateProblemSchema }),
]);
export type ReachAnswer = z.infer<typeof reachAnswerSchema>;
