//! What was counted in a session, and what each number counts.

use super::record::facts;
use crate::app::Names;
use crate::i18n::in_running_text;
use crate::log::RecordView;
use crate::record::cells::{self, AGE_BANDS, CellKey, SEXES};
use crate::record::{Choice, Field, Fields, Value};
use crate::ui::desk::Desk;
use leptos::prelude::*;

const COURSE: [Field; 7] = [
    Field::Topics,
    Field::Method,
    Field::Municipality,
    Field::PlaceAsWritten,
    Field::Community,
    Field::Organiser,
    Field::Facilitator,
];
const SESSION: [Field; 3] = [Field::Minutes, Field::Venue, Field::Remarks];

/// The roles that can stand in cells, producers first.
const ROLES: [Choice; 6] =
    [Choice::Producer, Choice::Official, Choice::Promoter, Choice::Staff, Choice::Student, Choice::Other];

pub fn session_facts(desk: Desk, names: Names, view: RecordView, course: Option<RecordView>) -> impl IntoView + use<> {
    let words = desk.words();
    let session = view.fields();
    let course = course.map(|course| course.fields()).unwrap_or_default();
    let shown = |fields: &Fields, which: &[Field]| -> Vec<(String, Value)> {
        let rows = which.iter().filter_map(|field| Some((field.name().to_owned(), fields.get(*field)?.clone())));
        rows.filter(|(_, value)| !value.is_blank()).collect()
    };
    let about = [shown(&course, &COURSE), shown(&session, &SESSION)].concat();
    view! {
        <section class="card" aria-label=words.record.people>
            {tiles(desk, &session)}
            {ROLES.into_iter().map(|role| grid(desk, &session, role)).collect_view()}
        </section>
        <section class="card" aria-label=words.record.what_was_recorded>{facts(desk, names, &about)}</section>
    }
}

/// The total and the share of women, each with what it counts.
fn tiles(desk: Desk, session: &Fields) -> impl IntoView + use<> {
    let words = desk.words();
    let lang = desk.lang.get();
    let unit =
        session.choice(Field::CountingUnit).filter(|unit| *unit != Choice::People).unwrap_or(Choice::Attendances);
    let basis = session.choice(Field::CountBasis).map(|basis| in_running_text((words.labels.choice)(basis)));
    let total = session.int(Field::Total).map(|total| {
        let unit = in_running_text((words.labels.choice)(unit));
        let what = [Some(unit), basis.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ");
        view! { <p class="fact" data-test="total"><b>{lang.number(total)}</b>{what}</p> }
    });
    let cells = session.list(Field::Cells);
    // A share of those whose sex was recorded would be a guess about the rest; it is a share of all that were counted.
    let women = cells::sum_of(cells, Choice::Female).zip(cells::sum(cells)).filter(|(_, all)| *all > 0);
    let women = women.map(|(women, all)| {
        let share = (words.record.share_of)(women.saturating_mul(100).saturating_add(all / 2) / all, Choice::Female);
        view! { <p class="fact"><b>{lang.number(women)}</b>{share}</p> }
    });
    view! { <div class="tiles">{total} {women}</div> }
}

fn grid(desk: Desk, session: &Fields, role: Choice) -> Option<impl IntoView + use<>> {
    let words = desk.words();
    let lang = desk.lang.get();
    let all: Vec<Value> = session.list(Field::Cells).to_vec();
    let of_role: Vec<Value> =
        all.into_iter().filter(|cell| cell.member("role").and_then(Value::as_text) == Some(role.name())).collect();
    cells::sum(&of_role)?;
    let number = move |count: Option<i64>| count.map_or_else(|| "–".to_owned(), |count| lang.number(count));
    let sum_where = |fits: &dyn Fn(&Value) -> bool| {
        cells::sum(&of_role.iter().filter(|cell| fits(cell)).cloned().collect::<Vec<_>>())
    };
    let row = |age: &'static str| {
        let counts = SEXES.map(|sex| number(cells::count(&of_role, CellKey { sex, age, role })));
        let sum = sum_where(&|cell| cell.member("age").and_then(Value::as_text) == Some(age));
        view! {
            <tr>
                <th scope="row">{(words.pad.age)(age)}</th>
                {counts.map(|count| view! { <td class="r">{count}</td> }).collect_view()}
                <td class="r"><b>{number(sum)}</b></td>
            </tr>
        }
    };
    let columns = SEXES.map(|sex| number(cells::sum_of(&of_role, sex)));
    Some(view! {
        <div class="scroll">
            <table class="grid" data-test=["grid-", role.name()].concat()>
                <caption class="label">{(words.labels.choice)(role)}</caption>
                <thead>
                    <tr>
                        <td></td>
                        {SEXES.map(|sex| view! { <th class="r" scope="col">{(words.pad.column)(sex)}</th> }).collect_view()}
                        <th class="r" scope="col">{words.record.sum}</th>
                    </tr>
                </thead>
                <tbody>{AGE_BANDS.map(row).collect_view()}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{words.record.sum}</th>
                        {columns.map(|sum| view! { <td class="r">{sum}</td> }).collect_view()}
                        <td class="r" data-test="grid-sum">{number(cells::sum(&of_role))}</td>
                    </tr>
                </tfoot>
            </table>
        </div>
        <p class="hint">{words.record.blank_is_not_zero}</p>
    })
}
