// Keeps the app at hand without a network: registers the worker, asks it whether all is whole, tries again where it is not, and
// swaps builds when that may be. Plain script, so that a build whose app does not start can be replaced.
//
// It tells the app by attributes of <html>, with the event `ayni-offline` at each change:
//   data-offline   none (this browser or this build keeps nothing) | coming | ready (every kept file was checked) | failed
//   data-kept      the build that is kept
//   data-waiting   a newer build that is whole: it waits, or another page has taken it already; empty where there is none
(function () {
  const page = document.documentElement, build = page.dataset.build, workers = navigator.serviceWorker;
  const here = new URL('./', location.href).href;
  // The build that this tab has taken last: taken twice, it would load the page for ever.
  const TAKEN = 'ayni/taken';
  const FIRST_PAUSE = 10000, LONGEST_PAUSE = 1800000, HOUR = 3600000;
  let registration, looking = Promise.resolve(), next, pause = FIRST_PAUSE, timer, toTryAgain = false, lastLook = Date.now();
  let isTouched = false;

  function tell(what) {
    Object.assign(page.dataset, what);
    const newer = document.getElementById('newer');
    if (newer) newer.hidden = !page.dataset.waiting;
    dispatchEvent(new CustomEvent('ayni-offline'));
  }
  for (const kind of ['pointerdown', 'keydown', 'wheel']) {
    addEventListener(kind, () => { isTouched = true; }, { capture: true, passive: true });
  }
  function isQuiet() { return !isTouched && !isFormOpen(); }
  function isFormOpen() { return /\/(new|edit|next)([/?]|$)/.test(location.hash); }

  // A worker that does not answer is none to rely on.
  function ask(worker, question) {
    return new Promise(resolve => {
      const channel = new MessageChannel();
      channel.port1.onmessage = event => resolve(event.data);
      setTimeout(resolve, 30000, false);
      worker.postMessage(question, [channel.port2]);
    });
  }

  // Has pages come from a build from now on, then loads this one, where that may still be.
  async function take(worker, name, mayLoad) {
    try { sessionStorage.setItem(TAKEN, name); } catch (blocked) {}
    if ((worker.state !== 'installed' || await ask(worker, 'take')) && mayLoad()) location.reload();
  }
  // For the app: uses the newer build now. Not while a form is open, unless nobody can type in it.
  window.ayniTakeUpdate = function (isAppDown) {
    if (isFormOpen() && !isAppDown) return false;
    const worker = registration && registration.waiting;
    if (worker) take(worker, page.dataset.waiting || '', () => isAppDown || !isFormOpen()); else location.reload();
    return true;
  };
  // For the start-up message: is there a newer build?
  window.ayniLook = function () { if (registration) tryAgain(); };

  // A start is the quiet moment for a build that waits, where no other page is in the middle of something and nobody has touched
  // this one yet.
  async function swapAtStart() {
    const found = await workers.getRegistration(), next = found && found.scope === here && found.waiting;
    if (!next || isFormOpen()) return;
    const answer = await ask(next, 'check');
    let taken = answer.build;
    try { taken = sessionStorage.getItem(TAKEN); } catch (blocked) {}
    if (!answer.whole || [build, taken].includes(answer.build)) return;
    // The page that was closed just before may not be gone yet; a slow phone takes seconds for that.
    for (let tries = 0; tries < 40 && isQuiet(); tries++) {
      if (next.state !== 'installed' || await ask(next, 'alone')) return isQuiet() && take(next, answer.build, isQuiet);
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }

  async function keep() {
    try {
      registration = await workers.register('sw.js', { updateViaCache: 'none' });
      registration.onupdatefound = () => watch(registration.installing);
      watch(registration.installing);
      await look();
    } catch (notThere) { failed(); }
  }
  function watch(worker) {
    if (!worker) return;
    let isInstalling = true;
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed') pause = FIRST_PAUSE;
      // Where nothing is kept yet, the look says so and asks again as well.
      if (worker.state === 'redundant' && isInstalling && registration.active) tryLater();
      isInstalling = false;
      look();
    });
  }
  function failed() { tell({ offline: 'failed' }); tryLater(); }

  // What is kept, and whether it is whole. One look after the other, of which the last says how things are; a second that waits
  // would see the same.
  function look() { return next = next || looking.then(lookOnce).catch(failed); }
  async function lookOnce() {
    looking = next;
    next = null;
    const { active, waiting, installing } = registration;
    const kept = active && await ask(active, 'check');
    const newest = waiting && await ask(waiting, 'check');
    const isSwapped = kept && active === workers.controller;
    const newer = newest && newest.whole ? newest.build : isSwapped ? kept.build : '';
    tell({ waiting: newer && newer !== build ? newer : '' });
    const own = newest && newest.whole && newest.build === build ? newest : kept;
    if (kept && kept.whole) tell({ offline: 'ready', kept: own.build });
    else if (!active && (waiting || installing)) tell({ offline: 'coming' });
    else failed();
  }

  function tryLater() {
    toTryAgain = true;
    clearTimeout(timer);
    timer = setTimeout(tryAgain, pause);
    pause = Math.min(3 * pause, LONGEST_PAUSE);
  }
  async function tryAgain() {
    clearTimeout(timer);
    toTryAgain = false;
    lastLook = Date.now();
    if (!registration || !registration.active) return keep();
    try { await registration.update(); } catch (noNetwork) { tryLater(); }
    look();
  }
  function onReturn() {
    if (document.hidden || !(toTryAgain || Date.now() - lastLook > HOUR)) return;
    pause = FIRST_PAUSE;
    tryAgain();
  }

  if (!workers || !build) {
    tell({ offline: 'none' });
    // A page under development must not come from an older build.
    if (workers) workers.getRegistration().then(found => found && found.scope === here && found.unregister(), () => {});
    return;
  }
  tell({ offline: 'coming' });
  swapAtStart().catch(() => {});
  addEventListener('load', keep);
  addEventListener('online', onReturn);
  document.addEventListener('visibilitychange', onReturn);
  workers.addEventListener('controllerchange', () => { if (registration) look(); });
})();
