//! The forms of an organisation, an exchange, a place and a course: what the notes refer to.

use crate::app::courses::sessions_of;
use crate::app::{Form, Route};
use crate::record::{Choice, Field, Kind, RecordId, Value};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, div, el};
use crate::ui::pages::form_of;
use crate::ui::pages::record::not_here;
use crate::ui::pages::session_about::{METHODS, course_more};
use crate::ui::pages::visit_form::part;
use crate::ui::parts::chips::{Chip, Group, chips};
use crate::ui::parts::fields::{At, day, hint_line, line, lines};
use crate::ui::parts::form_frame::{choice_chips, discard, foot, head, term_chips};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::organisation::organisation;
use crate::ui::parts::place::{community, municipality, place};
use crate::ui::shared::Derived;
use leptos::prelude::AnyView;

const ACTORS: [Choice; 13] = [
    Choice::ProducersAssociation,
    Choice::WomensAssociation,
    Choice::Network,
    Choice::Cooperative,
    Choice::Municipality,
    Choice::GovernmentSecretariat,
    Choice::UnAgency,
    Choice::Donor,
    Choice::Ngo,
    Choice::University,
    Choice::Company,
    Choice::CommunityInstitution,
    Choice::Other,
];

const ROLES: [Choice; 5] = [Choice::Host, Choice::DelegationRole, Choice::Partner, Choice::Donor, Choice::Facilitator];

const LEVELS: [Choice; 5] = [Choice::Parish, Choice::Community, Choice::Site, Choice::Zone, Choice::ProtectedArea];

const COUNTRIES: [&str; 2] = ["BO", "EC"];

/// A new record of a kind, or one that is there.
pub fn open(desk: Desk, route: Route) -> AnyView {
    let form = match route {
        Route::New(kind) => desk.new_record(kind).map(Form::new_plain),
        Route::Edit(record) => form_of(desk, &record),
        _ => None,
    };
    let Some(form) = form else { return not_here(desk).view() };
    let kind = form.key().and_then(RecordId::kind).unwrap_or(Kind::Organisation);
    plain_form(desk, form, kind).view()
}

fn plain_form(desk: Desk, form: Form, kind: Kind) -> El {
    let is_new = form.summary().is_none_or(|form| form.is_new);
    let back = match form.key() {
        Some(key) if !is_new => Route::Record(key.clone()),
        _ => Route::Directory,
    };
    let filling = Filling::open(desk, form);
    let words = desk.words().directory();
    let title = match kind {
        Kind::Exchange if is_new => words.new_exchange,
        Kind::Place if is_new => words.new_place,
        _ if is_new => words.new_organisation,
        kind => (desk.words().labels.kind)(kind),
    };
    let fields = match kind {
        Kind::Exchange => exchange(desk, filling),
        Kind::Place => a_place(desk, filling),
        Kind::Course => a_course(desk, filling),
        _ => an_organisation(desk, filling),
    };
    let remarks = At { kind, field: Field::Remarks };
    let remarks = lines(filling, remarks, (desk.words().labels.field)(Field::Remarks), "");
    el("form")
        .class("main-form")
        .attr("novalidate", "")
        .test("plain-form")
        .on("submit", move |event| filling.submit(&event))
        .child(head(desk, filling, &back, title))
        .child(part("plain", title).child(fields).child(remarks))
        .child(discard(desk, filling, back))
        .child(foot(desk, filling, (), |_| ()))
}

fn an_organisation(desk: Desk, filling: Filling) -> Vec<El> {
    let at = |field| At { kind: Kind::Organisation, field };
    vec![
        text(desk, filling, at(Field::Name)),
        choice_chips(desk, filling, at(Field::ActorType), ACTORS.to_vec()),
        countries(desk, filling, at(Field::Country), false),
        place(desk, filling, at(Field::Place), None),
        many(desk, filling, at(Field::Roles), &ROLES),
        one_per_line(desk, filling, at(Field::AlsoKnownAs)),
    ]
}

fn exchange(desk: Desk, filling: Filling) -> Vec<El> {
    let at = |field| At { kind: Kind::Exchange, field };
    let label = |field| (desk.words().labels.field)(field);
    let dates = div("pair").child(day(filling, at(Field::StartsOn), label(Field::StartsOn))).child(day(
        filling,
        at(Field::EndsOn),
        label(Field::EndsOn),
    ));
    vec![
        text(desk, filling, at(Field::Title)),
        countries(desk, filling, at(Field::Countries), true),
        dates,
        organisation(desk, filling, "funder", Kind::Exchange, Field::Funder),
        one_per_line(desk, filling, at(Field::ThematicAreas)),
        lines(filling, at(Field::Summary), label(Field::Summary), ""),
    ]
}

fn a_place(desk: Desk, filling: Filling) -> Vec<El> {
    let at = |field| At { kind: Kind::Place, field };
    vec![
        text(desk, filling, at(Field::Name)),
        choice_chips(desk, filling, at(Field::Level), LEVELS.to_vec()),
        place(desk, filling, at(Field::Parent), None),
        text(desk, filling, at(Field::AsWritten)),
    ]
}

/// What is written here is said by all of its sessions.
fn a_course(desk: Desk, filling: Filling) -> Vec<El> {
    let at = |field| At { kind: Kind::Course, field };
    let words = desk.words();
    let notebook = desk.notebook.peek();
    let sessions = filling.form.peek().key().map_or(0, |course| sessions_of(&notebook.log, course.as_str()).len());
    let told = el("p").class("grow").child((words.courses().changes_all)(sessions));
    let all = div("note").test("changes-all").child(icon(Pic::Info)).child(told);
    let mut fields = vec![
        all,
        line(filling, at(Field::Name), (words.labels.short)(Field::Name), ""),
        choice_chips(desk, filling, at(Field::Method), METHODS.to_vec()),
        term_chips(desk, filling, at(Field::Topics), Choice::Topic),
        municipality(desk, filling, Kind::Course),
        community(desk, filling, Kind::Course),
        organisation(desk, filling, "organiser", Kind::Course, Field::Organiser),
    ];
    fields.extend(course_more(desk, filling));
    fields
}

fn text(desk: Desk, filling: Filling, at: At) -> El {
    line(filling, at, (desk.words().labels.field)(at.field), "")
}

/// One country, or as many as apply.
fn countries(desk: Desk, filling: Filling, at: At, several: bool) -> El {
    let chip =
        move |code: &str| Chip { value: code.to_owned(), label: (desk.words().directory().country)(code).to_owned() };
    let group = Group { name: at.id(), legend: (desk.words().labels.field)(at.field), many: several };
    let is_on = move |code: &str| {
        if several { holds(filling, at, code) } else { filling.form.see().text(at.kind, at.field) == code }
    };
    let choose = move |code: String| {
        if several {
            filling.edit(|form| form.toggle(at.kind, at.field, &code))
        } else {
            filling.set_text(at.kind, at.field, code)
        }
    };
    chips(group, move || COUNTRIES.into_iter().map(chip).collect(), is_on, choose)
}

/// Choices that do not exclude each other.
fn many(desk: Desk, filling: Filling, at: At, choices: &'static [Choice]) -> El {
    let chip = move |choice: &Choice| Chip {
        value: choice.name().to_owned(),
        label: (desk.words().labels.choice)(*choice).to_owned(),
    };
    chips(
        Group { name: at.id(), legend: (desk.words().labels.field)(at.field), many: true },
        move || choices.iter().map(chip).collect(),
        move |value| holds(filling, at, value),
        move |value| filling.edit(|form| form.toggle(at.kind, at.field, &value)),
    )
}

fn holds(filling: Filling, at: At, value: &str) -> bool {
    filling.form.see().list(at.kind, at.field).iter().any(|held| held.as_text() == Some(value))
}

/// A list of texts, each on a line of its own.
fn one_per_line(desk: Desk, filling: Filling, at: At) -> El {
    let held = Derived::new(move || {
        let form = filling.form.see();
        form.list(at.kind, at.field).iter().filter_map(Value::as_text).collect::<Vec<_>>().join("\n")
    });
    let write = move |typed: String| {
        // A line that is being begun is kept as it is; blank ones go with the next Save.
        let items: Vec<Value> = typed.split('\n').map(Value::from).collect();
        let items = if typed.is_empty() { Vec::new() } else { items };
        filling.edit(|form| form.set(at.kind, at.field, items));
    };
    let input =
        el("textarea").class("input").attr("id", at.id()).test(at.id()).value(move || held.get()).on_input(write);
    let label = el("label").attr("for", at.id()).child((desk.words().labels.field)(at.field));
    div("field").child([label, input]).child(hint_line(desk.words().directory().one_per_line))
}
