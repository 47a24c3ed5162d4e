import type { Actor } from '../access/actor.ts';
import type { RefusalKind } from '../access/refusal.ts';
import type { Instant } from '../kernel/clock.ts';
import type { PersonName } from '../kernel/document.ts';
import type { Id } from '../kernel/id.ts';
import { accept, refuse, type Result } from '../kernel/result.ts';
import type { Device } from './device.ts';

type Outcome = Result<Device, RefusalKind>;

/** Private devices are approved by the head of the school, and by nobody in their place (R34). */
export const mayApproveDevices = (actor: Pick<Actor, 'role'>): boolean => actor.role === 'leadership';

/** A device is revoked by its person, by the leadership, and by administrators. */
export const mayRevokeDevice = (actor: Actor, ownerId: Id): boolean =>
  actor.personId === ownerId || actor.role === 'leadership' || actor.administrator;

interface Deciding {
  readonly actor: Actor;
  readonly me: PersonName;
  readonly now: Instant;
}

/** The device with the head's approval on record; one that works already stays as it is. */
export const approve = (device: Device, { actor, me, now }: Deciding): Outcome => {
  if (!mayApproveDevices(actor)) return refuse('forbidden');
  if (device.state === 'revoked') return refuse('device-revoked');
  if (device.state === 'active') return accept(device);
  return accept({ ...device, state: 'active', approved: { by: me, at: now } });
};

/** The device after it was revoked: it is to delete everything at its next contact, and never comes back under this id. */
export const revoke = (device: Device, ownerId: Id, { actor, me, now }: Deciding): Outcome => {
  if (!mayRevokeDevice(actor, ownerId)) return refuse('forbidden');
  if (device.state === 'revoked') return accept(device);
  return accept({ ...device, state: 'revoked', revoked: { by: me, at: now } });
};

/** The device under the name its person gives it. */
export const rename = (device: Device, name: string, ownerId: Id, actor: Pick<Actor, 'personId'>): Outcome =>
  actor.personId === ownerId ? accept({ ...device, name }) : refuse('forbidden');
