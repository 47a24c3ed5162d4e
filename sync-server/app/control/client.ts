import { request } from 'node:http';
import type { DataFolder } from '../data-folder.ts';
import type { ControlRequest, ControlResponse } from './protocol.ts';

/** Asks the server that runs on the folder; undefined if none does. */
export const askServer = (folder: DataFolder, act: ControlRequest): Promise<ControlResponse | undefined> =>
  new Promise((resolve, reject) => {
    const call = request({ socketPath: folder.controlSocket, method: 'POST', path: '/' }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () => {
        resolve(JSON.parse(Buffer.concat(pieces).toString('utf8')) as ControlResponse);
      });
    });
    call.on('error', (error: NodeJS.ErrnoException) => {
      const isNobodyThere = error.code === 'ENOENT' || error.code === 'ECONNREFUSED';
      if (isNobodyThere) resolve(undefined);
      else reject(error);
    });
    call.end(JSON.stringify(act));
  });
