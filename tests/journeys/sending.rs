//! Sending: two taps from a note to the share sheet, files for one of the others, and the copy for the public.

use crate::notes::new_organisation;
use crate::photos::Folder;
use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, fill_in_visit, join, load, new_visit, record_training, save, save_file};
use std::path::Path;

/// A share sheet that takes what Chromium's takes, and keeps it: names and types of its list, and only while a tap counts.
const SHEET: &str = "
    window.sheet = { files: [], refuses: '' };
    navigator.canShare = data => data.files.every(file => file.name.endsWith('.txt') && file.type === 'text/plain');
    navigator.share = async data => {
        const fits = navigator.canShare(data) && data.files.length <= 10;
        if (!fits || !navigator.userActivation.isActive) throw new DOMException('Permission denied', 'NotAllowedError');
        if (sheet.refuses) throw new DOMException('', sheet.refuses);
        for (const file of data.files) sheet.files.push([file.name, await file.text()]);
    };";

fn with_sheet(browser: &Browser) {
    browser.run_at_start(SHEET);
}

fn refuse(browser: &Browser, how: &str) {
    browser.run_js("sheet.refuses = arguments[0]", &[how.into()]);
}

/// Waits until a file was shared and gives the last one: its name and its text.
fn shared(browser: &Browser, number: usize) -> (String, String) {
    browser.wait_js("a file in the share sheet", &format!("return sheet.files.length === {number}"));
    let file = browser.run_js("return sheet.files.at(-1)", &[]);
    let part = |at: usize| file[at].as_str().expect("a text").to_owned();
    (part(0), part(1))
}

#[test]
fn two_taps_share_everything_and_a_desk_loads_it() {
    journey(|stage| {
        let folder = Folder::new("share");
        let phone = stage.phone(Language::Spanish);
        with_sheet(&phone);
        begin(&phone, "Equipo Intag");
        phone.open("#/visit/new");
        fill_in_visit(&phone);
        save(&phone);
        record_training(&phone);
        phone.click("a[href='#/exchange']");
        phone.click(&format!("{}:enabled", at("share")));
        let (name, text) = shared(&phone, 1);
        assert!(name.starts_with("ayni-equipo-intag-") && name.ends_with(".txt"), "{name}");
        phone.wait_for(&at("file-shared"));
        phone.click(&format!("{} summary", at("sent-list")));
        let sent = phone.text_of(&at("sent"));
        assert!(sent.contains("2 registros") && sent.contains("compartido"), "{sent}");

        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        join(&desk, &[&folder.file(&name, text.as_bytes())]);
        desk.open("#/visits");
        desk.wait_text("Asociación de Caficultores Río Intag");
    });
}

#[test]
fn a_closed_sheet_says_nothing_and_a_refusal_names_the_other_way() {
    journey(|stage| {
        let phone = stage.phone(Language::English);
        with_sheet(&phone);
        begin(&phone, "Intag team");
        new_visit(&phone, "See the nursery");
        phone.open("#/exchange");
        let share = format!("{}:enabled", at("share"));
        phone.wait_for(&share);
        refuse(&phone, "AbortError");
        phone.click(&share);
        phone.wait_for(&share);
        refuse(&phone, "NotAllowedError");
        phone.click(&share);
        phone.wait_for(&at("not-shared"));
        assert!(phone.text_of(&at("not-shared")).contains("Save file"));
        phone.wait_gone(&at("file-shared"));
        refuse(&phone, "");
        phone.click(&share);
        phone.wait_for(&at("file-shared"));
        phone.wait_gone(&at("not-shared"));
    });
}

#[test]
fn only_what_the_desk_lacks_goes_and_what_it_confirmed_stays_here() {
    journey(|stage| {
        let folder = Folder::new("only-new");
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        let photos = [folder.photo(&phone, "uno.jpg", "#1f4f2a"), folder.photo(&phone, "dos.jpg", "#8a1733")];
        with_photo(&phone, "Ver el vivero", &photos[0]);
        phone.open("#/exchange");
        phone.wait_for(&at("send-all"));
        phone.wait_gone(&at("send-peer-0"));
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        join(&desk, &[&save_file(&phone)]);
        let back = save_file(&desk);
        load(&phone, &[&back]);
        // Only the desk's own name is news.
        phone.click(&at("accept"));
        phone.wait_for(&at("import-result"));

        with_photo(&phone, "Ver la planta", &photos[1]);
        phone.open("#/exchange");
        phone.click(&at("send-peer-0"));
        phone.wait_text("Lleva lo que falta allí: 1 registro");
        phone.wait_text("1 foto");
        phone.click(&at("save-file"));
        let file = phone.wait_download();
        let text = std::fs::read_to_string(&file).expect("the file is text");
        assert!(text.contains("\"contains\":\"new\",\"since\":{"));
        assert_eq!(text.matches("\"sha256\":\"").count(), 2, "one photo, and the trailer");
        join(&desk, &[&file]);
        desk.open("#/visits");
        desk.wait_text("Ver la planta");

        // The desk knows in turn what the phone holds.
        desk.open("#/exchange");
        desk.click(&at("send-peer-0"));
        desk.wait_text("Equipo Intag confirmó que ya tiene todo.");
    });
}

fn with_photo(phone: &Browser, purpose: &str, photo: &Path) {
    phone.open("#/visit/new");
    phone.fill(&at("visit-purpose"), purpose);
    phone.upload(&at("photo-gallery"), &[photo]);
    phone.wait_text("1 de 1 foto guardada");
    save(phone);
    phone.wait_for(&at("photo"));
}

#[test]
fn a_copy_for_the_public_holds_only_what_may_be_read_by_anyone() {
    journey(|stage| {
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Rosa Quispe");
        new_visit(&desk, "Solo para el equipo");
        desk.open("#/exchange");
        desk.click(&at("send-public"));
        desk.wait_text("Ninguna visita está marcada para compartir.");
        desk.open("#/visit/new");
        desk.fill(&at("visit-purpose"), "Llamar al 0991234567");
        desk.click(&at("visit-confidentiality-public"));
        save(&desk);
        desk.open("#/exchange");
        desk.click(&at("send-people"));
        desk.wait_text("1 registro con algo que parece un teléfono");
        desk.click(&at("send-public"));
        desk.wait_text("Lleva 1 visita que se puede compartir");
        desk.wait_text("1 visita es solo para el equipo");
        desk.wait_text("En 1 texto se tapó");
        desk.click(&at("save-file"));
        let file = desk.wait_download();
        let text = std::fs::read_to_string(&file).expect("the file is text");
        assert!(text.contains("Llamar al […]") && text.contains("\"contains\":\"records\""));
        assert!(!text.contains("Rosa Quispe") && !text.contains("Solo para el equipo"));
        assert!(file.to_string_lossy().contains("ayni-publico-"), "{}", file.display());

        // It is for reading: nobody takes it in.
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        load(&phone, &[&file]);
        phone.wait_for(&at("preview-file"));
        phone.wait_gone(&at("accept"));
    });
}

#[test]
fn a_desk_prepares_its_team_with_one_file_before_the_first_visit() {
    journey(|stage| {
        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        desk.open("#/exchange");
        desk.wait_text("Todavía no hay nada que compartir.");
        new_organisation(&desk, "Mujeres de Montecillo");
        desk.open("#/exchange");
        desk.wait_text("Lleva lo preparado para el equipo: 1 registro.");
        desk.click(&at("save-file"));
        let file = desk.wait_download();
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        join(&phone, &[&file]);
        phone.open("#/visit/new");
        phone.fill(&at("host-search"), "montecillo");
        phone.wait_text("Mujeres de Montecillo");
    });
}

/// Another program that opens and seals files, written from section 7 of the format alone.
const INDEPENDENT: &str = r#"
    const text = new TextEncoder(), bytes = base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0));
    const base64 = bytes => { let s = ''; for (const b of bytes) s += String.fromCharCode(b); return btoa(s); };
    const sorted = value => value && typeof value === 'object'
        ? '{' + Object.keys(value).sort().map(name => JSON.stringify(name) + ':' + sorted(value[name])).join(',') + '}'
        : JSON.stringify(value);
    const key = async (passphrase, salt, iterations) => {
        const secret = await crypto.subtle.importKey('raw', text.encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveBits']);
        const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, secret, 256);
        return crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']);
    };
    window.openSealed = async (file, passphrase) => {
        const { data, ...head } = JSON.parse(file);
        const how = { name: 'AES-GCM', iv: bytes(head.cipher.nonce), additionalData: text.encode(sorted(head)) };
        const inside = await crypto.subtle.decrypt(how, await key(passphrase, bytes(head.kdf.salt), head.kdf.iterations), bytes(data));
        return new TextDecoder().decode(inside);
    };
    window.seal = async (file, passphrase) => {
        const salt = crypto.getRandomValues(new Uint8Array(16)), iv = crypto.getRandomValues(new Uint8Array(12));
        const head = { format: 'ayni-sealed', version: 1, cipher: { name: 'AES-256-GCM', nonce: base64(iv) },
            kdf: { name: 'PBKDF2-HMAC-SHA-256', iterations: 600000, salt: base64(salt) } };
        const how = { name: 'AES-GCM', iv, additionalData: text.encode(sorted(head)) };
        const data = await crypto.subtle.encrypt(how, await key(passphrase, salt, 600000), text.encode(file));
        return JSON.stringify({ ...head, data: base64(new Uint8Array(data)) });
    };"#;

/// What the independent program makes of a file; `what` is `openSealed` or `seal`.
fn independently(browser: &Browser, what: &str, file: &str, passphrase: &str) -> String {
    browser.run_js(INDEPENDENT, &[]);
    let script = format!("window.made = ''; {what}(arguments[0], arguments[1]).then(made => window.made = made)");
    browser.run_js(&script, &[file.into(), passphrase.into()]);
    browser.wait_js("another program to be done", "return window.made !== ''");
    browser.run_js("return window.made", &[]).as_str().expect("a text").to_owned()
}

/// S1, S2, S3
#[test]
fn a_protected_file_opens_with_its_passphrase_here_and_in_another_program() {
    journey(|stage| {
        let folder = Folder::new("sealed");
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        new_visit(&phone, "Ver la planta de café");
        phone.open("#/exchange");
        phone.click(&format!("{} summary", at("protect")));
        phone.wait_text("Si se olvida la frase, nadie puede abrir el archivo");
        phone.fill(&at("passphrase"), "corta");
        phone.click(&at("use-passphrase"));
        phone.wait_for(&at("passphrase-short"));
        phone.fill(&at("passphrase"), "papa canchán y maíz");
        phone.click(&at("use-passphrase"));
        phone.wait_for(&at("is-protected"));
        phone.click(&at("save-file"));
        let file = phone.wait_download();
        phone.wait_for(&at("file-saved"));
        let sealed = std::fs::read_to_string(&file).expect("the file is text");
        assert!(sealed.starts_with("{\"cipher\":{\"name\":\"AES-256-GCM\"") && !sealed.contains("café"));
        let inside = independently(&phone, "openSealed", &sealed, "papa canchán y maíz");
        assert!(inside.contains("Ver la planta de café"));

        let desk = stage.desktop(Language::Spanish);
        begin(&desk, "Oficina Quito");
        load(&desk, &[&file]);
        desk.wait_for(&at("locked"));
        desk.fill(&at("passphrase"), "papa canchan y maiz");
        desk.click(&at("open-locked"));
        desk.wait_for(&at("passphrase-wrong"));
        // The accents typed in two pieces, as some keyboards do.
        desk.fill(&at("passphrase"), "papa cancha\u{301}n y mai\u{301}z ");
        desk.click(&at("open-locked"));
        desk.click(&at("accept"));
        desk.wait_for(&at("import-result"));
        desk.open("#/visits");
        desk.wait_text("Ver la planta de café");

        // What another program sealed is opened here; who has no passphrase leaves it, and nothing changes.
        let other = independently(&desk, "seal", &inside, "otra frase de acceso");
        let other = folder.file("otro.json", other.as_bytes());
        let colleague = stage.desktop(Language::English);
        begin(&colleague, "Desk La Paz");
        load(&colleague, &[&other]);
        colleague.click(&at("leave-locked"));
        colleague.wait_text("The file is protected with a passphrase and was not opened.");
        colleague.click(&at("cancel"));
        load(&colleague, &[&other]);
        colleague.fill(&at("passphrase"), "otra frase de acceso");
        colleague.click(&at("open-locked"));
        colleague.click(&at("accept"));
        colleague.wait_for(&at("import-result"));
        colleague.open("#/visits");
        colleague.wait_text("Ver la planta de café");
    });
}
