// Saves all that this browser keeps for Ayni to a file, without the app: for days on which that does not run. It only reads.
//
// Not quite as old as boot.js: whoever has something here has run the app once, and browsers that can do that know all of this.
(function () {
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
      name: 'rescate', and: ' y ', point: '.', reading: 'Leyendo lo guardado…',
      nothing: 'No hay nada guardado aquí.',
      failed: 'No se pudo leer lo guardado. No se borró nada. Vuelva a cargar la página e intente otra vez.',
      saved: ['Se guardó el archivo «', 'Se guardaron las partes del archivo «'],
      records: ['registro', 'registros'], photos: ['foto', 'fotos'], drafts: ['borrador', 'borradores'],
      odd: ['texto que no se pudo leer', 'textos que no se pudieron leer'], end: '»', holds: ', con ',
      next: 'Llévelo a otro teléfono o equipo con Ayni y cárguelo en «Compartir».',
      draftsNext: 'Los borradores van como texto y no se cargan: guarde el archivo y muéstrelo a quien les ayuda con Ayni.',
      unread: 'No se pudo leer una parte, que no va en el archivo: ',
    },
    en: {
      name: 'rescue', and: ' and ', point: ',', reading: 'Reading what is saved…',
      nothing: 'Nothing is saved here.',
      failed: 'What is saved could not be read. Nothing was erased. Load the page again and try once more.',
      saved: ['The file “', 'The parts of the file “'],
      records: ['record', 'records'], photos: ['photo', 'photos'], drafts: ['draft', 'drafts'],
      odd: ['text that could not be read', 'texts that could not be read'], end: '” saved', holds: ', with ',
      next: 'Take it to another phone or computer with Ayni and load it under “Exchange”.',
      draftsNext: 'Drafts go as text and are not loaded: keep the file and show it to whoever helps you with Ayni.',
      unread: 'A part could not be read and is not in the file: ',
    },
  };

  // For the app as well: saves everything, and says how it ended: 'saved', 'nothing' or 'failed'. It is never refused.
  window.ayniSaveAll = function () { return saveAll().then(told => told.ended); };

  async function saveAll() {
    const held = {
      lines: new Map(), records: new Set(), named: new Set(), drafts: {}, quarantine: [], odd: [], unread: new Set(),
      parts: [{ names: [], lines: [], room: MAX_PART }],
    };
    try {
      readDrafts(held);
      await read(held, 'records', 'ayni', 'rows', MANY, (_, text) => text.split('\n').forEach(line => takeLine(held, line)));
      await read(held, 'odd', 'ayni', 'quarantine', MANY, (_, text) => held.quarantine.push(text));
      await read(held, 'drafts', 'ayni-drafts', 'drafts', MANY, (name, text) => takeDraft(held, name, text));
      await read(held, 'photos', 'ayni-photos', 'photos', 1, (name, bytes) => takePhoto(held, name, bytes));
      const photos = held.parts.reduce((sum, part) => sum + part.names.length, 0);
      const drafts = Object.keys(held.drafts).length, odd = held.quarantine.length + held.odd.length;
      if (!held.lines.size && !photos && !drafts && !odd) return { ended: held.unread.size ? 'failed' : 'nothing' };
      const files = await write(held);
      for (const [name, file] of files) {
        download(name, file);
        // Some browsers take only one file at a time.
        await new Promise(done => setTimeout(done, 100));
      }
      const counts = { records: held.records.size, photos, drafts, odd };
      return { ended: 'saved', files, counts, unread: Array.from(held.unread) };
    } catch (refused) {
      return { ended: 'failed' };
    }
  }

  function inTime(promise) {
    return Promise.race([promise, new Promise((_, refuse) => setTimeout(refuse, PATIENCE, 'no answer'))]);
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
  // Takes each value of a store. What can not be read does not take the rest along.
  async function read(held, what, name, store, many, take) {
    let database;
    try {
      database = await inTime(open(name));
      if (!database || !database.objectStoreNames.contains(store)) return;
      const reach = () => database.transaction(store).objectStore(store);
      const keys = await inTime(ask(reach().getAllKeys()));
      while (keys.length) {
        const from = reach();
        const values = keys.splice(0, many).map(key => [key, ask(from.get(key))]);
        for (const [key, value] of values) value.catch(() => {});
        for (const [key, value] of values) {
          try { await take(key, await inTime(value)); } catch (unreadable) { held.unread.add(what); }
        }
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
      if (change.set && change.set.attachment) held.named.add(change.set.attachment);
    } catch (odd) {
      held.odd.push(line);
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
    const now = new Date(), east = -now.getTimezoneOffset();
    const local = new Date(now.getTime() + east * 60000).toISOString().slice(0, 19);
    const two = number => String(Math.floor(number)).padStart(2, '0');
    const at = local + (east < 0 ? '-' : '+') + two(Math.abs(east) / 60) + ':' + two(Math.abs(east) % 60);
    const made = { app: 'rescue', at, by: settings.name, device: settings.device };
    const photos = [].concat(...held.parts.map(part => part.names));
    const missing = Array.from(held.named).filter(name => !photos.includes(name)).sort();
    const ids = Array.from(held.lines.keys()), of = held.parts.length;
    const set = (await hash(ids, []) || 'rescue').slice(0, 6);
    return Promise.all(held.parts.map(async (part, i) => {
      const isFirst = i === 0, changes = isFirst ? Array.from(held.lines.values()) : [];
      const end = {
        attachments: part.names.length, changes: changes.length, records: NO_COPY,
        sha256: await hash(isFirst ? ids : [], part.names),
      };
      // No `have`: this says what was here, and vouches for nothing (F4). `aside` is what no reader takes for changes: drafts, and
      // what could not be read, as texts.
      const file = [
        '{\n', section('format', 'ayni-export'), section('version', 1), section('about', ABOUT), section('made', made),
        section('contains', 'everything'), section('have', {}), section('missing', missing),
        section('part', { number: i + 1, of, set }), section('records', {}), ...list('changes', changes),
        ...(isFirst ? aside(held) : []), ...list('attachments', part.lines), '"end":', JSON.stringify(end), '\n}\n',
      ];
      const name = ['ayni', WORDS[page()].name, local.slice(0, 10)].concat(of > 1 ? [i + 1, 'of', of] : []).join('-');
      return [name + '.json', new Blob(file, { type: 'application/json' })];
    }));
  }
  function aside(held) {
    const texts = (name, all) => list(name, all.map(text => JSON.stringify(text)));
    return ['"aside":{\n', ...texts('quarantine', held.quarantine), ...texts('lines', held.odd),
      '"drafts":', JSON.stringify(held.drafts), '\n},\n'];
  }
  function section(name, value) { return JSON.stringify(name) + ':' + JSON.stringify(value) + ',\n'; }
  function list(name, lines) {
    const pieces = ['"', name, '":['];
    lines.forEach((line, i) => pieces.push(i ? ',\n' : '\n', line));
    return pieces.concat('\n],\n');
  }
  // F5. Nothing where the address is not a safe one: then a reader says that it could not be compared.
  async function hash(ids, photos) {
    if (!window.crypto || !crypto.subtle) return;
    const text = ids.slice().sort().concat(photos.slice().sort()).map(name => name + '\n').join('');
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

  function page() { return document.documentElement.lang === 'en' ? 'en' : 'es'; }
  function sentence(told) {
    const words = WORDS[page()];
    if (told.ended !== 'saved') return words[told.ended];
    const grouped = number => String(number).replace(/\B(?=(\d{3})+$)/g, words.point);
    const and = all => all.join(', ').replace(/, ([^,]*)$/, words.and + '$1');
    const counts = Object.keys(told.counts).filter(what => told.counts[what]);
    const counted = and(counts.map(what => grouped(told.counts[what]) + ' ' + words[what][told.counts[what] === 1 ? 0 : 1]));
    const saved = words.saved[told.files.length > 1 ? 1 : 0] + told.files[0][0] + words.end;
    const unread = told.unread.length && words.unread + and(told.unread.map(what => words[what][1])) + '.';
    return [saved + (counted && words.holds + counted) + '.', unread, words.next, told.counts.drafts && words.draftsNext]
      .filter(Boolean).join(' ');
  }

  document.addEventListener('DOMContentLoaded', () => {
    const told = document.getElementById('save-told');
    let isSaving = false;
    document.getElementById('save-all').onclick = async () => {
      if (isSaving) return;
      isSaving = true;
      told.textContent = WORDS[page()].reading;
      told.textContent = sentence(await saveAll());
      isSaving = false;
    };
  });
})();
