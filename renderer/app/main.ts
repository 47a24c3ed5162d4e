import '#renderer/ui/style.css';
import { mount } from 'svelte';
import { findDesktop, toServerAddress } from '#renderer/platform/desktop.ts';
import { basePath } from '#renderer/ui/base-path.ts';
import { createEntrance } from '#renderer/replica/index.ts';
import App from './App.svelte';
import { toDeviceName } from './devices/device-name.ts';
import { applyPreferences, deviceClass } from './preferences.ts';
import Screens from './screens/Screens.svelte';
import { createSession } from './session.svelte.ts';
import { createShell } from './shell/shell.svelte.ts';

applyPreferences();

const inBrowser = findDesktop() === undefined;
const device = deviceClass(inBrowser ? 'private' : 'official');
const session = createSession(
  createEntrance({
    baseUrl: toServerAddress(basePath()),
    deviceClass: device,
    deviceName: toDeviceName(navigator.userAgent),
  }),
  device,
);
// The desktop program brings its own files; only a browser keeps them in a service worker.
const shell = createShell(inBrowser ? navigator.serviceWorker : undefined);
const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no place for the app');
mount(App, { target, props: { session, shell, screens: Screens } });
