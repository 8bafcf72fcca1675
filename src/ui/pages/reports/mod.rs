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
use crate::report::fill::{Asked, filling};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, link};
use crate::ui::parts::hint::{hint, how};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::pieces::in_pieces;
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

/// Records that are read between two looks at the clock.
const RECORDS: usize = 20;

/// What puts the report together whenever what it is made of changes, and has to stand in the page; and the report, nothing before
/// it was put together. The one before stays until then.
fn filled(desk: Desk, asked: Derived<Asked>) -> (El, Shared<Option<Document>>) {
    let document = Shared::new(None);
    let turn: Shared<u32> = Shared::new(0);
    let maker = div("").attr("hidden", "").follow(move || {
        desk.notebook.see();
        let asked = asked.get();
        let this = turn.peek_value().wrapping_add(1);
        turn.set(this);
        leptos::task::spawn_local(async move {
            let is_last = move || !turn.is_gone() && turn.peek_value() == this;
            // The page around it is drawn first.
            browser::breathe().await;
            if let Some(made) = put_together(desk, &asked, is_last).await {
                document.set(Some(made));
            }
        });
    });
    (maker, document)
}

/// The report, in pieces, so that the screen is never held; nothing where it is not wanted any more.
async fn put_together(desk: Desk, asked: &Asked, goes_on: impl Fn() -> bool) -> Option<Document> {
    if !goes_on() {
        return None;
    }
    let notebook = desk.notebook.peek();
    let made = in_pieces(filling(&notebook.log, asked), RECORDS, |_| goes_on()).await;
    made.filter(|_| goes_on())
}
