// Keeps the whole program for the time without a network.
//
// The build fills in its id and the list of its files. Each build has a cache of its own, filled completely before it
// is used. A new version waits, whatever happens, until the page says that the person wants it: a page that is open
// goes on with the files it was started with.

'use strict';

const BUILD = 'BUILD_ID';
const FILES = ['FILE_LIST'];

const PREFIX = 'kontor-';
const CACHE = PREFIX + BUILD;

const urlOf = (file) => new URL(file, self.registration.scope).href;
const PAGE = urlOf('index.html');
const OURS = new Set(FILES.map(urlOf));

self.addEventListener('install', (event) => {
  // `reload` passes by the browser's own cache, which may hold files of an older build under the same names.
  const requests = [...OURS].map((url) => new Request(url, { cache: 'reload' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

async function forgetOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

// Said by the page when the person has accepted the new version. The page reloads on `controllerchange`.
self.addEventListener('message', (event) => {
  if (event.data && event.data.type === 'take-over') {
    self.skipWaiting();
  }
});

self.addEventListener('fetch', (event) => {
  const url = fileFor(event.request);
  if (url) {
    event.respondWith(fromCache(url, event.request));
  }
});

// The file of ours that answers a request; nothing for requests that are none of our business.
function fileFor(request) {
  if (request.method !== 'GET') {
    return undefined;
  }
  const url = new URL(request.url);
  url.hash = '';
  if (OURS.has(url.href)) {
    return url.href;
  }
  // The page itself is asked for by the folder's name, perhaps with a query. Anything else below the folder is not
  // ours to answer.
  url.search = '';
  return request.mode === 'navigate' && url.href === self.registration.scope ? PAGE : undefined;
}

async function fromCache(url, request) {
  const cache = await caches.open(CACHE);
  // A browser short of space may have thrown the cache away.
  return (await cache.match(url)) || fetch(request);
}
