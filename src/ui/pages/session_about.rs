//! What a session was about: its course, the day, how it was counted, and what is rarely needed under one heading.

use super::record::{facts, shown_rows};
use super::session_facts::COURSE as COURSE_FACTS;
use super::visit_form::part;
use super::visit_more::part as closed_part;
use crate::app::Route;
use crate::app::form_counts::CountNote;
use crate::app::workspace::reporting_periods;
use crate::record::{Choice, Field, Kind};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, div, el, link};
use crate::ui::parts::again::again;
use crate::ui::parts::fields::{At, day_by, hint_line, line, lines};
use crate::ui::parts::form_frame::{choice_chips, term_chips};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::number::{Asked, number, number_by};
use crate::ui::parts::organisation::organisation;
use crate::ui::parts::place::{community, municipality};
use crate::ui::parts::trouble::why;
use crate::ui::shared::Derived;

pub const METHODS: [Choice; 7] = [
    Choice::FieldSchool,
    Choice::Workshop,
    Choice::ExchangeVisit,
    Choice::Demonstration,
    Choice::FarmerToFarmer,
    Choice::OnFarmAdvice,
    Choice::Other,
];

const BASES: [Choice; 5] =
    [Choice::SignedList, Choice::HeadCount, Choice::Roster, Choice::Estimate, Choice::ThirdParty];

const UNITS: [Choice; 4] = [Choice::People, Choice::Attendances, Choice::Households, Choice::Organisations];

const fn at(field: Field) -> At {
    At { kind: Kind::Session, field }
}

const fn of_course(field: Field) -> At {
    At { kind: Kind::Course, field }
}

const MORE: [At; 3] = [at(Field::Number), at(Field::Venue), at(Field::Evidence)];

pub fn about(desk: Desk, filling: Filling, is_new: bool) -> Vec<El> {
    let words = desk.words().training();
    let has_course = filling.form.peek().fields_of(Kind::Course).is_some();
    let notes = Derived::new(move || {
        let notebook = desk.notebook.see();
        let form = filling.form.see();
        form.count_notes(&form.course_fields(&notebook.log), &desk.today())
    });
    let session = part("session", words.part_session);
    let session = match has_course {
        true => session.child([
            term_chips(desk, filling, of_course(Field::Topics), Choice::Topic),
            line(filling, of_course(Field::Name), words.own_topic, ""),
            choice_chips(desk, filling, of_course(Field::Method), METHODS.to_vec()),
            municipality(desk, filling, Kind::Course),
            community(desk, filling, Kind::Course),
            organisation(desk, filling, "organiser", Kind::Course, Field::Organiser),
        ]),
        false => session.child(folded_course(desk, filling)),
    };
    let mut parts = vec![session.child(when(desk, filling, notes)), basis(desk, filling, notes), more(desk, filling)];
    if is_new && has_course {
        parts.insert(0, again(desk, filling, Kind::Course));
    }
    parts
}

/// What is known of a course that has other sessions: shown, not asked again.
fn folded_course(desk: Desk, filling: Filling) -> Option<El> {
    let words = desk.words().courses();
    let course = filling.form.peek().course()?;
    let (name, told) = desk.with_names_now(|names| {
        let fields = names.log.record(&course).map(|view| view.fields()).unwrap_or_default();
        (names.of(course.as_str()), facts(desk, names, &shown_rows(&fields, &COURSE_FACTS)))
    });
    let turn = el("span").class("turn").child(icon(Pic::Chevron));
    let named = el("span").class("grow").child(el("small").class("stone").child(words.about_course)).child(" ");
    let summary = el("summary").class("line").test("about-course").child([named.child(el("b").child(name)), turn]);
    let edit = link("btn quiet", "edit-course", Route::Edit(course).hash()).child(icon(Pic::Edit));
    Some(
        el("details")
            .class("note calm folded")
            .child([summary, div("stack").child([told, el("p").class("line").child(edit.child(words.edit_course))])]),
    )
}

fn when(desk: Desk, filling: Filling, notes: Derived<Vec<CountNote>>) -> El {
    let words = desk.words().counting();
    let periods = reporting_periods(&desk.notebook.peek().log);
    let label = (desk.words().labels.field)(Field::HeldOn);
    let day = day_by(filling, at(Field::HeldOn), label, move |typed| {
        filling.edit(|form| form.set_held_on(&periods, typed));
    });
    let minutes = Asked { unit: desk.words().training().minutes, ..Asked::plain(desk, at(Field::Minutes), "minutes") };
    let minutes = number(desk, filling, minutes).follow(said(notes, CountNote::NoMinutes, words.no_minutes));
    div("stack tight")
        .child(div("pair").child([day, minutes]))
        .follow(said(notes, CountNote::OutsideCourse, words.outside_course))
        .follow(said(notes, CountNote::InFuture, words.in_future))
}

/// A word that stands there while it holds. It holds nothing back.
fn said(
    notes: Derived<Vec<CountNote>>,
    note: CountNote,
    text: &'static str,
) -> impl Fn() -> Option<El> + Send + 'static {
    move || {
        let holds = notes.see().contains(&note);
        holds.then(|| match note {
            CountNote::NoMinutes => el("p").class("hint").test("note-minutes").child(text),
            CountNote::FirstTimeAboveTotal => why("note-first-time", text),
            _ => {
                let told = el("span").class("grow").child(text);
                el("p").class("note tight").attr("role", "status").test("note").child(icon(Pic::Info)).child(told)
            }
        })
    }
}

/// How and what was counted, who came for the first time, and why numbers differ.
fn basis(desk: Desk, filling: Filling, notes: Derived<Vec<CountNote>>) -> El {
    let words = desk.words();
    let differs = Derived::new(move || filling.form.see().difference().is_some_and(|difference| difference != 0));
    let told = move || {
        let difference = filling.form.see().difference().filter(|difference| *difference != 0);
        difference.map(|difference| {
            let told = el("p").class("grow").child(el("b").child((words.training().difference)(difference)));
            div("note").attr("role", "status").test("why-different").child(icon(Pic::Info)).child(told)
        })
    };
    let remarks = move || {
        let label = if differs.get() { words.training().why_different } else { (words.labels.field)(Field::Remarks) };
        lines(filling, at(Field::Remarks), label, "")
    };
    part("basis", words.training().part_basis)
        .child(choice_chips(desk, filling, at(Field::CountBasis), BASES.to_vec()))
        .follow(said(notes, CountNote::ThirdParty, words.counting().third_party))
        .child(choice_chips(desk, filling, at(Field::CountingUnit), UNITS.to_vec()))
        .child(first_time(desk, filling, notes))
        .follow(told)
        .follow(remarks)
}

fn first_time(desk: Desk, filling: Filling, notes: Derived<Vec<CountNote>>) -> El {
    let words = desk.words().counting();
    let periods = reporting_periods(&desk.notebook.peek().log);
    let (shown, written) = (periods.clone(), periods);
    let period = Derived::new(move || {
        let period = filling.form.see().first_time_period(&shown);
        period.map(|period| (words.first_time_period)(&period.from, &period.to)).unwrap_or_default()
    });
    let asked = Asked::plain(desk, at(Field::FirstTime), "first-time");
    number_by(desk, filling, asked, move |count| filling.edit(|form| form.set_first_time(&written, count)))
        .follow(said(notes, CountNote::FirstTimeAboveTotal, words.first_time_above))
        .child(
            el("p")
                .class("hint")
                .test("first-time-period")
                .follow(move || period.get())
                .child(" ")
                .child(words.first_time_blank),
        )
}

/// What is rarely needed. What a new course can hold besides stands in its own form.
fn more(desk: Desk, filling: Filling) -> El {
    let words = desk.words().counting();
    let label = |field| (desk.words().labels.field)(field);
    let number = number(desk, filling, Asked::plain(desk, at(Field::Number), "number"));
    let evidence =
        lines(filling, at(Field::Evidence), label(Field::Evidence), "").child(hint_line(words.evidence_hint));
    let venue = line(filling, at(Field::Venue), label(Field::Venue), "");
    let part = closed_part(desk, filling, "more-session", words.more, &MORE).child([venue, number, evidence]);
    match filling.form.peek().fields_of(Kind::Course).is_some() {
        true => part.child(course_more(desk, filling)),
        false => part,
    }
}

/// What a course holds beyond what each session needs.
pub fn course_more(desk: Desk, filling: Filling) -> Vec<El> {
    let label = |field| (desk.words().labels.field)(field);
    let day = |field: Field| crate::ui::parts::fields::day(filling, of_course(field), label(field));
    let people = |field: Field, test| number(desk, filling, Asked::plain(desk, of_course(field), test));
    vec![
        term_chips(desk, filling, of_course(Field::ProductionAreas), Choice::ProductionArea),
        organisation(desk, filling, "funder", Kind::Course, Field::Funder),
        line(filling, of_course(Field::Facilitator), label(Field::Facilitator), ""),
        div("pair").child([day(Field::StartsOn), day(Field::EndsOn)]),
        div("pair").child([people(Field::Enrolled, "enrolled"), people(Field::Completed, "completed")]),
    ]
}
