// The page's side of the service worker: installs it, tells of a new version, and removes it where the host no longer
// has one. `cargo xtask serve` and the page in one file have none.
import { isSingle } from './delivery.js';

const HOUR = 3_600_000;
let waiting;

/** Keeps the page for visits without a network; `onNewVersion` is called when another one is ready to be opened. */
export function keepOffline(onNewVersion) {
  if (import.meta.env.DEV || isSingle() || !navigator.serviceWorker) return;
  follow(onNewVersion).catch(() => {
    // A browser may forbid it: then the page needs the network, as any page does.
  });
}

/** Opens the new version; the address stays. */
export function openNewVersion() {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
  if (waiting?.state === 'installed') waiting.postMessage('take over');
  else location.reload();
}

async function follow(onNewVersion) {
  if (await isUnwanted()) return free(onNewVersion);
  const { serviceWorker } = navigator;
  const hadOne = Boolean(serviceWorker.controller);
  const registration = await serviceWorker.register('./sw.js', { updateViaCache: 'none' });
  const offer = (worker) => {
    waiting = worker;
    onNewVersion();
  };
  const watch = (worker) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && serviceWorker.controller) offer(worker);
    });
  if (registration?.waiting && hadOne) offer(registration.waiting);
  watch(registration?.installing);
  registration?.addEventListener('updatefound', () => watch(registration.installing));
  // Another tab has opened the new version: this one still runs the old.
  if (hadOne) serviceWorker.addEventListener('controllerchange', onNewVersion, { once: true });
  // A page on a wall stays open for weeks.
  setInterval(() => registration?.update().catch(() => {}), HOUR);
}

// Whether the host has switched it off (host.json) or removed the worker's file. Without an answer, it has not.
async function isUnwanted() {
  const ask = (name) => fetch(name, { cache: 'no-store' }).catch(() => undefined);
  const [host, worker] = await Promise.all([ask('./host.json'), ask('./sw.js')]);
  // Read to its end, or the browser would call it broken off.
  await worker?.text().catch(() => {});
  const choices = host?.ok ? await host.json().catch(() => ({})) : {};
  return choices?.offline === false || [404, 410].includes(worker?.status);
}

// A worker that the host no longer has would go on showing what it keeps for ever.
async function free(onNewVersion) {
  const registration = await navigator.serviceWorker.getRegistration('./');
  if (!registration) return;
  await registration.unregister();
  const kept = await caches.keys();
  await Promise.all(kept.filter((name) => name.startsWith(`${registration.scope} `)).map((name) => caches.delete(name)));
  onNewVersion();
}
