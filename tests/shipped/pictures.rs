//! The pictures of the help: there for every topic in every language, of the size that the page keeps free for them, and light.

use ayni::app::help::{picture, size};
use ayni::exchange::Format;
use ayni::i18n::{Lang, Topic};
use std::fs;
use std::path::Path;

/// Bytes of one picture, and of all of them.
const MOST: usize = 12_000;
const ALL: usize = 160_000;

#[test]
fn every_topic_of_the_help_has_a_light_picture_of_the_right_size_in_every_language() {
    let mut all = 0;
    for lang in Lang::ALL {
        for topic in Topic::ALL {
            let name = picture(topic, *lang);
            let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(&name));
            let bytes = bytes.unwrap_or_else(|error| panic!("{name}: {error}; `cargo xtask pictures` takes it"));
            assert_eq!(Format::of(&bytes), Some(Format::WebP), "{name}");
            assert!(bytes.len() <= MOST, "{name}: {} bytes", bytes.len());
            all += bytes.len();
            let (wide, high) = Format::WebP.size(&bytes).expect("a size");
            let [width, height] = size(topic);
            // As wide for its height as the page says; rounding aside.
            assert!((wide * height).abs_diff(high * width) <= wide.max(high), "{name}: {wide} × {high}");
        }
    }
    assert!(all <= ALL, "{all} bytes");
    println!("met by the pictures of the help: {all} bytes in all");
}
