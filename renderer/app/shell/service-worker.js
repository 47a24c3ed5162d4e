/* global SHELL, VERSION, self, caches, fetch, URL */
/**
 * Keeps the hashed shell of the client, so that it opens without the server; never data (D13). `SHELL` and `VERSION`
 * are written in front of this file by the build. A new version waits until somebody presses "Neu laden".
 */
const CACHE = `umlauf-shell-${VERSION}`;
const PAGE = '/index.html';

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
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/'))
    return;
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
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
};
