// Before the app: picks the language of the waiting frame, and says in plain words when the app can not come up, or has stopped.
// Plain old script on purpose: it has to run in the very browsers that can not run the app.
(function () {
  var page = document.documentElement, language = navigator.language || 'es', settings, ways;
  try {
    settings = localStorage.getItem('ayni/settings');
    language = JSON.parse(settings).language || language;
  } catch (blockedOrNew) {}
  page.lang = /^en/i.test(language) ? 'en' : 'es';

  // Shows a message, with what one can do about it. There is one set of buttons: it goes to the message that is shown.
  function tell(id) {
    var message = document.getElementById(id), isNew = settings === null;
    ways = ways || document.getElementById('ways');
    message.appendChild(ways);
    ways.hidden = message.hidden = false;
    document.getElementById('newer').hidden = !page.getAttribute('data-waiting');
    // Who opens the address for the first time, in a browser that can not run it, has nothing to save.
    document.getElementById('save-all').hidden = !window.ayniSaveAll || (isNew && id === 'no-wasm');
  }
  function show(id) {
    var frame = document.getElementById('frame');
    // The app is up, or something more telling is shown already.
    if (!frame || !document.getElementById('ways') || frame.querySelector('[role=alert]:not([hidden])')) return;
    frame.querySelector('.waiting').hidden = true;
    tell(id);
  }
  function notUp() {
    show('not-up');
    // A newer build may be better (offline.js).
    if (window.ayniLook) window.ayniLook();
  }

  // After a trap nothing in the page answers any more, whatever it looks like.
  function stopped() {
    var dialog = document.getElementById('stopped'), title = 'stopped-' + page.lang;
    if (!dialog || !dialog.hidden || document.getElementById('frame')) return;
    tell('stopped');
    dialog.setAttribute('aria-labelledby', title);
    dialog.setAttribute('aria-describedby', title + '-more');
    // Above other dialogs too; the browser keeps the rest of the page from being used.
    if (dialog.showModal) dialog.showModal(); else document.getElementById('app').hidden = true;
    document.getElementById(title).focus();
  }
  function isTrap(error) { return typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError; }
  function fail(error) {
    if (isTrap(error)) stopped();
    notUp();
  }

  document.addEventListener('DOMContentLoaded', function () {
    document.getElementById('reload').onclick = function () {
      if (window.ayniTakeUpdate) window.ayniTakeUpdate(true); else location.reload();
    };
    // Escape would lead back to a page that does not answer.
    document.getElementById('stopped').onclose = function () { this.showModal(); };
    if (typeof WebAssembly !== 'object') show('no-wasm');
  });
  // A script that did not arrive, a start that failed, or no app after 15 seconds. A trap at any time.
  addEventListener('error', function (event) {
    if (isTrap(event.error) || (event.target && event.target.tagName === 'SCRIPT')) fail(event.error);
  }, true);
  addEventListener('unhandledrejection', function (event) { fail(event.reason); });
  setTimeout(notUp, 15000);
})();
