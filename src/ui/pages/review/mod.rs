//! The table of everything, to be checked: on a phone a list and one detail at a time, on a desk the two side by side.

mod columns;
mod detail;
mod keys;
mod many;
mod read;
pub mod returned;
mod table;

use crate::app::Route;
use crate::app::hints::Hint;
use crate::app::review::{By, KINDS, Row, Sort, Which};
use crate::i18n::Topic;
use crate::record::{Kind, RecordId};
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::parts::chips::{Chip, Group, chips};
use crate::ui::parts::hint::{hint, how};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::search::{clear_all, search};
use crate::ui::shared::{Derived, Shared};
use many::Asked;
use std::collections::BTreeSet;

/// What is shown, and what somebody is about to do.
#[derive(Clone, Copy)]
struct Review {
    desk: Desk,
    /// By its place in [`KINDS`].
    kind: Shared<usize>,
    which: Shared<Which>,
    sort: Shared<Sort>,
    /// Looked for in a kind that the search of the lists does not have.
    typed: Shared<String>,
    /// All of the kind, the latest first; empty until they were read.
    rows: Shared<Vec<Row>>,
    is_read: Shared<bool>,
    /// Which reading is the last one.
    turn: Shared<u32>,
    /// The places of the rows that are shown, in their order.
    shown: Derived<Vec<u32>>,
    /// Of the rows that are shown: where the keyboard is, and where marking several began.
    at: Shared<usize>,
    from: Shared<usize>,
    marked: Shared<BTreeSet<RecordId>>,
    /// What is read beside the table.
    open: Shared<Option<RecordId>>,
    asked: Shared<Option<Asked>>,
    /// The first row that is drawn.
    first: Shared<usize>,
}

/// It comes with the page: whoever never reviews loads none of it.
const STYLE: &str = include_str!("../../../../style/review.css");

pub fn review(desk: Desk) -> [El; 3] {
    let words = desk.words().review();
    let (kind, rows) = (Shared::new(0), Shared::new(Vec::new()));
    let (which, sort, typed) = (Shared::new(Which::All), Shared::new(Sort::default()), Shared::new(String::new()));
    let page = Review {
        desk,
        kind,
        which,
        sort,
        typed,
        rows,
        is_read: Shared::new(false),
        turn: Shared::new(0),
        shown: read::shown(desk, kind, rows, typed, which, sort),
        at: Shared::new(0),
        from: Shared::new(0),
        marked: Shared::new(BTreeSet::new()),
        open: Shared::new(None),
        asked: Shared::new(None),
        first: Shared::new(0),
    };
    let title = div("grow").child(el("h1").attr("tabindex", "-1").child(words.title));
    let title = title.child(el("p").class("stone").child(words.lead));
    let head = div("head").child([title, how(desk, Topic::Report, words.title)]);
    let list = div("stack list").child(asked_for(page)).follow(move || body(page));
    let both = div("review")
        .class_when("is-open", move || page.open.see().is_some())
        .child(list)
        .child(div("stack beside").follow(move || detail::detail(page)));
    // Reads anew whatever is written or loaded meanwhile; draws nothing.
    let reading = div("").follow(move || read::read(page));
    let head = div("stack").child([head, hint(desk, Hint::Review)]);
    [el("style").child(STYLE), head, div("stack").child([many::bar(page), both, reading])]
}

/// Which kind, which of them, and the words that are looked for.
fn asked_for(page: Review) -> El {
    let desk = page.desk;
    let words = desk.words().review();
    let kind_name = |kind: Kind| match kind {
        Kind::Visit => desk.words().lists.visits,
        Kind::Session => desk.words().lists.trainings,
        Kind::Agreement => desk.words().commitments.title,
        kind => (desk.words().labels.kind)(kind),
    };
    let named = (0..KINDS.len()).zip(KINDS);
    let kinds: Vec<Chip> =
        named.map(|(at, kind)| Chip { value: at.to_string(), label: kind_name(kind).to_owned() }).collect();
    let group = |name: &str, legend| Group { name: name.to_owned(), legend, many: false };
    let choose = move |at: String| page.turn_to(at.parse().unwrap_or_default());
    let kinds = chips(
        group("review-kind", words.kinds),
        move || kinds.clone(),
        move |at| page.kind.get().to_string() == at,
        choose,
    );
    let named = (0..Which::ALL.len()).zip(words.which_names);
    let which: Vec<Chip> = named.map(|(at, name)| Chip { value: at.to_string(), label: name.to_owned() }).collect();
    let which_of = |at: &str| Which::ALL.get(at.parse::<usize>().unwrap_or_default()).copied().unwrap_or_default();
    let which = chips(
        group("review-which", words.which),
        move || which.clone(),
        move |at| page.which.get() == which_of(at),
        move |at| {
            page.which.set(which_of(&at));
            page.to_top();
        },
    );
    let searching = move || match page.kind_now() {
        kind @ (Kind::Visit | Kind::Session) => {
            desk.prepare_search();
            search(desk, kind, move || (page.shown.see().len(), page.rows.see().len()))
        }
        _ => plain_search(page),
    };
    div("stack tight").child([kinds, which]).follow(searching).child(sorting(page))
}

fn plain_search(page: Review) -> El {
    let words = page.desk.words().review();
    let input = el("input")
        .class("input")
        .attr("id", "review-search")
        .attr("autocomplete", "off")
        .test("review-search")
        .value(move || page.typed.get())
        .on_input(move |typed| {
            page.typed.set(typed);
            page.to_top();
        });
    let count = move || (words.shown)(page.shown.see().len(), page.rows.see().len());
    let label = el("label").attr("for", "review-search").child(words.search);
    div("field").child([label, input]).child(el("p").class("hint").attr("role", "status").follow(count))
}

/// On a phone, where the table has no heads: by what it is sorted.
fn sorting(page: Review) -> El {
    let words = page.desk.words().review();
    let press = move |by| move || page.sort_by(by);
    let heads = move || {
        let sort = page.sort.get();
        let head = |by, name: &'static str| {
            let is_on = sort.by == by;
            let arrow = if is_on { if sort.is_down { " ↓" } else { " ↑" } } else { "" };
            button("btn quiet", "sort-card", press(by))
                .attr("aria-pressed", is_on.to_string())
                .child([name, arrow].concat())
        };
        let columns = table::columns_of(page).into_iter().map(|column| (By::Column(column), table::name(page, column)));
        [(By::Name, words.name)].into_iter().chain(columns).map(|(by, name)| head(by, name)).collect::<Vec<_>>()
    };
    let title = el("summary").class("line").child(words.sort_by);
    let details = el("details").class("narrow").child(title).child(div("line").follow(heads));
    div("line").child([details, columns::chooser(page)])
}

fn body(page: Review) -> Vec<El> {
    let words = page.desk.words().review();
    if !page.is_read.get() {
        return vec![el("p").class("hint").attr("role", "status").child(words.working)];
    }
    let is_empty = Derived::new(move || page.rows.see().is_empty());
    let is_nothing = Derived::new(move || page.shown.see().is_empty());
    let drawn = move || {
        let card = |test| el("section").class("card empty").test(test);
        if is_empty.get() {
            let empty = card("review-empty").child(icon(Pic::Table)).child(el("h2").child(words.empty));
            let load = link("btn", "to-exchange", Route::Exchange.hash()).child(icon(Pic::LoadFile));
            let load = load.child(page.desk.words().exchange().load_title);
            empty.child(el("p").child(words.empty_hint)).child(load)
        } else if is_nothing.get() {
            let [everything, ..] = words.which_names;
            let again = button("btn quiet", "review-everything", move || page.ask_nothing()).child(everything);
            let empty = card("review-nothing").child(icon(Pic::Search)).child(el("h2").child(words.nothing));
            empty.child(el("p").child(page.desk.words().search.nothing_hint)).child(again)
        } else {
            table::table(page)
        }
    };
    vec![div("stack").follow(drawn)]
}

impl Review {
    fn kind_now(self) -> Kind {
        kind_at(self.kind.get())
    }

    /// Another kind is shown: nothing of the one before is marked or open.
    fn turn_to(self, kind: usize) {
        self.is_read.set(false);
        self.rows.set(Vec::new());
        self.marked.set(BTreeSet::new());
        self.open.set(None);
        self.asked.set(None);
        self.typed.set(String::new());
        self.sort.set(Sort::default());
        self.kind.set(kind);
        self.to_top();
    }

    /// Everything of the kind is shown again.
    fn ask_nothing(self) {
        self.which.set(Which::All);
        self.typed.set(String::new());
        clear_all(self.desk, self.kind_now());
        self.to_top();
    }

    fn to_top(self) {
        self.at.set(0);
        self.from.set(0);
        self.first.set(0);
        table::scroll_to(0.0);
    }

    fn sort_by(self, by: By) {
        self.sort.update(|sort| *sort = sort.press(by));
        self.to_top();
    }

    /// The record in a place of the table.
    fn record_at(self, at: usize) -> Option<RecordId> {
        let row = *self.shown.see().get(at)?;
        Some(self.rows.peek().get(row as usize)?.record.clone())
    }

    /// Opens the record in a place of the table.
    fn open_at(self, at: usize) {
        if let Some(record) = self.record_at(at) {
            self.at.set(at);
            self.from.set(at);
            self.asked.set(None);
            self.open.set(Some(record));
            table::reveal(at);
        }
    }

    /// Closes what is open; the keyboard is in the table again.
    fn close(self) {
        self.open.set(None);
        self.asked.set(None);
        table::focus();
    }
}

fn kind_at(at: usize) -> Kind {
    KINDS.get(at).copied().unwrap_or(Kind::Visit)
}
