// Room set aside while there is plenty, to be given up when a Save finds none: photos fill a phone, notes must still fit in.
(function () {
  const NAME = 'ayni-ballast', FILE = 'ballast', SIZE = 1 << 20, PLENTY = 20 << 20;

  // Fills it where there is none (true: it is there), or empties it (true: there was some).
  window.ayniBallast = async function (isFilled) {
    try {
      if (!isFilled) {
        // What is in it first: of a whole cache that goes, Chromium counts the bytes a while longer.
        const freed = await (await caches.open(NAME)).delete(FILE);
        await caches.delete(NAME);
        return freed;
      }
      if (await caches.has(NAME)) return true;
      const told = await navigator.storage.estimate();
      if (told.quota - told.usage < PLENTY) return false;
      // At random, because some browsers keep less of what repeats itself.
      const bytes = new Uint8Array(SIZE), AT_ONCE = 1 << 16;
      for (let from = 0; from < SIZE; from += AT_ONCE) crypto.getRandomValues(bytes.subarray(from, from + AT_ONCE));
      await (await caches.open(NAME)).put(FILE, new Response(bytes));
      return true;
    } catch (notThere) { return false; }
  };
})();
