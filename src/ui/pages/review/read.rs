//! Reading the rows in pieces, and which of them are shown.

use super::{Review, kind_at};
use crate::app::Names;
use crate::app::review::{Row, Sort, Which, order, rows as rows_of};
use crate::record::text::fold;
use crate::record::{Kind, RecordId};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::pieces::in_pieces;
use crate::ui::shared::{Derived, Shared};

/// Rows that are read between two looks at the clock.
const ROWS: usize = 10;

/// Reads the rows of what is held now. What was read before stays on the screen meanwhile.
pub fn read(page: Review) {
    let notebook = page.desk.notebook.see();
    let (lang, kind) = (page.desk.lang.get(), kind_at(page.kind.get()));
    let turn = page.turn.peek_value().wrapping_add(1);
    page.turn.set(turn);
    leptos::task::spawn_local(async move {
        // What asked for it is being drawn: the screen comes first.
        browser::breathe().await;
        let goes_on = |_| !page.turn.is_gone() && page.turn.peek_value() == turn;
        let reading = rows_of(Names { log: &notebook.log, lang }, kind);
        if let Some(rows) = in_pieces(reading, ROWS, goes_on).await
            && goes_on(0)
        {
            page.rows.set(rows);
            page.is_read.set(true);
        }
    });
}

/// The rows that fit what is asked, in their order.
pub fn shown(
    desk: Desk,
    kind: Shared<usize>,
    rows: Shared<Vec<Row>>,
    typed: Shared<String>,
    which: Shared<Which>,
    sort: Shared<Sort>,
) -> Derived<Vec<u32>> {
    let numbers = Derived::new(move || {
        let records: Vec<RecordId> = rows.see().iter().map(|row| row.record.clone()).collect();
        desk.numbers(&records)
    });
    Derived::new(move || {
        let kind = kind_at(kind.get());
        let rows = rows.see();
        let found = match kind {
            Kind::Visit | Kind::Session => {
                let asked = desk.finding.list(kind).asked.see();
                (!asked.is_empty() && desk.can_search()).then(|| desk.found(&numbers.see(), kind, &asked))
            }
            _ => {
                let words = fold(&typed.see());
                let has = |row: &&Row| words.split(' ').all(|word| row.says(word));
                let rows = (0..).zip(rows.iter()).filter(|(_, row)| has(row)).map(|(at, _)| at);
                (!words.is_empty()).then(|| rows.collect())
            }
        };
        order(&rows, found.as_deref(), which.get(), sort.get())
    })
}
