import { chmodSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { schoolNameSchema } from '#core/directory/school.ts';
import type { DataFolder } from '../data-folder.ts';
import { backupRequestSchemas } from './backup-acts.ts';
import { CONTROL_BYTES, type ControlRequest, type ControlResponse } from './protocol.ts';

const requestSchema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('import'),
    file: z.base64(),
    dryRun: z.boolean(),
    school: schoolNameSchema.optional(),
  }),
  z.object({ act: z.literal('access'), shortCode: z.string().min(1).max(12) }),
  ...backupRequestSchemas,
]);

/**
 * Opens the local socket through which the command line reaches a running server. Only the account that runs the server
 * can open it (mode 0600, on Windows a pipe of that account), so nothing else is asked of who comes.
 */
export const openControl = async (
  folder: DataFolder,
  act: (request: ControlRequest) => Promise<ControlResponse>,
  onError: (error: unknown) => void,
): Promise<{ close(): Promise<void> }> => {
  const isFile = process.platform !== 'win32';
  const server = createServer((request, response) => {
    const answer = async (): Promise<ControlResponse> => {
      const parsed = requestSchema.safeParse(JSON.parse(await readBody(request)));
      return parsed.success ? act(parsed.data) : { act: 'failed' };
    };
    void answer()
      .catch((error: unknown): ControlResponse => {
        onError(error);
        return { act: 'failed' };
      })
      .then((result) => {
        response.setHeader('Content-Type', 'application/json').end(JSON.stringify(result));
      });
  });
  // The store's lock is ours, so what lies at the address was left by a process that died.
  if (isFile) rmSync(folder.controlSocket, { force: true });
  await new Promise<void>((resolve, reject) => {
    // The socket is bound before listen returns: never, not even for a moment, may others open it.
    const before = isFile ? process.umask(0o177) : undefined;
    server.once('error', reject).listen(folder.controlSocket, resolve);
    if (before !== undefined) process.umask(before);
  });
  if (isFile) chmodSync(folder.controlSocket, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    const bytes = piece as Buffer;
    length += bytes.length;
    if (length > CONTROL_BYTES) throw new RangeError('the request is too large');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
};
