// Files that are opened with the app. They may come before the app is up, which is led to the page that takes them.
(function () {
  window.ayniOpened = [];
  if ('launchQueue' in window) launchQueue.setConsumer(async ({ files }) => {
    for (const handle of files) ayniOpened.push(await handle.getFile());
    if (!files.length) return;
    location.hash = '#/exchange';
    dispatchEvent(new Event('ayni-arrived'));
  });
})();
