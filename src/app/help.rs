//! The help: the addresses of its topics, where each begins, and its pictures.

use super::Route;
use crate::i18n::{Lang, Topic};

/// How wide and high a picture is shown, in CSS pixels: nothing jumps when it comes.
pub const WIDE: [u32; 2] = [640, 330];
pub const TALL: [u32; 2] = [360, 380];

/// As it stands in an address and in the names of pictures.
pub const fn name(topic: Topic) -> &'static str {
    match topic {
        Topic::FirstVisit => "first-visit",
        Topic::Counting => "counting",
        Topic::Sending => "sending",
        Topic::Loading => "loading",
        Topic::Clashes => "clashes",
        Topic::Report => "report",
        Topic::NewPhone => "new-phone",
        Topic::Hosting => "hosting",
    }
}

pub fn topic(named: &str) -> Option<Topic> {
    Topic::ALL.into_iter().find(|topic| name(*topic) == named)
}

/// The screen on which one begins with what it explains.
pub fn begins_at(topic: Topic) -> Route {
    match topic {
        Topic::FirstVisit => Route::NewVisit,
        Topic::Counting => Route::NewTraining,
        Topic::Sending | Topic::Loading => Route::Exchange,
        Topic::Clashes => Route::Clashes,
        Topic::Report => Route::Review,
        Topic::NewPhone => Route::MyData,
        Topic::Hosting => Route::Settings,
    }
}

/// Its file, from the folder of the app on. `cargo xtask pictures` takes it from the running app.
pub fn picture(topic: Topic, lang: Lang) -> String {
    ["help/", lang.code(), "-", name(topic), ".webp"].concat()
}

/// What is done at a desk was taken there; the rest on a phone.
pub const fn size(topic: Topic) -> [u32; 2] {
    match topic {
        Topic::Loading | Topic::Report => WIDE,
        _ => TALL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_is_found_again_by_its_name_and_has_pictures_of_its_own() {
        for one in Topic::ALL {
            assert_eq!(topic(name(one)), Some(one));
            assert_ne!(picture(one, Lang::Es), picture(one, Lang::En));
        }
        assert_eq!(topic(""), None);
    }
}
