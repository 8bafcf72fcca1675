//! Counting a training: the pad first, then what it was about. On a phone one of the two at a time.

use super::files::{late_photos, late_returned_of};
use super::session_about::about;
use crate::app::courses::courses;
use crate::app::form_counts::Way;
use crate::app::hints::Hint;
use crate::app::{Form, Route};
use crate::i18n::Topic;
use crate::record::{Choice, Field, Kind, RecordId};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::parts::form_frame::{discard, foot, head};
use crate::ui::parts::hint::{hint, how};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::pad::{Counter, tally};
use crate::ui::parts::table::tag;
use crate::ui::parts::ways::ways;
use crate::ui::shared::{Derived, Shared};
use leptos::prelude::on_cleanup;

/// How many field schools are offered to be gone on with.
const OFFERED: usize = 3;

pub fn training_form(desk: Desk, form: Form) -> El {
    let is_new = form.summary().is_none_or(|form| form.is_new);
    let back = match form.key() {
        Some(key) if !is_new => Route::Record(key.clone()),
        _ => Route::Trainings,
    };
    let offers = (is_new && !form.is_typed_in() && form.fields_of(Kind::Course).is_some()).then(|| next_of(desk));
    let title = title(desk, &form);
    let returned = form.key().and_then(|key| late_returned_of(desk, key));
    let filling = Filling::open(desk, form);
    let counter = Counter::new(desk, filling);
    let shows_count = Shared::new(true);
    let turn = move |to_count: bool| {
        shows_count.set(to_count);
        if to_count { browser::keep_awake() } else { browser::let_sleep() }
    };
    browser::keep_awake();
    on_cleanup(browser::let_sleep);
    let how = how(desk, Topic::Counting, desk.words().training().title);
    let keys = el("section").class("pad-sheet card-wide").attr("aria-label", desk.words().pad().region);
    let end = discard(desk, filling, back.clone());
    let about = div("about stack").child(about(desk, filling, is_new)).child([late_photos(desk, filling), end]);
    let sheet = div("sheet")
        .attr_when("data-show", move || Some(if shows_count.get() { "count" } else { "about" }.to_owned()))
        .class_when("only-total", move || counter.pad.see().way == Way::Total)
        .child([keys.child(offers.flatten()).child(ways(counter)), about]);
    el("form")
        .class("main-form count-form")
        .attr("novalidate", "")
        .test("training-form")
        .on("submit", move |event| filling.submit(&event))
        .child(head(desk, filling, &back, title).child([sides(desk, filling, shows_count, turn), how]))
        // Only where the whole pad has its place all the same; the line at the total teaches too.
        .child(hint(desk, Hint::Count).class_when("roomy", || true))
        .child(returned)
        .child(sheet)
        .child(foot(desk, filling, tally(counter), move |field| turn(field == Field::Total)))
}

/// "Sesión 4 · ECA Mora" where the course is there already.
fn title(desk: Desk, form: &Form) -> String {
    let words = desk.words();
    let course = form.course().filter(|_| form.fields_of(Kind::Course).is_none());
    let number = form.main().int(Field::Number).filter(|_| course.is_some());
    let first = number.map_or_else(|| words.training().title.to_owned(), |number| (words.lists.session)(number));
    match course.map(|course| desk.with_names_now(|names| names.of(course.as_str()))) {
        Some(course) => [&first, " · ", &course].concat(),
        None => first,
    }
}

/// On a phone: the way to the other side, with how much is missing there.
fn sides(desk: Desk, filling: Filling, shows_count: Shared<bool>, turn: impl Fn(bool) + Copy + Send + 'static) -> El {
    let words = desk.words().training();
    let missing = Derived::new(move || {
        let missing = filling.form.see().missing();
        missing.iter().filter(|(_, field)| *field != Field::Total).count()
    });
    let missing_tag = move || {
        let missing = missing.get();
        (missing > 0).then(|| tag("tag wait", None, missing.to_string()))
    };
    div("only-narrow").follow(move || {
        if shows_count.get() {
            let about = button("btn quiet", "show-about", move || turn(false)).child(words.show_about);
            about.follow(missing_tag)
        } else {
            button("btn quiet", "show-count", move || turn(true)).child(words.show_count)
        }
    })
}

/// Field schools that met last: their next session is a tap away.
fn next_of(desk: Desk) -> Option<El> {
    let words = desk.words().courses();
    let is_school = |course: &crate::record::Fields, _| course.choice(Field::Method) == Some(Choice::FieldSchool);
    let schools = desk.with_names_now(|names| courses(names, OFFERED, is_school));
    let chip = |(course, name): (RecordId, String)| {
        let name = [words.next_of, " ", &name].concat();
        link("chip", "next-of", Route::NextSession(course).hash()).child(icon(Pic::Plus)).child(el("span").child(name))
    };
    (!schools.is_empty()).then(|| div("next-of").child(schools.into_iter().map(chip).collect::<Vec<_>>()))
}
