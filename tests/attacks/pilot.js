// Acts in the page as a person does, and tells each step before and after it.
(() => {
    if (window.top !== window || window.pilot) return;
    const say = told => window.told(JSON.stringify(told));
    const find = name => [...document.querySelectorAll(`[data-test="${name}"]`)].find(element => element.checkVisibility());
    const until = look => new Promise(done => {
        const seen = () => {
            const found = look();
            if (!found) return false;
            observer.disconnect();
            clearInterval(timer);
            done(found);
            return true;
        };
        const observer = new MutationObserver(seen);
        observer.observe(document, { childList: true, subtree: true, attributes: true });
        const timer = setInterval(seen, 25);
        seen();
    });
    const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));
    const put = (field, text) => {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const go = hash => { location.hash = hash; };
    const listed = () => Number(document.querySelector('[aria-rowcount]')?.getAttribute('aria-rowcount') ?? 1) - 1;
    const isUp = () => !document.getElementById('frame') && (find('new-visit') || find('visit-form') || find('device-name'));

    /// Every row of the log as it is kept. Only once the app is up: it makes the store.
    const rows = () => new Promise((done, failed) => {
        const open = indexedDB.open('ayni');
        open.onerror = failed;
        open.onsuccess = () => {
            const all = open.result.transaction('rows').objectStore('rows').getAll();
            all.onerror = failed;
            all.onsuccess = () => { open.result.close(); done(all.result.join('\n')); };
        };
    });

    /// How many visits the list says there are.
    const shown = async () => {
        go('#/visits');
        await until(() => document.querySelector('[aria-rowcount]') || document.querySelector('.empty'));
        return listed();
    };

    window.pilot = {
        rows,
        shown,
        listed,
        /// Waits until room is set aside for a full phone.
        async ballast() {
            while (!(await caches.has('ayni-ballast'))) await pause(50);
            return true;
        },
        /// Waits for the app, says who one is where it asks, and tells what is there.
        async start(draft) {
            await until(isUp);
            const alarms = [...document.querySelectorAll('main [role=alert]')].map(alarm => alarm.dataset.test);
            if (find('device-name') && find('start')) {
                put(find('device-name'), 'Equipo Intag');
                find('start').click();
                await until(() => find('new-visit'));
            }
            let typed = null;
            if (draft) {
                go(draft);
                typed = (await until(() => find('visit-observations') || find('not-here'))).value ?? '';
            }
            say({ started: { typed, alarms, shown: await shown(), rows: await rows() } });
        },
        /// Types into the observations letter by letter, after what stands there.
        async type(draft, letters) {
            go(draft ?? '#/visit/new');
            const field = await until(() => find('visit-observations'));
            await until(() => location.hash.endsWith('/edit'));
            say({ form: location.hash });
            for (const letter of letters) {
                put(field, field.value + letter);
                say({ typed: field.value, at: Date.now() });
                await pause(12);
            }
            say({ finished: 'typing' });
        },
        async save(text) {
            go('#/visit/new');
            const purpose = await until(() => find('visit-purpose'));
            put(purpose, text);
            say({ pressed: text });
            find('save').click();
            const saved = await until(() => find('record-title') || find('save-error'));
            const isSaved = saved.dataset.test === 'record-title';
            say(isSaved ? { saved: text, record: location.hash } : { refused: text, still: find('visit-purpose')?.value });
            say({ finished: 'saving' });
        },
        /// Corrects a record that was saved before.
        async correct(record, text) {
            go(record + '/edit');
            const field = await until(() => find('visit-observations') || find('take-back') || find('not-here'));
            // It is in the bin, or this tab has not heard of it yet.
            if (field.dataset.test !== 'visit-observations') return say({ finished: 'missing' });
            put(field, text);
            say({ pressed: text });
            find('save').click();
            const saved = await until(() => find('record-title') || find('save-error'));
            say(saved.dataset.test === 'record-title' ? { saved: text, record } : { refused: text });
            say({ finished: 'correcting' });
        },
        async bin(record) {
            go(record);
            const key = await until(() => find('to-bin') || find('take-back') || find('not-here'));
            if (key.dataset.test === 'not-here') return say({ finished: 'missing' });
            const before = key.dataset.test;
            key.click();
            // After the bin one is back in the list. Another tab may turn it round before this one has seen it.
            const turned = until(() => location.hash !== record || find(before === 'to-bin' ? 'take-back' : 'to-bin'));
            await Promise.race([turned, pause(2000)]);
            say({ finished: 'binning' });
        },
        async load(name, text) {
            go('#/exchange');
            const input = await until(() => document.querySelector('[data-test="file-input"]'));
            const files = new DataTransfer();
            files.items.add(new File([text], name + '.json'));
            input.files = files.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));
            (await until(() => find('accept'))).click();
            say({ loading: name });
            const result = await until(() => find('import-result') || find('load-error'));
            say(result.dataset.test === 'import-result' ? { loaded: name } : { refused: name });
            say({ finished: 'loading' });
        },
    };
})();
