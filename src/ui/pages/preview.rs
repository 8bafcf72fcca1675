//! What the chosen files would change (I1). Nothing changes until it is accepted.

use super::joining::accept;
use super::loading::{Found, Load};
use super::looking::look;
use crate::exchange::{Asks, Counts, FileContent, FileReport, Note};
use crate::i18n::Noun;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::table::tag;
use crate::ui::shared::Shared;
use std::sync::Arc;

pub fn show_preview(desk: Desk, load: Load, all: Arc<Found>) -> Vec<El> {
    let words = desk.words().preview();
    let found = &all.preview;
    let again = all.is_again.then(|| {
        let note = div("note").attr("role", "status").test("compared-again").child(icon(Pic::Info));
        note.child(el("p").class("grow").child(desk.words().loading().compared_again))
    });
    // Where there is nothing to write there is nothing to accept.
    let is_readable = found.total.new + found.total.photos + found.total.damaged > 0
        || !found.whole.is_empty()
        || !all.reread.is_empty();
    let files: Vec<El> = found.files.iter().map(|file| file_row(desk, file)).collect();
    let label = match (found.total.new, found.total.photos) {
        (0, 0) => desk.words().common.close.to_owned(),
        (0, photos) => (desk.words().photos().accept)(photos),
        (new, _) => (words.accept)(new),
    };
    let head = div("grow")
        .child(el("h1").attr("tabindex", "-1").child((words.title)(files.len())))
        .child(el("p").class("stone").child(words.nothing_changes_yet));
    let total = el("section").class("card").attr("aria-label", words.in_all).test("preview-total");
    let total = total.child(div("tiles").child(numbers(desk, &found.total)));
    let list = el("section")
        .class("card")
        .attr("aria-labelledby", "files")
        .child(el("h2").attr("id", "files").child(words.files))
        .child(el("ul").class("rows").child(files));
    let look = look(desk, all.clone());
    let is_writing = Shared::new(false);
    // I5: what can not be undone, or hides much, is asked a second time.
    let asks = found.asks();
    let is_asking = Shared::new(false);
    let question = move || {
        let told = match asks.filter(|_| is_asking.get())? {
            Asks::Erases(changes) => (words.asks_erases)(changes),
            Asks::Hides { hidden, shown } => (words.asks_hides)(hidden, shown),
        };
        let note = div("note bad").attr("role", "alert").test("second-question").child(icon(Pic::Warning));
        Some(note.child(el("p").class("grow").child(told)))
    };
    let label = move || if is_asking.get() { words.asks_yes.to_owned() } else { label.clone() };
    let take = move || {
        if asks.is_some() && !is_asking.peek_value() {
            is_asking.set(true);
        } else if !is_writing.peek_value() {
            is_writing.set(true);
            leptos::task::spawn_local(accept(load, all.clone()));
        }
    };
    let cancel = button("btn quiet grow", "cancel", move || load.cancel()).child(desk.words().common.cancel);
    let take =
        is_readable.then(|| button("btn grow", "accept", take).is("disabled", move || is_writing.get()).follow(label));
    let question = div("stack").follow(question);
    let list = div("stack").child([list]).child(look);
    vec![
        div("head").child(head),
        div("stack").child(again),
        total,
        list,
        question,
        div("foot").child(cancel).child(take),
    ]
}

/// The numbers that are not zero, each with what it counts; new and already here always.
fn numbers(desk: Desk, counts: &Counts) -> Vec<El> {
    let words = desk.words().preview();
    let all: [(&'static str, usize, Noun, bool); 12] = [
        ("count-new-records", counts.new_records, words.new_records, true),
        ("count-changed-records", counts.changed_records, words.changed_records, false),
        ("count-new-changes", counts.new, words.new_changes, true),
        ("count-already-here", counts.known, words.already_here, true),
        ("count-in-conflict", counts.conflicts, words.in_conflict, false),
        ("count-binned", counts.binned, words.put_in_bin, false),
        ("count-erased", counts.erased, words.erased, false),
        ("count-hidden", counts.hidden, desk.words().loading().hidden, false),
        ("count-photos", counts.photos, desk.words().photos().coming, false),
        ("count-photos-missing", counts.photos_missing, words.photos_missing, false),
        ("count-newer", counts.newer, words.from_newer, false),
        ("count-damaged", counts.damaged, words.damaged, false),
    ];
    let lang = desk.lang.get();
    let tile = |(test, count, noun, _): (&'static str, usize, Noun, bool)| {
        let number = lang.number(i64::try_from(count).unwrap_or(i64::MAX));
        el("p").class("fact").test(test).child(el("b").child(number)).child(noun(count))
    };
    all.into_iter().filter(|(_, count, _, always)| *always || *count > 0).map(tile).collect()
}

fn file_row(desk: Desk, file: &FileReport) -> El {
    let words = desk.words().preview();
    let (tag, lines) = match &file.content {
        Err(refused) => {
            let told = desk.words().refused(refused);
            (tag("tag bad", Some(Pic::Close), words.file_refused), vec![told.happened, told.safe, told.to_do])
        }
        Ok(content) => (content_tag(desk, content), content_lines(desk, content)),
    };
    let name = el("span").class("line").child([el("b").child(file.name.clone()), tag]);
    let lines = lines.into_iter().map(|line| el("small").child(line)).collect::<Vec<_>>();
    el("li").class("row").test("preview-file").child(el("span").class("grow").child(name).child(lines))
}

fn content_tag(desk: Desk, content: &FileContent) -> El {
    let words = desk.words().preview();
    if content.counts.damaged > 0 || content.notes.contains(&Note::CutOff) {
        tag("tag bad", Some(Pic::Warning), words.file_damaged)
    } else if content.counts.new == 0 {
        tag("tag", None, words.file_nothing_new)
    } else {
        tag("tag ok", Some(Pic::Check), words.file_whole)
    }
}

fn content_lines(desk: Desk, content: &FileContent) -> Vec<String> {
    let words = desk.words().preview();
    let (lang, counts) = (desk.lang.get(), &content.counts);
    let mut lines = vec![(words.made_by)(&content.header.by, &content.header.at, &desk.today())];
    let numbers = [
        (counts.new_records, words.new_records),
        (counts.changed_records, words.changed_records),
        (counts.known, words.already_here),
        (counts.conflicts, words.in_conflict),
        (counts.binned, words.put_in_bin),
        (counts.erased, words.erased),
        (counts.hidden, desk.words().loading().hidden),
        (counts.photos_missing, words.photos_missing),
        (counts.newer, words.from_newer),
    ];
    let told = numbers.into_iter().filter(|(count, _)| *count > 0).map(|(count, noun)| lang.count(count, noun));
    lines.push(told.collect::<Vec<_>>().join(", "));
    let damaged = content.damaged.iter().take(5);
    lines.extend(damaged.map(|damaged| (words.damaged_line)(damaged.line, &damaged.reason)));
    if counts.damaged > 0 {
        lines.push(words.damaged_hint.to_owned());
    }
    lines.extend(content.notes.iter().map(|note| (words.note)(*note)));
    lines.retain(|line| !line.is_empty());
    lines
}
