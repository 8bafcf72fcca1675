//! What every store must do when the last import is taken back, or when a text is tried again. Each check gets one store, opened
//! twice.

use super::contract::{all_of, import, phone, rows, save};
use ayni::storage::{Import, LastImport, LogStore, Quarantined, Row};

/// Hands the names of all checks to a macro, which runs them on its store.
macro_rules! on_every_forgiving_store {
    ($run:ident) => {
        $run! {
            the_last_import_is_taken_back_whole_and_the_next_save_goes_on
            an_import_stays_once_anything_was_written_after_it
            what_was_taken_back_leaves_no_gap_when_rows_are_joined
            what_can_be_read_after_all_leaves_what_could_not_in_the_same_step
        }
    };
}
pub(crate) use on_every_forgiving_store;

pub async fn the_last_import_is_taken_back_whole_and_the_next_save_goes_on<S: LogStore>(one: &S, other: &S) {
    save(one, &phone(), &["own"]).await;
    one.import(&import(&[], &[unreadable("older")])).await.expect("kept");
    let before = all_of(one).await;
    let file = import(&["second", "third"], &[unreadable("cut"), unreadable("off")]);
    let row = other.import(&file).await.expect("imported").expect("a row");
    let last = LastImport { row, rows: 1, bytes: file.bytes(), unread: (1, 3) };
    assert_eq!(one.take_back(&last).await, Ok(true));
    let (rows_now, quarantine, writers) = all_of(other).await;
    let lines = |rows: &[Row]| rows.iter().map(|row| row.lines.as_str()).collect::<Vec<_>>().join("");
    assert_eq!((lines(&rows_now), &quarantine, &writers), (lines(&before.0), &before.1, &before.2));
    // Who read up to there is not told that anything was lost, and what comes next is new to them.
    assert_eq!(rows(other, row).await, []);
    let saved = save(other, &phone(), &["next"]).await;
    assert!(saved.row > row);
    assert_eq!(rows(one, row).await.len(), 1);
    assert_eq!(one.take_back(&last).await, Ok(false), "once");
}

pub async fn an_import_stays_once_anything_was_written_after_it<S: LogStore>(one: &S, other: &S) {
    let file = import(&["second"], &[]);
    let row = one.import(&file).await.expect("imported").expect("a row");
    let last = LastImport { row, rows: 1, bytes: file.bytes(), unread: (0, 0) };
    let check = async |last: &LastImport| {
        let before = all_of(other).await;
        assert_eq!(one.take_back(last).await, Ok(false), "{last:?}");
        assert_eq!(all_of(other).await, before);
    };
    check(&LastImport { bytes: file.bytes() + 1, ..last.clone() }).await;
    check(&LastImport { unread: (0, 1), ..last.clone() }).await;
    check(&LastImport { row: row + 1, ..last.clone() }).await;
    save(other, &phone(), &["own"]).await;
    check(&last).await;
}

pub async fn what_can_be_read_after_all_leaves_what_could_not_in_the_same_step<S: LogStore>(one: &S, other: &S) {
    one.import(&import(&[], &[unreadable("readable"), unreadable("not yet")])).await.expect("kept");
    let again = Import { reread: vec![unreadable("readable")], ..import(&["it is a line now"], &[]) };
    other.import(&again).await.expect("imported");
    let (rows, quarantine, _) = all_of(one).await;
    assert_eq!(rows.len(), 1);
    assert_eq!(quarantine, [unreadable("not yet")]);
}

pub async fn what_was_taken_back_leaves_no_gap_when_rows_are_joined<S: LogStore>(one: &S, other: &S) {
    let file = import(&["second"], &[]);
    let row = one.import(&file).await.expect("imported").expect("a row");
    let last = LastImport { row, rows: 1, bytes: file.bytes(), unread: (0, 0) };
    assert_eq!(one.take_back(&last).await, Ok(true));
    for number in 0..100 {
        save(one, &phone(), &[&format!("visita {number}")]).await;
    }
    other.pack().await.expect("packed");
    let (rows, _, _) = all_of(one).await;
    assert!(rows.len() < 10, "{}", rows.len());
    assert_eq!(rows.iter().flat_map(|row| row.lines.lines()).filter(|line| line.is_empty()).count(), 0);
}

fn unreadable(text: &str) -> Quarantined {
    Quarantined { file: "a.json".to_owned(), line: 7, reason: "cut off".to_owned(), text: text.to_owned() }
}
