// Files that come from outside: opened with the app (launchQueue), or shared with it (the worker keeps those). It leads to the page
// that loads them; all else is the app's.
(function () {
  const SHARED = 'ayni-arrived ' + new URL('./', location.href).pathname;
  let opened = [];

  if ('launchQueue' in window) launchQueue.setConsumer(async ({ files }) => {
    if (!files || !files.length) return;
    // One that can not be opened is told by the app, as it is of any file.
    opened = opened.concat(await Promise.all(files.map(handle => handle.getFile())));
    location.hash = '#/exchange';
    dispatchEvent(new Event('ayni-arrived'));
  });

  async function shared() {
    if (!('caches' in window) || !await caches.has(SHARED)) return [];
    const cache = await caches.open(SHARED);
    return Promise.all((await cache.keys()).map(async place => {
      const kept = await cache.match(place);
      return new File([await kept.blob()], decodeURIComponent(kept.headers.get('x-ayni-name')));
    }));
  }

  // For the app: what has arrived, as long as it was not said to be done (true); nothing where it could not be kept.
  window.ayniArrived = async function (isDone) {
    if (isDone) {
      opened = [];
      if ('caches' in window) await caches.delete(SHARED);
    }
    return isDone ? [] : opened.concat(await shared());
  };
})();
