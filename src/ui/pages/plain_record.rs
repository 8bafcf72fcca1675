//! The page of an organisation, an exchange or a place: what is known of it, and the visits that name it.

use super::bin::{notice, put};
use super::course::course;
use super::files::{late_clashes_of, late_notes_of};
use super::history::history;
use super::record::{drawn, facts, recorded_by, shown_rows};
use crate::app::{Names, Route, stands_by_itself, visit_title};
use crate::insight::joins::with_joined;
use crate::log::RecordView;
use crate::record::{Field, Fields, Kind, Name, RecordId, Value, gather};
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, link};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::Shared;
use leptos::prelude::AnyView;

/// In the order of reading; what a newer version added comes after them.
const FIRST: [Field; 14] = [
    Field::Summary,
    Field::Countries,
    Field::StartsOn,
    Field::EndsOn,
    Field::Funder,
    Field::ThematicAreas,
    Field::ActorType,
    Field::Level,
    Field::Country,
    Field::Place,
    Field::Parent,
    Field::Roles,
    Field::AlsoKnownAs,
    Field::AsWritten,
];

/// The heading says them already.
const IN_HEADING: [Field; 3] = [Field::Name, Field::Title, Field::Trashed];

/// How many visits are listed.
const VISITS: usize = 50;

/// The page of such a record, or of a course.
pub fn open(desk: Desk, record: RecordId) -> AnyView {
    drawn(desk, record, |desk, held, names, view| match view.id().kind() {
        Some(Kind::Course) => course(desk, names, view, held.is_history_open),
        _ => plain_record(desk, names, view, held.is_history_open),
    })
}

fn plain_record(desk: Desk, names: Names, view: RecordView, is_history_open: Shared<bool>) -> Vec<El> {
    let fields = view.fields();
    let id = view.id().clone();
    let kind = id.kind().unwrap_or(Kind::Organisation);
    let heading = div("grow")
        .child(el("p").class("stone small").child((desk.words().labels.kind)(kind)))
        .child(el("h1").attr("tabindex", "-1").test("record-title").child(names.own(&id)));
    let edit = link("btn quiet", "edit", Route::Edit(id.clone()).hash())
        .child(icon(Pic::Edit))
        .child(desk.words().record().edit);
    let told = facts(desk, names, &rows(&fields));
    let card = el("section").class("card").attr("aria-label", desk.words().record().what_was_recorded).child(told);
    let left = div("stack").child(late_clashes_of(desk, view)).child(card);
    let right = div("stack")
        .child((kind == Kind::Organisation).then(|| visits(desk, names, view)).flatten())
        .child([recorded_by(desk, names, view), history(desk, names, view, is_history_open)]);
    let is_binned = view.is_binned();
    let mut page =
        vec![div("head").child([back_to(desk, &Route::Directory), heading]).child((!is_binned).then_some(edit))];
    page.extend(notice(desk, names, view));
    page.extend((!is_binned && kind != Kind::Exchange).then(|| late_notes_of(desk, id.clone())));
    page.push(div("cols").child([left, right]));
    page.extend((!is_binned).then(|| el("p").class("line").child(put(desk, id))));
    page
}

fn rows(fields: &Fields) -> Vec<(Name, Value)> {
    let mut rows = shown_rows(fields, &FIRST);
    let is_other = |name: &Name| {
        Field::from_name(name).is_none_or(|field| !FIRST.contains(&field) && !IN_HEADING.contains(&field))
    };
    rows.extend(fields.0.iter().filter(|(name, value)| is_other(name) && !value.is_blank()).cloned());
    rows
}

/// The visits to an organisation, and to what was joined into it, the latest first.
fn visits(desk: Desk, names: Names, view: RecordView) -> Option<El> {
    let organisations = with_joined(names.log, view.id());
    let notebook = desk.notebook.see();
    let found: Vec<RecordId> =
        organisations.iter().flat_map(|host| notebook.referring(Kind::Visit, Field::HostOrganisation, host)).collect();
    let found = found.iter().filter_map(|visit| names.log.record(visit));
    let found = found.filter(|visit| stands_by_itself(names.log, *visit));
    let found: Vec<(RecordView, Fields)> = found.map(|visit| (visit, visit.fields())).collect();
    let found = gather::ordered(found, |(_, a), (_, b)| b.text(Field::StartsOn).cmp(a.text(Field::StartsOn)));
    let row = |(visit, fields): &(RecordView, Fields)| {
        let date = names.lang.date_short(fields.text(Field::StartsOn));
        let purpose = match fields.text(Field::Purpose) {
            "" => visit_title(names, fields),
            purpose => purpose.to_owned(),
        };
        let text = el("span").class("grow").child(el("b").child(purpose)).child(el("small").child(date));
        let row =
            link("row", "open-record", Route::Record(visit.id().clone()).hash()).child(icon(Pic::Visit)).child(text);
        el("li").child(row)
    };
    let rows: Vec<El> = found.iter().take(VISITS).map(row).collect();
    (!rows.is_empty()).then(|| {
        el("section")
            .class("card")
            .attr("aria-labelledby", "visits")
            .child(el("h2").attr("id", "visits").child(desk.words().directory().visits))
            .child(el("ul").class("rows").child(rows))
    })
}
