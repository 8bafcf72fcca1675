//! A record, read: what was recorded, by whom, what it said before, and where two people wrote different things.

use super::history::history;
use super::session_facts::session_facts;
use crate::app::{Names, Notebook, Route, keep_one};
use crate::i18n::in_running_text;
use crate::log::{Change, Conflict, RecordView};
use crate::record::{Field, Fields, Kind, RecordId, Value};
use crate::ui::desk::Desk;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::trouble::store_error;
use crate::ui::parts::values::in_words;
use leptos::prelude::*;

/// The fields of a visit in the order of reading; what a newer version added comes after them.
const VISIT: [Field; 9] = [
    Field::Municipality,
    Field::PlaceAsWritten,
    Field::Community,
    Field::VisitType,
    Field::ProductionAreas,
    Field::Themes,
    Field::Delegation,
    Field::Purpose,
    Field::Observations,
];

/// What a heading or a tag says already, and what only programs read.
const NOT_AMONG_FACTS: [Field; 8] = [
    Field::StartsOn,
    Field::EndsOn,
    Field::HostOrganisation,
    Field::Status,
    Field::Confidentiality,
    Field::Course,
    Field::Cells,
    Field::HeldOn,
];

/// The address names a record that is not here, or no longer.
pub fn not_here(desk: Desk) -> impl IntoView {
    let told = (desk.words().errors.no_such_record)(desk.device_word());
    view! {
        <section class="empty" data-test="not-here">
            {icon(Pic::Search)} <h1 tabindex="-1">{told.happened}</h1> <p>{told.safe}</p> <p>{told.to_do}</p>
            <a class="btn" href=Route::Today.hash()>{desk.words().nav.today}</a>
        </section>
    }
}

pub fn record(desk: Desk, record: RecordId) -> impl IntoView {
    move || {
        let shown = desk.with_names(|names| names.log.record(&record).map(|view| page(desk, names, view)));
        shown.unwrap_or_else(|| not_here(desk).into_any())
    }
}

fn page(desk: Desk, names: Names, view: RecordView) -> AnyView {
    let words = &desk.words().record;
    let fields = view.fields();
    let id = view.id().clone();
    let is_visit = id.kind() == Some(Kind::Visit);
    let course = RecordId::parse(fields.text(Field::Course)).and_then(|course| names.log.record(&course));
    let (list, kind, date) = match is_visit {
        true => (Route::Visits, words.visit, fields.text(Field::StartsOn)),
        false => (Route::Trainings, words.training, fields.text(Field::HeldOn)),
    };
    let heading = match is_visit {
        true => names.of(fields.text(Field::HostOrganisation)),
        false => course.map(|course| course.fields().text(Field::Name).to_owned()).unwrap_or_default(),
    };
    let heading = if heading.is_empty() { untitled(desk, is_visit) } else { heading };
    let agreements = desk.notebook.with_untracked(|notebook| notebook.referring(Kind::Agreement, Field::Visit, &id));
    let facts = match is_visit {
        true => view! { <section class="card" aria-label=words.what_was_recorded>{visit_facts(desk, names, view)}</section> }.into_any(),
        false => session_facts(desk, names, view, course).into_any(),
    };
    view! {
        <div class="head">
            <a class="icon-btn" href=list.hash() aria-label=desk.words().common.back data-test="back">{icon(Pic::Back)}</a>
            <div class="grow">
                <p class="stone small">{kind}" · "{names.lang.date_full(date)}</p>
                <h1 tabindex="-1" data-test="record-title">{heading}</h1>
            </div>
            <a class="btn quiet" href=Route::Edit(id.clone()).hash() data-test="edit">{icon(Pic::Edit)} {words.edit}</a>
        </div>
        <p class="line">{tags(desk, &fields, &id)}</p>
        <div class="cols">
            <div class="stack">{conflicts(desk, names, view)} {facts}</div>
            <div class="stack">
                {(!agreements.is_empty()).then(|| commitments(desk, names, &agreements))} {recorded_by(desk, names, view)}
                {history(desk, names, view)}
            </div>
        </div>
    }
    .into_any()
}

fn untitled(desk: Desk, is_visit: bool) -> String {
    let lists = &desk.words().lists;
    if is_visit { lists.without_title_visit } else { lists.without_title_training }.to_owned()
}

fn tags(desk: Desk, fields: &Fields, record: &RecordId) -> impl IntoView + use<> {
    let words = desk.words();
    let tag = |field| fields.choice(field).map(|choice| in_running_text((words.labels.choice)(choice)));
    let only_here = desk.notebook.with_untracked(|notebook: &Notebook| {
        notebook.log.not_covered_by(&notebook.safe).contains_key(record) && !desk.is_example.get_untracked()
    });
    let has_newer =
        desk.notebook.with_untracked(|notebook| notebook.log.record(record).is_some_and(|view| view.has_newer()));
    view! {
        {tag(Field::Status).map(|status| view! { <span class="tag" data-test="status">{status}</span> })}
        {tag(Field::Confidentiality).map(|who| view! { <span class="tag">{who}</span> })}
        {only_here
            .then(|| {
                view! {
                    <span class="tag wait" data-test="only-here">
                        {icon(Pic::Device)} {(words.common.only_here)(desk.device_word())}
                    </span>
                }
            })}
        {has_newer.then(|| view! { <span class="tag new">{words.record.from_newer}</span> })}
    }
}

fn visit_facts(desk: Desk, names: Names, view: RecordView) -> impl IntoView + use<> {
    let fields = view.fields();
    let known = VISIT.iter().filter_map(|field| Some((field.name().to_owned(), fields.get(*field)?.clone())));
    let is_other = |name: &&String| {
        let field = Field::from_name(name);
        field
            .is_none_or(|field| !VISIT.contains(&field) && !NOT_AMONG_FACTS.contains(&field) && field != Field::Trashed)
    };
    let other = fields.0.keys().filter(is_other).filter_map(|name| Some((name.clone(), fields.0.get(name)?.clone())));
    let rows: Vec<(String, Value)> = known.chain(other).filter(|(_, value)| !value.is_blank()).collect();
    facts(desk, names, &rows)
}

/// Labels and values, one below the other.
pub fn facts(desk: Desk, names: Names, rows: &[(String, Value)]) -> impl IntoView + use<> {
    let row = |(name, value): &(String, Value)| {
        view! {
            <div class="wide">
                <dt>{label(desk, name)}</dt>
                <dd data-test=["fact-", &name.replace('_', "-")].concat()>{in_words(names, name, value)}</dd>
            </div>
        }
    };
    view! { <dl class="facts">{rows.iter().map(row).collect_view()}</dl> }
}

/// What a field is called; one of a newer version by its name in the log.
pub fn label(desk: Desk, name: &str) -> String {
    let words = desk.words();
    match Field::from_name(name) {
        Some(field) => (words.labels.short)(field).to_owned(),
        None => (words.record.unknown_field)(name),
    }
}

fn commitments(desk: Desk, names: Names, agreements: &[RecordId]) -> impl IntoView + use<> {
    let words = desk.words();
    let row = |record: &RecordId| {
        let fields = names.log.record(record).map(|view| view.fields()).unwrap_or_default();
        let due = fields.text(Field::DueOn).to_owned();
        let due = (!due.is_empty()).then(|| (words.lists.due_on)(&due, &desk.today()));
        let who = fields.text(Field::Responsible).to_owned();
        let line =
            [Some(who), due].into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let status = fields.choice(Field::Status).map(|status| in_running_text((words.labels.choice)(status)));
        view! {
            <li class="row" data-test="commitment">
                <span class="grow"><b>{fields.text(Field::What).to_owned()}</b><small>{line}</small></span>
                {status.map(|status| view! { <span class="tag">{status}</span> })}
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="c">
            <h2 id="c">{words.commitments.title}</h2>
            <ul class="rows">{agreements.iter().map(row).collect_view()}</ul>
        </section>
    }
}

/// Who began it and who saved it last.
fn recorded_by(desk: Desk, names: Names, view: RecordView) -> impl IntoView + use<> {
    let words = &desk.words().record;
    let today = desk.today();
    let told =
        |say: fn(&str, &str, &str) -> String, change: &Change| say(&names.device(change.device()), change.at(), &today);
    let first = view.first().map(|change| told(words.recorded_by, change));
    let last = view.last().filter(|last| view.first().is_some_and(|first| first.id() != last.id()));
    let last = last.map(|change| told(words.edited_by, change));
    view! {
        <section class="card">
            <p data-test="recorded-by">{first}</p>
            {last.map(|last| view! { <p class="small stone" data-test="edited-by">{last}</p> })}
        </section>
    }
}

fn conflicts(desk: Desk, names: Names, view: RecordView) -> Option<impl IntoView + use<>> {
    let words = &desk.words().record;
    let all = view.conflicts();
    if all.is_empty() {
        return None;
    }
    let id = view.id().clone();
    let one = |conflict: &Conflict| {
        let sides = conflict.variants.iter().map(|variant| {
            let by = variant.ids.iter().filter_map(|id| names.log.change(id)).next();
            let by = by.map(|change| (names.device(change.device()), names.lang.moment(change.at(), &desk.today())));
            let (record, field, value) = (id.clone(), conflict.field.clone(), variant.value.clone());
            let keep = move |_| keep(desk, record.clone(), field.clone(), value.clone());
            view! {
                <div class="side" data-test="conflict-side">
                    {by.map(|(who, when)| view! { <small>{who}" · "{when}</small> })}
                    <p>{in_words(names, &conflict.field, &variant.value)}</p>
                    <button class="btn quiet" type="button" data-test="keep-this" on:click=keep>{words.keep_this}</button>
                </div>
            }
        });
        view! {
            <div class="clash" data-test="conflict">
                <p><b>{label(desk, &conflict.field)}</b></p>
                <div class="sides">{sides.collect_view()}</div>
            </div>
        }
    };
    Some(view! {
        <section class="card stack" aria-labelledby="conflict">
            <h2 id="conflict">{icon(Pic::Warning)} {words.conflict}</h2>
            <p class="hint">{words.conflict_hint}</p>
            {all.iter().map(one).collect_view()}
        </section>
    })
}

fn keep(desk: Desk, record: RecordId, field: String, value: Value) {
    let draft = desk.notebook.with_untracked(|notebook| keep_one(notebook, &record, &field, &value));
    leptos::task::spawn_local(async move {
        match desk.save(vec![draft]).await {
            Ok(()) => desk.say(desk.words().record.kept_this),
            Err(error) => desk.say(store_error(desk, &error).text()),
        }
    });
}
