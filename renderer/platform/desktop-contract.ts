/**
 * What the desktop shell offers the page: the one typed contract between the two. The page finds it as
 * `globalThis.umlaufDesktop`; in a browser it is absent. Adding a member here without its counterpart in
 * `electron/preload` does not compile.
 */
export interface DesktopContract {
  /** The address of the school's server, for example `http://127.0.0.1:4400`. */
  readonly serverAddress: string;
  readonly platform: 'windows' | 'mac' | 'linux';
}

/** The name under which the preload script exposes the contract. */
export const DESKTOP_CONTRACT_NAME = 'umlaufDesktop';

/** The origin of the page in the desktop program; the server accepts it beside its own. */
export const DESKTOP_ORIGIN = 'umlauf-app://client';
