import { z } from 'zod';
import { deviceClassSchema } from '../access/device-class.ts';
import { localDateSchema } from '../kernel/calendar/local-date.ts';
import { documentBaseShape, personNameSchema, type PersonName } from '../kernel/document.ts';
import { combineIds, encodeBase32, idSchema, type Id } from '../kernel/id.ts';
import { lineSchema } from '../kernel/text.ts';

/** What a device may be called. */
export const deviceNameSchema = lineSchema(40);

/** Whether a device may hold anything: it waits for the head's approval, works, or was revoked. */
export const deviceStateSchema = z.enum(['waiting', 'active', 'revoked']);
export type DeviceState = z.infer<typeof deviceStateSchema>;

/** How its person came in on it: by short code and password, or by a code shown on a device they already used. */
export const joinedBySchema = z.enum(['password', 'code']);
export type JoinedBy = z.infer<typeof joinedBySchema>;

const decisionSchema = z.object({ by: personNameSchema, at: z.int().min(0) });

/** A device of a person, in their own bucket alone. The last contact is a day and no more: nobody watches anybody (R9). */
export const deviceSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('device'),
  class: deviceClassSchema,
  name: z.string().min(1).max(40),
  state: deviceStateSchema,
  joinedBy: joinedBySchema,
  since: localDateSchema,
  seen: localDateSchema,
  approved: decisionSchema.optional(),
  revoked: decisionSchema.optional(),
});
export type Device = z.infer<typeof deviceSchema>;

/**
 * The recorded approval of a private device (R34): whose it is, who decided and when. It lies with the administration and
 * says nothing of when the device is used.
 */
export const deviceApprovalSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('device-approval'),
  deviceId: idSchema,
  person: personNameSchema,
  name: z.string().min(1).max(40),
  joinedBy: joinedBySchema,
  since: localDateSchema,
  state: deviceStateSchema,
  decided: decisionSchema.optional(),
});
export type DeviceApproval = z.infer<typeof deviceApprovalSchema>;

const APPROVAL = encodeBase32(new Uint8Array(16).fill(0x44)) as Id;

/** The id of the approval of a device. */
export const toApprovalId = (deviceId: Id): Id => combineIds(deviceId, APPROVAL);

/** What the administration is shown of a device; undefined for devices that need no approval. */
export const toApproval = (device: Device, person: PersonName): DeviceApproval | undefined => {
  if (device.class !== 'private') return undefined;
  const { id, name, joinedBy, since, state, inv } = device;
  const decided = device.revoked ?? device.approved;
  return {
    id: toApprovalId(id),
    kind: 'device-approval',
    rev: 0,
    inv,
    deviceId: id,
    person,
    name,
    joinedBy,
    since,
    state,
    ...(decided === undefined ? {} : { decided }),
  };
};
