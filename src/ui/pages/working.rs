//! How far long work is, with a way to give it up.

use super::loading::{Load, Stage};
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};

pub fn working(desk: Desk, load: Load) -> Vec<El> {
    let words = desk.words().loading();
    let title = move || match load.progress.see().what {
        Stage::Reading(..) => words.reading,
        Stage::Comparing => words.comparing,
        Stage::Writing => words.writing,
        Stage::Joining => words.joining,
    };
    let is_safe = move || matches!(load.progress.see().what, Stage::Reading(..) | Stage::Comparing);
    let calm = move || {
        if is_safe() { desk.words().preview().nothing_changes_yet } else { words.no_way_back }
    };
    let title = el("h1").attr("tabindex", "-1").follow(title);
    let head = div("grow").child(title).child(el("p").class("stone").follow(calm));
    let file = move || match &load.progress.see().what {
        Stage::Reading(name, number, of) => (words.file)(name, *number, *of),
        _ => String::new(),
    };
    // What is done at once has no share.
    let share = move || {
        let progress = load.progress.see();
        (progress.what != Stage::Writing).then_some(progress.share)
    };
    let percent = move || share().map(|share| (words.percent)(share / 10)).unwrap_or_default();
    let bar = el("progress")
        .attr("max", "1000")
        .attr("aria-label", words.how_far)
        .test("progress")
        .attr_when("value", move || share().map(|share| share.to_string()));
    let line = el("p").child(el("b").test("progress-share").follow(percent)).child(" ");
    let line = line.child(el("span").class("stone").test("progress-file").follow(file));
    let cancel = button("btn quiet", "cancel-loading", move || load.cancel())
        .is("disabled", move || !is_safe())
        .child(desk.words().common.cancel);
    let card = el("section").class("card stack").attr("aria-label", words.how_far).child([line, bar]);
    vec![div("head").child(head), card, div("foot").child(cancel)]
}
