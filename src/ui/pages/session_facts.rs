//! What was counted in a session, and what each number counts.

use super::record::{facts, shown_rows};
use crate::app::Names;
use crate::app::workspace::age_bands;
use crate::i18n::in_running_text;
use crate::log::RecordView;
use crate::record::bands;
use crate::record::cells::{self, CellKey, ROLES, SEXES};
use crate::record::{Choice, Field, Fields, Value};
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el};

/// What is said of a course with each of its sessions.
pub const COURSE: [Field; 12] = [
    Field::Topics,
    Field::Method,
    Field::Municipality,
    Field::PlaceAsWritten,
    Field::Community,
    Field::Organiser,
    Field::Facilitator,
    Field::Funder,
    Field::ProductionAreas,
    Field::StartsOn,
    Field::EndsOn,
    Field::Remarks,
];
const SESSION: [Field; 7] = [
    Field::Number,
    Field::Minutes,
    Field::Venue,
    Field::FirstTime,
    Field::FirstTimePeriod,
    Field::Evidence,
    Field::Remarks,
];

pub fn session_facts(desk: Desk, names: Names, view: RecordView, course: Option<RecordView>) -> Vec<El> {
    let words = desk.words();
    let session = view.fields();
    let course = course.map(|course| course.fields()).unwrap_or_default();
    let mut about = shown_rows(&course, &COURSE);
    about.extend(shown_rows(&session, &SESSION));
    let grids: Vec<Option<[El; 2]>> = ROLES.iter().map(|role| grid(desk, names, &session, *role)).collect();
    let is_apart = session.choice(Field::CountBasis) == Some(Choice::ThirdParty);
    let apart = is_apart.then(|| el("p").class("note tight").test("third-party").child(words.counting().third_party));
    let card = |label| el("section").class("card").attr("aria-label", label);
    vec![
        card(words.record().people).child(tiles(desk, &session)).child(apart).child(grids),
        card(words.record().what_was_recorded).child(facts(desk, names, &about)),
    ]
}

/// The total and the share of women, each with what it counts.
fn tiles(desk: Desk, session: &Fields) -> El {
    let words = desk.words();
    let lang = desk.lang.get();
    let unit = session.choice(Field::CountingUnit).filter(|unit| *unit != Choice::People);
    let mut what = in_running_text((words.labels.choice)(unit.unwrap_or(Choice::Attendances)));
    if let Some(basis) = session.choice(Field::CountBasis) {
        what.push_str(", ");
        what.push_str(&in_running_text((words.labels.choice)(basis)));
    }
    let fact = |number: i64, what: String| el("p").class("fact").child(el("b").child(lang.number(number))).child(what);
    let total = session.int(Field::Total).map(|total| fact(total, what).test("total"));
    let cells = session.list(Field::Cells);
    // A share of those whose sex was recorded would be a guess about the rest; it is a share of all that were counted.
    let women = cells::sum_of(cells, Choice::Female).zip(cells::sum(cells)).filter(|(_, all)| *all > 0);
    let women = women.map(|(women, all)| {
        let percent = women.saturating_mul(100).saturating_add(all / 2) / all;
        fact(women, (words.record().share_of)(percent, Choice::Female))
    });
    div("tiles").child(total).child(women)
}

fn grid(desk: Desk, names: Names, session: &Fields, role: Choice) -> Option<[El; 2]> {
    let words = desk.words();
    let lang = desk.lang.get();
    let is = |cell: &Value, member: &str, name: &str| cell.member(member).and_then(Value::as_text) == Some(name);
    let of_role: Vec<Value> =
        session.list(Field::Cells).iter().filter(|cell| is(cell, "role", role.name())).cloned().collect();
    let total = cells::sum(&of_role)?;
    let rows = bands::rows(&age_bands(names.log), session.list(Field::Cells));
    let number = |count: Option<i64>| count.map_or_else(|| "–".to_owned(), |count| lang.number(count));
    let cell = |count: Option<i64>| el("td").class("r").child(number(count));
    let row_head = |label: String| el("th").attr("scope", "row").child(label);
    let column_head = |label: &'static str| el("th").class("r").attr("scope", "col").child(label);
    let row = |age: &String| {
        let age = age.as_str();
        let of_age: Vec<Value> = of_role.iter().filter(|cell| is(cell, "age", age)).cloned().collect();
        let counts = SEXES.map(|sex| cell(cells::count(&of_role, CellKey { sex, age, role })));
        el("tr").child(row_head((words.pad().age)(age))).child(counts).child(cell(cells::sum(&of_age)))
    };
    let head = el("tr").child(el("td")).child(SEXES.map(|sex| column_head((words.pad().column)(sex))));
    let sums = SEXES.map(|sex| cell(cells::sum_of(&of_role, sex)));
    let foot =
        el("tr").child(row_head(words.record().sum.to_owned())).child(sums).child(cell(Some(total)).test("grid-sum"));
    let table = el("table")
        .class("grid")
        .test(["grid-", role.name()].concat())
        .child(el("caption").class("label").child((words.counting().role)(role)))
        .child(el("thead").child(head.child(column_head(words.record().sum))))
        .child(el("tbody").child(rows.iter().map(row).collect::<Vec<_>>()))
        .child(el("tfoot").child(foot));
    Some([div("scroll").child(table), el("p").class("hint").child(words.record().blank_is_not_zero)])
}
