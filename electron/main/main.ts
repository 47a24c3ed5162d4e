import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, protocol, session, shell } from 'electron';
import { DESKTOP_ORIGIN } from '../../renderer/platform/desktop-contract.ts';
import { SCHEME, toAsset } from './scheme/assets.ts';
import { toContentPolicy } from './security/content-policy.ts';
import { isForBrowser, isInside, isPermitted } from './security/navigation.ts';
import { toServerAddress } from './security/server-address.ts';
import { toWindowOptions } from './windows/main-window.ts';

/** The thinnest honest shell: one window on the client's own files, which speaks with one server. */
const clientFolder = path.join(__dirname, '..', 'renderer');
const preload = path.join(__dirname, 'preload.cjs');

protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);

const serveClient = (serverAddress: string): void => {
  session.defaultSession.protocol.handle(SCHEME, async (request) => {
    const asset = toAsset(request.url, clientFolder);
    if (asset === undefined) return new Response(null, { status: 404 });
    const bytes = await readFile(asset.file).catch(() => undefined);
    if (bytes === undefined) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': asset.type,
        'content-security-policy': toContentPolicy(serverAddress),
        'x-content-type-options': 'nosniff',
      },
    });
  });
};

const guardSession = (): void => {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(isPermitted(permission, details.requestingUrl));
  });
  session.defaultSession.setPermissionCheckHandler((_contents, permission, origin) =>
    isPermitted(permission, origin),
  );
};

const guardContents = (): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isInside(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (isForBrowser(url)) void shell.openExternal(url);
      return { action: 'deny' };
    });
  });
};

const openWindow = async (serverAddress: string): Promise<void> => {
  const window = new BrowserWindow(toWindowOptions(preload, serverAddress));
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${DESKTOP_ORIGIN}/`);
};

const start = async (): Promise<void> => {
  const serverAddress = toServerAddress(process.argv);
  if (serverAddress === undefined) {
    console.error('Umlauf: keine gültige Serveradresse. Aufruf: --server=https://server.schule.example');
    app.exit(2);
    return;
  }
  await app.whenReady();
  serveClient(serverAddress);
  guardSession();
  guardContents();
  await openWindow(serverAddress);
};

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  void start();
} else {
  app.quit();
}
