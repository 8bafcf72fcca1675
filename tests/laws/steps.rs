//! Reading and previewing in steps gives what they give at once, whatever the steps, and however the bytes arrive (I1, I2).

use crate::dice::Dice;
use crate::files::{desk, file_of};
use crate::law::law;
use crate::salvage::hurt_file;
use crate::tally::{Met, Tally};
use crate::world::log_of;
use ayni::exchange::{Contains, Incoming, Parcel, Refused, preview, preview_steps, read_with_photos};
use ayni::record::pace::Steps;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// In steps of random sizes.
fn slowly<T>(mut steps: Steps<'_, T>, most: usize, dice: &mut Dice) -> T {
    loop {
        if let Some(done) = steps.advance(1 + dice.below(most)) {
            return done;
        }
    }
}

/// In pieces of random sizes.
fn arriving(bytes: &[u8], most: usize, dice: &mut Dice) -> Result<Parcel, Refused> {
    let mut incoming = Incoming::of_size(u64::try_from(bytes.len()).expect("it fits"))?;
    let mut rest = bytes;
    while !rest.is_empty() {
        let (piece, later) = rest.split_at((1 + dice.below(most)).min(rest.len()));
        incoming.push(piece);
        rest = later;
    }
    let (parcel, text) = slowly(incoming.read(), most, dice);
    let without_mark = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    assert_eq!(text, String::from_utf8_lossy(without_mark));
    parcel
}

/// I1, I2
#[test]
fn i1_i2_a_file_read_and_previewed_in_steps_gives_what_it_gives_at_once() {
    let about = [Met::Salvaged, Met::Damaged, Met::CutOff, Met::LetterAround];
    law("i1_steps", &about, |world, dice, tally| {
        let file = file_of(&world.log(), &desk(), Contains::Everything);
        let bytes = hurt_file(&file, dice, tally);
        let most = [1, 7, 300, 5_000][dice.below(4)];
        let (once, slow) = (read_with_photos(&bytes), arriving(&bytes, most, dice));
        if once != slow {
            return Err(format!("at once {once:?}\nin steps of {most} {slow:?}\n{}", String::from_utf8_lossy(&bytes)));
        }
        note(&once, tally);
        let before = log_of(&dice.some(&world.entries));
        let files = vec![("a".to_owned(), once), ("b".to_owned(), read_with_photos(file.as_bytes()))];
        let told = slowly(preview_steps(&before, BTreeSet::new(), files.clone()), most, dice);
        if told != preview(&before, files) {
            return Err(format!("another preview in steps of {most}"));
        }
        Ok(())
    });
}

fn note(parcel: &Result<Parcel, Refused>, tally: &Tally) {
    if let Ok(parcel) = parcel {
        tally.add(Met::Salvaged, parcel.entries.len());
        tally.add(Met::Damaged, parcel.damaged.len());
    }
}

/// I2, I3, I7
#[test]
fn every_hostile_file_gives_the_same_in_steps() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hostile");
    let mut dice = Dice::new(7);
    let mut files = 0;
    for entry in fs::read_dir(folder).expect("the corpus is there") {
        let path = entry.expect("it can be listed").path();
        let bytes = fs::read(&path).expect("it can be read");
        let once = read_with_photos(&bytes);
        for most in [1, 3, 64, 1_000, 1_000_000] {
            assert_eq!(arriving(&bytes, most, &mut dice), once, "{} in steps of {most}", path.display());
        }
        files += 1;
    }
    assert!(files > 240, "{files} files");
}
