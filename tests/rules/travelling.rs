//! Parts and photos (F6, I6), what is refused or kept aside (I2–I4), the second question (I5), protected files (S1–S3).

use crate::make::{Save, log_of};
use ayni::exchange::seal::{Closed, ROUNDS, open, seal};
use ayni::exchange::{
    Asks, Contains, MAX_PART, Made, Note, Photo, Refused, preview, read, read_with_photos, write_parts,
};
use ayni::log::{Change, ChangeId, Log, Rejected};
use ayni::record::{Value, json};

fn parts(log: &Log, photos: &[Photo]) -> Vec<String> {
    let device = *Save::of("phone").text("purpose", "x").now().device();
    let made = Made { at: "2026-11-24T18:05:12-05:00", by: "Equipo", device: &device };
    write_parts(log, &made, Contains::Everything, photos)
}

/// A picture of so many bytes, each with another last byte.
fn photo(size: usize, last: u8) -> Photo {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x02\0\0\0\0\0\0\0".to_vec();
    bytes.resize(size - 1, 0);
    bytes.push(last);
    Photo::of("image/png", bytes).expect("a picture")
}

/// F6
#[test]
fn f6_photos_go_in_parts_of_20_mb_each_readable_alone_and_the_first_has_all_changes() {
    let photos: Vec<Photo> = (0..5).map(|last| photo(7_000_000, last)).collect();
    let names = |(at, photo): (usize, &Photo)| {
        Save::of("phone").about(&format!("photo/{at}")).text("attachment", &photo.sha256).at(at as u64).now()
    };
    let changes: Vec<Change> = photos.iter().take(4).enumerate().map(names).collect();
    let log = log_of(&changes);
    let files = parts(&log, &photos);
    // Two of 9.3 million letters each fit into a part; the fifth is named by no change.
    let parcels: Vec<_> = files.iter().map(|file| read_with_photos(file.as_bytes()).expect("our own file")).collect();
    let counts: Vec<_> = parcels.iter().map(|parcel| (parcel.entries.len(), parcel.photos.len())).collect();
    assert_eq!(counts, [(4, 2), (0, 2)]);
    for (file, parcel) in files.iter().zip(&parcels) {
        assert!(parcel.notes.is_empty() && parcel.damaged.is_empty() && parcel.header.missing.is_empty());
        let letters: usize = parcel.photos.iter().map(|photo| photo.bytes.len().div_ceil(3) * 4).sum();
        assert!(letters <= MAX_PART && file.len() < MAX_PART + 10_000);
    }
    let without = read(parts(&log, &[]).remove(0).as_bytes()).expect("our own file");
    assert_eq!(without.header.missing.len(), 4, "F4: what is named and not held is missing");
}

/// I2, I3, M2
#[test]
fn i2_i3_a_change_with_a_key_twice_or_too_deep_goes_aside_and_the_others_come_in() {
    let (good, bad) = (Save::of("phone").text("purpose", "a").now(), Save::of("other").text("purpose", "b").now());
    let file = parts(&log_of([&good, &bad]), &[]).remove(0);
    let deep = format!("\"set\":{{\"deep\":{}{},", "[".repeat(20), "]".repeat(20));
    for (with, why) in [("\"set\":{\"purpose\":1,", "twice"), (&*deep, "deep")] {
        let broken = bad.line().replace("\"set\":{", with);
        let parcel = read(file.replace(bad.line(), &broken).as_bytes()).expect("one change is whole");
        assert_eq!(parcel.entries, [good.clone().into()], "{why}");
        let [damaged] = parcel.damaged.as_slice() else { panic!("{why}: one text is damaged") };
        assert_eq!(damaged.text, broken);
        assert_eq!(file.lines().position(|line| line.contains(bad.line())), Some(damaged.line - 1), "{why}");
    }
}

/// I2
#[test]
fn i2_a_missing_version_is_read_as_1_and_said() {
    let change = Save::of("phone").text("purpose", "a").now();
    let file = parts(&log_of([&change]), &[]).remove(0);
    for odd in ["", ",\"version\":null", ",\"version\":\"1\"", ",\"version\":0"] {
        let parcel = read(file.replace(",\"version\":1", odd).as_bytes()).expect("its change proves itself");
        assert_eq!((parcel.entries.len(), parcel.notes), (1, vec![Note::VersionUnclear]), "{odd}");
    }
}

/// I4
#[test]
fn i4_a_file_of_a_newer_version_says_which_version_reads_it() {
    let change = Save::of("phone").text("purpose", "a").now();
    let file = parts(&log_of([&change]), &[]).remove(0).replace("\"version\":1,", "\"version\":7,");
    assert_eq!(read(file.as_bytes()), Err(Refused::NewerVersion(7)));
}

/// I5, M6
#[test]
fn i5_a_second_question_is_asked_over_50_values_and_over_20_percent_and_whenever_something_is_erased() {
    let notes = |count: usize| -> Vec<Change> {
        (0..count)
            .map(|n| Save::of("phone").about(&format!("visit/{n}")).text("purpose", "a").at(n as u64).now())
            .collect()
    };
    let check = |shown: usize, hidden: usize, expected: Option<Asks>| {
        let held = notes(shown);
        let log = log_of(&held);
        let replace = |change: &Change| {
            let save = Save::of("desk00").about(change.record().as_str()).text("purpose", "b");
            save.over("purpose", &[change]).at(9_999).now()
        };
        let file = parts(&log_of(&held[..hidden].iter().map(replace).collect::<Vec<_>>()), &[]).remove(0);
        let found = preview(&log, vec![("a.json".to_owned(), read(file.as_bytes()))]);
        assert_eq!((found.shown, found.total.hidden), (shown, hidden));
        assert_eq!(found.asks(), expected, "{hidden} of {shown}");
    };
    check(100, 50, None);
    check(100, 51, Some(Asks::Hides { hidden: 51, shown: 100 }));
    check(51, 51, Some(Asks::Hides { hidden: 51, shown: 51 }));
    check(255, 51, None);
    check(254, 51, Some(Asks::Hides { hidden: 51, shown: 254 }));
    let held = notes(1);
    let ids = [held[0].id(), held[0].id()];
    let erasing = |ids: &[ChangeId]| parts(&log_of([&Save::of("desk00").erase(ids).now()]), &[]).remove(0);
    let asks = |file: String| preview(&log_of(&held), vec![("a.json".to_owned(), read(file.as_bytes()))]).asks();
    assert_eq!(asks(erasing(&ids)), Some(Asks::Erases(1)), "named twice, erased once");
    assert_eq!(asks(erasing(&[ayni::log::change_id("elsewhere")])), None, "what is not held is not missed");
}

/// I6
#[test]
fn i6_a_photo_that_is_not_what_it_says_goes_aside_and_the_changes_come_in() {
    let photo = photo(100, 1);
    let change = Save::of("phone").text("attachment", &photo.sha256).now();
    let file = parts(&log_of([&change]), &[photo]).remove(0).replace("\"bytes\":100", "\"bytes\":101");
    let parcel = read_with_photos(file.as_bytes()).expect("its change is whole");
    assert_eq!((parcel.entries.len(), parcel.photos.len()), (1, 0));
    assert_eq!(parcel.damaged[0].reason, Rejected::Photo("of another size than stated"));
}

/// S1, S2, S3
#[test]
fn s1_s2_s3_a_protected_file_opens_with_its_passphrase_alone_and_only_unaltered() {
    let file = parts(&log_of([&Save::of("phone").text("purpose", "maíz").now()]), &[]).remove(0);
    let sealed = seal(file.as_bytes(), "ñandú 🌽", [7; 16], [9; 12]).expect("sealed");
    assert_eq!(read(sealed.as_bytes()), Err(Refused::Sealed));
    assert!(!sealed.contains("visit") && sealed.contains(&format!("\"iterations\":{ROUNDS}")));
    // The passphrase counts as it is read, not as it was typed: NFD and NFC are one (S1).
    assert_eq!(open(sealed.as_bytes(), "n\u{303}andu\u{301} 🌽").as_deref(), Ok(file.as_bytes()));
    assert_eq!(open(sealed.as_bytes(), "nandu"), Err(Closed::WrongOrDamaged));
    let altered = |from: &str, to: &str| open(sealed.replacen(from, to, 1).as_bytes(), "ñandú 🌽");
    assert_eq!(
        altered("\"version\":1", "\"version\":1,\"x\":1"),
        Err(Closed::WrongOrDamaged),
        "the head is sealed too"
    );
    assert_eq!(altered("\"iterations\":600000", "\"iterations\":600001"), Err(Closed::WrongOrDamaged));
    assert_eq!(altered("\"data\":\"", "\"data\":\"AAAA"), Err(Closed::WrongOrDamaged));
    assert_eq!(altered("AES-256-GCM", "AES-128-GCM"), Err(Closed::Form));
    assert_eq!(open(file.as_bytes(), "x"), Err(Closed::Form));
}

/// S1: the work would take minutes; a test that ends shows that none of it was done.
#[test]
fn s1_too_few_or_too_many_rounds_are_refused_before_any_work() {
    let mut sealed = json::read(&seal(b"x", "p", [7; 16], [9; 12]).expect("sealed")).expect("JSON").into_map();
    for rounds in [i64::MIN + 1, -1, 0, 599_999, 10_000_001, 9_007_199_254_740_991] {
        let Some(Value::Map(kdf)) = sealed.get_mut("kdf") else { panic!("it says how its key is made") };
        kdf.insert("iterations".to_owned(), rounds.into());
        let text = ayni::log::canonical_object(&sealed);
        let expected = if rounds == i64::MIN + 1 { Closed::Form } else { Closed::Rounds };
        assert_eq!(open(text.as_bytes(), "p"), Err(expected), "{rounds}");
    }
}
