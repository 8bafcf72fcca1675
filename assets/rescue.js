// Saves all that this browser keeps for Ayni to a file, without the app: for days on which that does not run. It only reads.
//
// Not quite as old as boot.js: whoever has something here has run the app once, and browsers that can do that know all of this.
(function () {
  const page = document.documentElement;
  // Between backquotes: what makes releases small breaks escapes between other quotes. It also takes Promise.all from its Promise
  // where that is named twice.
  const LINE = `\n`;
  const PATIENCE = 10000;
  // Letters of base64 that the photos of one part may have (F6).
  const MAX_PART = 20000000;
  // How many texts are read at once. Photos are read one by one: they are large.
  const MANY = 200;
  // The hash of an empty readable copy (F5): what the records add up to, only the app can tell.
  const NO_COPY = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
  const ABOUT = "Field-visit records, saved while Ayni did not run. 'changes' is what programs merge.";
  const WORDS = {
    es: {
      name: 'rescate', and: ' y ', quotes: '«»', reading: 'Leyendo lo guardado…',
      records: ['registro', 'registros'], photos: ['foto', 'fotos'], drafts: ['borrador', 'borradores'],
      saved: 'Se guardó en ', holds: ', con ', unread: ' No se pudo leer todo; falta una parte de esto: ',
      next: ' Llévelo a otro teléfono o equipo con Ayni y cárguelo en «Compartir».',
      draftsNext: ' Los borradores van solo como texto: pida ayuda para leerlos.',
      nothing: 'No hay nada guardado aquí.',
      failed: 'No se pudo leer lo guardado; no se borró nada. Vuelva a cargar la página e intente otra vez.'
    },
    en: {
      name: 'rescue', and: ' and ', quotes: '“”', reading: 'Reading what is saved…',
      records: ['record', 'records'], photos: ['photo', 'photos'], drafts: ['draft', 'drafts'],
      saved: 'Saved to ', holds: ', with ', unread: ' Not all could be read; a part of this is missing: ',
      next: ' Take it to another phone or computer with Ayni and load it under “Share”.',
      draftsNext: ' Drafts go as text only: ask for help to read them.',
      nothing: 'Nothing is saved here.',
      failed: 'What is saved could not be read; nothing was erased. Load the page again and try once more.'
    }
  };

  // For the app as well: saves everything, and says how it ended: 'saved', 'nothing' or 'failed'. It is never refused.
  window.ayniSaveAll = function () { return saveAll().then(told => told.ended); };

  async function saveAll() {
    const held = {
      lines: new Map(), records: new Set(), drafts: {}, quarantine: new Set(), odd: new Set(), unread: new Set(),
      parts: [{ names: [], lines: [], room: MAX_PART }]
    };
    try {
      readDrafts(held);
      await read(held, 'records', 'ayni', 'rows', MANY, (_, text) => text.split(LINE).forEach(line => takeLine(held, line)));
      await read(held, 'records', 'ayni', 'quarantine', MANY, (_, text) => held.quarantine.add(text));
      await read(held, 'drafts', 'ayni-drafts', 'drafts', MANY, (name, text) => takeDraft(held, name, text));
      await read(held, 'photos', 'ayni-photos', 'photos', 1, (name, bytes) => takePhoto(held, name, bytes));
      const photos = held.parts.reduce((sum, part) => sum + part.names.length, 0);
      const drafts = Object.keys(held.drafts).length;
      const texts = held.lines.size + held.odd.size + held.quarantine.size;
      if (!texts && !photos && !drafts) return { ended: held.unread.size ? 'failed' : 'nothing' };
      const files = await write(held);
      for (const [name, file] of files) {
        download(name, file);
        // Some browsers take only one file at a time.
        await new Promise(done => setTimeout(done, 100));
      }
      const counts = { records: held.records.size, photos, drafts };
      return { ended: 'saved', names: files.map(file => file[0]), counts, unread: Array.from(held.unread) };
    } catch (refused) {
      return { ended: 'failed' };
    }
  }

  // What does not answer in time is refused without a reason.
  function inTime(promise) {
    return Promise.race([promise, new Promise((_, refuse) => setTimeout(refuse, PATIENCE))]);
  }
  function ask(request) {
    return new Promise((done, refuse) => {
      request.onsuccess = () => done(request.result);
      request.onerror = event => {
        // Else it takes the whole transaction along.
        event.preventDefault();
        refuse(request.error);
      };
    });
  }
  // Opens a database as it is; nothing where there is none. An empty one, left behind, would keep the app from making its own.
  async function open(name) {
    const all = indexedDB.databases && await indexedDB.databases();
    if (all && !all.some(database => database.name === name)) return;
    const request = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction.abort();
    };
    return ask(request).catch(refused => { if (!isNew) throw refused; });
  }
  // Takes each value of a store. What can not be read does not take the rest along: from there on, each is read by itself.
  async function read(held, what, name, store, many, take) {
    let database;
    try {
      database = await inTime(open(name));
      if (!database || !database.objectStoreNames.contains(store)) return;
      const reach = () => database.transaction(store).objectStore(store);
      const keys = await inTime(ask(reach().getAllKeys()));
      while (keys.length) {
        const from = reach(), some = keys.slice(0, many);
        try {
          const values = await inTime(Promise.all(some.map(key => ask(from.get(key)))));
          for (let i = 0; i < some.length; i++) await take(some[i], values[i]);
        } catch (unreadable) {
          if (!unreadable) throw unreadable;
          if (many > 1) {
            many = 1;
            continue;
          }
          held.unread.add(what);
        }
        keys.splice(0, many);
      }
    } catch (unreadable) {
      held.unread.add(what);
    }
    if (database) database.close();
  }

  // A line that is no change goes along as a text, so that it does not break the others.
  function takeLine(held, line) {
    if (!line) return;
    try {
      const change = JSON.parse(line);
      if (typeof change.id !== 'string') throw change;
      // A stub that the change itself came after gives way to it (M6).
      held.lines.set(change.id, line);
      if (/^(visit|session)\//.test(change.record)) held.records.add(change.record);
    } catch (odd) {
      held.odd.add(line);
    }
  }
  function readDrafts(held) {
    try {
      for (let i = 0; i < localStorage.length; i++) {
        const [, name] = /^ayni\/draft\/(.*)/.exec(localStorage.key(i)) || [];
        if (name) takeDraft(held, name, localStorage.getItem('ayni/draft/' + name));
      }
    } catch (blocked) {
      held.unread.add('drafts');
    }
  }
  // Both places where drafts are kept may have another state of one. What says only that one is gone is none.
  function takeDraft(held, name, text) {
    if (text.startsWith('{"gone_at":')) return;
    const texts = held.drafts[name] = held.drafts[name] || [];
    if (!texts.includes(text)) texts.push(text);
  }
  // Each photo becomes a Blob at once, which the browser may put on the disk.
  async function takePhoto(held, name, bytes) {
    const reader = new FileReader();
    reader.readAsDataURL(new Blob([bytes]));
    await new Promise((done, refuse) => { reader.onload = done; reader.onerror = refuse; });
    const data = reader.result.slice(reader.result.indexOf(',') + 1);
    const kind = { 0xFF: 'jpeg', 0x89: 'png' }[new Uint8Array(bytes)[0]] || 'webp';
    let part = held.parts[held.parts.length - 1];
    if (part.room < data.length && part.names.length) held.parts.push(part = { names: [], lines: [], room: MAX_PART });
    part.room -= data.length;
    part.names.push(name);
    const about = [JSON.stringify(name), ',"type":"image/', kind, '","bytes":', bytes.byteLength, ',"data":"'];
    part.lines.push(new Blob(['{"sha256":', ...about, data, '"}']));
  }

  // The parts of the file (section 4), each a name and a Blob. The stored lines go out byte for byte.
  async function write(held) {
    let settings = {};
    try { settings = JSON.parse(localStorage.getItem('ayni/settings')) || {}; } catch (blocked) {}
    const now = new Date(), [, hours, minutes] = /([+-]\d\d)(\d\d)/.exec(now);
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 19);
    const made = { at: local + hours + ':' + minutes, by: settings.name, device: settings.device };
    const ids = Array.from(held.lines.keys()), of = held.parts.length;
    const whole = (await hash(ids, []) || 'rescue').slice(0, 6);
    const files = [];
    for (const part of held.parts) {
      const isFirst = !files.length, changes = isFirst ? Array.from(held.lines.values()) : [], number = files.length + 1;
      const end = {
        attachments: part.names.length, changes: changes.length, records: NO_COPY,
        sha256: await hash(isFirst ? ids : [], part.names)
      };
      // Neither `have` nor `missing`: a page that fails vouches for nothing (F4).
      const head = {
        format: 'ayni-export', version: 1, about: ABOUT, made, contains: 'everything',
        part: { number, of, set: whole }, records: {}
      };
      const file = [
        JSON.stringify(head).slice(0, -1), ',', LINE, ...list('changes', changes), ...(isFirst ? aside(held) : []),
        ...list('attachments', part.lines), '"end":', JSON.stringify(end), '}', LINE
      ];
      const name = ['ayni', WORDS[page.lang].name, local.slice(0, 10)].concat(of > 1 ? [number, 'of', of] : []).join('-');
      files.push([name + '.json', new Blob(file, { type: 'application/json' })]);
    }
    return files;
  }
  // What readers keep out of the way: an object of another name, in which all is text. An object of a draft, or a list in this place,
  // would be taken for changes where the rest of the file is damaged.
  function aside(held) {
    const texts = (name, all) => list(name, Array.from(all, text => JSON.stringify(text)));
    return ['"aside":{', LINE, ...texts('quarantine', held.quarantine), ...texts('lines', held.odd),
      '"drafts":', JSON.stringify(held.drafts), LINE + '},', LINE];
  }
  function list(name, lines) {
    const pieces = ['"', name, '":['];
    lines.forEach((line, i) => pieces.push(i ? ',' : '', LINE, line));
    return pieces.concat(LINE, '],', LINE);
  }
  // F5. Nothing where the address is not a safe one: then a reader says that it could not be compared.
  async function hash(ids, photos) {
    if (!window.crypto || !crypto.subtle) return;
    const text = ids.slice().sort().concat(photos.slice().sort()).map(name => name + LINE).join('');
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('');
  }

  // The address stays valid until the page closes: some browsers read it only later.
  function download(name, file) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
  }

  function sentence(told) {
    const words = WORDS[page.lang], [open, close] = words.quotes, { counts, unread } = told;
    if (told.ended !== 'saved') return words[told.ended];
    const and = all => all.join(', ').replace(/, ([^,]*)$/, words.and + '$1');
    const held = Object.keys(counts).filter(what => counts[what]);
    const counted = held.map(what => counts[what].toLocaleString(page.lang) + ' ' + words[what][counts[what] > 1 ? 1 : 0]);
    return words.saved + and(told.names.map(name => open + name + close)) + (held.length ? words.holds + and(counted) : '') + '.' +
      (unread.length ? words.unread + and(unread.map(what => words[what][1])) + '.' : '') + words.next +
      (counts.drafts ? words.draftsNext : '');
  }

  document.addEventListener('DOMContentLoaded', () => {
    const told = document.getElementById('save-told');
    let isSaving = false;
    document.getElementById('save-all').onclick = async () => {
      if (isSaving) return;
      isSaving = true;
      told.textContent = WORDS[page.lang].reading;
      told.textContent = sentence(await saveAll());
      isSaving = false;
    };
  });
})();
