import { z } from 'zod';
import { deviceClassSchema, type DeviceClass } from '../../access/device-class.ts';
import { deviceNameSchema } from '../../admin/device.ts';
import { locatorSchema } from '../../admin/slip-code.ts';
import { REFUSAL_KINDS } from '../../access/refusal.ts';
import { roleSchema } from '../../access/roles.ts';
import { idSchema } from '../../kernel/id.ts';

const shortCode = z.string().trim().min(1).max(12);
/** 32 bytes in base64url without padding. */
const key = z.string().regex(/^[\w-]{43}$/);
/** 16 bytes in base64url without padding. */
const salt = z.string().regex(/^[\w-]{22}$/);

/** So many earlier passwords of a person are known by their salts. */
export const FORMER_SALTS = 8;

export { deviceClassSchema, type DeviceClass };

/** A code shown on a device that is in use, for signing in on a further one. */
const deviceCode = z.string().min(8).max(20);
const namesOne = (who: { readonly shortCode?: unknown; readonly deviceCode?: unknown }): boolean =>
  (who.shortCode === undefined) !== (who.deviceCode === undefined);
/** Who wants to sign in: a short code, or the code for a further device in its place. */
const who = { shortCode: shortCode.optional(), deviceCode: deviceCode.optional() };

/** `POST /api/challenge`: the salt for argon2id. Unknown short codes and codes get a false one that never changes (D14). */
export const challengeRequestSchema = z.object(who).refine(namesOne);
export const challengeResponseSchema = z.object({ salt });

/** `POST /api/sign-in`: `auth` is the HKDF branch of the password; the server never sees the other one. */
export const signInRequestSchema = z
  .object({
    ...who,
    auth: key,
    device: z.object({
      id: idSchema,
      class: deviceClassSchema,
      /** What the program says of the system it runs on, until the person chooses a name. */
      name: deviceNameSchema.optional(),
    }),
  })
  .refine(namesOne);
export const signInResponseSchema = z.object({
  token: key,
  personId: idSchema,
  role: roleSchema,
  salt,
  /** As the school writes it; who signed in by a code has not typed it. */
  shortCode,
  /** Salts of earlier passwords, the newest first: what lies on the device under one of them is this person's. */
  formerSalts: z.array(salt).max(FORMER_SALTS).optional(),
});

/** `POST /api/device-code` with `Authorization: Bearer <token>`: a code for a further device, and until when it works. */
export const deviceCodeResponseSchema = z.object({ code: deviceCode, until: z.int() });

/** `POST /api/code`: asks whose code this is before anything else is typed. The short form needs the short code. */
export const codeRequestSchema = z.object({
  code: z.string().min(8).max(40),
  shortCode: shortCode.optional(),
});
export const codeResponseSchema = z.object({
  person: z.object({ shortCode: z.string(), firstName: z.string(), lastName: z.string() }),
});

/**
 * `POST /api/proof`: whoever holds a slip sends its first block alone. The server answers with the fingerprint of its
 * authority's public key (64 hexadecimal digits, or nothing) and an HMAC over both under the hash it has of the whole code.
 */
export const proofRequestSchema = z.object({ locator: locatorSchema });
export const proofResponseSchema = z.object({
  fingerprint: z.string().regex(/^([0-9a-f]{64})?$/),
  proof: key,
});

/** `POST /api/redeem`: a code sets the password; the client chooses the salt. The answer names whom to sign in. */
export const redeemRequestSchema = codeRequestSchema.extend({ salt, auth: key });
export const redeemResponseSchema = z.object({ shortCode: z.string() });

/** `POST /api/ticket` with `Authorization: Bearer <token>`: opens one socket. */
export const ticketResponseSchema = z.object({ ticket: key });

/** `GET /api/school`: what the sign-in screen shows before anybody is signed in. */
export const schoolResponseSchema = z.object({ name: z.string(), protocol: z.int(), now: z.int() });

/** Every refused request: the kind, and for `wrong-credentials` and `rate-limited` what is left and until when. */
export const refusedResponseSchema = z.object({
  reason: z.enum(REFUSAL_KINDS),
  /** Attempts left before the short code is locked; only from the third failure on. */
  remaining: z.int().min(0).optional(),
  /** UTC milliseconds at which the next attempt is allowed. */
  until: z.int().optional(),
});
