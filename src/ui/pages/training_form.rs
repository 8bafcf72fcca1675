//! Counting a training: the pad first, then what it was about. On a phone one of the two at a time.

use super::files::late_photos;
use super::visit_form::part;
use crate::app::{Form, Route};
use crate::record::cells::parse_count;
use crate::record::{Choice, Field, Kind, Value};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::fields::{At, day, line, lines};
use crate::ui::parts::form_frame::{choice_chips, discard, foot, head, term_chips};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::organisation::organisation;
use crate::ui::parts::pad::{PadState, pad, tally};
use crate::ui::parts::place::{community, municipality};
use crate::ui::parts::table::tag;
use crate::ui::parts::trouble::why;
use crate::ui::shared::{Derived, Shared};

const METHODS: [Choice; 7] = [
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

const SESSION: Kind = Kind::Session;
const COURSE: Kind = Kind::Course;

pub fn training_form(desk: Desk, form: Form) -> El {
    let words = &desk.words().training;
    let is_new = form.summary().is_none_or(|form| form.is_new);
    let back = match form.key() {
        Some(key) if !is_new => Route::Record(key.clone()),
        _ => Route::Trainings,
    };
    let filling = Filling::open(desk, form);
    let state = PadState::new();
    let shows_count = Shared::new(true);
    let side = move |count: bool, test: &'static str, pic: Pic, label: &'static str| {
        button("", test, move || shows_count.set(count))
            .attr_when("aria-pressed", move || Some((shows_count.get() == count).to_string()))
            .child(icon(pic))
            .child(label)
    };
    let missing = Derived::new(move || {
        let missing = filling.form.see().missing();
        missing.iter().filter(|(_, field)| *field != Field::Total).count()
    });
    let missing_tag = move || {
        let missing = missing.get();
        (missing > 0).then(|| tag("tag wait", None, desk.lang.get().count(missing, desk.words().form.missing_short)))
    };
    let sides = div("seg only-narrow")
        .attr("role", "group")
        .child(side(true, "show-count", Pic::People, words.show_count))
        .child(side(false, "show-about", Pic::Edit, words.show_about).follow(missing_tag));
    let keys = el("section").class("pad-sheet card-wide").attr("aria-label", desk.words().pad.region);
    let end = discard(desk, filling, back.clone());
    let about =
        div("about stack").child([session(desk, filling), basis(desk, filling), late_photos(desk, filling), end]);
    let sheet = div("sheet")
        .attr_when("data-show", move || Some(if shows_count.get() { "count" } else { "about" }.to_owned()))
        .child([keys.child(pad(desk, filling, state)), about]);
    el("form")
        .class("main-form count-form")
        .attr("novalidate", "")
        .test("training-form")
        .on("submit", move |event| filling.submit(&event))
        .child([head(desk, filling, &back, words.title), sides, sheet])
        .child(foot(desk, filling, tally(desk, filling, state), move || shows_count.set(false)))
}

fn session(desk: Desk, filling: Filling) -> El {
    let words = &desk.words().training;
    let at = |kind, field| At { kind, field };
    let label = |field| (desk.words().labels.field)(field);
    let when = div("pair").child(day(filling, at(SESSION, Field::HeldOn), label(Field::HeldOn))).child(number(
        desk,
        filling,
        Field::Minutes,
        "minutes",
        words.minutes,
    ));
    part("session", words.part_session).child([
        term_chips(desk, filling, at(COURSE, Field::Topics), Choice::Topic),
        line(filling, at(COURSE, Field::Name), words.own_topic, ""),
        choice_chips(desk, filling, at(COURSE, Field::Method), METHODS.to_vec()),
        municipality(desk, filling, COURSE),
        community(desk, filling, COURSE),
        organisation(desk, filling, "organiser", COURSE, Field::Organiser),
        when,
    ])
}

/// A whole number, empty or 0 to 9999. What is no number is said and not taken over; blank is not zero.
fn number(desk: Desk, filling: Filling, field: Field, test: &'static str, unit: &'static str) -> El {
    let id = At { kind: SESSION, field }.id();
    let number = filling.form.peek().main().int(field);
    let typed = Shared::new(number.map(|number| number.to_string()).unwrap_or_default());
    let is_wrong = move || {
        let text = typed.see();
        !text.trim().is_empty() && parse_count(&text).is_none()
    };
    let input = el("input")
        .attr("id", id.clone())
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .test(test)
        .value(move || typed.get())
        .on_input(move |text| {
            typed.set(text);
            let value = {
                let text = typed.peek();
                parse_count(&text)
            }
            .map_or(Value::Null, Value::Int);
            filling.edit(|form| form.set(SESSION, field, value));
        });
    div("field")
        .class_when("wrong", is_wrong)
        .child(el("label").attr("for", id).child((desk.words().labels.field)(field)))
        .child(div("box").child([input, el("span").class("stone unit").child(unit)]))
        .follow(move || is_wrong().then(|| why("not-a-number", desk.words().form.not_a_count)))
}

/// How it was counted, the total of the list, and why it differs from the keys.
fn basis(desk: Desk, filling: Filling) -> El {
    let words = &desk.words().training;
    let counted = move || {
        let counted = filling.form.see().counted()?;
        Some(desk.lang.get().count(usize::try_from(counted).unwrap_or_default(), desk.words().pad.counted))
    };
    let difference = Derived::new(move || filling.form.see().difference().filter(|difference| *difference != 0));
    let differs = Derived::new(move || difference.get().is_some());
    let told = move || {
        difference.get().map(|difference| {
            let told = el("p").class("grow").child(el("b").child((words.difference)(difference)));
            div("note").attr("role", "status").test("difference").child(icon(Pic::Info)).child(told)
        })
    };
    let remarks = move || {
        let label = if differs.get() { words.why_different } else { (desk.words().labels.field)(Field::Remarks) };
        lines(filling, At { kind: SESSION, field: Field::Remarks }, label, "")
    };
    let hint = el("p").class("hint").child(words.typed_total_hint).child(" ").child(el("b").follow(counted));
    part("basis", words.part_basis)
        .child(choice_chips(desk, filling, At { kind: SESSION, field: Field::CountBasis }, BASES.to_vec()))
        .child(number(desk, filling, Field::Total, "typed-total", ""))
        .child(hint)
        .follow(told)
        .follow(remarks)
}
