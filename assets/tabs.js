// What several tabs and the browser have to do with each other. Plain script, because both may come before the app is up.
(function () {
  // The browser's offer to install the app comes once; the app makes use of it on the page that speaks of it.
  addEventListener('beforeinstallprompt', function (event) {
    event.preventDefault();
    window.ayniInstall = event;
  });

  // Which record is open in a form: held as a lock of the browser's, which lets go by itself when a tab dies. Who does not get
  // it says so (data-elsewhere), and waits for it.
  var letGo = function () {}, turn = 0;
  window.ayniOpen = function (record) {
    var mine = ++turn, free = letGo;
    letGo = function () {};
    free();
    tell('');
    if (!record || !navigator.locks) return;
    var name = 'ayni/' + location.pathname + record;
    function hold() {
      if (mine !== turn) return;
      tell('');
      return new Promise(function (done) { letGo = done; });
    }
    navigator.locks.request(name, { ifAvailable: true }, function (lock) {
      if (lock) return hold();
      if (mine !== turn) return;
      tell(record);
      navigator.locks.request(name, hold).catch(function () {});
    }).catch(function () {});
  };
  function tell(record) {
    document.documentElement.setAttribute('data-elsewhere', record);
    dispatchEvent(new Event('ayni-elsewhere'));
  }
})();
