//! What stands around every command: standard input, closed pipes, names that lead nowhere, help.

use super::stage::{Folder, PHONE, Phone};
use std::io::Read as _;
use std::process::Stdio;

fn one_file(test: &str) -> (Folder, String) {
    let folder = Folder::new(test);
    let mut phone = Phone::new(PHONE, 1);
    phone.save("visit/a", &[("notes", "uno".into())]);
    let file = phone.file();
    folder.put("a.json", &file);
    (folder, file)
}

#[test]
fn who_asks_for_nothing_learns_what_there_is_and_where_the_app_is() {
    let folder = Folder::new("help");
    for words in [&[][..], &["--help"]] {
        let ran = folder.ayni(words).fine();
        for expected in ["view", "merge", "check", "erase", "tables", "seal", "open", "Exit status", "cargo xtask run"]
        {
            assert!(ran.out.contains(expected), "{expected}: {}", ran.out);
        }
    }
    let ran = folder.ayni(&["veiw", "a.json"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("'view'"), "{}", ran.err);
    assert_eq!(folder.ayni(&["view"]).status, 2);
}

#[test]
fn a_file_can_come_through_a_pipe() {
    let (folder, file) = one_file("stdin");
    let plain = folder.ayni(&["view", "a.json"]).fine().out;
    assert_eq!(folder.ayni_fed(&["view", "-"], &file).fine().out, plain);
    let ran = folder.ayni_fed(&["check", "-"], "nota de campo");
    assert!(ran.out.contains("standard input: refused"), "{}", ran.out);
    assert_eq!(folder.ayni_fed(&["view", "-", "-"], &file).status, 2);
    assert_eq!(folder.ayni_fed(&["merge", "-", "-o", "b.json", "--since", "-"], &file).status, 2);
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let folder = Folder::new("pipe");
    let mut phone = Phone::new(PHONE, 1);
    for number in 0..20 {
        phone.save(&format!("visit/v{number}"), &[("notes", "a".repeat(20_000).into())]);
    }
    folder.put("a.json", phone.file());
    let mut command = folder.command(&["view", "a.json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    let mut first = [0; 10];
    child.stdout.take().expect("it is piped").read_exact(&mut first).expect("it begins");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn a_name_that_leads_nowhere_is_named_with_the_systems_reason_and_nothing_is_written() {
    let (folder, _) = one_file("nowhere");
    folder.make_folder("folder");
    let check = |words: &[&str], name: &str| {
        let ran = folder.ayni(words);
        assert_eq!((ran.status, ran.out.as_str()), (4, ""), "{words:?}: {}", ran.err);
        assert!(ran.err.starts_with(&format!("ayni: {name} can not be ")), "{}", ran.err);
    };
    check(&["view", "a.json", "none.json"], "none.json");
    check(&["view", "folder"], "folder");
    check(&["check", "none.json"], "none.json");
    check(&["merge", "a.json", "folder", "-o", "out.json"], "folder");
    check(&["merge", "a.json", "-o", "folder"], "folder");
    check(&["merge", "a.json", "-o", "none/out.json"], "none/out.json");
    check(&["tables", "a.json", "-o", "a.json"], "a.json");
    assert_eq!(folder.names(), ["a.json", "folder"]);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_device_stays_a_device() {
    let (folder, _) = one_file("link");
    folder.put("real.json", "what stood here");
    let link = folder.path().join("link.json");
    std::os::unix::fs::symlink("real.json", &link).expect("a link can be made");
    folder.ayni(&["merge", "a.json", "-o", "link.json"]).fine();
    assert!(link.is_symlink());
    assert_eq!(folder.entries("real.json").len(), 1);
    let ran = folder.ayni(&["merge", "a.json", "-o", "/dev/stdout"]).fine();
    assert!(ran.out.ends_with("}\n"), "{}", ran.out);
}
