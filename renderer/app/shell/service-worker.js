/* global SHELL, VERSION, self, caches, fetch, URL */
/**
 * Keeps the hashed shell of the client, so that it opens without the server; never data (D13). `SHELL` and `VERSION`
 * are written in front of this file by the build. A new version waits until somebody presses "Neu laden".
 */
/** Behind a proxy the client lies under a path, and others may live beside it. */
const BASE = new URL('./', self.location.href).pathname;
const CACHES = `umlauf-shell-${BASE}-`;
const CACHE = CACHES + VERSION;
const PAGE = `${BASE}index.html`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOld().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = url.origin === self.location.origin && url.pathname.startsWith(BASE);
  if (request.method !== 'GET' || !isOurs || url.pathname.startsWith(`${BASE}api/`)) return;
  if (request.mode === 'navigate') event.respondWith(answer(PAGE, request));
  else event.respondWith(answer(url.pathname, request));
});

/** From the cache of this version, so that page and scripts always belong together; else an older one; else the server. */
const answer = async (path, request) => {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? (await caches.match(path)) ?? fetch(request);
};

/** Other tabs still show the page of an older version, whose files the server has no more: those stay as long. */
const forgetOld = async () => {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (tabs.length > 1) return;
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(CACHES) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
};
