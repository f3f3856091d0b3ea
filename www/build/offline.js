// The service worker: the page, its lessons and its reference go on without a network.
// finish.mjs puts in the version and the files of the build.
//
// Files with a hash in their names never change: they come from the cache. All others come from the server, as long
// as it answers soon, so that a new build is seen at once; without it, from the cache, in which everything is of one
// build. A worker of a new build waits until no page of the old one is open.
const VERSION = "%VERSION%";
const FILES = ["%FILES%"];
const HASHED = /-[0-9a-f]{12,}(_bg)?\.(js|wasm|css|svg)$/;
const PATIENCE_MS = 3000;

const here = new URL("./", self.location.href);
const PREFIX = `iam-sandbox ${here.pathname} `;
const NAME = PREFIX + VERSION;
const known = new Set(FILES.map((file) => new URL(file, here).href));

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(clean()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  url.search = "";
  url.hash = "";
  if (url.href === new URL("index.html", here).href) url.pathname = here.pathname;
  if (event.request.method !== "GET" || !known.has(url.href)) return;
  event.respondWith(HASHED.test(url.pathname) ? cached(url, event.request) : fresh(url, event.request));
});

async function fill() {
  const cache = await caches.open(NAME);
  const request = (file) => new Request(file, HASHED.test(file) ? {} : { cache: "no-cache" });
  await cache.addAll(FILES.map(request));
}

// Other pages of the same server have their caches too.
async function clean() {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(url) {
  return (await caches.open(NAME)).match(url.href);
}

async function cached(url, request) {
  return (await kept(url)) ?? fetch(request);
}

async function fresh(url, request) {
  const answer = fetch(request).catch(() => undefined);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const soon = await Promise.race([answer, late]);
  if (soon?.ok) return soon;
  return (await kept(url)) ?? (await answer) ?? Response.error();
}
