// The way out: put in the place of `sw.js` on the host, it takes the worker away from every device that comes by. The app then
// comes from the network alone. What people recorded is not touched: it lies in other stores.
'use strict';

const OURS = `ayni ${new URL(registration.scope).pathname} `;

addEventListener('install', () => skipWaiting());
// Pages ask whether all is kept: nothing is.
addEventListener('message', ({ ports: [port] }) => {
  port?.postMessage({});
  skipWaiting();
});
addEventListener('activate', event => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS)) await caches.delete(name);
  }
  await registration.unregister();
}
