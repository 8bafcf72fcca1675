//! Photos that arrive before their records, after them, or after they were erased (F6, M6), and where they are safe (F4).

use crate::make::{Save, log_of};
use ayni::app::Notebook;
use ayni::exchange::{
    Contains, Made, Photo, Preview, acknowledge, photos_not_there, preview, preview_holding, read_with_photos,
    write_parts,
};
use ayni::log::{Change, DeviceId, Entry, Have, Log};
use std::collections::BTreeSet;

/// A PNG of this size in bytes; `last` makes it another one.
fn photo(size: usize, last: u8) -> Photo {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x02\0\0\0".to_vec();
    bytes.resize(size - 1, 0);
    bytes.push(last);
    Photo::by_content(bytes).expect("a picture")
}

fn device(name: &str) -> DeviceId {
    DeviceId::parse(&format!("{name:0<10}")).expect("a fitting device")
}

fn files(log: &Log, by: &str, photos: &[Photo]) -> Vec<String> {
    let made = Made { at: "2026-11-24T18:05:12-05:00", by: "", device: &device(by) };
    write_parts(log, &made, Contains::Everything, photos)
}

/// Two photos that do not fit into one part, and the changes that name them.
fn two() -> (Vec<Photo>, [Change; 2]) {
    let photos = vec![photo(9_000_000, 1), photo(9_000_000, 2)];
    let first = Save::of("phone").about("photo/a").text("attachment", &photos[0].sha256).text("of", "visit/a").now();
    let second = Save::of("phone").about("photo/b").text("attachment", &photos[1].sha256).text("of", "visit/b");
    let second = second.after(&first).at(2).now();
    (photos, [first, second])
}

fn look(log: &Log, held: &[&Photo], file: &str) -> Preview {
    let held: BTreeSet<String> = held.iter().map(|photo| photo.sha256.clone()).collect();
    preview_holding(log, held, vec![("a.json".to_owned(), read_with_photos(file.as_bytes()))])
}

fn names(found: &Preview) -> Vec<&str> {
    found.photos.iter().map(|photo| photo.sha256.as_str()).collect()
}

/// F6
#[test]
fn f6_parts_are_taken_in_in_any_order() {
    let (photos, changes) = two();
    let log = log_of(&changes);
    let parts = files(&log, "phone", &photos);
    let [first, second] = parts.as_slice() else { panic!("two parts") };
    // The second part first: its photo waits for the change that names it.
    let found = look(&Log::new(), &[], second);
    assert_eq!((names(&found), found.total.photos), (vec![photos[1].sha256.as_str()], 1));
    let found = look(&Log::new(), &[&photos[1]], first);
    assert_eq!((names(&found), found.total.photos_missing), (vec![photos[0].sha256.as_str()], 0));
    // The other way round, it is missing until it comes.
    let found = look(&Log::new(), &[], first);
    assert_eq!(found.total.photos_missing, 1);
    let found = look(&log, &[&photos[0]], second);
    assert_eq!((names(&found), found.total.new), (vec![photos[1].sha256.as_str()], 0));
    // What is held already brings nothing new, and both together come once.
    assert!(names(&look(&log, &[&photos[0], &photos[1]], second)).is_empty());
    let all = [first, second, first].map(|file| ("a.json".to_owned(), read_with_photos(file.as_bytes())));
    assert_eq!(preview(&Log::new(), all.into()).photos.len(), 2);
}

/// M6
#[test]
fn m6_a_photo_that_only_erased_changes_name_is_not_taken_in_again() {
    let (photos, [first, second]) = two();
    let erasure = Save::of("desk").erase(&[second.id()]).now();
    let parts = files(&log_of([&first, &second]), "phone", &photos);
    let after = log_of([&first, &second, &erasure]);
    assert_eq!(after.attachments(), BTreeSet::from([photos[0].sha256.as_str()]));
    for part in &parts {
        assert!(!names(&look(&after, &[], part)).contains(&photos[1].sha256.as_str()));
    }
    // Erased by the very file that is loaded with it.
    let erasing = files(&log_of([&erasure]), "desk", &[]).remove(0);
    let both = [&parts[1], &erasing].map(|file| ("a.json".to_owned(), read_with_photos(file.as_bytes())));
    let found = preview(&log_of([&first, &second]), both.into());
    assert_eq!((found.erases.len(), names(&found)), (1, vec![]));
}

/// F4
#[test]
fn f4_a_photo_that_the_desk_lacks_is_not_safe_with_the_record_that_names_it() {
    let (photos, changes) = two();
    let mut notebook = Notebook::default();
    for change in &changes {
        notebook.log.accept(Entry::from(change.clone()));
    }
    let own = device("phone");
    let mut hears = |held: &[Photo]| {
        let answer = files(&log_of(&changes), "desk", held).remove(0);
        let header = read_with_photos(answer.as_bytes()).expect("our own file").header;
        photos_not_there(&mut notebook.photos_not_there, &notebook.safe, &header, &own, &notebook.log);
        acknowledge(&mut notebook.safe, &header, &own, &notebook.log);
        notebook.not_safe().records
    };
    assert_eq!(hears(&photos[..1]), 1, "one of the two photos did not come along");
    assert_eq!(hears(&photos[..1]), 1, "saying it twice changes nothing");
    assert_eq!(hears(&photos), 0);
    assert_eq!(hears(&[]), 0, "what was safe with one desk stays so when another lacks it");
    assert_eq!(notebook.safe.len(), 1);
    let nothing: Have = Have::new();
    let own_file = read_with_photos(files(&log_of(&changes), "phone", &[]).remove(0).as_bytes()).expect("our own file");
    let mut not_there = BTreeSet::new();
    assert!(
        !photos_not_there(&mut not_there, &nothing, &own_file.header, &own, &notebook.log),
        "F4: of no other device"
    );
}
