import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Opens the client and says which one and why: the program window where there is an Electron, else the browser. */
export const openClient = (root: string, address: string): string => {
  const hasScreen =
    process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  if (!hasScreen) return `Hier ist kein Bildschirm: Öffnen Sie ${address} im Browser.`;
  const electron = findElectron(root);
  const shell = path.join(root, 'dist', 'electron', 'main.cjs');
  if (electron !== undefined && existsSync(shell) && !isRoot()) {
    start(electron, [root, `--server=${address}`]);
    return 'Das Programmfenster wird geöffnet (Electron ist installiert).';
  }
  const why =
    electron === undefined
      ? 'Electron ist nicht installiert'
      : isRoot()
        ? 'Electron startet nicht als root'
        : 'das Programmfenster ist nicht gebaut';
  const browser = findBrowserCommand(address);
  if (browser === undefined)
    return `Öffnen Sie ${address} im Browser (${why}, ein Browser wurde nicht gefunden).`;
  start(browser.command, browser.args);
  return `Der Browser wird geöffnet (${why}).`;
};

/** The Electron binary, if it lies where its package or the environment says; nothing is fetched here. */
export const findElectron = (root: string): string | undefined => {
  const folder = path.join(root, 'node_modules', 'electron');
  const pathFile = path.join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const binary = path.join(override ?? path.join(folder, 'dist'), name);
  return existsSync(binary) ? binary : undefined;
};

const isRoot = (): boolean => process.getuid?.() === 0;

const findBrowserCommand = (address: string): { command: string; args: string[] } | undefined => {
  if (process.platform === 'darwin') return { command: 'open', args: [address] };
  if (process.platform === 'win32') return { command: 'cmd', args: ['/c', 'start', '', address] };
  const hasOpener = spawnSync('xdg-open', ['--version'], { stdio: 'ignore' }).error === undefined;
  return hasOpener ? { command: 'xdg-open', args: [address] } : undefined;
};

const start = (command: string, args: readonly string[]): void => {
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
};
