//! A phone that was copied or restored shares its name with another one. Both keep everything; the copy takes a new name (M8).

use crate::stage::{Language, journey};
use crate::steps::{at, begin, device, join, new_visit, save_file};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// What the program in a terminal makes of a file.
fn view(file: &Path) -> Value {
    let shown = Command::new(env!("CARGO_BIN_EXE_ayni")).arg("view").arg(file).output().expect("it runs");
    serde_json::from_slice(&shown.stdout).expect("it prints JSON")
}

#[test]
fn m8_a_restored_phone_keeps_both_histories_and_goes_on_under_a_new_name() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Equipo Intag");
        new_visit(&phone, "Ver el vivero");
        let file = save_file(&phone);

        // The new phone got the settings of the old one and none of its records, as some backups do.
        let restored = stage.phone(Language::Spanish);
        begin(&restored, "Equipo Intag");
        let settings = phone.run_js("return localStorage['ayni/settings']", &[]);
        restored.run_js("localStorage['ayni/settings'] = arguments[0]", &[settings]);
        restored.open("");
        restored.reload();
        restored.wait_for(&at("new-visit"));
        new_visit(&restored, "Ver el tostado");
        let before = device(&restored);
        assert_eq!(before, device(&phone), "so far nothing tells the one from the other");

        // Now it meets what the old one wrote under the same name and numbers.
        join(&restored, &[&file]);
        new_visit(&restored, "Ver el molino");
        assert_ne!(device(&restored), before, "a new name for what is written from now on");
        restored.open("#/visits");
        for purpose in ["Ver el vivero", "Ver el tostado", "Ver el molino"] {
            restored.wait_text(purpose);
        }
        let seen = view(&save_file(&restored));
        let twin = |fork: &Value| fork.get(0).and_then(Value::as_str) == Some(before.as_str());
        assert!(seen["forks"].as_array().expect("forks").iter().any(twin), "{}", seen["forks"]);
        let visits = seen["records"].as_object().expect("records").keys().filter(|record| record.starts_with("visit/"));
        assert_eq!(visits.count(), 3, "nothing of either is lost");
        // And back on the first phone.
        join(&phone, &[&save_file(&restored)]);
        new_visit(&phone, "Ver la feria");
        assert_ne!(device(&phone), before);
        phone.open("#/visits");
        for purpose in ["Ver el vivero", "Ver el tostado", "Ver el molino", "Ver la feria"] {
            phone.wait_text(purpose);
        }
    });
}
