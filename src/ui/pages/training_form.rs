//! Counting a training: the pad first, then what it was about. On a phone one of the two at a time.

use crate::app::{Form, Route};
use crate::record::cells::parse_count;
use crate::record::{Choice, Field, Kind, Value};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::parts::fields::{At, day, line, lines};
use crate::ui::parts::form_frame::{choice_chips, discard, foot, head, term_chips};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::organisation::organisation;
use crate::ui::parts::pad::{PadState, pad, tally};
use crate::ui::parts::place::municipality;
use leptos::prelude::*;

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

pub fn training_form(desk: Desk, form: Form) -> impl IntoView {
    let words = &desk.words().training;
    let is_new = form.summary().is_none_or(|form| form.is_new);
    let back =
        if is_new { Route::Trainings } else { form.key().map_or(Route::Trainings, |key| Route::Record(key.clone())) };
    let filling = Filling::open(desk, form);
    let state = PadState::new();
    let shows_count = RwSignal::new(true);
    let about_missing = Memo::new(move |_| {
        filling.form.with(|form| form.missing().iter().filter(|(_, field)| *field != Field::Total).count())
    });
    let missing_tag = move || {
        let missing = about_missing.get();
        (missing > 0).then(|| view! { <span class="tag wait">{desk.lang.get().count(missing, desk.words().form.missing_short)}</span> })
    };
    view! {
        <form class="main-form" novalidate data-test="training-form" on:submit=move |event| filling.submit(event)>
            {head(desk, filling, back.clone(), if is_new { words.title_new } else { words.title })}
            <div class="seg only-narrow" role="group">
                <button
                    type="button"
                    aria-pressed=move || shows_count.get().to_string()
                    data-test="show-count"
                    on:click=move |_| shows_count.set(true)
                >
                    {icon(Pic::People)} {words.show_count}
                </button>
                <button
                    type="button"
                    aria-pressed=move || (!shows_count.get()).to_string()
                    data-test="show-about"
                    on:click=move |_| shows_count.set(false)
                >
                    {icon(Pic::Edit)} {words.show_about} {missing_tag}
                </button>
            </div>
            <div class="sheet" data-show=move || if shows_count.get() { "count" } else { "about" }>
                <section class="pad-sheet card-wide" aria-label=desk.words().pad.region>{pad(filling, state)}</section>
                <div class="about stack">{session(desk, filling)} {basis(desk, filling)}</div>
            </div>
            {discard(desk, filling, back)}
            {foot(desk, filling, tally(filling, state))}
        </form>
    }
}

fn session(desk: Desk, filling: Filling) -> impl IntoView {
    let words = &desk.words().training;
    let at = |kind, field| At { kind, field };
    let label = move |field| (desk.words().labels.field)(field);
    view! {
        <section class="part card" aria-labelledby="session">
            <h2 id="session" class="only-wide">{words.part_session}</h2>
            {term_chips(desk, filling, at(COURSE, Field::Topics), Choice::Topic)}
            {line(filling, at(COURSE, Field::Name), label(Field::Name), words.own_topic)}
            {choice_chips(desk, filling, at(COURSE, Field::Method), &METHODS)}
            {municipality(desk, filling, COURSE)}
            {line(filling, at(COURSE, Field::Community), label(Field::Community), "")}
            {organisation(desk, filling, "organiser", COURSE, Field::Organiser)}
            <div class="pair">{day(filling, at(SESSION, Field::HeldOn), label(Field::HeldOn))} {minutes(desk, filling)}</div>
        </section>
    }
}

fn minutes(desk: Desk, filling: Filling) -> impl IntoView {
    number(desk, filling, Field::Minutes, "minutes", desk.words().training.minutes)
}

/// A whole number, empty or 0 to 9999. What is no number is said and not taken over; blank is not zero.
fn number(desk: Desk, filling: Filling, field: Field, test: &'static str, unit: &'static str) -> impl IntoView {
    let id = At { kind: SESSION, field }.id();
    let typed = RwSignal::new(
        filling.form.with_untracked(|form| form.main().int(field)).map(|n| n.to_string()).unwrap_or_default(),
    );
    let is_wrong = move || typed.with(|text| !text.trim().is_empty() && parse_count(text).is_none());
    let on_input = move |event| {
        typed.set(event_target_value(&event));
        let value = typed.with_untracked(|text| parse_count(text)).map_or(Value::Null, Value::Int);
        filling.edit(|form| form.set(SESSION, field, value));
    };
    view! {
        <div class="field" class:wrong=is_wrong>
            <label for=id.clone()>{(desk.words().labels.field)(field)}</label>
            <div class="box">
                <input id=id inputmode="numeric" autocomplete="off" data-test=test prop:value=typed on:input=on_input />
                <span class="stone unit">{unit}</span>
            </div>
            <Show when=is_wrong>
                <p class="why" role="alert">{icon(Pic::Warning)} <span>{desk.words().form.not_a_count}</span></p>
            </Show>
        </div>
    }
}

/// How it was counted, the total of the list, and why it differs from the keys.
fn basis(desk: Desk, filling: Filling) -> impl IntoView {
    let words = &desk.words().training;
    let at = At { kind: SESSION, field: Field::CountBasis };
    let counted = move || {
        let counted = filling.form.with(Form::counted)?;
        Some(desk.lang.get().count(usize::try_from(counted).unwrap_or_default(), desk.words().pad.counted))
    };
    let difference = Memo::new(move |_| filling.form.with(Form::difference).filter(|difference| *difference != 0));
    let differs = Memo::new(move |_| difference.get().is_some());
    let remarks = move || {
        let remarks = At { kind: SESSION, field: Field::Remarks };
        let label = if differs.get() { words.why_different } else { (desk.words().labels.field)(Field::Remarks) };
        lines(filling, remarks, label, "")
    };
    view! {
        <section class="part card" aria-labelledby="basis">
            <h2 id="basis">{words.part_basis}</h2>
            {choice_chips(desk, filling, at, &BASES)}
            {number(desk, filling, Field::Total, "typed-total", "")}
            <p class="hint">{words.typed_total_hint} " " <b>{counted}</b></p>
            {move || {
                difference
                    .get()
                    .map(|difference| {
                        view! {
                            <div class="note" role="status" data-test="difference">
                                {icon(Pic::Info)} <p class="grow"><b>{(words.difference)(difference)}</b></p>
                            </div>
                        }
                    })
            }}
            {remarks}
        </section>
    }
}
