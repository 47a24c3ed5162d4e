import { DESKTOP_ORIGIN } from '../../../renderer/platform/desktop-contract.ts';

/** Whether the window may go there: only within the client itself. */
export const isInside = (address: string): boolean => {
  const url = parse(address);
  return url !== undefined && `${url.protocol}//${url.host}` === DESKTOP_ORIGIN;
};

/** Whether a link may be handed to the system's browser: web pages only, never files, scripts or other programs. */
export const isForBrowser = (address: string): boolean => {
  const url = parse(address);
  return url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '';
};

/** Without the last three Chromium does not let the page reach a server on this machine or in the school's network. */
const PERMITTED = ['notifications', 'local-network-access', 'local-network', 'loopback-network'];

/** Whether the page may have a permission: these, for our own origin; nothing else (D18). */
export const isPermitted = (permission: string, origin: string): boolean =>
  PERMITTED.includes(permission) && isInside(origin);

const parse = (address: string): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined);
