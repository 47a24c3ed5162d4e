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
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
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
  else if (SHELL.includes(url.pathname)) event.respondWith(answer(url.pathname, request));
});

/** From the cache of this version, so that page and scripts always belong together; else from the server. */
const answer = async (path, request) => {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
};
