// R14 LQ6. Keeps what Help needs without a connection: the empty page, Help, and the host's help lines. Everything kept is the same
// for everybody and is asked for without cookies; no answer of a door, nobody's words. Leave quickly clears it (Clear-Site-Data).
// The build writes the list of files in; a new build is a new list, and the browser fetches this file anew.
const FILES = ['FILES'];
const LINES = '/help-lines.json';
const KEPT = 'help';
/** Addresses that are not the page: the doors, the way out. */
const NOT_A_PAGE = /^\/(api|left|healthz|live|yjs)(\/|$)/;

const fetched = (path) => fetch(new Request(path, { credentials: 'omit', cache: 'no-cache' }));

async function keep() {
  const cache = await caches.open(KEPT);
  for (const path of [...FILES, LINES]) {
    const response = await fetched(path);
    if (!response.ok) throw new Error(`${path} did not come.`);
    await cache.put(path, response);
  }
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== LINES && !FILES.includes(pathname)) await cache.delete(url);
  }
}

async function kept(path, fault) {
  const response = await (await caches.open(KEPT)).match(path);
  if (!response) throw fault;
  return response;
}

/** The host's lines are kept as they were read last. */
async function lines(request) {
  try {
    const response = await fetch(request);
    if (response.ok) await (await caches.open(KEPT)).put(LINES, response.clone());
    return response;
  } catch (fault) {
    return kept(LINES, fault);
  }
}

addEventListener('install', (event) => event.waitUntil(keep().then(() => skipWaiting())));

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || NOT_A_PAGE.test(pathname)) return;
  const path = request.mode === 'navigate' ? '/' : pathname;
  if (path !== LINES && !FILES.includes(path)) return;
  event.respondWith(path === LINES ? lines(request) : fetch(request).catch((fault) => kept(path, fault)));
});
