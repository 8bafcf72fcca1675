//! Reports: the list of them; each read with what is still missing, printed and saved; and written.

mod drawn;
mod handing;
mod read;
mod write;

pub use read::read;
pub use write::write;

use crate::app::Route;
use crate::app::hints::Hint;
use crate::app::reports::{ReportLine, reports as all_reports};
use crate::i18n::Topic;
use crate::record::Kind;
use crate::report::document::Document;
use crate::report::fill::{Asked, fill};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, link};
use crate::ui::parts::hint::{hint, how};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::{Derived, Shared};

pub fn reports(desk: Desk) -> [El; 4] {
    let words = desk.words().reports();
    let title = div("grow")
        .child(el("h1").attr("tabindex", "-1").child(words.title))
        .child(el("p").class("stone").child(words.hint));
    let new = || link("btn", "new-report", Route::New(Kind::Report).hash()).child(icon(Pic::Plus)).child(words.new);
    let all = Derived::new(move || all_reports(&desk.notebook.see().log));
    let list = move || {
        let all = all.get();
        if all.is_empty() {
            return el("section")
                .class("card empty")
                .test("no-reports")
                .child(icon(Pic::Report))
                .child(el("h2").child(words.empty))
                .child(el("p").child(words.empty_hint))
                .child(new());
        }
        let rows: Vec<El> = all.iter().map(|line| row(desk, line)).collect();
        el("section")
            .class("card")
            .attr("aria-label", words.title)
            .child(el("ul").class("rows").child(rows))
            .child(el("p").class("line").child(new()))
    };
    let others = link("row", "to-other-files", Route::OtherFiles.hash())
        .child(icon(Pic::File))
        .child(el("b").class("grow").child(words.other_files))
        .child(icon(Pic::Chevron));
    [
        div("head").child([title, how(desk, Topic::Report, words.title)]),
        hint(desk, Hint::Report),
        div("stack").follow(list),
        el("section").class("card").attr("aria-label", words.other_files).child(others),
    ]
}

fn row(desk: Desk, line: &ReportLine) -> El {
    let kind = (desk.words().reports().template)(line.template);
    let title = if line.title.is_empty() { kind.to_owned() } else { line.title.clone() };
    let when = [kind, " · ", &desk.lang.get().moment(&line.changed_at, &desk.today())].concat();
    let text = el("span").class("grow").child(el("b").child(title)).child(el("small").child(when));
    let row = link("row", "open-report", Route::Record(line.record.clone()).hash());
    el("li").child(row.child(icon(Pic::Report)).child(text).child(icon(Pic::Chevron)))
}

/// The report as it now is; nothing until the page around it was drawn.
fn filled(desk: Desk, asked: Derived<Asked>) -> Derived<Option<Document>> {
    let is_time = Shared::new(false);
    leptos::task::spawn_local(async move {
        browser::breathe().await;
        if !is_time.is_gone() {
            is_time.set(true);
        }
    });
    Derived::new(move || is_time.get().then(|| fill(&desk.notebook.see().log, &asked.see())))
}
