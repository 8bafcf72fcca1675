//! The app opens, wherever its folder lies.

use crate::stage::{Language, journey};

#[test]
fn the_app_opens_under_a_sub_path_and_at_the_root_of_a_host() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        phone.open("");
        phone.wait_text("Ayni");
        phone.open_address(stage.app_at_root());
        phone.wait_text("Ayni");
    });
}
