import { z } from 'zod';
import { defineCommand } from '../kernel/command.ts';
import { idSchema } from '../kernel/id.ts';
import { deviceNameSchema } from './device.ts';

/** The head approves a private device; who and when is kept. */
export const approveDevice = defineCommand({
  name: 'approve-device',
  args: z.object({ deviceId: idSchema }),
  offline: false,
});

/** Ends a device: its sessions end at once, and it deletes everything at its next contact. Also declines one that waits. */
export const revokeDevice = defineCommand({
  name: 'revoke-device',
  args: z.object({ deviceId: idSchema }),
  offline: false,
});

/** Gives one's own device a name. */
export const nameDevice = defineCommand({
  name: 'name-device',
  args: z.object({ deviceId: idSchema, name: deviceNameSchema }),
  offline: false,
});

export const deviceCommands = [approveDevice, revokeDevice, nameDevice] as const;
