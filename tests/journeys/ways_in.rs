//! The other ways in: pasted, opened with the app, shared with it, or lying in a folder that is watched.

use crate::loading::{file_of, visits};
use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin};
use serde_json::json;

/// Pastes a text on the page, as the keys of the keyboard do.
const PASTE: &str = "
    const data = new DataTransfer();
    data.setData('text/plain', arguments[0]);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));";

fn accept(browser: &Browser) {
    browser.click(&at("accept"));
    browser.wait_for(&at("import-result"));
}

#[test]
fn a_text_that_is_pasted_is_read_as_a_file_is() {
    journey(|stage| {
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Mesa");
        desk.open("#/exchange");
        desk.wait_for(&at("load-files"));
        let letter = format!("Hola, aquí va:\n\n{}\n-- \nEnviado desde mi teléfono", file_of("aaaaaaaaaa", 2));
        desk.run_js(PASTE, &[json!(letter)]);
        desk.wait_for(&at("accept"));
        assert!(desk.text_of(&at("preview-file")).contains("Texto pegado"));
        accept(&desk);
        assert_eq!(visits(&desk), 2);

        // What is no file says so, and the button does what the keys do.
        desk.open("#/exchange");
        desk.wait_for(&at("load-files"));
        desk.run_js(PASTE, &[json!("Nos vemos el lunes.")]);
        desk.wait_for(&at("preview-file"));
        desk.wait_gone(&at("accept"));
        desk.click(&at("cancel"));
        desk.wait_for(&at("paste"));
        desk.run_js(
            "const text = arguments[0]; navigator.clipboard.readText = async () => text",
            &[json!(file_of("bbbbbbbbbb", 1))],
        );
        desk.click(&at("paste"));
        accept(&desk);
        assert_eq!(visits(&desk), 3);
    });
}

/// A stand-in for what the browser calls when files are opened with the app.
const LAUNCH: &str = "
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer(take) { window.launch = take; } } });";

#[test]
fn a_file_that_is_opened_with_the_app_is_shown_before_anything_changes() {
    journey(|stage| {
        let desk = stage.desktop(Language::Spanish);
        desk.run_at_start(LAUNCH);
        begin(&desk, "Mesa");
        desk.open("#/visits");
        let open = "const file = new File([arguments[0]], 'de-intag.json');
            launch({ files: [{ getFile: async () => file }] })";
        desk.run_js(open, &[json!(file_of("aaaaaaaaaa", 2))]);
        desk.wait_for(&at("accept"));
        assert!(desk.text_of(&at("preview-file")).contains("de-intag.json"));
        accept(&desk);
        assert_eq!(visits(&desk), 2);
        // It is done with.
        desk.open("#/exchange");
        desk.wait_for(&at("load-files"));
        desk.wait_gone(&at("preview-file"));

        // It can be declined.
        desk.run_js(open, &[json!(file_of("bbbbbbbbbb", 1))]);
        desk.wait_for(&at("accept"));
        desk.click(&at("cancel"));
        desk.wait_for(&at("load-cancelled"));
        assert_eq!(visits(&desk), 2);
    });
}

#[test]
fn what_another_app_shares_waits_in_the_worker_until_it_was_read_or_declined() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        phone.wait_js("the worker to have the page", "return navigator.serviceWorker.controller !== null");
        // As the browser does it when another app shares: a form that is posted, and the answer is followed.
        let share = "
            const form = document.createElement('form');
            Object.assign(form, { method: 'post', enctype: 'multipart/form-data', action: 'share-target' });
            const field = Object.assign(document.createElement('input'), { type: 'file', name: 'files', multiple: true });
            const data = new DataTransfer();
            arguments[0].forEach(([name, text]) => data.items.add(new File([text], name)));
            field.files = data.files;
            form.append(field);
            document.body.append(form);
            form.submit();";
        let files = json!([["intag ñ.json", file_of("aaaaaaaaaa", 2)], ["b.txt", file_of("bbbbbbbbbb", 1)]]);
        // Without a network: nothing of it goes anywhere.
        phone.offline(true);
        phone.run_js(share, &[files]);
        phone.wait_for(&at("accept"));
        let told = phone.texts_of(&at("preview-file"));
        assert!(told.len() == 2 && told[0].contains("intag ñ.json") && told[1].contains("b.txt"), "{told:?}");
        // A page that is killed here has lost nothing.
        phone.reload();
        phone.wait_for(&at("accept"));
        accept(&phone);
        phone.reload();
        phone.wait_for(&at("load-files"));
        assert_eq!(visits(&phone), 3);
        phone.wait_js(
            "nothing to be kept any more",
            "return caches.keys().then(all => !all.some(name => name.startsWith('ayni-arrived')))",
        );

        // A text that was shared is a file as well, and can be declined.
        let text =
            "fetch('share-target', { method: 'POST', redirect: 'manual', body: (() => { const form = new FormData();
            form.set('text', arguments[0]); return form; })() }).then(answer => { window.answered = answer.type; })";
        phone.run_js(text, &[json!(file_of("cccccccccc", 1))]);
        phone.wait_js("the answer", "return window.answered === 'opaqueredirect'");
        phone.open("#/exchange");
        phone.wait_for(&at("accept"));
        phone.click(&at("cancel"));
        phone.wait_for(&at("load-cancelled"));
        phone.reload();
        phone.wait_for(&at("load-files"));
        phone.wait_gone(&at("accept"));
        phone.offline(false);
    });
}

/// The folder that the person would choose: one of the browser's own, with what is put into it.
const FOLDER: &str = "window.showDirectoryPicker = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('Ayni', { create: true });";

fn put(browser: &Browser, name: &str, text: &str) {
    let script = "return (async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Ayni', { create: true });
        const out = await (await folder.getFileHandle(arguments[0], { create: true })).createWritable();
        await out.write(arguments[1]);
        await out.close();
    })()";
    browser.run_js(script, &[json!(name), json!(text)]);
}

#[test]
fn what_is_new_in_a_folder_is_offered_once() {
    journey(|stage| {
        let desk = stage.desktop(Language::Spanish);
        desk.run_at_start(FOLDER);
        begin(&desk, "Mesa");
        put(&desk, "a.json", &file_of("aaaaaaaaaa", 1));
        put(&desk, "b.txt", &file_of("bbbbbbbbbb", 1));
        put(&desk, "photo.jpg", "no");
        desk.open("#/exchange");
        desk.click(&at("watch-folder"));
        desk.wait_text("2 archivos nuevos en «Ayni»");
        desk.click(&at("load-folder"));
        accept(&desk);
        desk.wait_text("Nada nuevo en «Ayni»");
        assert_eq!(visits(&desk), 2);

        // After a reload it is still watched; a new file is noticed by a look, or on coming back.
        desk.reload();
        put(&desk, "c.json", &file_of("cccccccccc", 1));
        desk.open("#/exchange");
        desk.wait_text("1 archivo nuevo en «Ayni»");
        put(&desk, "d.json", &file_of("dddddddddd", 1));
        desk.click(&at("look-again"));
        desk.wait_text("2 archivos nuevos en «Ayni»");
        put(&desk, "e.json", &file_of("eeeeeeeeee", 1));
        desk.run_js("dispatchEvent(new Event('focus'))", &[]);
        desk.wait_text("3 archivos nuevos en «Ayni»");
        desk.click(&at("load-folder"));
        accept(&desk);
        assert_eq!(visits(&desk), 5);

        // A file that has changed is new again; declined, it stays so.
        put(&desk, "a.json", &file_of("aaaaaaaaaa", 3));
        desk.open("#/exchange");
        desk.wait_text("1 archivo nuevo en «Ayni»");
        desk.click(&at("load-folder"));
        desk.click(&at("cancel"));
        desk.wait_text("1 archivo nuevo en «Ayni»");
        desk.click(&at("stop-watching"));
        desk.wait_for(&at("watch-folder"));
        desk.reload();
        desk.wait_for(&at("watch-folder"));
        // Nothing was written into it.
        let names = desk.run_js(
            "return (async () => {
                const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Ayni');
                const names = [];
                for await (const name of folder.keys()) names.push(name);
                return names.sort();
            })()",
            &[],
        );
        assert_eq!(names, json!(["a.json", "b.txt", "c.json", "d.json", "e.json", "photo.jpg"]));
    });
}
