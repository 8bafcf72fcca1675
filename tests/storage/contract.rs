//! What every store must do. Each check gets one store, opened twice, as two tabs do: what is written through one must
//! be found through the other.

use ayni::app::{Notebook, Now};
use ayni::log::{Change, Compose, DeviceId, Rejected, Stub, Tick};
use ayni::record::{Draft, Field, Map, RecordId};
use ayni::storage::{Import, LogStore, Quarantined, Row, Saved, StoreError, Writer};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

/// Hands the names of all checks to a macro, which runs them on its store. A check that is missing here does not compile
/// without a warning.
macro_rules! on_every_store {
    ($run:ident) => {
        $run! {
            an_empty_store_gives_nothing
            what_was_saved_is_found_again_byte_for_byte
            what_was_saved_together_stands_together
            rows_come_in_the_order_of_writing_and_only_the_new_ones_are_read
            a_save_goes_on_from_the_last_one_in_any_tab
            saves_at_the_same_moment_get_numbers_of_their_own_and_none_is_lost
            a_save_that_fails_leaves_nothing_behind
            changes_that_do_not_follow_on_are_refused_all_together
            devices_do_not_disturb_each_other
            a_device_that_finds_its_own_changes_in_a_file_writes_nothing_under_its_old_name
            an_import_brings_its_lines_in_one_row_and_leaves_the_own_numbers_alone
            a_file_that_could_not_be_read_at_all_is_kept_without_a_row
            what_could_not_be_read_comes_back_whole_and_says_where_it_stood
            odd_letters_come_back_byte_for_byte
            a_line_of_200_kilobytes_comes_back_byte_for_byte
            a_thousand_changes_come_in_with_one_import
            an_import_of_many_megabytes_becomes_rows_one_behind_the_other
            m6_what_is_erased_is_gone_from_every_row_and_from_what_could_not_be_read
            rows_that_are_no_longer_there_are_called_lost
        }
    };
}
pub(crate) use on_every_store;

pub async fn an_empty_store_gives_nothing<S: LogStore>(one: &S, other: &S) {
    for store in [one, other] {
        assert_eq!(all_of(store).await, (vec![], vec![], [Writer::default(), Writer::default()]));
    }
}

pub async fn what_was_saved_is_found_again_byte_for_byte<S: LogStore>(one: &S, other: &S) {
    let saved = save(one, &phone(), &["cuatro quintales"]).await;
    let [change] = saved.changes.as_slice() else { panic!("one change was made") };
    assert_eq!(rows(other, 0).await, [Row { number: saved.row, lines: change.line().to_owned() }]);
    let writer = other.writer(&phone()).await.expect("it is there");
    assert_eq!(writer, Writer { seq: 1, tip: Some(change.id()), tick: change.tick() });
}

pub async fn what_was_saved_together_stands_together<S: LogStore>(one: &S, other: &S) {
    let saved = save(one, &phone(), &["una visita", "un acuerdo"]).await;
    let lines: Vec<&str> = saved.changes.iter().map(Change::line).collect();
    assert_eq!(rows(other, 0).await, [Row { number: saved.row, lines: lines.join("\n") }]);
    assert_eq!(other.writer(&phone()).await.expect("it is there").seq, 2);
}

pub async fn rows_come_in_the_order_of_writing_and_only_the_new_ones_are_read<S: LogStore>(one: &S, other: &S) {
    save(one, &phone(), &["first"]).await;
    other.import(&import(&["second"], &[])).await.expect("imported");
    save(other, &desk(), &["third"]).await;
    one.import(&import(&["fourth", "and with it"], &[])).await.expect("imported");
    let all = rows(one, 0).await;
    assert_eq!(all.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert!(all.iter().zip(["first", "second", "third", "fourth"]).all(|(row, text)| row.lines.contains(text)));
    for (seen, row) in (0..).zip(&all) {
        assert_eq!(rows(other, seen).await.first(), Some(row));
    }
    assert_eq!(rows(other, 4).await, []);
}

pub async fn a_save_goes_on_from_the_last_one_in_any_tab<S: LogStore>(one: &S, other: &S) {
    let mut last = Writer::default();
    for (store, text) in [(one, "a"), (other, "b"), (other, "c"), (one, "d")] {
        let mut told = None;
        let make = |writer: &Writer| {
            told = Some(writer.clone());
            next(&phone(), writer, &[text])
        };
        let saved = store.save(&phone(), make).await.expect("saved");
        assert_eq!(told.as_ref(), Some(&last), "what was written last, whichever tab wrote it");
        last = last.after(&phone(), &saved.changes).expect("the numbers follow on");
    }
    assert_eq!(one.writer(&phone()).await, Ok(last));
}

pub async fn saves_at_the_same_moment_get_numbers_of_their_own_and_none_is_lost<S: LogStore>(one: &S, other: &S) {
    let (device, at_desk) = (phone(), desk());
    let in_one_tab = both(save(one, &device, &["a"]), save(one, &device, &["b"]));
    let in_another = both(save(other, &device, &["c"]), save(other, &at_desk, &["of another device"]));
    let (_, (_, imported)) = both(in_one_tab, both(in_another, one.import(&import(&["from a file"], &[])))).await;
    assert!(imported.is_ok());
    let rows = rows(one, 0).await;
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    let own = rows.iter().filter_map(|row| Change::read(&row.lines).ok()).filter(|change| change.device() == &device);
    let own: Vec<Change> = own.collect();
    assert_eq!(own.len(), 3, "none is lost");
    let writer = Writer::default().after(&device, &own).expect("the numbers follow on in the order of writing");
    assert_eq!(other.writer(&device).await, Ok(writer));
}

pub async fn a_save_that_fails_leaves_nothing_behind<S: LogStore>(one: &S, other: &S) {
    save(one, &phone(), &["cuatro"]).await;
    let before = all_of(one).await;
    let too_long = one.save(&phone(), |_| Err(Rejected::TooLarge("text").into())).await;
    assert_eq!(
        too_long,
        Err(StoreError::NotAChange(Rejected::TooLarge("text"))),
        "the reason is the one that was given"
    );
    assert_eq!(all_of(other).await, before);
    assert_eq!(save(other, &phone(), &["cinco"]).await.row, 2, "the next Save works as if nothing had been");
}

pub async fn changes_that_do_not_follow_on_are_refused_all_together<S: LogStore>(one: &S, other: &S) {
    save(one, &phone(), &["cuatro"]).await;
    let before = all_of(one).await;
    let from = |seq: i64, ms: u64| {
        let tip = Change::read(&before.0[0].lines).map(|change| change.id()).ok();
        let writer = Writer { seq, tip, tick: tick_of(ms) };
        move |device: DeviceId| next(&device, &writer, &["cinco"]).expect("a change")
    };
    let good = from(1, 1)(phone());
    for (why, wrong) in [
        ("a number again", from(0, 1)(phone())),
        ("a number left out", from(2, 1)(phone())),
        ("a time that is not later", from(1, 0)(phone())),
        ("another device", from(1, 1)(desk())),
        ("one good and one not", [good.clone(), good].concat()),
    ] {
        assert_eq!(other.save(&phone(), |_| Ok(wrong)).await, Err(StoreError::Forked), "{why}");
        assert_eq!(all_of(one).await, before, "{why}");
    }
}

pub async fn devices_do_not_disturb_each_other<S: LogStore>(one: &S, other: &S) {
    save(one, &phone(), &["a", "b"]).await;
    let at_desk = save(other, &desk(), &["c"]).await;
    assert_eq!(at_desk.changes[0].seq(), 1, "each device counts for itself");
    save(one, &phone(), &["d"]).await;
    let [of_phone, of_desk] = all_of(other).await.2;
    assert_eq!((of_phone.seq, of_desk.seq), (3, 1));
    assert_eq!(of_desk.tip, Some(at_desk.changes[0].id()));
}

/// M8: a phone that was emptied or restored and gets its own earlier work back from a file.
pub async fn a_device_that_finds_its_own_changes_in_a_file_writes_nothing_under_its_old_name<S: LogStore>(
    one: &S,
    other: &S,
) {
    let earlier = next(&phone(), &Writer::default(), &["written before"]).expect("a change");
    other.import(&import(&[earlier[0].line()], &[])).await.expect("imported");
    let now = Now { ms: 1_795_500_000_000, offset_minutes: -300 };
    let mut notebook = Notebook::default();
    for row in rows(one, 0).await {
        assert_eq!(notebook.take_row(&row.lines, &phone(), now), 0, "no line is damaged");
    }
    let mut draft = Draft::new(RecordId::parse("visit/b").expect("a record"));
    draft.fields.set(Field::Observations, "new");
    let before = all_of(one).await;
    let under = async |device: DeviceId| {
        let make = |writer: &Writer| notebook.changes_for(std::slice::from_ref(&draft), &device, writer, now);
        one.save(&device, make).await
    };
    assert_eq!(under(phone()).await, Err(StoreError::Forked));
    assert_eq!(all_of(other).await, before);
    assert!(under(desk()).await.is_ok(), "with a new name it can write");
}

pub async fn an_import_brings_its_lines_in_one_row_and_leaves_the_own_numbers_alone<S: LogStore>(one: &S, other: &S) {
    let changes = next(&phone(), &Writer::default(), &["a", "b"]).expect("changes");
    let lines: Vec<&str> = changes.iter().map(Change::line).collect();
    let bad = quarantined(3, "not a change");
    assert_eq!(one.import(&import(&lines, std::slice::from_ref(&bad))).await, Ok(Some(1)));
    let row = Row { number: 1, lines: lines.join("\n") };
    assert_eq!(all_of(other).await, (vec![row], vec![bad], [Writer::default(), Writer::default()]));
}

pub async fn a_file_that_could_not_be_read_at_all_is_kept_without_a_row<S: LogStore>(one: &S, other: &S) {
    let bad = [quarantined(1, "half a li")];
    assert_eq!(one.import(&import(&[], &bad)).await, Ok(None));
    assert_eq!(rows(other, 0).await, []);
    assert_eq!(other.quarantine().await, Ok(bad.to_vec()));
    assert_eq!(one.import(&import(&["the next"], &[])).await, Ok(Some(1)), "rows have no gaps");
}

pub async fn what_could_not_be_read_comes_back_whole_and_says_where_it_stood<S: LogStore>(one: &S, other: &S) {
    let long = "x".repeat(300_000);
    let first = [quarantined(2, ODD), quarantined(7, "\r\n\t{\"a\":\"b\\\"}\n")];
    let second = [quarantined(1, ""), quarantined(9, &long)];
    one.import(&import(&["a line"], &first)).await.expect("imported");
    other.import(&import(&[], &second)).await.expect("imported");
    assert_eq!(one.quarantine().await, Ok([first, second].concat()));
}

pub async fn odd_letters_come_back_byte_for_byte<S: LogStore>(one: &S, other: &S) {
    let saved = save(one, &phone(), &[ODD]).await;
    // A store does not look into lines, so it must not mend them either.
    one.import(&import(&[ODD, "", ODD], &[])).await.expect("imported");
    let rows = rows(other, 0).await;
    assert_eq!(rows[0].lines, saved.changes[0].line());
    assert_eq!(rows[1].lines, [ODD, "", ODD].join("\n"));
    assert_eq!(Change::read(&rows[0].lines).as_ref(), Ok(&saved.changes[0]), "it still proves itself");
}

pub async fn a_line_of_200_kilobytes_comes_back_byte_for_byte<S: LogStore>(one: &S, other: &S) {
    // Four fields: one text may have 64 KiB (C4).
    let texts = ["observations", "notes", "summary", "more"].map(|field| (field.to_owned(), "maíz ".repeat(8_500)));
    let saved = one.save(&phone(), |writer| Ok(vec![change(&phone(), writer, texts)?])).await.expect("saved");
    let line = saved.changes[0].line();
    assert!(line.len() > 200_000);
    assert_eq!(rows(other, 0).await, [Row { number: 1, lines: line.to_owned() }]);
}

pub async fn a_thousand_changes_come_in_with_one_import<S: LogStore>(one: &S, other: &S) {
    let texts: Vec<String> = (1..=1_000).map(|number| format!("visita {number}")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let changes = next(&phone(), &Writer::default(), &texts).expect("changes");
    let lines: Vec<&str> = changes.iter().map(Change::line).collect();
    one.import(&import(&lines, &[])).await.expect("imported");
    let rows = rows(other, 0).await;
    assert_eq!(rows.len(), 1);
    assert!(rows[0].lines.lines().eq(lines), "all of them, in their order");
}

pub async fn an_import_of_many_megabytes_becomes_rows_one_behind_the_other<S: LogStore>(one: &S, other: &S) {
    save(one, &phone(), &["before"]).await;
    let long = "x".repeat(1_500_000);
    let lines = [long.as_str(); 5];
    let import = import(&lines, &[]);
    assert_eq!(import.row_count(), 3);
    assert_eq!(one.import(&import).await, Ok(Some(4)), "the last one");
    let rows = rows(other, 1).await;
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3, 4]);
    assert!(rows.iter().flat_map(|row| row.lines.lines()).eq(lines), "all of them, in their order");
}

/// M6
pub async fn m6_what_is_erased_is_gone_from_every_row_and_from_what_could_not_be_read<S: LogStore>(one: &S, other: &S) {
    let saved = save(one, &phone(), &["una visita", "con su nombre", "un acuerdo"]).await;
    let [first, erased, last] = saved.changes.as_slice() else { panic!("three changes were made") };
    let damaged = erased.line().replace("nombre", "n0mbre").replace("\"id\":", "\"id\": ");
    let kept = quarantined(7, &last.line().replace("acuerdo", "acverdo"));
    one.import(&import(&[], &[quarantined(3, &damaged), kept.clone()])).await.expect("imported");
    let before = one.writer(&phone()).await;

    let stub = Stub::of(erased);
    let line = stub.line().to_owned();
    let erasing = Import { lines: vec!["an erasure"], erased: vec![stub], ..Import::default() };
    other.import(&erasing).await.expect("imported");

    let own = [first.line(), &line, last.line()].join("\n");
    let expected =
        [Row { number: saved.row, lines: own }, Row { number: saved.row + 1, lines: "an erasure".to_owned() }];
    assert_eq!(rows(one, 0).await, expected);
    assert_eq!(one.quarantine().await, Ok(vec![kept]));
    assert_eq!(one.writer(&phone()).await, before, "numbers go on");
}

pub async fn rows_that_are_no_longer_there_are_called_lost<S: LogStore>(one: &S, other: &S) {
    for after in [1, 7] {
        assert_eq!(one.rows(after).await, Err(StoreError::Lost), "nothing was ever written");
    }
    save(one, &phone(), &["first"]).await;
    save(one, &phone(), &["second"]).await;
    assert_eq!(rows(other, 2).await, [], "nothing new is not lost");
    for after in [3, u32::MAX] {
        assert_eq!(other.rows(after).await, Err(StoreError::Lost), "somebody read row {after} before");
    }
}

/// Marks of byte order and of direction, letters made of several, line ends that JSON lets stand, no letters at all.
const ODD: &str = "\u{feff}mai\u{301}z 🌽 👩🏽‍🌾 ñandú \u{202e}ʇ\u{2028}\u{2029}\u{85} \u{0}\u{7f}\u{fffe}\u{ffff}\u{10ffff} \\u0041 ' \" \\";

pub fn phone() -> DeviceId {
    DeviceId::parse("k3v9q2m7x1").expect("a fitting device")
}

fn desk() -> DeviceId {
    DeviceId::parse("p0aab3c4d5").expect("a fitting device")
}

/// An import of these lines and unreadable texts.
pub fn import<'a>(lines: &[&'a str], quarantined: &[Quarantined]) -> Import<'a> {
    Import { lines: lines.to_vec(), quarantined: quarantined.to_vec(), ..Import::default() }
}

pub fn quarantined(line: usize, text: &str) -> Quarantined {
    let (file, reason) = ("Equipo Intag.ayni.json".to_owned(), "it does not say what its name says".to_owned());
    Quarantined { file, line, reason, text: text.to_owned() }
}

fn tick_of(ms: u64) -> Tick {
    Tick::parse(&format!("{ms:012x}-0000")).expect("a fitting tick")
}

/// What a device writes after what it wrote last, one change for each text.
pub fn next(device: &DeviceId, writer: &Writer, texts: &[&str]) -> Result<Vec<Change>, StoreError> {
    let mut writer = writer.clone();
    let mut changes = Vec::new();
    for text in texts {
        let change = change(device, &writer, [("observations".to_owned(), (*text).to_owned())])?;
        writer = Writer { seq: change.seq(), tip: Some(change.id()), tick: change.tick() };
        changes.push(change);
    }
    Ok(changes)
}

fn change<const N: usize>(
    device: &DeviceId,
    writer: &Writer,
    set: [(String, String); N],
) -> Result<Change, StoreError> {
    let record = RecordId::parse("visit/a").expect("a fitting record");
    Ok(Change::compose(Compose {
        record: &record,
        set: set.into_iter().map(|(field, text)| (field, text.as_str().into())).collect(),
        over: Map::new(),
        seen: Vec::new(),
        device,
        seq: writer.seq + 1,
        prev: writer.tip.filter(|_| writer.seq > 0),
        at: "2026-11-24T08:11:22-05:00",
        tick: tick_of(writer.tick.ms() + 1),
    })?)
}

pub async fn save<S: LogStore>(store: &S, device: &DeviceId, texts: &[&str]) -> Saved {
    store.save(device, |writer| next(device, writer, texts)).await.expect("saved")
}

pub async fn rows<S: LogStore>(store: &S, after: u32) -> Vec<Row> {
    store.rows(after).await.expect("rows can be read")
}

/// All that a store holds of these two devices.
pub async fn all_of<S: LogStore>(store: &S) -> (Vec<Row>, Vec<Quarantined>, [Writer; 2]) {
    let quarantine = store.quarantine().await.expect("it can be read");
    let writer = async |device| store.writer(&device).await.expect("it can be read");
    (rows(store, 0).await, quarantine, [writer(phone()).await, writer(desk()).await])
}

/// Both at the same time: each goes on while the other waits.
async fn both<A, B>(a: impl Future<Output = A>, b: impl Future<Output = B>) -> (A, B) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let (mut first, mut second) = (None, None);
    poll_fn(move |context| {
        if first.is_none()
            && let Poll::Ready(done) = a.as_mut().poll(context)
        {
            first = Some(done);
        }
        if second.is_none()
            && let Poll::Ready(done) = b.as_mut().poll(context)
        {
            second = Some(done);
        }
        match (first.take(), second.take()) {
            (Some(a), Some(b)) => Poll::Ready((a, b)),
            unfinished => {
                (first, second) = unfinished;
                Poll::Pending
            }
        }
    })
    .await
}
