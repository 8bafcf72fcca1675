//! What others reported: apart from every sum, unless someone asks for it, and then with who did (rule 5).

use super::doubts::session_link;
use crate::app::Names;
use crate::i18n::in_running_text;
use crate::insight::trainings::{Alert, Figures, Session, Unit};
use crate::record::{Field, RecordId};
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::shared::Derived;

pub fn by_others(desk: Desk, counted: Derived<Option<Figures>>) -> Option<El> {
    let counted = counted.see();
    let figures = counted.as_ref().as_ref()?;
    let reported = [&figures.by_others[..], &figures.summed_anyway[..]].concat();
    let trainings = desk.counting.trainings.see();
    let sessions = reported.iter().filter_map(|at| trainings.sessions.get(*at));
    let lines: Vec<El> = sessions.map(|session| line(desk, session)).collect();
    if lines.is_empty() {
        return None;
    }
    let words = desk.words().figures();
    let card = el("section").class("card stack").attr("aria-labelledby", "by-others").test("by-others");
    let title = el("h2").attr("id", "by-others").child(words.by_others);
    Some(card.child([title, el("p").class("hint").child(words.by_others_hint)]).child(lines))
}

fn line(desk: Desk, session: &Session) -> El {
    let words = desk.words();
    let unit = session.total.map(|total| (words.common.total)(total, Some(session.unit.choice())));
    let unit = unit.map(|unit| match session.unit {
        Unit::NotStated => [&unit, " · ", &in_running_text((words.figures().alert)(Alert::UnitNotStated))].concat(),
        _ => unit,
    });
    let (note, by) = desk.with_names(|names| {
        let note = names.log.shown(&session.record, Field::Remarks.name()).and_then(crate::record::Value::as_text);
        (note.unwrap_or_default().to_owned(), ticked_by(names, &session.record))
    });
    let by = by.filter(|_| session.summed_anyway);
    let by = by.map(|(who, at)| (words.figures().summed_by)(&who, &desk.lang.get().moment(&at, &desk.today())));
    div("reported")
        .test("reported")
        .child(
            el("p")
                .child(session_link(desk, &session.record))
                .child(el("br"))
                .child(el("b").child(unit.unwrap_or_else(|| "—".to_owned()))),
        )
        .child((!note.is_empty()).then(|| el("p").class("small stone").child(note)))
        .child(tick(desk, session))
        .child(by.map(|by| el("p").class("small stone").test("summed-by").child(by)))
}

/// Who asked for it last, and when (RFC 3339).
fn ticked_by(names: Names, session: &RecordId) -> Option<(String, String)> {
    let view = names.log.record(session)?;
    let change = names.log.change(view.heads(Field::SummedAnyway.name()).first()?)?;
    Some((names.device(change.device()), change.at().to_owned()))
}

fn tick(desk: Desk, session: &Session) -> El {
    let words = desk.words().figures();
    if !session.unit.is_of_people() {
        return el("p").class("small stone").child(words.unit_first);
    }
    let (record, is_on) = (session.record.clone(), session.summed_anyway);
    let said = if is_on { words.not_summed } else { words.summed };
    let press = move || {
        let record = record.clone();
        desk.change(said, move |notebook| {
            let mut draft = notebook.draft(&record);
            draft.fields.set(Field::SummedAnyway, !is_on);
            vec![draft]
        });
    };
    button("chip", "sum-it", press).attr("aria-pressed", is_on.to_string()).child(words.sum_it)
}
