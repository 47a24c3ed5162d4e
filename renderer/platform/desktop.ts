import { DESKTOP_CONTRACT_NAME, type DesktopContract } from './desktop-contract.ts';

/** The desktop shell around this page, or undefined in a browser. */
export const findDesktop = (): DesktopContract | undefined => {
  const candidate: unknown = Reflect.get(globalThis, DESKTOP_CONTRACT_NAME);
  return isContract(candidate) ? candidate : undefined;
};

/** Where the server is: told by the desktop shell, otherwise whoever served this page, under this path. */
export const toServerAddress = (base: string): string =>
  findDesktop()?.serverAddress ?? location.origin + base;

const isContract = (candidate: unknown): candidate is DesktopContract =>
  typeof candidate === 'object' &&
  candidate !== null &&
  'serverAddress' in candidate &&
  typeof candidate.serverAddress === 'string';
