import { fromEvent } from 'rxjs';
import { createApi, createAsk } from './api.ts';
import { createAuthorisedRequest } from './authorised-request.ts';
import type { Entrance } from './contract.ts';
import { createDexieStorage } from './dexie-storage.ts';
import { openEntrance, type EntrancePorts } from './entrance.ts';
import { createBrowserEnvironment } from './environment.ts';
import { derivePasswordKeys } from './keys.ts';
import { openWorkerSearch } from './search/open.ts';
import { createSocketOpener } from './web-socket.ts';

export type * from './contract.ts';

/** Opens the entrance to the data of the server at this address; every port may be replaced. */
export const createEntrance = (options: { readonly baseUrl: string } & Partial<EntrancePorts>): Entrance => {
  const { baseUrl, ...ports } = options;
  return openEntrance({
    environment: ports.environment ?? createBrowserEnvironment(),
    api: createApi(baseUrl, (input, init) => fetch(input, init)),
    openSocket: createSocketOpener(baseUrl),
    openRequest: (token) =>
      createAuthorisedRequest(
        createAsk(baseUrl, (input, init) => fetch(input, init)),
        token,
      ),
    openFileApi: async (token) =>
      (await import('./files/desk.ts')).createFileApi(baseUrl, (input, init) => fetch(input, init), token),
    online$: fromEvent(window, 'online'),
    storage: createDexieStorage(),
    multiInstance: true,
    derive: derivePasswordKeys,
    openSearch: openWorkerSearch,
    deviceClass: 'official',
    isSecure: window.isSecureContext,
    ...ports,
  });
};
