import path from 'node:path';

/** The name of the scheme under which the client's files are served. */
export const SCHEME = 'umlauf-app';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
};

/**
 * The file behind an address of the client, and its type. Every address without an ending is a route of the client and
 * gets the page itself; what leads out of the folder is undefined.
 */
export const toAsset = (address: string, folder: string): { file: string; type: string } | undefined => {
  const decoded = decode(new URL(address).pathname);
  if (decoded === undefined || decoded.includes('\0') || decoded.includes('\\')) return undefined;
  const ending = path.posix.extname(decoded);
  if (ending === '') return { file: path.join(folder, 'index.html'), type: TYPES['.html'] ?? '' };
  const file = path.join(folder, decoded);
  const type = TYPES[ending];
  return type === undefined || !file.startsWith(folder + path.sep) ? undefined : { file, type };
};

const decode = (pathname: string): string | undefined => {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
};
