import type { BrowserWindowConstructorOptions } from 'electron';

/**
 * The window's options. What protects the page is stated although it is Electron's default, so that a test and a reader
 * see it (Electron's security checklist, items 2 to 8).
 */
export const toWindowOptions = (preload: string, serverAddress: string): BrowserWindowConstructorOptions => ({
  width: 1366,
  height: 768,
  minWidth: 360,
  minHeight: 480,
  show: false,
  title: 'Umlauf',
  backgroundColor: '#f7f4ef',
  autoHideMenuBar: true,
  webPreferences: {
    preload,
    additionalArguments: [`--umlauf-server=${serverAddress}`],
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    spellcheck: false,
  },
});
