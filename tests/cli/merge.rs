//! `ayni merge`: one file from many.

use super::stage::{AT, DESK, Folder, PHONE, Phone, photo, value};
use ayni::exchange::read_with_photos;
use ayni::log::Entry;

fn two_phones(folder: &Folder) -> (Phone, Phone) {
    let (mut phone, mut desk) = (Phone::new(PHONE, 1), Phone::new(DESK, 100));
    phone.save("visit/a", &[("notes", "cuatro".into())]);
    desk.save("visit/a", &[("notes", "cinco".into())]);
    folder.put("a.json", phone.file());
    folder.put("b.json", desk.file());
    (phone, desk)
}

#[test]
fn one_file_shows_what_both_showed_together() {
    let folder = Folder::new("merge-two");
    two_phones(&folder);
    let ran = folder.ayni(&["merge", "a.json", "b.json", "-o", "all.json", "--by", "Mesa", "--at", AT]).fine();
    assert_eq!(ran.err, "all.json: 2 changes of 1 record\n");
    assert_eq!(folder.view(&["all.json"]), folder.view(&["a.json", "b.json"]));
    assert_eq!(folder.ayni(&["check", "all.json"]).fine().status, 0);
    let header = read_with_photos(folder.text("all.json").as_bytes()).expect("a file").header;
    assert_eq!((header.by.as_str(), header.at.as_str()), ("Mesa", AT));
    assert_eq!(folder.names(), ["a.json", "all.json", "b.json"], "nothing is left beside it");
}

#[test]
fn the_same_files_at_the_same_moment_give_the_same_bytes() {
    let folder = Folder::new("merge-same");
    two_phones(&folder);
    let merge = |files: [&str; 2]| folder.ayni(&["merge", files[0], files[1], "-o", "-", "--at", AT]).fine().out;
    let one = merge(["a.json", "b.json"]);
    assert_eq!(one, merge(["b.json", "a.json"]));
    assert!(one.starts_with("{\n\"format\":\"ayni-export\""), "{one}");
}

#[test]
fn photos_travel_along_and_one_that_no_change_names_is_said() {
    let folder = Folder::new("merge-photos");
    let mut phone = Phone::new(PHONE, 1);
    let picture = photo(1);
    phone.save("photo/p", &[("attachment", picture.sha256.as_str().into())]);
    folder.put("a.json", phone.file_with(std::slice::from_ref(&picture)));
    folder.put("b.json", phone.file());
    folder.ayni(&["merge", "b.json", "a.json", "-o", "all.json"]).fine();
    let parcel = read_with_photos(folder.text("all.json").as_bytes()).expect("a file");
    assert_eq!((parcel.photos, parcel.header.missing), (vec![picture.clone()], vec![]));
    let alone = phone.file().replace("\"attachments\":[", &["\"attachments\":[", &photo(2).line()].concat());
    folder.put("c.json", alone);
    let ran = folder.ayni(&["merge", "c.json", "-o", "d.json"]).fine();
    assert!(ran.err.contains("1 photo left out: no change names them"), "{}", ran.err);
}

/// F3, F4
#[test]
fn f3_f4_only_what_the_other_lacks_is_sent_back() {
    let folder = Folder::new("merge-since");
    let (mut phone, _) = two_phones(&folder);
    phone.save("visit/b", &[("notes", "seis".into())]);
    folder.put("later.json", phone.file());
    folder.ayni(&["merge", "later.json", "b.json", "-o", "new.json", "--since", "a.json"]).fine();
    let mut written: Vec<String> = folder.entries("new.json").iter().map(|entry| entry.record().to_string()).collect();
    written.sort();
    assert_eq!(written, ["visit/a", "visit/b"]);
    assert!(folder.text("new.json").contains("\"contains\":\"new\",\"since\":{\"k3v9q2m7x1\":{\"seq\":1"));
    assert_eq!(folder.view(&["a.json", "new.json"]), folder.view(&["later.json", "b.json"]));
}

#[test]
fn a_file_that_is_read_is_never_replaced_by_less_than_it_held() {
    let folder = Folder::new("merge-replace");
    let (phone, _) = two_phones(&folder);
    folder.ayni(&["merge", "a.json", "b.json", "-o", "a.json"]).fine();
    assert_eq!(folder.entries("a.json").len(), 2, "all of it is in the new one");
    let damaged = phone.file().replace("cuatro", "catorce");
    folder.put("a.json", &damaged);
    for words in [
        &["merge", "b.json", "a.json", "-o", "a.json"][..],
        &["merge", "b.json", "-o", "b.json", "--since", "a.json"],
        &["merge", "b.json", "-o", "a.json", "--since", "a.json"],
    ] {
        let ran = folder.ayni(words);
        assert!(ran.status >= 2 && ran.err.contains("ayni: "), "{words:?}: {}", ran.err);
        assert_eq!(folder.text("a.json"), damaged);
    }
}

#[test]
fn what_could_not_be_read_is_said_and_the_rest_is_written() {
    let folder = Folder::new("merge-damaged");
    let (mut phone, _) = two_phones(&folder);
    phone.save("visit/b", &[("notes", "seis".into())]);
    folder.put("a.json", phone.file().replace("cuatro", "catorce"));
    folder.put("c.json", "nota de campo");
    let ran = folder.ayni(&["merge", "a.json", "b.json", "c.json", "-o", "all.json"]);
    assert_eq!(ran.status, 3);
    assert!(ran.err.contains("a.json:") && ran.err.contains(": damaged, not taken in: the id "), "{}", ran.err);
    assert!(ran.err.contains("ayni: c.json: the file is a plain text"), "{}", ran.err);
    assert_eq!(folder.entries("all.json").iter().filter_map(Entry::change).count(), 2);
    // Of nothing nothing is made.
    let ran = folder.ayni(&["merge", "c.json", "-o", "none.json"]);
    assert_eq!((ran.status, folder.names().contains(&"none.json".to_owned())), (3, false));
}

#[test]
fn photos_of_more_than_one_part_are_split_and_every_part_reads_alone() {
    let folder = Folder::new("merge-parts");
    let mut phone = Phone::new(PHONE, 1);
    let mut photos = Vec::new();
    for number in 0..3 {
        let mut bytes = photo(number).bytes;
        bytes.resize(7_000_000, number);
        let big = ayni::exchange::Photo::of("image/png", bytes).expect("a picture");
        phone.save(&format!("photo/p{number}"), &[("attachment", big.sha256.as_str().into())]);
        photos.push(big);
    }
    for (number, photo) in photos.iter().enumerate() {
        folder.put(&format!("{number}.json"), phone.file_with(std::slice::from_ref(photo)));
    }
    let files = ["0.json", "1.json", "2.json"];
    let ran = folder.ayni(&[&["merge"], &files[..], &["-o", "-"]].concat());
    assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{}", ran.err);
    let ran = folder.ayni(&[&["merge"], &files[..], &["-o", "all.json"]].concat()).fine();
    assert!(ran.err.contains("in 2 parts"), "{}", ran.err);
    assert_eq!(folder.names(), ["0.json", "1.json", "2.json", "all-2-of-2.json", "all.json"]);
    let check = folder.ayni(&["check", "--json", "all.json", "all-2-of-2.json"]).fine();
    let report = value(&check.out);
    assert_eq!(super::stage::at(&report, &["all", "photos", "held"]), &3.into());
}
