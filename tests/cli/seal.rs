//! `ayni seal` and `ayni open`: a file under a passphrase (section 7 of the format).

use super::stage::{Folder, PHONE, Phone};

fn sealed(test: &str) -> (Folder, String) {
    let folder = Folder::new(test);
    let mut phone = Phone::new(PHONE, 1);
    phone.save("visit/a", &[("notes", "para la mesa".into())]);
    let file = phone.file();
    folder.put("a.json", &file);
    folder.put("key", "papa canchán y maíz\n");
    let ran = folder.ayni(&["seal", "a.json", "-o", "s.json", "--passphrase-file", "key"]).fine();
    assert!(ran.err.contains("no way round a forgotten passphrase"), "{}", ran.err);
    assert!(!folder.text("s.json").contains("mesa"));
    (folder, file)
}

/// S3
#[test]
fn s3_only_the_passphrase_opens_and_then_every_byte_is_back() {
    let (folder, file) = sealed("seal-open");
    folder.put("wrong", "papa canchan y maiz");
    folder.put("back.json", "what stood here");
    let ran = folder.ayni(&["open", "s.json", "-o", "back.json", "--passphrase-file", "wrong"]);
    assert_eq!((ran.status, folder.text("back.json").as_str()), (3, "what stood here"));
    assert_eq!(ran.err, "ayni: s.json: the passphrase is wrong, or the file is damaged\n");
    folder.ayni(&["open", "s.json", "-o", "back.json", "--passphrase-file", "key"]).fine();
    assert_eq!(folder.text("back.json"), file);
}

#[test]
fn a_protected_file_is_read_like_any_other_by_who_has_the_passphrase() {
    let (folder, _) = sealed("seal-read");
    let ran = folder.ayni(&["view", "s.json"]);
    assert_eq!(ran.status, 3);
    assert!(ran.err.contains("s.json: the file is protected with a passphrase"), "{}", ran.err);
    let mut command = folder.command(&["view", "s.json"]);
    let opened = command.env("AYNI_PASSPHRASE", "papa canchán y maíz").output().expect("it runs");
    let plain = folder.ayni(&["view", "a.json"]).fine();
    assert_eq!((opened.status.code(), String::from_utf8_lossy(&opened.stdout).into_owned()), (Some(0), plain.out));
}

#[test]
fn nothing_is_sealed_that_could_not_be_used_or_without_a_passphrase() {
    let folder = Folder::new("seal-nothing");
    let mut phone = Phone::new(PHONE, 1);
    phone.save("visit/a", &[("notes", "uno".into())]);
    folder.put("a.json", phone.file());
    folder.put("note.txt", "nota de campo");
    folder.put("empty", "\n");
    let check = |words: &[&str], status: i32| {
        let ran = folder.ayni(words);
        assert_eq!(ran.status, status, "{words:?}: {}", ran.err);
        assert!(!folder.names().contains(&"s.json".to_owned()));
    };
    check(&["seal", "a.json", "-o", "s.json"], 2);
    check(&["seal", "a.json", "-o", "s.json", "--passphrase-file", "empty"], 2);
    check(&["seal", "a.json", "-o", "s.json", "--passphrase-file", "none"], 4);
    check(&["seal", "note.txt", "-o", "s.json", "--passphrase-file", "note.txt"], 3);
    check(&["seal", "a.json", "-o", "a.json", "--passphrase-file", "note.txt"], 2);
}

/// S1, S2: sealed in a browser, with the ciphers that it brings along.
#[test]
fn a_file_that_a_phone_protected_opens_in_a_terminal() {
    let folder = Folder::new("seal-browser");
    folder.put("s.json", include_str!("../fixtures/sealed/browser.json"));
    folder.put("key", "papa canchán y maíz\n");
    folder.ayni(&["open", "s.json", "-o", "plain.json", "--passphrase-file", "key"]).fine();
    let ran = folder.ayni(&["check", "plain.json"]).fine();
    assert!(ran.out.contains("plain.json"), "{}", ran.out);
    assert!(folder.text("plain.json").contains("\"contains\":\"everything\""));
}
