//! What the records say under a heading, on the screen: as it stands in the report, with the way to the records behind it.

use crate::app::Route;
use crate::app::clashes::page_of;
use crate::record::RecordId;
use crate::report::document::{Block, Line, Table};
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, link};
use crate::ui::photo::picture;

/// How many records behind a line are named.
const NAMED: usize = 50;

/// How much of a section, a list or a table is drawn: who reads on a screen does not read thousands of lines.
const DRAWN: usize = 100;

pub fn blocks(desk: Desk, blocks: &[Block]) -> Vec<El> {
    let drawn = blocks.iter().take(DRAWN).map(|one| block(desk, one));
    drawn.chain(rest(desk, blocks.len())).collect()
}

/// What is said where there is more than is drawn.
fn rest(desk: Desk, all: usize) -> Option<El> {
    let number = |number: usize| desk.lang.get().number(i64::try_from(number).unwrap_or(i64::MAX));
    let told = || (desk.words().reports().shown_of)(&number(DRAWN), &number(all));
    (all > DRAWN).then(|| el("p").class("hint").test("rest").child(told()))
}

fn block(desk: Desk, block: &Block) -> El {
    let shown = match block {
        Block::Part(title) => el("h3").child(*title),
        Block::Line(line) => el("p").child(line.text.clone()),
        Block::Note(line) => el("p").class("hint").child(line.text.clone()),
        Block::Items(lines) => items(desk, lines),
        Block::Table(counted) => table(desk, counted),
        Block::Photo(photo) => el("figure")
            .child(picture(desk, &photo.attachment, false, photo.caption.clone()))
            .child(el("figcaption").child(photo.caption.clone())),
    };
    let records = block.records().into_iter().cloned().collect();
    div("filled").child(shown).child(sources(desk, records))
}

fn items(desk: Desk, lines: &[Line]) -> El {
    let items: Vec<El> = lines.iter().take(DRAWN).map(|line| el("li").child(line.text.clone())).collect();
    div("stack tight").child(el("ul").child(items)).child(rest(desk, lines.len()))
}

fn table(desk: Desk, table: &Table) -> El {
    let class = |at: usize| if at < table.words { "" } else { "number" };
    let head = |(at, cell): (usize, &String)| el("th").class(class(at)).attr("scope", "col").child(cell.clone());
    let head: Vec<El> = table.head.iter().enumerate().map(head).collect();
    let cell = |(at, cell): (usize, &String)| {
        let element = if at == 0 { el("th").attr("scope", "row") } else { el("td") };
        element.class(class(at)).child(cell.clone())
    };
    let row =
        |row: &crate::report::document::Row| el("tr").child(row.cells.iter().enumerate().map(cell).collect::<Vec<_>>());
    let rows: Vec<El> = table.rows.iter().take(DRAWN).map(row).collect();
    let drawn = el("table")
        .class("report-table")
        .child(el("caption").child(table.caption.clone()))
        .child((!head.is_empty()).then(|| el("thead").child(el("tr").child(head))))
        .child(el("tbody").child(rows));
    // A wide table is scrolled by itself, also with the keyboard.
    let scrolled = div("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", table.caption.clone())
        .child(drawn);
    let note = table.note.clone().map(|note| el("p").class("hint").child(note));
    div("stack tight").child(scrolled).child(rest(desk, table.rows.len())).child(note)
}

/// The records behind something, on demand.
fn sources(desk: Desk, records: Vec<RecordId>) -> Option<El> {
    if records.is_empty() {
        return None;
    }
    let told = (desk.words().reports().sources)(records.len());
    let list = move || {
        let row = |record: &RecordId| el("li").child(to_record(desk, record));
        let named = el("ul").class("sources").child(records.iter().take(NAMED).map(row).collect::<Vec<_>>());
        let more = records.len().checked_sub(NAMED).filter(|more| *more > 0);
        let more = more.map(|more| el("p").class("hint").child((desk.words().reports().and_more)(more)));
        div("stack tight").child(named).child(more)
    };
    // They are made when somebody opens them.
    let is_open = crate::ui::shared::Shared::new(false);
    let details = el("details").class("source").test("sources").on("toggle", move |_| is_open.set(true));
    Some(details.child(el("summary").child(told)).follow(move || is_open.get().then(&list)))
}

/// The way to a record by its name.
pub fn to_record(desk: Desk, record: &RecordId) -> El {
    let (name, page) = desk.with_names(|names| {
        let kind = record.kind().map_or("", |kind| (names.lang.words().labels.kind)(kind));
        let title = crate::app::clashes::title(names, record);
        let name = if title.is_empty() { kind.to_owned() } else { [kind, ": ", &title].concat() };
        (name, page_of(names.log, record))
    });
    let page = page.unwrap_or(Route::Reports);
    link("", "", page.hash()).child(name)
}
