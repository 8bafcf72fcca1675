// Before the app: picks the language of the waiting frame, and says in plain words when the app can not come up.
// Plain old script on purpose: it has to run in the very browsers that can not run the app.
(function () {
  var page = document.documentElement, language = navigator.language || 'es';
  try { language = JSON.parse(localStorage.getItem('ayni/settings')).language || language; } catch (blockedOrNew) {}
  page.lang = /^en/i.test(language) ? 'en' : 'es';

  function show(id) {
    var frame = document.getElementById('frame'), message = document.getElementById(id);
    // The app is up, or something more telling is shown already.
    if (!frame || !message || frame.querySelector('[role=alert]:not([hidden])')) return;
    frame.querySelector('.waiting').hidden = true;
    message.hidden = false;
  }
  function notUp() {
    show('not-up');
    // A newer build may be better (offline.js).
    if (window.ayniLook) window.ayniLook();
  }

  document.addEventListener('DOMContentLoaded', function () {
    document.getElementById('reload').onclick = function () {
      if (window.ayniTakeUpdate) window.ayniTakeUpdate(true); else location.reload();
    };
    if (typeof WebAssembly !== 'object') show('no-wasm');
  });
  // A script that did not arrive, a start that failed, or no app after 15 seconds.
  addEventListener('error', function (event) { if (event.target && event.target.tagName === 'SCRIPT') notUp(); }, true);
  addEventListener('unhandledrejection', notUp);
  setTimeout(notUp, 15000);
})();
