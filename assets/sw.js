// The service worker: keeps whole builds of the app on the device, so that it starts and works without a network.
//
// The build puts two constants in front: BUILD, its name, and FILES, all its files with their SHA-256. What must hold:
// * A build is taken in whole, each file checked by its hash, or not at all. The one in use stays until then.
// * Nothing is swapped by itself: a new build waits until a page asks for it ("take"). From then on pages come from it, whichever
//   worker is in use: Chromium may leave the newer one waiting for minutes, and a worker that ends while a page is loading loses
//   files of it. The newer worker comes into use when all pages are closed.
// * A page gets its files from the build that its HTML came from. The build's name stands in the names of its files; the few
//   files without one are asked for with it (`example.jsonl?<build>`).
// * Only what belongs to the app is touched: GET, this origin, this folder. A script or module is never answered with HTML.
// * The one POST that is touched is what another app shares with this one. It goes nowhere: its files are kept here until the
//   app has read them (ui/browser/arrived.rs).
'use strict';

const SCOPE = new URL(registration.scope);
// Several copies may live in folders of one host: the folder is part of the name. It has no spaces.
const OURS = `ayni ${SCOPE.pathname} `;
const CACHE = OURS + BUILD;
const PAGE = 'index.html';
// Holds the name of the build that pages come from, where that is not the worker's own.
const CHOSEN = `ayni-chosen ${SCOPE.pathname}`;
// In a kept answer: the hash of what it holds.
const HASH = 'x-ayni-hash';
// In the cache of a build: the how manieth build it was that this device used.
const TURN = '.turn';

addEventListener('install', event => event.waitUntil(install()));
addEventListener('activate', event => event.waitUntil(activate()));
addEventListener('message', event => event.waitUntil(obey(event)));
addEventListener('fetch', event => {
  if (isShared(event.request)) return event.respondWith(receive(event.request));
  const name = nameOf(event.request);
  if (name === undefined) return;
  if (Object.hasOwn(FILES, name)) event.respondWith(file(name, new URL(event.request.url).search.slice(1)));
  else if (/\.(js|wasm)$/.test(name)) event.respondWith(older(name, event.request));
});

// What a request asks for, from this folder on; nothing where it is none of the app's matters.
function nameOf({ method, mode, url }) {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== SCOPE.origin || !pathname.startsWith(SCOPE.pathname)) return;
  const name = decoded(pathname.slice(SCOPE.pathname.length)) || PAGE;
  // Whoever opens the worker itself, or a picture, in a tab of its own, is no visitor of the app.
  return mode === 'navigate' && name !== PAGE ? undefined : name;
}

function decoded(path) {
  try { return decodeURIComponent(path); } catch { return path; }
}

// A file of this build, or of another one that a page asks for by the build's name.
async function file(name, build) {
  if (name === PAGE) build = await chosen();
  if (build && build !== BUILD && await caches.has(OURS + build)) {
    const kept = await keptIn(OURS + build, name);
    if (kept) return kept;
  }
  const kept = await keptIn(CACHE, name);
  if (kept) return kept;
  try {
    return await put(await caches.open(CACHE), name, await fetched(name));
  } catch {
    // Of the page that went lost here, an older build still has its own.
    return await inAny(name) ?? Response.error();
  }
}

// A file of the build before, for a page that stayed open; else the network's business, as long as it is no page.
async function older(name, request) {
  const kept = await inAny(name);
  if (kept) return kept;
  const answer = await fetch(request);
  return /html/.test(answer.headers.get('content-type') ?? '') ? Response.error() : answer;
}

async function keptIn(cache, name) {
  return (await caches.open(cache)).match(address(name), { ignoreVary: true });
}

async function inAny(name) {
  for (const cache of (await ours()).reverse()) {
    const kept = await keptIn(cache, name);
    if (kept) return kept;
  }
}

// Hosts lead from index.html to the folder, so the page is asked for as the folder.
function address(name) {
  return new URL(name === PAGE ? './' : name.split('/').map(encodeURIComponent).join('/'), SCOPE).href;
}

async function ours() {
  return (await caches.keys()).filter(name => name.startsWith(OURS));
}

// Takes the build in. What was held before, by an install that was cut, is not given up for one that fails.
async function install() {
  const before = await caches.has(CACHE);
  try {
    const held = await contents();
    const cache = await caches.open(CACHE);
    for (const name of Object.keys(FILES)) {
      if (await whole(await cache.match(address(name)), name)) continue;
      await put(cache, name, await whole(held.get(FILES[name])?.clone(), name) ?? await fetched(name));
    }
  } catch (reason) {
    if (!before) await caches.delete(CACHE);
    throw reason;
  }
}

// What all our builds hold, by hash: people pay per megabyte, so nothing comes twice.
async function contents() {
  const found = new Map();
  for (const name of await ours()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const kept = await cache.match(request);
      found.set(kept.headers.get(HASH), kept);
    }
  }
  return found;
}

// From the network, checked. What a cache on the way got wrong is asked for once more, past all caches.
async function fetched(name) {
  for (const cache of ['default', 'reload']) {
    const answer = await fetch(address(name), { cache, redirect: 'error' });
    const right = answer.ok && await whole(answer, name);
    if (right) return right;
  }
  throw new Error(`${name} did not come as it was built`);
}

// The answer, if it holds what the list says.
async function whole(answer, name) {
  if (!answer) return;
  const bytes = await answer.arrayBuffer();
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  const text = [...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('');
  if (text !== FILES[name]) return;
  const headers = { [HASH]: text };
  for (const header of ['content-type', 'content-security-policy']) {
    if (answer.headers.has(header)) headers[header] = answer.headers.get(header);
  }
  return new Response(bytes, { headers });
}

async function put(cache, name, answer) {
  await cache.put(address(name), answer.clone());
  return answer;
}

// Whether another app shares something with this one (share_target in the manifest).
function isShared({ method, url }) { return method === 'POST' && url === address('share-target'); }

// Keeps what was shared, whatever its names, and leads to the page that loads it. All of it or nothing.
async function receive(request) {
  const kept = [];
  const cache = await caches.open(`ayni-arrived ${SCOPE.pathname}`);
  try {
    const form = await request.formData();
    let things = form.getAll('files').filter(file => typeof file !== 'string');
    // A message may hold a whole file as its text.
    if (!things.length) things = [form.get('text')].filter(text => text).map(text => new File([text], 'compartido.txt'));
    for (const [number, file] of things.entries()) {
      const place = address(`.arrived/${Date.now()}-${number}`);
      kept.push(place);
      await cache.put(place, new Response(file, { headers: { 'x-ayni-name': encodeURIComponent(file.name) } }));
    }
    return Response.redirect(`${SCOPE.href}#/exchange`, 303);
  } catch {
    for (const place of kept) await cache.delete(place);
    return Response.redirect(`${SCOPE.href}?share=failed#/exchange`, 303);
  }
}

// The builds whose workers were in use, the last one first.
async function byTurn() {
  const turns = {};
  for (const name of await ours()) turns[name] = await turnOf(name);
  return Object.keys(turns).filter(name => turns[name]).sort((one, other) => turns[other] - turns[one]);
}
async function turnOf(name) {
  return Number(name && await (await keptIn(name, TURN))?.text() || 0);
}

// This build is in use now. The one before stays for pages that are still open; what is older goes.
async function activate() {
  const before = (await byTurn()).find(name => name !== CACHE);
  const turn = 1 + await turnOf(before);
  await put(await caches.open(CACHE), TURN, new Response(String(turn)));
  for (const name of await ours()) {
    if (name !== CACHE && name !== before) await caches.delete(name);
  }
  await caches.delete(CHOSEN);
  // The very first build covers the page that brought it; any later one waits for pages to ask.
  if (turn === 1) await clients.claim();
}

async function obey({ data, ports: [port] }) {
  if (data === 'take') port?.postMessage(await choose());
  if (data === 'check') port?.postMessage({ build: BUILD, whole: await check() });
  if (data === 'alone') {
    const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
    port?.postMessage(pages.filter(page => nameOf({ method: 'GET', url: page.url }) === PAGE).length <= 1);
  }
}

// The build that a page asked for.
async function chosen() { return (await caches.match(address(PAGE), { cacheName: CHOSEN }))?.text(); }

// From now on pages come from this build. What is neither in use nor was chosen before goes, but not under an install's feet.
async function choose() {
  const [before, active] = [await chosen(), (await byTurn())[0]];
  for (const name of registration.installing ? [] : await ours()) {
    if (![CACHE, OURS + before, active].includes(name)) await caches.delete(name);
  }
  try {
    await (await caches.open(CHOSEN)).put(address(PAGE), new Response(BUILD));
  } catch {
    // A device so full that it can not note this: then the worker itself comes into use, which may take its time.
    await skipWaiting();
  }
  return true;
}

// Looks at every file of this build, and fetches anew what is missing or damaged. A worker that was taken away brings nothing
// back.
async function check() {
  if (isOver()) return false;
  const cache = await caches.open(CACHE);
  for (const name of Object.keys(FILES)) {
    try {
      if (!await whole(await cache.match(address(name)), name)) await put(cache, name, await fetched(name));
    } catch {
      return false;
    }
  }
  return true;
}

function isOver() { return self.serviceWorker?.state === 'redundant'; }
