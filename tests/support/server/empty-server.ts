import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { z } from 'zod';
import type { setUpFinishRequestSchema } from '#core/protocol/messages/set-up.ts';
import { startServer, type ServerOptions, type UmlaufServer } from '#server/app/server.ts';
import { MONDAY } from './staff.ts';
import { newId, toAuth } from './wire-client.ts';

/** A server on an empty folder, as `npm run server` starts it for the first time. */
export interface EmptyServer {
  readonly server: UmlaufServer;
  readonly url: string;
  readonly dataDir: string;
  readonly clock: { value: number };
  close(): Promise<void>;
}

export const startEmptyServer = async (options: Partial<ServerOptions> = {}): Promise<EmptyServer> => {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'umlauf-empty-'));
  const clock = { value: MONDAY };
  const server = await startServer({
    clock: { now: () => clock.value },
    onError: () => undefined,
    ...options,
    dataDir,
  });
  return {
    server,
    url: server.url,
    dataDir,
    clock,
    close: async () => {
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

export type FinishRequest = z.input<typeof setUpFinishRequestSchema>;

const SALT = 'c2FsdHNhbHRzYWx0c2FsdA';

/** What the assistant sends at its end; the first administrator's password is `passwort-Bra`. */
export const createFinishRequest = (change: Partial<FinishRequest['plan']> = {}): FinishRequest => ({
  id: newId(),
  plan: {
    name: 'Gymnasium am Lindenhof',
    land: 'BW',
    bodies: [
      { name: 'Gesamtlehrerkonferenz', ruleSet: 'bw-staff' },
      { name: 'Schulkonferenz', ruleSet: 'bw-school' },
    ],
    holidays: [{ name: 'Weihnachtsferien', from: '2026-12-23', to: '2027-01-09' }],
    first: { firstName: 'Ute', lastName: 'Brandt', shortCode: 'Bra', role: 'teacher' },
    second: { firstName: 'Oğuz', lastName: 'Kühne', shortCode: 'Kuh', role: 'leadership' },
    reach: { hosts: ['schulserver', '192.168.10.5'], certificate: 'own' },
    ...change,
  },
  recoveryKey: Buffer.alloc(32, 7).toString('base64url'),
  password: { salt: SALT, auth: toAuth('passwort-Bra', SALT) },
});
