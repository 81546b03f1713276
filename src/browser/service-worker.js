// Keeps the page for visits without a network. The build writes two constants before this text: VERSION, which changes
// with every file of the page, and FILES, their names ('' is the page itself). A version is kept whole or not at all, and
// takes over when the visitor says so; what the host may change at any time is asked for anew, and kept for when there is
// no answer.
/* global VERSION, FILES */

const SCOPE = registration.scope;
// Several copies of the page on one host each have caches of their own.
const CACHE = `${SCOPE} ${VERSION}`;
const HOSTS_OWN = `${SCOPE} data`;
// How long a host may take to answer where an earlier answer is kept.
const PATIENCE = 4000;

addEventListener('install', (event) => event.waitUntil(Promise.all([keepAll(), keepHostsOwn()])));
addEventListener('activate', (event) => event.waitUntil(forgetOld().then(() => clients.claim())));
addEventListener('message', ({ data }) => data === 'take over' && skipWaiting());

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  if (request.method !== 'GET' || !address.startsWith(SCOPE)) return;
  const name = address.slice(SCOPE.length).replace(/^index\.html$/, '');
  if (FILES.includes(name)) event.respondWith(kept(name, request));
  else if (name === 'host.json' || name.startsWith('data/')) event.respondWith(newest(request));
  // A tab that still runs the version before this one may yet need a part of it.
  else if (name.startsWith('assets/')) event.respondWith(caches.match(address).then((found) => found ?? fetch(request)));
});

// Fails when one file cannot be had: then the version before goes on, and the next visit tries again.
async function keepAll() {
  const cache = await caches.open(CACHE);
  await Promise.all(FILES.map((name) => keep(cache, name)));
}

async function keep(cache, name) {
  // The names of these files change with their content: what is kept already, by whichever version, is the same.
  const lasting = name.startsWith('assets/');
  const known = lasting && (await caches.match(SCOPE + name));
  const response = known || (await fetch(SCOPE + name, { cache: lasting ? 'default' : 'reload' }));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  if (name === '') await mustBelong(await response.clone().text());
  await cache.put(SCOPE + name, response);
}

// A host may be halfway through an upload: the page must ask for nothing that is not of this version.
function mustBelong(html) {
  const asked = html.match(/\bassets\/[\w.-]+/g) ?? [];
  const strange = asked.filter((name) => !FILES.includes(name));
  if (asked.length === 0 || strange.length > 0) throw new Error(`a page of another version: ${strange}`);
}

// The first visit has asked for these before this worker was there. That one is missing stops nothing.
async function keepHostsOwn() {
  const ask = (name) => newest(new Request(SCOPE + name)).catch(() => undefined);
  const [index] = await Promise.all([ask('data/index.json'), ask('host.json')]);
  const files = await index?.json().then(({ files }) => files).catch(() => undefined);
  await Promise.all((Array.isArray(files) ? files : []).map(({ file }) => ask(`data/${file}`)));
}

// The version before this one stays, for tabs that still run it.
async function forgetOld() {
  const versions = (await caches.keys()).filter((name) => name.startsWith(`${SCOPE} `) && name !== HOSTS_OWN);
  const old = versions.filter((name) => name !== CACHE).slice(0, -1);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function kept(name, request) {
  // The browser may have thrown the cache away.
  return (await (await caches.open(CACHE)).match(SCOPE + name)) ?? fetch(request);
}

async function newest(request) {
  const cache = await caches.open(HOSTS_OWN);
  const before = await cache.match(request);
  const answer = fetch(request).then(async (response) => {
    if (response.ok) await cache.put(request, response.clone());
    else if (response.status === 404 || response.status === 410) await cache.delete(request);
    return response;
  });
  if (!before) return answer;
  const tired = new Promise((done) => setTimeout(done, PATIENCE, before));
  return Promise.race([answer.catch(() => before), tired]);
}
